"""Pass bands and stop bands of a filter: the gains it shall have, and its transition bands."""

from dataclasses import dataclass
from typing import final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.errors import ArgumentTypeError, InputError

# Width of a transition band in Hz, one for each edge, or "auto".
Transition = ArrayLike | str


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PassEdges:
    """Edges in Hz of what is filtered out: below ``low``, above ``high``; None for no such edge.

    With ``low`` above ``high``, what lies between them: one stop band for each pair.
    """

    low: Floats | None
    high: Floats | None

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def kind(self) -> str:
        """``"allpass"``, ``"lowpass"``, ``"highpass"``, ``"bandpass"`` or ``"bandstop"``."""
        if self.low is None:
            return "allpass" if self.high is None else "lowpass"
        if self.high is None:
            return "highpass"
        return "bandpass" if (self.low < self.high).any() else "bandstop"

    @property
    def cutoffs(self) -> list[float]:
        """The edges in ascending order."""
        given = [edge for edge in (self.low, self.high) if edge is not None]
        return sorted(float(one) for edge in given for one in edge)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bands:
    """Gains, 0 or 1, at ``frequencies`` in Hz from 0 to Nyquist's; straight lines between them.

    ``narrowest`` is the width in Hz of the narrowest transition band, infinite without one.
    """

    frequencies: Floats
    gains: Floats
    narrowest: float = np.inf

    def __post_init__(self) -> None:
        lock_arrays(self)


def make_edges(rate: float, l_freq: ArrayLike | None, h_freq: ArrayLike | None) -> PassEdges:
    """The checked edges of a filter for samples at ``rate`` Hz."""
    low, high = _edge("l_freq", l_freq, rate), _edge("h_freq", h_freq, rate)
    if low is not None and not low.any():
        low = None
    if low is not None and high is not None and len(low) != len(high):
        msg = f"l_freq and h_freq must be as many, got {len(low)} and {len(high)}"
        raise InputError(msg)
    edges = PassEdges(low=low, high=high)
    n = max((len(edge) for edge in (low, high) if edge is not None), default=1)
    if n > 1 and edges.kind != "bandstop":
        msg = "several frequencies must be pairs of a stop band, with l_freq above h_freq"
        raise InputError(msg)
    for name, edge in (("l_freq", low), ("h_freq", high)):
        if edge is not None and edge.min() <= 0:
            msg = f"{name} must be above 0 Hz, got {edge.min():g}"
            raise InputError(msg)
        if edge is not None and edge.max() >= rate / 2:
            msg = (
                f"{name} must be below half the sampling rate, {rate / 2:g} Hz, got {edge.max():g}"
            )
            raise InputError(msg)
    return edges


def _edge(name: str, given: ArrayLike | None, rate: float) -> Floats | None:
    if given is None:
        return None
    try:
        edge = np.array(given, np.float64).ravel()
    except (TypeError, ValueError) as error:
        msg = f"{name} must be a frequency in Hz or None, got {given!r}"
        raise ArgumentTypeError(msg) from error
    if not edge.size or not np.isfinite(edge).all():
        msg = f"{name} must be a frequency from 0 to {rate / 2:g} Hz or None, got {given!r}"
        raise InputError(msg)
    return edge


def make_bands(
    rate: float, edges: PassEdges, *, l_trans: Transition = "auto", h_trans: Transition = "auto"
) -> Bands:
    """Gains of a filter with transition bands of these widths in Hz."""
    nyquist, low, high = rate / 2, edges.low, edges.high
    widths = []
    points: list[tuple[Floats, float]] = []
    if low is not None:
        widths.append(_width("l_trans_bandwidth", l_trans, low, room=_inward(edges, low, nyquist)))
        points.append((low, 1.0))
        inside = edges.kind == "bandstop"
        stop = low - widths[-1]
        if not inside and stop.min() < 0:
            msg = (
                f"the transition band below l_freq must end at 0 Hz or above, it ends at "
                f"{stop.min():g} Hz: raise l_freq or make l_trans_bandwidth narrower"
            )
            raise InputError(msg)
        points.append((stop, 0.0))
    if high is not None:
        inside = edges.kind == "bandstop"
        room = high if inside else nyquist - high
        widths.append(_width("h_trans_bandwidth", h_trans, high, room=room))
        stop = high + widths[-1]
        if stop.max() > nyquist:
            msg = (
                f"the transition band above h_freq must end at {nyquist:g} Hz or below, it ends "
                f"at {stop.max():g} Hz: lower h_freq or make h_trans_bandwidth narrower"
            )
            raise InputError(msg)
        points += [(high, 1.0), (stop, 0.0)]
    narrowest = min((float(width.min()) for width in widths), default=np.inf)
    return _between_zero_and(nyquist, points, edges.kind, narrowest)


def _inward(edges: PassEdges, low: Floats, nyquist: float) -> Floats:
    """How wide a transition band at ``low`` may be by itself."""
    return nyquist - low if edges.kind == "bandstop" else low


def _width(name: str, given: Transition, edge: Floats, *, room: Floats) -> Floats:
    """Widths of the transition bands at some edges: a quarter of the frequency, at least 2 Hz."""
    if isinstance(given, str):
        if given != "auto":
            msg = f'{name} must be a width in Hz or "auto", got {given!r}'
            raise InputError(msg)
        return np.minimum(np.maximum(0.25 * edge, 2.0), room)
    try:
        width = np.broadcast_to(np.array(given, np.float64).ravel(), edge.shape)
    except (TypeError, ValueError) as error:
        msg = f'{name} must be a width in Hz, one for each band, or "auto", got {given!r}'
        raise ArgumentTypeError(msg) from error
    if not (np.isfinite(width).all() and width.min() > 0):
        msg = f"{name} must be above 0 Hz, got {given!r}"
        raise InputError(msg)
    return width


def _between_zero_and(
    nyquist: float, points: list[tuple[Floats, float]], kind: str, narrowest: float
) -> Bands:
    """The points in order, with the gain at the ends that their neighbours have."""
    frequencies = np.concatenate([at for at, _ in points]) if points else np.empty(0)
    gains = np.concatenate([np.full(len(at), gain) for at, gain in points] or [np.empty(0)])
    order = np.argsort(frequencies, kind="stable")
    frequencies, gains = frequencies[order], gains[order]
    at_zero, at_end = {
        "allpass": (1.0, 1.0),
        "lowpass": (1.0, 0.0),
        "highpass": (0.0, 1.0),
        "bandpass": (0.0, 0.0),
        "bandstop": (1.0, 1.0),
    }[kind]
    if not len(frequencies) or frequencies[0] != 0:
        frequencies, gains = np.r_[0.0, frequencies], np.r_[at_zero, gains]
    if frequencies[-1] != nyquist:
        frequencies, gains = np.r_[frequencies, nyquist], np.r_[gains, at_end]
    if (np.abs(np.diff(gains, 2)) > 1).any():
        msg = "stop bands must not overlap or touch: make them or their transition bands narrower"
        raise InputError(msg)
    return Bands(frequencies=frequencies, gains=gains, narrowest=narrowest)
