"""Estimates on other time axes, their peaks and their moments."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.estimates.directions import magnitudes, main_directions, projected
from leadfield.estimates.peak import find_peak
from leadfield.estimates.source_courses import SourceCourses
from leadfield.estimates.time_axis import binned, part, rebased, total


def activity(data=None, vector=False, **changes):
    data = np.arange(20.0).reshape(2, 10) if data is None else np.asarray(data, float)
    fields = {"kind": "surface", "vertices": ([3], [4]), "tmin": -0.2, "tstep": 0.1, **changes}
    return SourceCourses(data=data, vector=vector, **fields)


class TestAPart:
    def test_has_both_ends(self):
        kept = part(activity(), -0.1, 0.1)
        np.testing.assert_allclose(kept.times, [-0.1, 0, 0.1], atol=1e-12)
        np.testing.assert_array_equal(kept.data, activity().data[:, 1:4])

    def test_may_leave_its_end_out(self):
        assert part(activity(), None, 0.1, include_tmax=False).data.shape == (2, 3)

    def test_ends_where_the_data_end(self):
        assert part(activity(), -9, 9).data.shape == (2, 10)

    def test_must_hold_a_sample(self):
        with pytest.raises(InputError, match="at least one sample"):
            part(activity(), 5, 6)


def test_a_sum_lies_in_the_middle():
    summed = total(activity())
    np.testing.assert_allclose(summed.data[:, 0], activity().data.sum(axis=1))
    np.testing.assert_allclose((summed.tmin, summed.tstep), (0.3, 1.0))


class TestBins:
    def test_lie_in_the_middle_of_what_they_hold(self):
        made = binned(activity(), 0.2, (None, None), np.mean)
        np.testing.assert_allclose(made.times, [-0.1, 0.1, 0.3, 0.5, 0.7])
        np.testing.assert_allclose(made.data[0], [0.5, 2.5, 4.5, 6.5, 8.5])

    def test_that_are_too_short_are_dropped(self):
        assert binned(activity(), 0.3, (0.0, 0.55), np.max).data.tolist() == [[4, 7], [14, 17]]

    @pytest.mark.parametrize(("width", "words"), [(5, "at least one bin"), (0.03, "hold a sample")])
    def test_must_hold_something(self, width, words):
        with pytest.raises(InputError, match=words):
            binned(activity(), width, (None, None), np.mean)


def test_a_baseline_is_zero_on_average():
    based = rebased(activity(), (None, 0))
    np.testing.assert_allclose(based.data[:, :3].mean(axis=1), 0, atol=1e-14)
    assert rebased(activity(), None).data is not based.data


class TestThePeak:
    def test_is_the_largest_value_of_a_hemisphere(self):
        value = activity([[0, 5, -9], [7, 1, 0]])
        assert find_peak(value) == (0, 2)
        assert find_peak(value, hemisphere="rh") == (1, 0)
        assert find_peak(value, mode="pos") == (1, 0)
        assert find_peak(value, mode="neg") == (0, 2)

    def test_lies_in_the_window(self):
        value = activity([[0, 5, -9], [7, 1, 0]])
        assert find_peak(value, window=(-0.15, -0.05)) == (0, 1)

    def test_of_moments_is_the_longest(self):
        moments = np.zeros((2, 3, 4))
        moments[0, :, 1], moments[1, 0, 2] = 2, 3
        assert find_peak(activity(moments, vector=True)) == (0, 1)

    def test_passes_over_nan(self):
        assert find_peak(activity([[np.nan, 1], [2, np.nan]])) == (1, 0)

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
            find_peak(activity(data), **options)

    def test_needs_a_source(self):
        empty = activity(np.ones((1, 2)), vertices=([], [4]))
        with pytest.raises(DataError, match="hemisphere lh has none"):
            find_peak(empty, hemisphere="lh")

    @pytest.mark.parametrize("options", [{"hemisphere": "left"}, {"window": (5, 6)}, {"mode": "x"}])
    def test_is_looked_for_where_data_are(self, options):
        with pytest.raises(InputError):
            find_peak(activity(), **options)

    def test_of_a_volume_is_in_no_hemisphere(self):
        with pytest.raises(MismatchError, match="has no hemispheres"):
            find_peak(activity(kind="volume"), hemisphere="lh")


class TestMoments:
    moments = activity(np.random.default_rng(0).standard_normal((2, 3, 8)), vector=True)

    def test_have_lengths(self):
        np.testing.assert_allclose(
            magnitudes(self.moments).data, np.linalg.norm(self.moments.data, axis=1)
        )

    def test_have_components(self):
        made = projected(self.moments, np.array([[1.0, 0, 0], [0, 0, 2]])).data
        np.testing.assert_allclose(made[1], 2 * self.moments.data[1, 2])

    def test_have_a_direction_of_most_power(self):
        lines = main_directions(self.moments, None)
        most = np.linalg.norm(projected(self.moments, lines).data, axis=1)
        largest = np.linalg.svd(self.moments.data, compute_uv=False)[:, 0]
        np.testing.assert_allclose(most, largest)
        assert (projected(self.moments, lines).data.sum(axis=1) > 0).all()

    def test_point_along_normals_where_there_are_some(self):
        normals = -main_directions(self.moments, None)
        np.testing.assert_allclose(main_directions(self.moments, normals), normals)

    def test_that_are_complex_have_real_directions(self):
        turned = self.moments.with_data(self.moments.data * np.exp(0.3j))
        np.testing.assert_allclose(
            np.abs(main_directions(turned, None)), np.abs(main_directions(self.moments, None))
        )

    def test_need_a_direction_each(self):
        with pytest.raises(MismatchError, match=r"shape \(2, 3\)"):
            projected(self.moments, np.ones((1, 3)))
