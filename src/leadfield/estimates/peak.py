"""Peak of source courses: where and when the largest value is."""

from collections.abc import Callable

import numpy as np

from leadfield.base.checks import looked_up, one_of
from leadfield.base.errors import DataError, MismatchError
from leadfield.epochs.time_axis import samples_between
from leadfield.estimates.directions import moment_lengths
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
    size_of, sign = looked_up("mode", mode, MODES)
    rows = _hemisphere_rows(courses.axes, hemisphere)
    samples = samples_between(courses.times, *window)
    values = moment_lengths(courses.data) if courses.axes.vector else courses.data
    sizes = size_of(values[rows, samples])
    if not sizes.size:
        where = "the estimate" if hemisphere is None else f"hemisphere {hemisphere}"
        msg = f"a peak needs at least one source, {where} has none"
        raise DataError(msg)
    if np.isnan(sizes).all():
        msg = "a peak needs values that are numbers, all are NaN"
        raise DataError(msg)
    if sign is not None and not (sizes > 0).any():
        msg = f"mode {mode!r} needs {sign} values, there are none: use mode='abs'"
        raise DataError(msg)
    row, sample = np.unravel_index(np.nanargmax(sizes), sizes.shape)
    return rows.start + int(row), samples.start + int(sample)


def _hemisphere_rows(axes: SourceAxes, hemisphere: str | None) -> slice:
    one_of("hemi", hemisphere, (*HEMISPHERES, None))
    if hemisphere is None:
        return slice(0, axes.n_sources)
    if axes.kind != "surface":
        msg = f"hemi must be None, a {axes.kind} estimate has no hemispheres"
        raise MismatchError(msg)
    return axes.space_of(HEMISPHERES.index(hemisphere))
