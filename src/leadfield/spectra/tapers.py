"""Tapers of spectra: one window, or orthogonal ones of a bandwidth (Slepian 1978)."""

from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import number
from leadfield.base.errors import InputError
from leadfield.base.log import LOGGER, warn

CONCENTRATED = 0.9  # share of a taper's energy within the bandwidth that makes its bias low
HALF_BANDWIDTH = 4.0  # in steps of frequency, unless one is given
FEWEST_ADAPTIVE = 3  # tapers that adaptive weights need


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tapers:
    """Windows (n_tapers, n_times) with the share (n_tapers,) of each one's energy in its band.

    With ``adaptive`` their spectra are weighted by what leaks into them, else by the shares.
    """

    windows: Floats
    shares: Floats
    adaptive: bool = False

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def weighted_windows(self) -> Floats:
        """Windows whose spectra's squares add up to the power density, both signs of frequency."""
        weights = np.sqrt(2 * self.shares / self.shares.sum())
        windows: Floats = weights[:, np.newaxis] * self.windows
        return windows


def make_tapers(
    n_times: int, rate: float, bandwidth: object, *, low_bias: bool, adaptive: bool
) -> Tapers:
    """The window that ``bandwidth`` names, or tapers for a bandwidth in Hz."""
    if isinstance(bandwidth, str):
        LOGGER.info("    Spectra by a %r window of %d samples", bandwidth, n_times)
        window = _named_window(bandwidth, n_times)[np.newaxis]
        return Tapers(windows=window, shares=np.ones(1))
    half = HALF_BANDWIDTH
    if bandwidth is not None:
        half = number("bandwidth", bandwidth, above=0) * n_times / (2 * rate)
    if half < 0.5:
        msg = (
            f"bandwidth must be at least {rate / n_times:g} Hz, the step of frequency of "
            f"{n_times} samples, got {bandwidth!r}: take a wider one, or longer segments"
        )
        raise InputError(msg)
    windows, shares = _slepian_sequences(n_times, half)
    if low_bias:
        low = shares > CONCENTRATED
        if not low.any():
            warn(
                f"low_bias=True should leave a taper with more than {CONCENTRATED:.0%} of its "
                f"energy within bandwidth, the best has {shares.max():.0%} and is taken: take a "
                "wider bandwidth"
            )
            low = shares == shares.max()
        windows, shares = windows[low], shares[low]
    LOGGER.info("    Spectra by %d tapers of %d samples", len(shares), n_times)
    if adaptive and len(shares) < FEWEST_ADAPTIVE:
        warn(
            f"adaptive weights need at least {FEWEST_ADAPTIVE} tapers, got {len(shares)}: they "
            "are weighted by their concentration; take a wider bandwidth"
        )
        adaptive = False
    return Tapers(windows=windows, shares=shares, adaptive=adaptive)


def _named_window(name: str, n_times: int) -> Floats:
    window: Floats
    if name == "hann":  # the usual one needs no second for loading SciPy's
        window = 0.5 + 0.5 * np.cos(np.linspace(-np.pi, np.pi, n_times + 1)[:-1])
        return window
    from scipy import signal

    try:
        window = signal.get_window(name, n_times)
    except ValueError as problem:
        msg = (
            "bandwidth must be a number in Hz or a window that scipy.signal.get_window knows, "
            f"such as 'hann', got {name!r}"
        )
        raise InputError(msg) from problem
    return window


def _slepian_sequences(n_times: int, half_bandwidth: float) -> tuple[Floats, Floats]:
    from scipy.signal import windows

    if n_times < 2:
        return np.ones((1, n_times)), np.ones(1)
    count = int(2 * half_bandwidth)
    tapers, shares = windows.dpss(n_times, half_bandwidth, count, sym=False, return_ratios=True)
    return tapers, shares
