"""Peaks of a noisy signal: maxima that stand out from the minima on both sides."""

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import all_finite, number
from leadfield.base.errors import InputError


def find_peaks(signal: Floats, threshold: float | None = None) -> Ints:
    """Samples of the maxima of ``signal`` (n_times,) that stand out by more than ``threshold``.

    None takes a quarter of the signal's range. Of equal samples side by side the first counts.
    An end of the signal is a maximum if the signal falls from there.
    """
    if signal.ndim != 1 or not signal.size:
        msg = f"peaks are looked for in one row of samples, got shape {signal.shape}"
        raise InputError(msg)
    all_finite("the signal", signal, "cut out what is missing")
    least = float(np.ptp(signal)) / 4 if threshold is None else number("thresh", threshold, least=0)
    places = _turning_points(signal)
    values = signal[places].tolist()
    last, floor = len(values) - 1, min(values)
    top, valley, place = floor, floor, -1
    found = []
    for i in range(int(values[0] < values[1]), last, 2):
        if values[i] > max(top, valley + least):
            top, place = values[i], i
        if top > values[i + 1] + least:
            found.append(place)
            top, valley, place = floor, values[i + 1], -1
        valley = min(valley, values[i + 1])
    if values[last] > max(top, valley + least):
        found.append(last)
    elif place >= 0:
        found.append(place)
    return places[np.array(found, np.int64)]


def _turning_points(signal: Floats) -> Ints:
    """Samples where the signal turns, and its ends."""
    rises = np.diff(signal) > 0
    turns = np.flatnonzero(rises[1:] != rises[:-1]) + 1
    return np.concatenate([[0], turns, [len(signal) - 1]]).astype(np.int64)
