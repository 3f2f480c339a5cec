"""Time axes, baselines, trends."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.epochs.baseline import baseline_samples, check_baseline, subtract_trend, trend_basis
from leadfield.epochs.time_axis import (
    check_decimation,
    crop_slice,
    decimation_slice,
    sample_range,
    sample_times,
    time_slice,
)

TIMES = sample_times(-20, 50, 100.0)


@pytest.mark.parametrize(
    ("window", "error"),
    [((0.5, -0.2), InputError), ((np.nan, 0.5), InputError), (("a", 0.5), ArgumentTypeError)],
)
def test_a_window_that_is_none_is_refused(window, error):
    with pytest.raises(error, match="tm"):
        sample_range(*window, 100.0)


def test_the_nearest_samples_are_taken():
    assert sample_range(-0.2, 0.5, 150.15) == (-30, 75)


def test_cropping_beyond_the_ends_warns_and_stops_there():
    with pytest.warns(RuntimeWarning) as told:
        assert crop_slice(TIMES, 100.0, -1.0, 9.0) == slice(0, 71)
    assert ["before" in str(told[0].message), "after" in str(told[1].message)] == [True, True]


def test_cropping_everything_away_is_an_error():
    with pytest.raises(InputError, match="at least one sample"):
        crop_slice(TIMES, 100.0, 0.3, 0.1)


def test_a_part_ends_before_its_last_time():
    assert TIMES[time_slice(TIMES, 100.0, 0.0, 0.1)].tolist() == [i / 100 for i in range(10)]


@pytest.mark.parametrize("first", [-20, -19, -18, 0, 4])
def test_time_zero_stays_when_samples_are_left_out(first):
    times = sample_times(first, 50, 100.0)
    assert 0.0 in times[decimation_slice(first, 3, 0)] or first > 0


@pytest.mark.parametrize(("step", "offset"), [(0, 0), (3, 3), (2.5, 0), (3, -1)])
def test_a_step_that_is_none_is_refused(step, offset):
    with pytest.raises((InputError, ArgumentTypeError)):
        check_decimation(step, offset, 100.0, 20.0)


@pytest.mark.parametrize("lowpass", [None, 40.0])
def test_aliasing_is_warned_about(lowpass):
    with pytest.warns(RuntimeWarning, match="may alias"):
        check_decimation(2, 0, 100.0, lowpass)


@pytest.mark.parametrize(
    ("baseline", "error"),
    [
        ((0.1, 0.0), InputError),
        ((-0.3, 0.0), InputError),
        ((0.0, 0.6), InputError),
        ((0.0,), InputError),
        ((0.0, np.nan), InputError),
        ("early", ArgumentTypeError),
        (0.1, ArgumentTypeError),
    ],
)
def test_a_baseline_that_is_none_is_refused(baseline, error):
    with pytest.raises(error, match="baseline"):
        check_baseline(baseline, TIMES, 100.0)


def test_one_sample_is_a_baseline_only_if_said_so():
    late = sample_times(0, 50, 100.0)
    with pytest.raises(InputError, match="more than the sample at 0"):
        check_baseline((None, 0), late, 100.0)
    assert check_baseline((0, 0), late, 100.0) == (0.0, 0.0)


def test_the_baseline_has_both_its_ends():
    assert TIMES[baseline_samples((-0.2, 0.0), TIMES)].tolist() == TIMES[:21].tolist()


@pytest.mark.parametrize("order", [0, 1])
def test_a_trend_is_taken_out_whole_and_nothing_else(order):
    rng = np.random.default_rng(0)
    basis = trend_basis(order, 71)
    noise = rng.standard_normal((3, 71))
    noise -= (noise @ basis) @ basis.T
    trend = 5.0 + (3.0 * np.arange(71) if order else 0)
    np.testing.assert_allclose(subtract_trend(noise + trend, order), noise, atol=1e-12)


@pytest.mark.parametrize("order", [2, True, "linear"])
def test_other_trends_are_refused(order):
    with pytest.raises(InputError, match="detrend must be one of"):
        trend_basis(order, 10)
