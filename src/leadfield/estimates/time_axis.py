"""Time axis of source courses: crop, sum, bin, subtract a baseline."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np

from leadfield.base.checks import number
from leadfield.base.errors import InputError
from leadfield.epochs.baseline import baseline_samples, check_baseline
from leadfield.epochs.time_axis import crop_slice
from leadfield.estimates.source_courses import SourceAxes, Values


def crop_axes(
    axes: SourceAxes,
    n_times: int,
    tmin: float | None,
    tmax: float | None,
    *,
    include_tmax: bool = True,
) -> tuple[slice, SourceAxes]:
    """The samples from ``tmin`` to ``tmax`` in s, and their axes."""
    times = axes.times(n_times)
    first, last = float(times[0]), float(times[-1])
    start = None if tmin is None else max(number("tmin", tmin), first)
    end = None if tmax is None or number("tmax", tmax) > last else tmax
    with_end = include_tmax or end is None
    samples = crop_slice(times, 1 / axes.tstep, start, end, include_tmax=with_end)
    return samples, replace(axes, tmin=float(times[samples.start]))


def sum_axes(axes: SourceAxes, n_times: int) -> SourceAxes:
    """Axes of a sum over time: one sample that is as long as all."""
    span = axes.tstep * n_times
    return replace(axes, tmin=axes.tmin + span / 2, tstep=span)


def bin_times(
    data: Values,
    axes: SourceAxes,
    width: float,
    *,
    span: tuple[float | None, float | None] = (None, None),
    summary: Callable[..., Values],
) -> tuple[Values, SourceAxes]:
    """Summary of each of the bins of ``width`` s that fit between two times.

    ``summary`` takes an array and ``axis``. A bin's time is its middle.
    """
    width = number("width", width, above=0)
    times = axes.times(data.shape[-1])
    start = axes.tmin if span[0] is None else number("tstart", span[0])
    stop = float(times[-1]) if span[1] is None else number("tstop", span[1])
    # Rounding must not cost the last bin where bins and samples end together.
    n_bins = int((stop + axes.tstep - start) / width + 1e-9)
    edges = start + width * np.arange(n_bins + 1)
    if n_bins < 1:
        msg = f"at least one bin of {width:g} s must fit between {start:g} and {stop:g} s"
        raise InputError(msg)
    places = np.searchsorted(times, edges - 1e-9 * axes.tstep)
    if (np.diff(places) == 0).any():
        msg = f"every bin must hold a sample: width must be at least {axes.tstep:g} s"
        raise InputError(msg)
    bins = [np.asarray(summary(data[..., a:b], axis=-1)) for a, b in pairwise(places)]
    return np.stack(bins, axis=-1), replace(axes, tmin=float(edges[0]) + width / 2, tstep=width)


def subtract_baseline(data: Values, axes: SourceAxes, baseline: object) -> Values:
    """The data less their mean over an interval (start, end) in s; the data for None."""
    times = axes.times(data.shape[-1])
    interval = check_baseline(baseline, times, 1 / axes.tstep)
    if interval is None:
        return data
    mean = data[..., baseline_samples(interval, times)].mean(axis=-1, keepdims=True)
    difference: Values = data - mean
    return difference
