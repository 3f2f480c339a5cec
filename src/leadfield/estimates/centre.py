"""Centre of mass of activity on the cortex: of one hemisphere's sources, and of time."""

import numpy as np

from leadfield.base.checks import one_of
from leadfield.base.errors import DataError, InputError
from leadfield.estimates.source_courses import SourceCourses
from leadfield.labels.label import CorticalLabel
from leadfield.sources.space import HEMISPHERES


def activity_label(courses: SourceCourses, hemi: int | None) -> CorticalLabel:
    """The sources of a hemisphere (0 left, 1 right), each with the sum of its values over time.

    None stands for the only hemisphere with activity. All values must be 0 or more.
    """
    data, axes = courses.data, courses.axes
    if np.iscomplexobj(data) or (data < 0).any():
        msg = "values must be real and 0 or more to have a centre of mass: take abs(stc)"
        raise DataError(msg)
    if hemi is None:
        active = [i for i in (0, 1) if data[axes.space_of(i)].any()]
        if len(active) != 1:
            msg = (
                "hemi must be 0 (left) or 1 (right) unless one hemisphere alone is active, got "
                f"None and activity in {len(active)} hemispheres"
            )
            raise InputError(msg)
        hemi = active[0]
    one_of("hemi", hemi, (0, 1))
    rows = data[axes.space_of(hemi)]
    if not rows.any():
        msg = f"some value of the hemisphere {HEMISPHERES[hemi]!r} must be above 0, got zeros"
        raise DataError(msg)
    vertices = axes.vertices[hemi]
    return CorticalLabel(
        hemisphere=HEMISPHERES[hemi],
        vertices=vertices,
        positions=np.zeros((len(vertices), 3)),
        values=rows.sum(axis=1),
        subject=axes.subject,
    )


def middle_time(courses: SourceCourses) -> float:
    """Mean time in s, weighted by the sum of all values at it."""
    masses = courses.data.sum(axis=0)
    return float(masses @ courses.times / masses.sum())
