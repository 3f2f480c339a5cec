"""What single sources do over time, drawn below the brain."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, locked
from leadfield.scene.source_activity import Activity, HemisphereSources


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Course:
    """Values of one source at all times, ``(n_times,)``, and its name."""

    label: str
    values: Floats

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", locked(self.values, shape=(None,), name="values"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Courses:
    """Time courses and the part of the picture's height that they take."""

    courses: tuple[Course, ...]
    share: float


def strongest(activity: Activity, share: float) -> Courses:
    """The course of each hemisphere's strongest source."""
    courses = [_strongest(sources) for sources in activity.sources if len(sources.vertices)]
    return Courses(courses=tuple(courses), share=share)


def _strongest(sources: HemisphereSources) -> Course:
    values = np.asarray(sources.values, np.float64)
    sizes = np.linalg.norm(values, axis=1) if values.ndim == 3 else values
    row = int(np.abs(sizes).max(axis=1).argmax())
    return Course(label=f"{sources.hemisphere}, vertex {sources.vertices[row]}", values=sizes[row])
