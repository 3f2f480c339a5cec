"""Design of FIR filters: their length, windowed taps, minimum phase."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import InputError
from leadfield.base.log import LOGGER, warn
from leadfield.filters.bands import Bands, PassEdges, Transition, make_bands
from leadfield.filters.fir_filter import PHASES, FirFilter

FirPhase = Literal["linear", "zero", "zero-double", "minimum", "minimum-half"]
FirWindow = Literal["hamming", "hann", "blackman"]
FirDesign = Literal["firwin", "firwin2"]

# Length of a windowed filter times the width of its transition band (Ifeachor & Jervis 2002).
LENGTH_FACTORS = {"hann": 3.1, "hamming": 3.3, "blackman": 5.0}


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FirOptions:
    """How a FIR filter is designed and applied.

    ``length`` in samples, as a time (``"10s"``, ``"500ms"``) or ``"auto"``; transition bands
    in Hz or ``"auto"``.
    """

    length: str | int = "auto"
    l_trans: Transition = "auto"
    h_trans: Transition = "auto"
    phase: str = "zero"
    window: str = "hamming"
    design: str = "firwin"
    padding: str = "reflect_limited"

    def __post_init__(self) -> None:
        one_of("phase", self.phase, PHASES)
        one_of("fir_window", self.window, LENGTH_FACTORS)
        one_of("fir_design", self.design, DESIGNS)
        lock_arrays(self)


def design_fir(rate: float, edges: PassEdges, options: FirOptions) -> FirFilter:
    """The filter for samples at ``rate`` Hz."""
    bands = make_bands(rate, edges, l_trans=options.l_trans, h_trans=options.h_trans)
    n_taps = filter_length(rate, bands, options)
    LOGGER.info(
        "FIR filter (%s, %s window, %s phase): %d samples (%.3f s)",
        edges.kind,
        options.window,
        options.phase,
        n_taps,
        n_taps / rate,
    )
    taps = make_taps(rate, bands, n_taps, options)
    _warn_of_weak_attenuation(rate, bands, taps, options.phase)
    return FirFilter(taps=taps, phase=options.phase, padding=options.padding)


def filter_length(rate: float, bands: Bands, options: FirOptions) -> int:
    """Number of taps: odd where the phase or the design needs it."""
    length, windowed = options.length, options.design == "firwin"
    if isinstance(length, str) and length.lower() == "auto":
        factor = LENGTH_FACTORS[options.window] * (1.0 if windowed else 2.0)
        n = _samples(factor / bands.narrowest, rate)
    elif isinstance(length, str):
        n = _samples(_seconds(length), rate)
    else:
        n = whole("filter_length", length, least=1)
    if windowed or options.phase == "zero":
        n += 1 - n % 2
    if options.phase == "zero-double" and isinstance(length, str) and length.lower() != "auto":
        n = 1 << (n - 1).bit_length()
    # A symmetric filter of even length stops what is at half the sampling rate.
    return n + 1 - n % 2 if windowed or bands.gains[-1] == 1 else n


def _seconds(length: str) -> float:
    text = length.lower()
    unit = "ms" if text.endswith("ms") else "s"
    try:
        if not text.endswith(unit):
            raise ValueError(text)  # noqa: TRY301 - the same words for both
        return float(text.removesuffix(unit)) * (1e-3 if unit == "ms" else 1)
    except ValueError as error:
        msg = f'filter_length must be "auto", a time such as "10s" or samples, got {length!r}'
        raise InputError(msg) from error


def _samples(seconds: float, rate: float) -> int:
    if not np.isfinite(seconds):
        msg = f"filter_length must be a finite time, got {seconds} s"
        raise InputError(msg)
    return max(int(np.ceil(seconds * rate)), 1)


def make_taps(rate: float, bands: Bands, n_taps: int, options: FirOptions) -> Floats:
    """Taps (n_taps,), symmetric unless a minimum phase is asked for."""
    from scipy import signal

    design = DESIGNS[options.design]
    if options.phase == "minimum-half":
        taps = design(rate, bands, 2 * n_taps - 1, options.window)
        half: Floats = signal.minimum_phase(taps)
        return half
    taps = design(rate, bands, n_taps, options.window)
    if options.phase == "minimum" and n_taps > 1:
        # Of the same length, with the same gains: the minimum phase of the taps themselves.
        taps = signal.minimum_phase(taps, half=False)
    return taps


def _windowed_sinc(rate: float, bands: Bands, n_taps: int, window: Any) -> Floats:
    """A sum of low-passes, each as long as its transition band asks for."""
    from scipy import signal

    frequencies, gains = bands.frequencies / (rate / 2), bands.gains
    taps = np.zeros(n_taps)
    if gains[-1] == 1:
        taps[n_taps // 2] = 1
    for i in np.flatnonzero(np.diff(gains))[::-1]:
        width = (frequencies[i + 1] - frequencies[i]) / 2
        n = round(float(LENGTH_FACTORS[window] / width))
        n += 1 - n % 2
        if n > n_taps:
            msg = (
                f"filter_length must be at least {n} samples for a transition band of "
                f"{width * rate:g} Hz, got {n_taps}: make either longer, or take 'auto'"
            )
            raise InputError(msg)
        middle = (frequencies[i + 1] + frequencies[i]) / 2
        low_pass = signal.firwin(n, middle, window=window, pass_zero=True, fs=2.0)
        start = (n_taps - n) // 2
        taps[start : n_taps - start] += low_pass if gains[i] == 1 else -low_pass
    return taps


def _sampled_response(rate: float, bands: Bands, n_taps: int, window: Any) -> Floats:
    """The inverse transform of the gains, windowed."""
    from scipy import signal

    taps: Floats = signal.firwin2(
        n_taps, bands.frequencies / (rate / 2), bands.gains, window=window
    )
    return taps


DESIGNS: dict[str, Callable[[float, Bands, int, Any], Floats]] = {
    "firwin": _windowed_sinc,
    "firwin2": _sampled_response,
}


def _warn_of_weak_attenuation(rate: float, bands: Bands, taps: Floats, phase: str) -> None:
    from scipy import signal

    stops = bands.frequencies[bands.gains == 0]
    if not len(stops):
        return
    gain = np.abs(signal.freqz(taps, worN=np.pi * stops / (rate / 2))[1])
    decibels = -20 * np.log10(max(float(gain.max()), 1e-20)) + 6 * (phase == "zero-double")
    if decibels < (12 if phase == "minimum-half" else 20):
        warn(
            f"the filter attenuates {stops[gain.argmax()]:.2f} Hz, which it shall stop, by only "
            f"{decibels:.2f} dB: a longer filter_length attenuates more"
        )
