"""Resampling of signals: in the frequency domain, by polyphase filters, or of triggers."""

from collections.abc import Callable
from dataclasses import dataclass
from math import gcd
from typing import Any, Literal, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import InputError
from leadfield.filters.digital_filter import BLOCK
from leadfield.filters.edge_padding import LIMITED, check_padding, pad_edges

ResampleMethod = Literal["fft", "polyphase"]
# A name, a name with parameters, or values: what scipy.signal.get_window takes, and "auto".
Window = str | tuple[Any, ...] | ArrayLike | Callable[[Floats], Floats] | None


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ResampleOptions:
    """How signals are resampled.

    ``padding`` is a mode of the edges or ``"auto"``; ``n_padding`` samples are added to
    either edge, ``"auto"`` for a length that is a power of 2.
    """

    method: str = "fft"
    n_padding: int | str = "auto"
    window: Any = "auto"
    padding: str = "auto"

    def __post_init__(self) -> None:
        one_of("method", self.method, METHODS)
        if isinstance(self.n_padding, str):
            one_of("npad", self.n_padding, ["auto"])
        else:
            whole("npad", self.n_padding)
        if self.method == "fft" and self.padding != "auto":
            check_padding("pad", self.padding)


def resampled_length(n_times: int, new: float, old: float) -> int:
    """Number of samples after resampling from ``old`` to ``new`` Hz."""
    return max(round(new / old * n_times), 1)


def resample_rows(x: Floats, new: float, old: float, options: ResampleOptions) -> Floats:
    """Signals (..., n_times) at ``old`` Hz as signals at ``new`` Hz."""
    resample = METHODS[options.method](x.shape[-1], new, old, options)
    rows = x.reshape(-1, x.shape[-1])
    out = np.empty((len(rows), resampled_length(x.shape[-1], new, old)))
    at_once = max(1, BLOCK // max(x.shape[-1], out.shape[1]))
    for start in range(0, len(rows), at_once):
        out[start : start + at_once] = resample(rows[start : start + at_once])
    return out.reshape(*x.shape[:-1], out.shape[1])


def _by_fft(
    n_times: int, new: float, old: float, options: ResampleOptions
) -> Callable[[Floats], Floats]:
    """Cut or lengthen the spectrum."""
    from scipy import fft

    ratio, final = new / old, resampled_length(n_times, new, old)
    before, after = _padding(n_times, options.n_padding)
    padding = LIMITED if options.padding == "auto" else options.padding
    n_old = n_times + before + after
    n_new = max(round(ratio * n_old), 1)
    first = round(ratio * before)
    weights = _weights(options.window, n_old) * (n_new / n_old)
    shorter, n_used = n_new < n_old, min(n_new, n_old)
    if not n_used % 2:  # Nyquist's frequency stands for two that fall together.
        weights[n_used // 2] *= 2 if shorter else 0.5

    @np.errstate(invalid="ignore")  # infinite samples become NaN
    def resample(x: Floats) -> Floats:
        spectrum = fft.rfft(pad_edges(x, before, after, padding), axis=-1) * weights
        whole_signal: Floats = fft.irfft(spectrum, n_new, axis=-1)
        return whole_signal[:, first : first + final]

    return resample


def _padding(n_times: int, n_padding: int | str) -> tuple[int, int]:
    if not isinstance(n_padding, str):
        return n_padding, n_padding
    least = n_times + 2 * min(n_times // 8, 100)
    more = (1 << (least - 1).bit_length()) - n_times
    return more // 2, more - more // 2


def _weights(window: Any, n: int) -> Floats:
    """The window in the frequency domain, of the frequencies from 0 on."""
    from scipy import fft, signal

    if callable(window):
        whole_window = np.array(window(fft.fftfreq(n)), np.float64)
    elif isinstance(window, np.ndarray):
        whole_window = window.astype(np.float64)
    else:
        given = "boxcar" if window is None or window == "auto" else window
        whole_window = fft.ifftshift(signal.get_window(given, n))
    if whole_window.shape != (n,):
        msg = f"window must have a value for each of {n} frequencies, got {whole_window.shape}"
        raise InputError(msg)
    half = n // 2 + 1
    weights: Floats = whole_window[:half].copy()
    # Real signals have one value for a frequency and its negative: the mean of the two.
    weights[1:] = (whole_window[1:half] + whole_window[::-1][: half - 1]) / 2
    return weights


def _by_polyphase(
    n_times: int, new: float, old: float, options: ResampleOptions
) -> Callable[[Floats], Floats]:
    """Low-pass and take samples, in one go."""
    from scipy import signal

    final = resampled_length(n_times, new, old)
    common = gcd(final, n_times)
    up, down = final // common, n_times // common
    if up == down:  # the rates differ by less than a sample
        return np.copy
    window = options.window
    if isinstance(window, str) and window == "auto":
        window = ("kaiser", 5.0)
    if not isinstance(window, list | np.ndarray):
        longest = max(up, down)
        window = signal.firwin(20 * longest + 1, 1 / longest, window=window)
    padding: Any = "reflect" if options.padding == "auto" else options.padding
    taps: Any = np.asarray(window, np.float64)  # SciPy takes arrays, too, its stubs do not

    def resample(x: Floats) -> Floats:
        out: Floats = signal.resample_poly(x, up, down, axis=-1, window=taps, padtype=padding)
        return out

    return resample


METHODS = {"fft": _by_fft, "polyphase": _by_polyphase}


def resample_triggers(x: Floats, n_new: int) -> Floats:
    """Trigger channels (n_channels, n_times) with so many samples.

    A new sample is the first value other than 0 of those that it stands for, if there is one.
    """
    n_old = x.shape[-1]
    starts = np.minimum((np.arange(n_new) / (n_new / n_old)).astype(np.int64), n_old - 1)
    ends = np.append(starts[1:], n_old)
    places = np.where(x != 0, np.arange(n_old), n_old)
    # Place of the first value other than 0 at or after each sample.
    following = np.minimum.accumulate(places[:, ::-1], axis=1)[:, ::-1][:, starts]
    at = np.where(following < ends, following, starts)
    taken: Floats = np.take_along_axis(x, at, axis=1)
    return taken
