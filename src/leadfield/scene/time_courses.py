"""Time courses of single sources, drawn below the brain: the strongest, or those picked."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays, locked
from leadfield.scene.marks import Colour
from leadfield.scene.source_activity import Activity, HemisphereSources, InnerSources

INKS: tuple[Colour, ...] = (
    (0.34, 0.71, 0.91),
    (0.90, 0.62, 0.00),
    (0.00, 0.62, 0.45),
    (0.80, 0.47, 0.65),
    (0.84, 0.37, 0.00),
)
"""Colours that are clear on black and on white, and to colour-blind readers."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeCourse:
    """Values of one source at all times, ``(n_times,)``, and its name."""

    label: str
    values: Floats
    colour: Colour = INKS[0]
    picked: bool = False
    """Whether a user has asked for it, and it is marked on the cortex."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", locked(self.values, shape=(None,), name="values"))
        lock_arrays(self)

    def at(self, sample: float) -> float:
        """The value at a sample, or between two."""
        return float(np.interp(sample, np.arange(len(self.values)), self.values))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeCourses:
    """Time courses, and the fraction of the picture's height that they take."""

    courses: tuple[TimeCourse, ...]
    height: float


def strongest_courses(activity: Activity, height: float) -> TimeCourses:
    """The time course of each hemisphere's strongest source, and of that in volumes."""
    found = [sources for sources in activity.sources if len(sources.vertices)]
    courses = [
        source_course(sources, _strongest(source_sizes(sources)), ink)
        for sources, ink in zip(found, INKS, strict=False)
    ]
    inside = activity.inside
    if inside is not None and len(inside.points):
        sizes = source_sizes(inside)
        row, ink = _strongest(sizes), INKS[len(courses)]
        label = f"volume, point {inside.points[row]}"
        courses.append(TimeCourse(label=label, values=sizes[row], colour=ink))
    return TimeCourses(courses=tuple(courses), height=height)


def source_course(
    sources: HemisphereSources, row: int, ink: Colour, *, region: str = "", picked: bool = False
) -> TimeCourse:
    """The time course of one source, by the row of its values."""
    label = f"{sources.hemisphere}, vertex {sources.vertices[row]}"
    return TimeCourse(
        label=f"{label}, {region}" if region else label,
        values=source_sizes(sources)[row],
        colour=ink,
        picked=picked,
    )


def _strongest(sizes: Floats) -> int:
    """The row with the largest size at any time."""
    return int(np.abs(sizes).max(axis=1).argmax())


def source_sizes(sources: HemisphereSources | InnerSources) -> Floats:
    """Values, or the lengths of moments, ``(n_sources, n_times)``."""
    values = np.asarray(sources.values, np.float64)
    lengths: Floats = np.linalg.norm(values, axis=1) if values.ndim == 3 else values
    return lengths


def free_ink(taken: Collection[Colour]) -> Colour:
    """The first colour that is not taken."""
    return next((ink for ink in INKS if ink not in taken), INKS[0])
