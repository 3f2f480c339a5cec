"""Computation of a morph: registration by the spheres, and smoothing over the cortex."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import Surface, read_surface
from leadfield.morph.cortical import CorticalMorph, Smooth
from leadfield.morph.smoothing import nearest_source_matrix, smoothing_matrix
from leadfield.morph.vertices import HEMISPHERES, Pair
from leadfield.numerics.mesh import neighbour_rows, neighbours, unit
from leadfield.numerics.mesh_nearest import nearest_triangles
from leadfield.numerics.nearest import along_curve, rising_order
from leadfield.numerics.sparse_rows import SparseRows


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Subjects:
    """Two subjects in a FreeSurfer folder; ``crossed`` exchanges the hemispheres.

    ``target_folder`` is that of the target, where it is another one.
    """

    folder: Path
    source: str
    target: str
    crossed: bool = False
    target_folder: Path | None = None

    def __post_init__(self) -> None:
        if self.crossed and self.source != self.target:
            msg = (
                "xhemi=True needs one subject with both hemispheres registered to each "
                f"other, got subject_from {self.source!r} and subject_to {self.target!r}"
            )
            raise MismatchError(msg)

    def sphere(self, subject: str, side: int) -> Surface:
        """A hemisphere's registered sphere, with radius 1."""
        kind = "left_right" if self.crossed else "reg"
        other = self.target_folder if subject == self.target else None
        return _read_sphere(other or self.folder, subject, f"{HEMISPHERES[side]}.sphere.{kind}")


def compute_morph(
    subjects: Subjects,
    vertices_from: Pair,
    vertices_to: Pair,
    smooth: Smooth,
    *,
    warn_missing: bool,
) -> CorticalMorph:
    """Morph by way of the registered spheres.

    Values at the sources are spread over the source's cortex. Each vertex of the target
    then lies in a triangle of the source's sphere and takes the weighted mean of its
    corners (Fischl et al. 1999). ``warn_missing`` warns of vertices that spreading left out.
    """

    def hemisphere(side: int) -> tuple[SparseRows, int, int]:
        other = 1 - side if subjects.crossed else side
        sources, targets = vertices_from[other], vertices_to[side]
        return _hemisphere_block(subjects, (other, side), sources, targets, smooth=smooth)

    # One after another, in threads each: both at once need twice the memory.
    (left, *left_facts), (right, *right_facts) = hemisphere(0), hemisphere(1)
    steps, unreached = zip(left_facts, right_facts, strict=True)
    LOGGER.info(
        "Morph %s to %s: %d and %d smoothing steps", subjects.source, subjects.target, *steps
    )
    if warn_missing and any(unreached):
        warn(
            f"{unreached[0]} left and {unreached[1]} right vertices have no value after "
            f"{smooth} smoothing steps: take more steps, or None to fill the cortex"
        )
    return CorticalMorph(
        matrix=_joined(left, right, crossed=subjects.crossed),
        vertices_from=vertices_from,
        vertices_to=vertices_to,
        subject_from=subjects.source,
        subject_to=subjects.target,
        smooth=smooth,
        crossed=subjects.crossed,
    )


def _hemisphere_block(
    subjects: Subjects, sides: tuple[int, int], sources: Ints, targets: Ints, *, smooth: Smooth
) -> tuple[SparseRows, int, int]:
    """One block of the matrix, the steps taken, and the vertices left out."""
    if not len(sources):
        return SparseRows.of_zeros(len(targets), 0), 0, 0
    name = f"{HEMISPHERES[sides[0]]}.sphere.reg"
    cortex = _read_sphere(subjects.folder, subjects.source, name)
    n = len(cortex.vertices)
    check_vertices(sources, n, subjects.source)
    rows = _registration_matrix(subjects, cortex, sides, targets)
    if smooth == 0:  # none asked for, so none is missing
        return rows @ SparseRows.of_ones(sources, n).transposed(), 0, 0
    if smooth == "nearest":
        edges = neighbours(cortex.triangles, n, itself=True)
        return rows @ nearest_source_matrix(edges, sources), 0, 0
    # What is near on the cortex is near in memory meanwhile, which makes products twice as fast.
    place = np.empty(n, np.int32)
    place[along_curve(cortex.vertices)] = np.arange(n, dtype=np.int32)
    triangles = place[cortex.triangles]
    del cortex  # memory is shortest from here on
    near = neighbour_rows(triangles, n, itself=True)
    del triangles
    moved = replace(rows, columns=place[rows.columns])
    return _smoothing_along_curve(moved, near, place[sources].astype(np.int64), smooth)


