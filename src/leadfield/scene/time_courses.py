"""Time courses of single sources, drawn below the brain."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays, locked
from leadfield.scene.source_activity import Activity, HemisphereSources


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeCourse:
    """Values of one source at all times, ``(n_times,)``, and its name."""

    label: str
    values: Floats

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", locked(self.values, shape=(None,), name="values"))
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeCourses:
    """Time courses, and the fraction of the picture's height that they take."""

    courses: tuple[TimeCourse, ...]
    height: float


def strongest_courses(activity: Activity, height: float) -> TimeCourses:
    """The time course of each hemisphere's strongest source."""
    courses = [_strongest_course(sources) for sources in activity.sources if len(sources.vertices)]
    return TimeCourses(courses=tuple(courses), height=height)


def _strongest_course(sources: HemisphereSources) -> TimeCourse:
    values = np.asarray(sources.values, np.float64)
    sizes = np.linalg.norm(values, axis=1) if values.ndim == 3 else values
    row = int(np.abs(sizes).max(axis=1).argmax())
    label = f"{sources.hemisphere}, vertex {sources.vertices[row]}"
    return TimeCourse(label=label, values=sizes[row])
