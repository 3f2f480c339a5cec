"""Peak of a source estimate as users ask for it: vertex and time, or row and sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from leadfield.estimates.peak import find_peak

if TYPE_CHECKING:
    from leadfield.estimates.source_courses import SourceCourses

PeakMode = Literal["abs", "pos", "neg"]


def locate_peak(
    courses: SourceCourses,
    hemisphere: str | None,
    window: tuple[float | None, float | None],
    mode: str,
    *,
    vert_as_index: bool,
    time_as_index: bool,
) -> tuple[int, float]:
    """Vertex (or row) and time (or sample) of the peak."""
    row, sample = find_peak(courses, hemisphere=hemisphere, window=window, mode=mode)
    where = row if vert_as_index else int(np.concatenate(courses.axes.vertices)[row])
    return where, sample if time_as_index else float(courses.times[sample])
