"""Wavelet transform: signals convolved with a wavelet, at the samples that are asked for."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.numerics.threads import share
from leadfield.spectra.wavelets import Complexes

SAMPLES = 32  # transformed together by a matrix: what they need reaches little beyond a wavelet
COLUMNS = 512  # signals that are Fourier transformed together


def reach_of(wavelet: Complexes) -> int:
    """Samples on either side that a transform's value depends on."""
    return len(wavelet) // 2


def wavelet_transform(
    signals: Floats, wavelet: Complexes, samples: range, *, use_fft: bool = False
) -> Floats:
    """Real and imaginary parts (n_samples, 2, n_signals) of signals (n_times, n_signals).

    Values are at ``samples`` of the signals, before and after which there are zeros. Products
    with a matrix of the shifted wavelet are best for wavelets that are not long, and for few
    samples; ``use_fft`` goes through the frequency domain. Both give the same to rounding.
    """
    out = np.empty((len(samples), 2, signals.shape[1]))
    transform, together = (_by_spectra, len(samples)) if use_fft else (_by_matrix, SAMPLES)
    starts = range(0, len(samples), together)

    def work(some: Iterator[int]) -> None:
        for start in some:
            part = slice(start, start + together)
            within, places = _within_reach(samples[part], wavelet, len(signals))
            transform(signals[within], wavelet, places, out[part])

    share(work, starts, len(starts))
    return out


def _within_reach(samples: range, wavelet: Complexes, n_times: int) -> tuple[slice, Ints]:
    """The part of signals that some samples need, and where in its convolution they stand."""
    reach = reach_of(wavelet)
    low = max(samples[0] - reach, 0)
    high = min(samples[-1] + reach + 1, n_times)
    return slice(low, high), np.asarray(samples) - low + reach


def _by_matrix(signals: Floats, wavelet: Complexes, places: Ints, out: Floats) -> None:
    shifts = places[:, np.newaxis] - np.arange(len(signals))
    inside = (shifts >= 0) & (shifts < len(wavelet))
    taps = np.where(inside, wavelet[shifts.clip(0, len(wavelet) - 1)], 0)
    rows = np.stack([taps.real, taps.imag], axis=1)
    np.matmul(rows.reshape(-1, len(signals)), signals, out=out.reshape(-1, signals.shape[1]))


def _by_spectra(signals: Floats, wavelet: Complexes, places: Ints, out: Floats) -> None:
    from scipy import fft

    n_times, n_signals = signals.shape
    n_fft = fft.next_fast_len(n_times + len(wavelet) - 1)
    response = fft.fft(wavelet, n_fft)[:, np.newaxis]
    for left in range(0, n_signals, COLUMNS):
        some = slice(left, left + COLUMNS)
        spectra = fft.fft(signals[:, some], n_fft, axis=0)
        spectra *= response
        values = fft.ifft(spectra, axis=0, overwrite_x=True)[places]
        out[:, 0, some] = values.real
        out[:, 1, some] = values.imag
