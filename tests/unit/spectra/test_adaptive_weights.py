"""Adaptive weights: a strong line does not leak far; silence stays silent."""

import numpy as np
import pytest

from leadfield.spectra import adaptive_weights
from leadfield.spectra.adaptive_weights import adaptive_density
from leadfield.spectra.tapered_spectra import tapered_spectra
from leadfield.spectra.tapers import make_tapers

TAPERS = make_tapers(200, 100.0, 8.0, low_bias=False, adaptive=True)
WHOLE = slice(0, 101)


def squares_of(signals):
    spectra = tapered_spectra(signals, TAPERS.windows, slice(None))
    return (spectra**2).sum(axis=2).transpose(2, 1, 0)


def test_a_line_leaks_less_than_with_fixed_weights():
    times = np.arange(200) / 100
    noise = np.random.default_rng(0).standard_normal((1, 200))
    signal = 1e4 * np.sin(2 * np.pi * 10 * times) + noise
    adaptive = adaptive_density(squares_of(signal), TAPERS.shares, WHOLE)[0]
    fixed = tapered_spectra(signal, TAPERS.weighted_windows, slice(None))
    fixed = (fixed[..., 0] ** 2).sum(axis=(1, 2))
    far = slice(60, 101)
    assert adaptive[far].mean() < 0.1 * fixed[far].mean()


def test_silence_stays_silent():
    silent = np.zeros((2, len(TAPERS.shares), 101))
    np.testing.assert_array_equal(adaptive_density(silent, TAPERS.shares, WHOLE), 0)


def test_each_signal_is_as_if_it_were_alone():
    signals = np.random.default_rng(1).standard_normal((3, 200)).cumsum(axis=1)
    squares = squares_of(signals)
    together = adaptive_density(squares, TAPERS.shares, slice(10, 40))
    alone = [adaptive_density(one[np.newaxis], TAPERS.shares, slice(10, 40)) for one in squares]
    np.testing.assert_allclose(together, np.concatenate(alone), rtol=1e-13)


def test_weights_that_do_not_settle_are_told_of(monkeypatch):
    monkeypatch.setattr(adaptive_weights, "MOST_STEPS", 1)
    signals = np.random.default_rng(1).standard_normal((3, 200))
    with pytest.warns(RuntimeWarning, match="weights of 3 of 3 spectra still change after 1 steps"):
        adaptive_density(squares_of(signals), TAPERS.shares, WHOLE)
