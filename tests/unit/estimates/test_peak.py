"""Peak of source courses."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.estimates.peak import find_peak
from leadfield.estimates.source_courses import SourceAxes, SourceCourses


def courses(data, **changes):
    fields = {"kind": "surface", "vertices": ([3], [4]), "tmin": -0.2, "tstep": 0.1, **changes}
    return SourceCourses(axes=SourceAxes(**fields), data=np.asarray(data, float))


class TestThePeak:
    def test_is_the_largest_value_of_a_hemisphere(self):
        value = courses([[0, 5, -9], [7, 1, 0]])
        assert find_peak(value) == (0, 2)
        assert find_peak(value, hemisphere="rh") == (1, 0)
        assert find_peak(value, mode="pos") == (1, 0)
        assert find_peak(value, mode="neg") == (0, 2)

    def test_lies_in_the_window(self):
        value = courses([[0, 5, -9], [7, 1, 0]])
        assert find_peak(value, window=(-0.15, -0.05)) == (0, 1)

    def test_of_moments_is_the_longest(self):
        moments = np.zeros((2, 3, 4))
        moments[0, :, 1], moments[1, 0, 2] = 2, 3
        assert find_peak(courses(moments, vector=True)) == (0, 1)

    def test_passes_over_nan(self):
        assert find_peak(courses([[np.nan, 1], [2, np.nan]])) == (1, 0)

    @pytest.mark.parametrize(
        ("data", "options", "words"),
        [
            ([[-1.0], [-2]], {"mode": "pos"}, "needs positive values"),
            ([[1.0], [2]], {"mode": "neg"}, "needs negative values"),
            ([[np.nan], [np.nan]], {}, "all are NaN"),
        ],
    )
    def test_must_be_there(self, data, options, words):
        with pytest.raises(DataError, match=words):
            find_peak(courses(data), **options)

    def test_needs_a_source(self):
        empty = courses(np.ones((1, 2)), vertices=([], [4]))
        with pytest.raises(DataError, match="hemisphere lh has none"):
            find_peak(empty, hemisphere="lh")

    @pytest.mark.parametrize("options", [{"hemisphere": "left"}, {"window": (5, 6)}, {"mode": "x"}])
    def test_is_looked_for_where_data_are(self, options):
        with pytest.raises(InputError):
            find_peak(courses(np.arange(20.0).reshape(2, 10)), **options)

    def test_of_a_volume_is_in_no_hemisphere(self):
        with pytest.raises(MismatchError, match="has no hemispheres"):
            find_peak(courses([[1.0], [2]], kind="volume"), hemisphere="lh")
