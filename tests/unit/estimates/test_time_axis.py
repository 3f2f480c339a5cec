"""Time axis of source courses: crops, sums, bins, baselines."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.estimates.source_courses import SourceAxes
from leadfield.estimates.time_axis import bin_times, crop_axes, subtract_baseline, sum_axes

DATA = np.arange(20.0).reshape(2, 10)
AXES = SourceAxes(kind="surface", vertices=([3], [4]), tmin=-0.2, tstep=0.1)


class TestACrop:
    def test_has_both_ends(self):
        samples, axes = crop_axes(AXES, 10, -0.1, 0.1)
        np.testing.assert_allclose(axes.times(3), [-0.1, 0, 0.1], atol=1e-12)
        assert samples == slice(1, 4)

    def test_may_leave_its_end_out(self):
        assert crop_axes(AXES, 10, None, 0.1, include_tmax=False)[0] == slice(0, 3)

    def test_ends_where_the_data_end(self):
        assert crop_axes(AXES, 10, -9, 9)[0] == slice(0, 10)

    def test_must_hold_a_sample(self):
        with pytest.raises(InputError, match="at least one sample"):
            crop_axes(AXES, 10, 5, 6)


def test_a_sum_lies_in_the_middle():
    axes = sum_axes(AXES, 10)
    np.testing.assert_allclose((axes.tmin, axes.tstep), (0.3, 1.0))


class TestBins:
    def test_lie_in_the_middle_of_what_they_hold(self):
        data, axes = bin_times(DATA, AXES, 0.2, summary=np.mean)
        np.testing.assert_allclose(axes.times(5), [-0.1, 0.1, 0.3, 0.5, 0.7])
        np.testing.assert_allclose(data[0], [0.5, 2.5, 4.5, 6.5, 8.5])

    def test_that_are_too_short_are_dropped(self):
        data, _ = bin_times(DATA, AXES, 0.3, span=(0.0, 0.55), summary=np.max)
        assert data.tolist() == [[4, 7], [14, 17]]

    @pytest.mark.parametrize(("width", "words"), [(5, "at least one bin"), (0.03, "hold a sample")])
    def test_must_hold_something(self, width, words):
        with pytest.raises(InputError, match=words):
            bin_times(DATA, AXES, width, summary=np.mean)


def test_a_baseline_is_zero_on_average():
    data = subtract_baseline(DATA, AXES, (None, 0))
    np.testing.assert_allclose(data[:, :3].mean(axis=1), 0, atol=1e-14)
    assert subtract_baseline(DATA, AXES, None) is DATA