def _smoothing_along_curve(
    rows: SparseRows, edges: SparseRows, sources: Ints, steps: int | None
) -> tuple[SparseRows, int, int]:
    """``smoothing_matrix`` by way of rows and sources in the order of their vertices."""
    row_order, source_order = rising_order(rows.columns[rows.starts[:-1]]), rising_order(sources)
    ordered = (rows.rows(row_order), edges, sources[source_order])
    matrix, done, unreached = smoothing_matrix(*ordered, steps)
    matrix = replace(matrix, columns=source_order.astype(np.int32)[matrix.columns])
    return matrix.rows(rising_order(row_order)), done, unreached


def _joined(left: SparseRows, right: SparseRows, *, crossed: bool) -> SparseRows:
    """Both hemispheres' blocks; those that are ``crossed`` are from the other hemisphere."""
    n = left.n_columns, right.n_columns
    first, second = (n[1], 0) if crossed else (0, n[0])
    return SparseRows(
        values=np.concatenate([left.values, right.values]),
        columns=np.concatenate([left.columns + first, right.columns + second]),
        starts=np.concatenate([left.starts, right.starts[1:] + left.starts[-1]]),
        n_columns=sum(n),
    )


def _registration_matrix(
    subjects: Subjects, cortex: Surface, sides: tuple[int, int], targets: Ints
) -> SparseRows:
    """Matrix from all vertices of the source to the target vertices."""
    if subjects.source == subjects.target and not subjects.crossed:
        check_vertices(targets, len(cortex.vertices), subjects.target)
        return SparseRows.of_ones(targets, len(cortex.vertices))
    positions = subjects.sphere(subjects.target, sides[1]).vertices
    check_vertices(targets, len(positions), subjects.target)
    mesh = subjects.sphere(subjects.source, sides[0]) if subjects.crossed else cortex
    if len(mesh.vertices) != len(cortex.vertices):
        msg = (
            f"sphere.left_right must have the {len(cortex.vertices)} vertices of sphere.reg, "
            f"got {len(mesh.vertices)}"
        )
        raise MismatchError(msg)
    corners, weights = nearest_triangles(positions[targets], mesh.vertices, mesh.triangles)
    return SparseRows(
        values=weights.ravel(),
        columns=corners.ravel().astype(np.int32),
        starts=np.arange(0, corners.size + 1, 3),
        n_columns=len(mesh.vertices),
    )


def compute_sparse_morph(subjects: Subjects, vertices_from: Pair) -> CorticalMorph:
    """Morph that moves each source, as it is, to the nearest vertex of the target."""
    targets: list[Ints] = []
    columns: list[Ints] = []
    for side, vertices in enumerate(vertices_from):
        nearest = nearest_targets(subjects, side, vertices)
        order = np.argsort(nearest, kind="stable")
        columns.append(order + sum(len(c) for c in columns))
        targets.append(nearest[order])
        meeting = len(nearest) - len(np.unique(nearest))
        if meeting:
            msg = (
                f"each source must come to a vertex of its own, got {meeting} that meet "
                "another: use sparse=False"
            )
            raise InputError(msg)
    column = np.concatenate(columns)
    return CorticalMorph(
        matrix=SparseRows.of_ones(column, len(column)),
        vertices_from=vertices_from,
        vertices_to=(targets[0], targets[1]),
        subject_from=subjects.source,
        subject_to=subjects.target,
    )


def nearest_targets(subjects: Subjects, side: int, vertices: Ints) -> Ints:
    """The target's vertex next to each of a hemisphere's: a corner of the triangle it lies in."""
    if subjects.source == subjects.target or not len(vertices):
        return vertices
    positions = subjects.sphere(subjects.source, side).vertices
    check_vertices(vertices, len(positions), subjects.source)
    target = subjects.sphere(subjects.target, side)
    corners, weights = nearest_triangles(positions[vertices], target.vertices, target.triangles)
    return np.take_along_axis(corners, weights.argmax(axis=1)[:, None], 1)[:, 0]


def _read_sphere(folder: Path, subject: str, name: str) -> Surface:
    sphere = read_surface(subject_file(folder, subject, "surf", name))
    return Surface(vertices=unit(sphere.vertices), triangles=sphere.triangles)


def check_vertices(vertices: Ints, n: int, subject: str) -> None:
    """Raise unless vertices (growing) are among the ``n`` of a subject."""
    if len(vertices) and vertices[-1] >= n:
        msg = (
            f"vertices must be below {n}, the number {subject!r} has, got {vertices[-1]}: "
            "is it the right subject?"
        )
        raise MismatchError(msg)
