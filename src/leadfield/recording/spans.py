"""Spans of samples: ``tmin`` and ``tmax`` as sample numbers, good samples, segments."""

from collections.abc import Collection

import numpy as np

from leadfield.base.arrays import Bools
from leadfield.base.checks import number
from leadfield.base.errors import InputError
from leadfield.recording.raw import RawRecording


def span_of(
    rate: float, n_samples: int, tmin: float, tmax: float | None, *, include_tmax: bool = True
) -> tuple[int, int]:
    """First sample and the one after the last of a part of a recording, times in s.

    A time between two samples counts for the nearer one.
    """
    tmin = number("tmin", tmin)
    end = (n_samples - 1) / rate
    if tmax is None:
        tmax, include_tmax = end, True
    tmax = number("tmax", tmax)
    if not 0 <= tmin <= tmax or tmax - (not include_tmax) / rate > end:
        msg = f"tmin and tmax must be in order and from 0 to {end:g} s, got {tmin:g} and {tmax:g}"
        raise InputError(msg)
    start, stop = round(tmin * rate), round(tmax * rate) + include_tmax
    if stop <= start:
        msg = f"at least one sample must lie from tmin={tmin:g} to tmax={tmax:g} s, none does"
        raise InputError(msg)
    return start, min(stop, n_samples)


def span_to_save(rate: float, n_samples: int, tmin: float, tmax: float | None) -> tuple[int, int]:
    """First sample and the one after the last of the part of a recording that goes to a file.

    It starts with the sample at ``tmin`` s or the last before, and ends with the one nearest to
    ``tmax`` s or with the recording.
    """
    tmin = number("tmin", tmin, least=0)
    start, stop = int(np.floor(tmin * rate)), n_samples
    if tmax is not None:
        stop = min(round(number("tmax", tmax) * rate) + 1, n_samples)
    if stop <= start:
        msg = (
            f"at least one sample must lie from tmin to tmax, got {tmin:g} and {tmax} s of "
            f"{(n_samples - 1) / rate:g} s"
        )
        raise InputError(msg)
    return start, stop


def good_samples(raw: RawRecording, start: int, stop: int) -> Bools:
    """Which of the samples from ``start`` to ``stop`` no bad annotation covers."""
    good = np.ones(stop - start, bool)
    rate = raw.info.sampling_rate
    for one in raw.annotations:
        if one.bad:
            onset = round((one.onset - raw.first_time) * rate) - start
            end = round((one.end - raw.first_time) * rate) - start
            good[max(onset, 0) : max(end, 0)] = False
    return good


def segments_between(raw: RawRecording, kinds: str | Collection[str]) -> list[tuple[int, int]]:
    """First sample, and the one after the last, of what annotations of some kinds leave.

    An annotation is of a kind if its description starts with it, in any case. One without a
    duration cuts the recording in two.
    """
    rate, n = raw.info.sampling_rate, raw.n_samples
    left = np.ones(n, bool)
    cuts = []
    wanted = tuple(kind.upper() for kind in ([kinds] if isinstance(kinds, str) else kinds))
    for one in raw.annotations:
        if one.description.upper().startswith(wanted):
            start = max(round((one.onset - raw.first_time) * rate), 0)
            stop = max(round((one.end - raw.first_time) * rate), start)
            left[start:stop] = False
            if start == stop:
                cuts.append(start)
    bounds = np.flatnonzero(np.diff(np.concatenate([[False], left, [False]]).astype(np.int8)))
    starts, stops = sorted([*bounds[::2], *cuts]), sorted([*bounds[1::2], *cuts])
    return [(int(a), int(b)) for a, b in zip(starts, stops, strict=True) if a < b]
