"""Tapered spectra: their powers add up to the signal's; constants are left out."""

import numpy as np
import pytest

from leadfield.spectra.tapered_spectra import tapered_spectra


@pytest.mark.parametrize("n_times", [100, 101])
def test_powers_add_up_to_that_of_the_tapered_signal(n_times):
    rng = np.random.default_rng(0)
    signals, windows = rng.standard_normal((70, n_times)), rng.random((2, n_times))
    spectra = tapered_spectra(signals, windows, slice(None))
    assert spectra.shape == (n_times // 2 + 1, 2, 2, 70)
    centred = signals - signals.mean(axis=1, keepdims=True)
    want = ((centred[:, np.newaxis] * windows) ** 2).sum(axis=2)
    np.testing.assert_allclose(2 * (spectra**2).sum(axis=(0, 2)).T, n_times * want)


def test_a_constant_has_none():
    spectra = tapered_spectra(np.full((1, 64), 3.0), np.ones((1, 64)), slice(None))
    np.testing.assert_allclose(spectra, 0, atol=1e-13)


def test_frequencies_asked_for_are_those_of_all():
    signals = np.random.default_rng(1).standard_normal((3, 50))
    whole = tapered_spectra(signals, np.ones((1, 50)), slice(None))
    for inside in (slice(0, 4), slice(5, 26), slice(25, 26)):
        part = tapered_spectra(signals, np.ones((1, 50)), inside)
        np.testing.assert_array_equal(part, whole[inside])
