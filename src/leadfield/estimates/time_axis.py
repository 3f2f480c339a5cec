"""Estimates on other time axes: parts, sums, bins, other baselines."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import number
from leadfield.base.errors import InputError
from leadfield.epochs.baseline import checked_baseline, samples_of
from leadfield.epochs.time_axis import cropped
from leadfield.estimates.source_courses import SourceCourses, Values


def part(
    activity: SourceCourses, tmin: float | None, tmax: float | None, *, include_tmax: bool = True
) -> SourceCourses:
    """Only the samples from ``tmin`` to ``tmax`` in s."""
    times = activity.times
    first, last = float(times[0]), float(times[-1])
    start = None if tmin is None else max(number("tmin", tmin), first)
    end = None if tmax is None or number("tmax", tmax) > last else tmax
    with_end = include_tmax or end is None
    kept = cropped(times, 1 / activity.tstep, start, end, include_tmax=with_end)
    return replace(activity, data=activity.data[..., kept], tmin=float(times[kept.start]))


def total(activity: SourceCourses) -> SourceCourses:
    """The sum over time, as one sample that is as long as all."""
    span = activity.tstep * activity.data.shape[-1]
    data = activity.data.sum(axis=-1, keepdims=True)
    return replace(activity, data=data, tmin=activity.tmin + span / 2, tstep=span)


def binned(
    activity: SourceCourses,
    width: float,
    span: tuple[float | None, float | None],
    summary: Callable[..., Values],
) -> SourceCourses:
    """A summary of each of the bins of ``width`` s that fit between two times.

    ``summary`` takes an array and ``axis``. A bin's time is its middle.
    """
    width = number("width", width, above=0)
    times = activity.times
    start = activity.tmin if span[0] is None else number("tstart", span[0])
    stop = float(times[-1]) if span[1] is None else number("tstop", span[1])
    # Rounding must not cost the last bin where bins and samples end together.
    n_bins = int((stop + activity.tstep - start) / width + 1e-9)
    edges = start + width * np.arange(n_bins + 1)
    if n_bins < 1:
        msg = f"at least one bin of {width:g} s must fit between {start:g} and {stop:g} s"
        raise InputError(msg)
    places = np.searchsorted(times, edges - 1e-9 * activity.tstep)
    if (np.diff(places) == 0).any():
        msg = f"every bin must hold a sample: width must be at least {activity.tstep:g} s"
        raise InputError(msg)
    bins = [np.asarray(summary(activity.data[..., a:b], axis=-1)) for a, b in pairwise(places)]
    data = np.stack(bins, axis=-1)
    return replace(activity, data=data, tmin=float(edges[0]) + width / 2, tstep=width)


def rebased(activity: SourceCourses, baseline: object) -> SourceCourses:
    """The activity less its mean over an interval (start, end) in s."""
    times: Floats = activity.times
    interval = checked_baseline(baseline, times, 1 / activity.tstep)
    if interval is None:
        return activity
    mean = activity.data[..., samples_of(interval, times)].mean(axis=-1, keepdims=True)
    return activity.with_data(activity.data - mean)
