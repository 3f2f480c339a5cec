"""Times of topographic maps: given, evenly spaced, or peaks of an evoked response."""

import numpy as np
import scipy
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError
from leadfield.epochs.evoked import EvokedResponse

MOST_MAPS = 25


def choose_times(evoked: EvokedResponse, times: ArrayLike | str, *, at_most: int) -> Floats:
    """Times in s: those given, evenly spaced (``"auto"``) or the peaks (``"peaks"``)."""
    if isinstance(times, str):
        one_of("times", times, ("auto", "peaks"))
        if times == "peaks":
            return find_peak_times(evoked, at_most)
        count = min(at_most, len(evoked.times))
        return np.linspace(evoked.times[0], evoked.times[-1], count)
    out = np.atleast_1d(np.asarray(times, dtype=np.float64))
    if out.ndim != 1 or not 0 < len(out) <= MOST_MAPS or not np.isfinite(out).all():
        msg = f"times must be 1 to {MOST_MAPS} numbers in s, got {times!r}"
        raise InputError(msg)
    return out


def find_peak_times(evoked: EvokedResponse, count: int) -> Floats:
    """Times of the largest local maxima of the standard deviation over channels."""
    deviation = evoked.data.std(axis=0)
    distance = max(len(deviation) // 30, 1)
    maxima = scipy.signal.argrelmax(deviation, order=distance)[0]
    if len(maxima) == 0:
        maxima = np.array([deviation.argmax()])
    largest = maxima[np.argsort(deviation[maxima])[-count:]]
    return evoked.times[np.sort(largest)]


def samples_near(evoked: EvokedResponse, times: Floats, average: float | None = None) -> list[Ints]:
    """Samples nearest to each time, or all within ``average`` s around it."""
    own = evoked.times
    step = 1.0 / evoked.info.sampling_rate
    outside = [t for t in times if t < own[0] - step / 2 or t > own[-1] + step / 2]
    if outside:
        msg = f"times must be within {own[0]:.3f} to {own[-1]:.3f} s, got {outside[0]:g}"
        raise InputError(msg)
    centres = [int(np.abs(own - t).argmin()) for t in times]
    if average is None:
        return [np.array([c]) for c in centres]
    half = number("average", average, above=0) / 2
    return [np.flatnonzero(np.abs(own - own[c]) <= half + 1e-9) for c in centres]
