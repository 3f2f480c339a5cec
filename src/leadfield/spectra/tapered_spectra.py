"""Spectra of tapered signals, one-sided."""

import numpy as np

from leadfield.base.arrays import Floats

ROWS = 64  # signals that are transformed together


def tapered_spectra(
    signals: Floats, windows: Floats, inside: slice, out: Floats | None = None
) -> Floats:
    """Spectra (n_frequencies, n_windows, 2, n_signals) of signals (n_signals, n_times).

    Real and imaginary parts, at the frequencies ``inside``, of each signal without its mean;
    written to ``out`` if that is given. Frequencies that have no negative twin, at the ends, are
    weighted by a root of one half.
    """
    from scipy import fft

    n_signals, n_times = signals.shape
    n_frequencies = len(range(*inside.indices(n_times // 2 + 1)))
    single = np.ones((n_times // 2 + 1, 1))
    single[0] = np.sqrt(0.5)
    if n_times % 2 == 0:
        single[-1] = np.sqrt(0.5)
    weights = single[inside]
    if out is None:
        out = np.empty((n_frequencies, len(windows), 2, n_signals))
    centred, tapered = np.empty((2, min(ROWS, n_signals), n_times))
    for top in range(0, n_signals, ROWS):
        rows = slice(top, top + ROWS)
        some = signals[rows]
        n = len(some)
        np.subtract(some, some.mean(axis=1, keepdims=True), out=centred[:n])
        for place, window in enumerate(windows):
            np.multiply(centred[:n], window, out=tapered[:n])
            spectra = fft.rfft(tapered[:n])[:, inside].T
            np.multiply(spectra.real, weights, out=out[:, place, 0, rows])
            np.multiply(spectra.imag, weights, out=out[:, place, 1, rows])
    return out
