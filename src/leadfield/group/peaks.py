"""Peaks of a group's averages: where and when the largest value is."""

from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.estimates.source_courses import SourceCourses
from leadfield.group.template import TemplateCortex
from leadfield.sources.space import HEMISPHERES

Point = tuple[float, float, float]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPeak:
    """The largest value of a map: where it is, ``time`` in s; None for what is not known."""

    hemisphere: str
    vertex: int
    sample: int
    time: float
    value: float
    mni_mm: Point | None
    label: str | None


def find_group_peak(courses: SourceCourses, cortex: TemplateCortex, samples: slice) -> GroupPeak:
    """The value of the largest size, in both hemispheres."""
    values = courses.data[:, samples]
    row, sample = np.unravel_index(np.abs(values).argmax(), values.shape)
    vertices = courses.axes.vertices
    side = int(row >= len(vertices[0]))
    vertex = int(np.concatenate(vertices)[row])
    mni = cortex.mni_of(vertices)
    return GroupPeak(
        hemisphere=HEMISPHERES[side],
        vertex=vertex,
        sample=samples.start + int(sample),
        time=float(courses.times[samples][sample]),
        value=float(values[row, sample]),
        mni_mm=None if mni is None else _point(mni[row]),
        label=cortex.label_at(HEMISPHERES[side], vertex),
    )


def _point(place: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> Point:
    x, y, z = place.tolist()
    return x, y, z
