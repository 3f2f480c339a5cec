"""Baselines of power: intervals that hold samples, modes, sources that are silent there."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.estimates.power_baseline import choose_baseline, rescale_power

TIMES = np.linspace(-0.2, 0.5, 8)


def test_none_is_the_end_of_the_epochs():
    assert choose_baseline((None, 0.05), "ratio", TIMES) == slice(0, 3)
    assert choose_baseline((0.05, None), "ratio", TIMES) == slice(3, 8)
    assert choose_baseline(None, "ratio", TIMES) is None


def test_an_interval_that_reaches_beyond_the_epochs_takes_what_there_is():
    assert choose_baseline((-5, -0.05), "ratio", TIMES) == slice(0, 2)


@pytest.mark.parametrize(
    ("baseline", "mode", "error", "words"),
    [
        ((0.6, 0.9), "ratio", InputError, "baseline must hold at least one sample"),
        ((None, -0.3), "ratio", InputError, "must start before it ends, got -0.2 to -0.3 s"),
        ((0.1, 0), "ratio", InputError, "must start before it ends"),
        ((0.01, 0.02), "ratio", InputError, "got none between 0.01 and 0.02 s"),
        ((0, np.nan), "ratio", InputError, "the end of baseline must be finite, got nan"),
        ((0, "a"), "ratio", ArgumentTypeError, "the end of baseline must be a number"),
        (0.1, "ratio", ArgumentTypeError, r"must be None or \(start, end\) in s, got 0.1"),
        ((0, 0.1, 0.2), "ratio", ArgumentTypeError, r"must be None or \(start, end\)"),
        (None, "logration", InputError, "baseline_mode must be one of 'mean', 'ratio'"),
    ],
)
def test_other_baselines_are_refused(baseline, mode, error, words):
    with pytest.raises(error, match=words):
        choose_baseline(baseline, mode, TIMES)


def test_power_without_a_baseline_stays():
    power = np.ones((2, 1, 3))
    rescale_power(power, None, "ratio")
    np.testing.assert_array_equal(power, 1)


def test_silence_in_the_baseline_is_told_of():
    power = np.random.default_rng(0).random((3, 2, 8))
    power[1, 0] = 0
    with pytest.warns(RuntimeWarning, match="above 0 and vary, for 1 of 3 it does not"):
        rescale_power(power, slice(0, 3), "logratio")
    assert np.isfinite(power[[0, 2]]).all()
