"""Samples of a recording for a page of traces: read, projected, filtered for display."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal, final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.figures.trace_scalings import quartile_range, row_heights
from leadfield.figures.traces import TracePage
from leadfield.filters.digital_filter import DigitalFilter
from leadfield.filters.iir_filter import IirFilter
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import resolve_picks
from leadfield.recording.projector import make_projector
from leadfield.recording.raw import RawRecording
from leadfield.recording.spans import segments_between

MOST_BYTES = 1e8
"""What is read at most to find out how strong the samples are."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayOptions:
    """What is done to samples before they are drawn; the recording stays as it is.

    ``scalings`` are half the heights of rows by type; of each channel every how-manieth sample
    of ``steps`` is drawn; times are later by ``offset`` s.
    """

    project: bool = True
    remove_mean: bool = True
    filter: DigitalFilter | None = None
    scalings: Mapping[str, Any]
    steps: tuple[int, ...]
    offset: float = 0.0


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PageSamples:
    """Samples (n_channels, n_times) in SI units, and the means (n_channels,) taken out."""

    samples: Floats
    means: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


@np.errstate(invalid="ignore")  # infinite samples become NaN
def read_page(
    raw: RawRecording, rows: Ints, span: tuple[int, int], options: DisplayOptions
) -> PageSamples:
    """The samples of channels ``rows`` from a sample to another; no others are read.

    A recursive filter needs more at either end to swing in, as far as the recording goes.
    """
    start, stop = span
    found = options.filter
    margin = found.n_padding if isinstance(found, IirFilter) else 0
    first, last = max(0, start - margin), min(raw.n_samples, stop + margin)
    samples = _read(raw, rows, first, last, project=options.project)
    inner = slice(start - first, stop - first)
    means = np.zeros(len(rows))
    if options.remove_mean:
        means = np.nanmean(samples[:, inner], axis=1)
        samples -= means[:, np.newaxis]
    if isinstance(found, IirFilter):
        found = replace(found, n_padding=max(margin - (last - stop), margin - (start - first)))
    if found is not None:
        filtered = np.isin(rows, resolve_picks(raw.info, "data", exclude=()))
        for low, high in segments_between(raw, ("edge", "bad_acq_skip")):
            part = slice(max(low, first) - first, max(min(high, last) - first, 0))
            if part.stop > part.start:
                samples[filtered, part] = found.apply(samples[filtered, part])
    return PageSamples(samples=samples[:, inner], means=means)


def _read(raw: RawRecording, rows: Ints, start: int, stop: int, *, project: bool) -> Floats:
    """Samples of channels, with projections applied if asked."""
    if project and raw.info.projections:
        info = raw.info
        projector = make_projector(info.projections, info.names, info.bads)
        weights = projector.matrix[rows]
        needed = np.flatnonzero(weights.any(axis=0))
        out: Floats = weights[:, needed] @ raw.read(start, stop, needed)
        return out
    return raw.read(start, stop, rows)


def fitted_scalings(
    raw: RawRecording,
    scalings: dict[str, float | Literal["auto"]],
    duration: float,
    *,
    remove_mean: bool,
) -> dict[str, Any]:
    """Scalings with numbers for ``"auto"``, from the middle of a recording."""
    types = np.array(raw.info.channels.types)
    wanted = [kind for kind in np.unique(types) if scalings.get(kind) == "auto"]
    if not wanted:
        return dict(scalings)
    rate = raw.info.sampling_rate
    start, stop = 0, raw.n_samples
    if not raw.preloaded:
        seconds = min(max(MOST_BYTES // (8 * len(types)), 1), stop) / rate
        middle, end = (stop - 1) / rate / 2, (stop - 1) / rate
        start = round(max(middle - seconds / 2, 0) * rate)
        stop = round(min(middle + seconds / 2, end) * rate)
    segment = int(duration * rate) if remove_mean else None
    fitted = {
        kind: quartile_range(raw.read(start, stop, np.flatnonzero(types == kind)), segment=segment)
        for kind in wanted
    }
    return {**scalings, **fitted}


def make_page(
    raw: RawRecording, rows: Ints, span: tuple[int, int], options: DisplayOptions
) -> TracePage:
    """The page of channels ``rows`` from a sample to another."""
    times = np.arange(*span) / raw.info.sampling_rate + options.offset
    return page_of(
        raw.info, rows, read_page(raw, rows, span, options), times=times, options=options
    )


def epochs_page(
    info: MeasurementInfo, rows: Ints, samples: Floats, options: DisplayOptions
) -> TracePage:
    """The page of channels ``rows``, of which epochs (n_epochs, n_rows, n_times) follow on."""
    row = np.concatenate(list(samples), axis=1)
    means = row.mean(axis=1) if options.remove_mean else np.zeros(len(row))
    read = PageSamples(samples=row - means[:, np.newaxis], means=means)
    times = np.arange(row.shape[1]) / info.sampling_rate
    return page_of(info, rows, read, times=times, options=options)


def page_of(
    info: MeasurementInfo,
    rows: Ints,
    read: PageSamples,
    *,
    times: Floats,
    options: DisplayOptions,
) -> TracePage:
    """The page of samples that were read."""
    types = tuple(info.channels.types[i] for i in rows)
    heights = row_heights(read.samples, types, options.scalings)
    return TracePage(
        samples=read.samples / heights[:, np.newaxis],
        times=times,
        zeros=read.means / heights,
        heights=heights,
        steps=options.steps,
        names=tuple(info.names[i] for i in rows),
        types=types,
        bads=frozenset(info.bads),
    )


def clock_ticks(times: Floats, origin: datetime) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Ticks at whole seconds of the day, or parts of one, with times that count from ``origin``."""
    from matplotlib.ticker import MaxNLocator

    second = origin.second + origin.microsecond / 1e6
    locator = MaxNLocator(nbins=8)
    ticks = np.asarray(locator.tick_values(times[0] + second, times[-1] + second)) - second
    inside = [float(t) for t in ticks if times[0] <= t <= times[-1]]
    moments = [origin + timedelta(seconds=round(t, 6)) for t in inside]
    fine = len(inside) > 1 and inside[1] - inside[0] < 1
    texts = [f"{m:%H:%M:%S.%f}"[:-3] if fine else f"{m:%H:%M:%S}" for m in moments]
    return tuple(inside), tuple(texts)
