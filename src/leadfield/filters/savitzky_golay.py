"""Savitzky-Golay's filter: polynomials of order 5 fitted in a sliding window."""

from leadfield.base.arrays import Floats
from leadfield.base.checks import number
from leadfield.base.errors import InputError
from leadfield.base.log import LOGGER

ORDER = 5


def smooth(x: Floats, rate: float, h_freq: float) -> Floats:
    """Signals (..., n_times) smoothed to about ``h_freq`` Hz."""
    from scipy import signal

    h_freq = number("h_freq", h_freq, above=0)
    if h_freq >= rate / 2:
        msg = f"h_freq must be below half the sampling rate, {rate / 2:g} Hz, got {h_freq:g}"
        raise InputError(msg)
    window = (round(rate / h_freq) // 2) * 2 + 1
    if not ORDER < window <= x.shape[-1]:
        msg = (
            f"the window must be longer than {ORDER} samples and at most the signal's "
            f"{x.shape[-1]}, h_freq={h_freq:g} Hz gives {window}: "
            f"{'lower' if window <= ORDER else 'raise'} h_freq"
        )
        raise InputError(msg)
    LOGGER.info("Savitzky-Golay filter of %d samples", window)
    smoothed: Floats = signal.savgol_filter(x, window, ORDER, axis=-1)
    return smoothed
