"""Cortical morphs: sparse matrices from one cortex's sources to another's vertices."""

from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from leadfield.base.arrays import lock_arrays, locked, never_falls
from leadfield.base.errors import InputError, MismatchError
from leadfield.estimates.source_courses import Kind, SourceAxes, SourceCourses, Values
from leadfield.morph.product import check_morphed_subject, multiply_courses
from leadfield.morph.vertices import HEMISPHERES, Pair
from leadfield.numerics.sparse_rows import SparseRows

Smooth = int | None | Literal["nearest"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CorticalMorph:
    """Map of values at one subject's sources to another subject's vertices.

    ``matrix`` has a row a vertex and a column a source, left hemispheres first.
    """

    kind: ClassVar[Kind] = "surface"
    matrix: SparseRows
    vertices_from: Pair
    vertices_to: Pair
    subject_from: str
    subject_to: str
    smooth: Smooth = None
    crossed: bool = False
    grade: int | None = None
    """Of the icosahedron that chose ``vertices_to``, if one did."""

    def __post_init__(self) -> None:
        for name in ("vertices_from", "vertices_to"):
            left, right = getattr(self, name)
            pair = (locked(left, np.int64, name=name), locked(right, np.int64, name=name))
            if any(len(v) and (v[0] < 0 or not never_falls(v, grows=True)) for v in pair):
                msg = f"{name} must be numbers from 0 up, each once, in growing order"
                raise InputError(msg)
            object.__setattr__(self, name, pair)
        shape = tuple(sum(len(v) for v in pair) for pair in (self.vertices_to, self.vertices_from))
        if self.matrix.shape != shape:
            msg = f"a morph's matrix must be {shape}, got {self.matrix.shape}"
            raise MismatchError(msg)
        lock_arrays(self)


def apply_morph(morph: CorticalMorph, courses: SourceCourses) -> tuple[Values, SourceAxes]:
    """Values and axes of an estimate on the other cortex."""
    axes = courses.axes
    if axes.kind != "surface":
        msg = f"a morph of cortices takes estimates on surfaces, got a {axes.description}"
        raise MismatchError(msg)
    check_morphed_subject(axes, morph.subject_from)
    sides = zip(HEMISPHERES, morph.vertices_from, axes.vertices, strict=True)
    for side, expected, vertices in sides:
        if not np.array_equal(expected, vertices):
            subset = np.isin(vertices, expected).all()
            why = " (sources were left out of the forward solution?)" if subset else ""
            msg = (
                f"the estimate must have the {len(expected)} sources that the morph was made "
                f"for in {side}, got {len(vertices)}{why}: make the morph from the "
                "estimate or from the inverse operator's own sources"
            )
            raise MismatchError(msg)
    return multiply_courses(
        morph.matrix, courses, vertices=morph.vertices_to, subject=morph.subject_to
    )
