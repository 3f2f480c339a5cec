"""Morlet wavelets: their norm and spectrum; frequencies and cycles that are refused."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.spectra.wavelets import check_frequencies, morlet_wavelet, morlet_wavelets

OPTIONS = {"zero_mean": False, "n_times": 400}


def test_a_wavelet_is_symmetric_around_its_middle_and_has_norm_root_two():
    wavelet = morlet_wavelet(200.0, 20.0, 5)
    assert len(wavelet) % 2 == 1
    np.testing.assert_allclose(wavelet, wavelet[::-1].conj(), atol=1e-15)
    assert np.linalg.norm(wavelet) == pytest.approx(np.sqrt(2))


@pytest.mark.parametrize("n_cycles", [4, 9])
def test_its_spectrum_is_a_gaussian_of_a_width_in_inverse_proportion_to_the_cycles(n_cycles):
    wavelet = morlet_wavelet(200.0, 20.0, n_cycles)
    times = (np.arange(len(wavelet)) - len(wavelet) // 2) / 200

    def spectrum(frequency):
        return abs((wavelet * np.exp(-2j * np.pi * frequency * times)).sum())

    for side in (-1, 1):
        share = spectrum(20 + side * 20 / n_cycles) / spectrum(20)
        assert share == pytest.approx(np.exp(-0.5), rel=1e-4)


def test_zero_mean_takes_the_mean_out():
    means = [
        abs(morlet_wavelet(400.0, 20.0, 1.5, zero_mean=zero_mean).mean())
        for zero_mean in (True, False)
    ]
    assert means[0] < 1e-4 * means[1]


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        ([10, 51], InputError, "at most half the sampling rate, 50 Hz, got 10 to 51 Hz"),
        ([0, 10], InputError, "freqs must be above 0"),
        ([], InputError, "freqs must be a list of frequencies"),
        ([[10]], InputError, r"got shape \(1, 1\)"),
        ([10, np.nan], DataError, "freqs must be finite, got 1 NaN"),
    ],
)
def test_frequencies_must_fit_the_sampling_rate(given, error, words):
    with pytest.raises(error, match=words):
        check_frequencies(given, 100.0)


def test_half_the_sampling_rate_is_a_frequency():
    assert check_frequencies(50, 100.0).tolist() == [50.0]


@pytest.mark.parametrize(
    ("cycles", "error", "words"),
    [
        ([3, 4, 5], MismatchError, "one for each of 2 frequencies, got 3"),
        (0, InputError, "n_cycles must be above 0, got 0"),
        (np.inf, DataError, "n_cycles must be finite"),
        ([3, 40], InputError, r"epochs, 2 s, the one of 30 Hz with 40 cycles is 2\.\d+ s long"),
    ],
)
def test_cycles_must_fit_frequencies_and_epochs(cycles, error, words):
    with pytest.raises(error, match=words):
        morlet_wavelets(200.0, np.array([20.0, 30.0]), cycles, **OPTIONS)
