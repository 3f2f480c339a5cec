"""Peak of source courses: where and when the largest value is."""

from collections.abc import Callable

import numpy as np

from leadfield.base.checks import looked_up, one_of
from leadfield.base.errors import DataError, MismatchError
from leadfield.epochs.time_axis import samples_between
from leadfield.estimates.directions import moment_lengths
from leadfield.estimates.segments import Segments
from leadfield.estimates.source_courses import SourceAxes, SourceCourses, Values
from leadfield.sources.space import HEMISPHERES

MODES: dict[str, tuple[Callable[[Values], Values], str | None]] = {
    "abs": (np.abs, None),
    "pos": (np.positive, "positive"),
    "neg": (np.negative, "negative"),
}


def find_peak(
    courses: SourceCourses,
    *,
    hemisphere: str | None = None,
    window: tuple[float | None, float | None] = (None, None),
    mode: str = "abs",
) -> tuple[int, int]:
    """Row and sample of the peak, of a hemisphere or of all, between two times in s.

    Of a vector estimate it is the longest moment.
    """
    data = courses.data
    segments = Segments(data.shape, lambda a, b: data[..., a:b], block=data.shape[-1])
    return find_peak_in(segments, courses.axes, hemisphere=hemisphere, window=window, mode=mode)


def find_peak_in(
    segments: Segments,
    axes: SourceAxes,
    *,
    hemisphere: str | None,
    window: tuple[float | None, float | None],
    mode: str,
) -> tuple[int, int]:
    """As :func:`find_peak`, of values that come a run of samples at a time."""
    size_of, sign = looked_up("mode", mode, MODES)
    rows = _hemisphere_rows(axes, hemisphere)
    if rows.start == rows.stop:
        where = "the estimate" if hemisphere is None else f"hemisphere {hemisphere}"
        msg = f"a peak needs at least one source, {where} has none"
        raise DataError(msg)
    samples = samples_between(axes.times(segments.shape[-1]), *window)
    largest, place = -np.inf, None
    for run, values in segments.cropped(samples.start, samples.stop).blocks():
        sizes = size_of((moment_lengths(values) if axes.vector else values)[rows])
        row, sample = np.unravel_index(sizes.argmax(), sizes.shape)
        if np.isnan(sizes[row, sample]) and not np.isnan(sizes).all():
            row, sample = np.unravel_index(np.nanargmax(sizes), sizes.shape)
        # NaN is above nothing. The first row counts among equals, as if all were there at once.
        if (sizes[row, sample], place is None or row < place[0]) > (largest, False):
            largest, place = sizes[row, sample], (int(row), run.start + int(sample))
    if place is None:
        msg = "a peak needs values that are numbers, all are NaN"
        raise DataError(msg)
    if sign is not None and not largest > 0:
        msg = f"mode {mode!r} needs {sign} values, there are none: use mode='abs'"
        raise DataError(msg)
    return rows.start + place[0], samples.start + place[1]


def _hemisphere_rows(axes: SourceAxes, hemisphere: str | None) -> slice:
    one_of("hemi", hemisphere, (*HEMISPHERES, None))
    if hemisphere is None:
        return slice(0, axes.n_sources)
    if axes.kind != "surface":
        msg = f"hemi must be None, a {axes.kind} estimate has no hemispheres"
        raise MismatchError(msg)
    return axes.space_of(HEMISPHERES.index(hemisphere))
