"""Tapers: windows by name, orthogonal ones by bandwidth; bandwidths that are refused."""

import numpy as np
import pytest
from scipy import signal

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.spectra.tapers import make_tapers

RATE = 100.0


def tapers(bandwidth, n_times=200, *, low_bias=True, adaptive=False):
    return make_tapers(n_times, RATE, bandwidth, low_bias=low_bias, adaptive=adaptive)


def test_tapers_are_nearly_orthonormal():
    # All but nearly: they are those of one sample more, for spectra.
    windows = tapers(8.0).windows
    assert len(windows) == 15
    np.testing.assert_allclose(windows @ windows.T, np.eye(15), atol=2e-2)


def test_low_bias_leaves_those_within_the_bandwidth():
    some, every = tapers(8.0), tapers(8.0, low_bias=False)
    assert some.shares.min() > 0.9
    assert len(some.windows) == (every.shares > 0.9).sum() < len(every.windows)


def test_no_bandwidth_is_eight_steps_of_frequency():
    np.testing.assert_array_equal(tapers(None).windows, tapers(4.0).windows)


def test_a_name_is_one_window():
    one = tapers("hann", adaptive=True)
    assert one.windows.shape == (1, 200)
    assert not one.adaptive
    np.testing.assert_allclose(one.weighted_windows, np.sqrt(2) * one.windows)


@pytest.mark.parametrize("n_times", [2, 7, 200])
def test_hann_is_what_scipy_names_so(n_times):
    np.testing.assert_array_equal(
        tapers("hann", n_times).windows, [signal.get_window("hann", n_times)]
    )


def test_one_sample_has_one_taper():
    one = tapers(100.0, n_times=1)
    assert (one.windows.tolist(), one.shares.tolist()) == ([[1.0]], [1.0])


@pytest.mark.parametrize(
    ("bandwidth", "error", "words"),
    [
        (0.4, InputError, "bandwidth must be at least 0.5 Hz, the step of frequency of 200"),
        (-1, InputError, "bandwidth must be above 0"),
        ("hat", InputError, "a window that scipy.signal.get_window knows, such as 'hann'"),
        ([4], ArgumentTypeError, "bandwidth must be a number"),
    ],
)
def test_other_bandwidths_are_refused(bandwidth, error, words):
    with pytest.raises(error, match=words):
        tapers(bandwidth)


def test_a_narrow_bandwidth_keeps_the_best_taper_with_a_warning():
    with pytest.warns(RuntimeWarning, match="low_bias=True should leave a taper"):
        one = tapers(0.6)
    assert len(one.windows) == 1


def test_adaptive_weights_need_three_tapers():
    with pytest.warns(RuntimeWarning, match="adaptive weights need at least 3 tapers, got 2"):
        assert not tapers(1.2, adaptive=True, low_bias=False).adaptive
    assert tapers(8.0, adaptive=True).adaptive
