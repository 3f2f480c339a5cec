"""The wavelet transform: the same by matrices and by spectra as by convolution, at any samples."""

import numpy as np
import pytest

from leadfield.spectra.wavelet_transform import reach_of, wavelet_transform
from leadfield.spectra.wavelets import morlet_wavelet

SIGNALS = np.random.default_rng(0).standard_normal((301, 3))


@pytest.mark.parametrize("use_fft", [False, True])
@pytest.mark.parametrize(
    "samples", [range(301), range(0, 301, 7), range(120, 180), range(290, 301), range(1)], ids=str
)
@pytest.mark.parametrize("n_cycles", [2, 7])
def test_it_is_the_middle_of_the_convolution(samples, use_fft, n_cycles):
    wavelet = morlet_wavelet(200.0, 12.0, n_cycles)
    found = wavelet_transform(SIGNALS, wavelet, samples, use_fft=use_fft)
    for column, signal in enumerate(SIGNALS.T):
        want = np.convolve(signal, wavelet, "same")[samples]
        np.testing.assert_allclose(found[:, 0, column], want.real, atol=1e-13)
        np.testing.assert_allclose(found[:, 1, column], want.imag, atol=1e-13)


def test_values_depend_on_samples_within_reach_alone():
    wavelet = morlet_wavelet(200.0, 20.0, 2)
    reach = reach_of(wavelet)
    changed = SIGNALS.copy()
    changed[: 150 - reach] = 0
    changed[150 + reach + 1 :] = np.pi
    before, after = (wavelet_transform(x, wavelet, range(150, 151)) for x in (SIGNALS, changed))
    np.testing.assert_allclose(after, before, atol=1e-14)


def test_many_signals_are_transformed_in_columns():
    many = np.random.default_rng(1).standard_normal((50, 1100))
    wavelet = morlet_wavelet(200.0, 40.0, 2)
    found = wavelet_transform(many, wavelet, range(50), use_fft=True)
    np.testing.assert_allclose(found, wavelet_transform(many, wavelet, range(50)), atol=1e-13)
