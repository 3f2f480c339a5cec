"""Samples of a recording: ``get_data``, ``raw[picks, start:stop]``, times to sample numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.api.recording.edit_annotations import as_date
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError, OutOfRangeError
from leadfield.base.log import LOGGER
from leadfield.recording.picks import Picks, resolve_picks
from leadfield.recording.spans import good_samples
from leadfield.recording.units import factors

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats, Ints
    from leadfield.recording.raw import RawRecording


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRange:
    """Which samples to read: numbers ``start`` to ``stop``, or times ``tmin`` to ``tmax`` in s."""

    start: int = 0
    stop: int | None = None
    tmin: float | None = None
    tmax: float | None = None

    def bounds(self, raw: RawRecording) -> tuple[int, int]:
        """First sample and the one after the last, inside the recording."""
        n = raw.n_samples
        first, last = whole("start", self.start), n
        if self.stop is not None:
            last = whole("stop", self.stop)
        elif self.tmax is not None:
            last = int(sample_numbers(raw, number("tmax", self.tmax))[0])
        if self.tmin is not None and first == 0:
            first = int(sample_numbers(raw, number("tmin", self.tmin))[0])
        first, last = (min(max(0, one), n) for one in (first, last))
        return first, max(first, last)


def read_samples(
    raw: RawRecording,
    picks: Picks,
    samples: SampleRange,
    *,
    exclude: str | Collection[str] = (),
    reject_by_annotation: str | None = None,
    units: str | Mapping[str, str] | None = None,
) -> tuple[NDArray[Any], Floats]:
    """Samples (n_channels, n_times) and their times in s."""
    rows = resolve_picks(raw.info, picks, none="all", exclude=exclude)
    start, stop = samples.bounds(raw)
    data = raw.values(start, stop, rows)
    times = np.arange(start, stop) / raw.info.sampling_rate
    if reject_by_annotation is not None:
        action = str(reject_by_annotation).lower()
        one_of("reject_by_annotation", action, ["omit", "nan"])
        good = good_samples(raw, start, stop)
        LOGGER.info("%d of %d samples are annotated as bad", (~good).sum(), good.size)
        if action == "omit":
            data, times = data[:, good], times[good]
        else:
            data[:, ~good] = np.nan
    if units is not None:
        data *= factors(units, [raw.info.channels.types[i] for i in rows])[:, None]
    return data, times


def read_item(raw: RawRecording, item: Any) -> tuple[NDArray[Any], Floats]:
    """Samples (n_channels, n_times) and times in s of what stands in ``raw[...]``."""
    rows, start, stop = item_span(raw, item)
    return raw.values(start, stop, rows), np.arange(start, stop) / raw.info.sampling_rate


def item_span(raw: RawRecording, item: Any) -> tuple[Ints, int, int]:
    """Channels, first sample and the one after the last of what stands in ``raw[...]``."""
    picks, span = item if isinstance(item, tuple) and len(item) == 2 else (item, slice(None))
    start, stop = _bounds(span, raw.n_samples)
    return resolve_picks(raw.info, picks), start, stop


def sample_numbers(
    raw: RawRecording,
    times: ArrayLike,
    origin: datetime | float | None = None,
    *,
    rounded: bool = False,
) -> Ints:
    """Sample numbers, from 0 at the first sample, of times in s after ``origin``."""
    delta = 0.0
    if (began := as_date(origin)) is not None:
        if raw.info.measured_at is None:
            msg = f"origin must be None, as the recording has no date, got {origin!r}"
            raise InputError(msg)
        first = raw.info.measured_at + timedelta(seconds=raw.first_time)
        delta = (began - first).total_seconds()
    index = (np.atleast_1d(np.asarray(times, np.float64)) + delta) * raw.info.sampling_rate
    numbers: Ints = (np.round(index) if rounded else index).astype(np.int64)
    return numbers


def _bounds(span: Any, n: int) -> tuple[int, int]:
    """First sample and the one after the last of a number or slice in brackets."""
    if isinstance(span, slice):
        start, stop, step = span.indices(n)
        if step != 1:
            msg = f"samples must be taken one after another, got a step of {step}"
            raise InputError(msg)
        return start, max(start, stop)
    if isinstance(span, int | np.integer) and not isinstance(span, bool):
        if not -n <= span < n:
            msg = f"a sample must be from {-n} to {n - 1}, got {span}"
            raise OutOfRangeError(msg)
        return int(span) % n, int(span) % n + 1
    msg = f"samples must be a number or a slice, got {span!r}"
    raise ArgumentTypeError(msg)
