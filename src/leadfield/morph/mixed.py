"""Morphs of a cortex and of volumes together, and the application of any morph."""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from leadfield.base.arrays import Ints, lock_arrays
from leadfield.base.errors import MismatchError
from leadfield.estimates.source_courses import Kind, SourceAxes, SourceCourses, Values
from leadfield.morph.cortical import CorticalMorph, apply_morph
from leadfield.morph.volumes import VolumeMorph, apply_volume_morph


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MixedMorph:
    """Morphs of the cortex and of the volumes of one subject."""

    kind: ClassVar[Kind] = "mixed"
    cortex: CorticalMorph
    volumes: VolumeMorph

    def __post_init__(self) -> None:
        pairs = [(part.subject_from, part.subject_to) for part in (self.cortex, self.volumes)]
        if pairs[0] != pairs[1]:
            msg = f"both morphs must be between the same subjects, got {pairs[0]} and {pairs[1]}"
            raise MismatchError(msg)
        lock_arrays(self)

    @property
    def subject_from(self) -> str:
        """Name of the subject to morph from."""
        return self.cortex.subject_from

    @property
    def subject_to(self) -> str:
        """Name of the subject to morph to."""
        return self.cortex.subject_to

    @property
    def vertices_to(self) -> tuple[Ints, ...]:
        """Vertices of both hemispheres, then points of each volume."""
        return (*self.cortex.vertices_to, *self.volumes.vertices_to)


Morph = CorticalMorph | VolumeMorph | MixedMorph


def cortex_and_volumes(morph: Morph) -> tuple[CorticalMorph | None, VolumeMorph | None]:
    """The morph of the cortex and that of volumes, where there are such."""
    match morph:
        case CorticalMorph():
            return morph, None
        case VolumeMorph():
            return None, morph
        case MixedMorph(cortex=cortex, volumes=volumes):
            return cortex, volumes


def apply_any_morph(morph: Morph, courses: SourceCourses) -> tuple[Values, SourceAxes]:
    """Values and axes of the other subject; a mixed morph takes estimates of any kind."""
    kind = courses.axes.kind
    if isinstance(morph, CorticalMorph):
        return apply_morph(morph, courses)
    if isinstance(morph, VolumeMorph):
        return apply_volume_morph(morph, courses)
    if kind == "surface":
        return apply_morph(morph.cortex, courses)
    if kind == "volume":
        return apply_volume_morph(morph.volumes, courses)
    on_cortex, axes = apply_morph(morph.cortex, take_part(courses, "surface"))
    inside, others = apply_volume_morph(morph.volumes, take_part(courses, "volume"))
    data = np.concatenate([on_cortex, inside])
    return data, replace(axes, kind="mixed", vertices=(*axes.vertices, *others.vertices))


def take_part(courses: SourceCourses, kind: Kind) -> SourceCourses:
    """The hemispheres (``"surface"``) of a mixed estimate, or the volumes after them."""
    first = len(courses.axes.vertices[0]) + len(courses.axes.vertices[1])
    spaces, rows = slice(2, None), slice(first, None)
    if kind == "surface":
        spaces, rows = slice(2), slice(first)
    axes = replace(courses.axes, kind=kind, vertices=courses.axes.vertices[spaces])
    return SourceCourses(axes=axes, data=courses.data[rows])
