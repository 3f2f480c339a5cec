"""Making a morph: through the registered spheres, then over the cortex."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import scipy

from leadfield.base.arrays import Ints
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import Surface, read_surface
from leadfield.morph.cortical import CorticalMorph, Smooth
from leadfield.morph.smoothing import chosen, spread, to_nearest
from leadfield.morph.vertices import HEMISPHERES, Pair
from leadfield.numerics.mesh import neighbours, unit
from leadfield.numerics.mesh_nearest import nearest_triangles

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Subjects:
    """Two subjects in a FreeSurfer folder; ``crossed`` exchanges the hemispheres."""

    folder: Path
    source: str
    target: str
    crossed: bool = False

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
        return _surface(self.folder, subject, f"{HEMISPHERES[side]}.sphere.{kind}")


def compute_morph(
    subjects: Subjects, vertices_from: Pair, vertices_to: Pair, smooth: Smooth, *, tell: bool
) -> CorticalMorph:
    """Morph by way of the registered spheres.

    Values at the sources are spread over the source's cortex. Each vertex of the target
    then lies in a triangle of the source's sphere and takes the weighted mean of its
    corners (Fischl et al. 1999). ``tell`` warns of vertices that spreading left out.
    """

    def hemisphere(side: int) -> tuple["csr_array", int, int]:
        other = 1 - side if subjects.crossed else side
        given, wanted = vertices_from[other], vertices_to[side]
        return _hemisphere(subjects, (other, side), given, wanted, smooth=smooth)

    with ThreadPoolExecutor(1) as helper:
        right = helper.submit(hemisphere, 1)
        done = [hemisphere(0), right.result()]
    blocks, steps, missing = map(list, zip(*done, strict=True))
    LOGGER.info(
        "Morph %s to %s: %d and %d smoothing steps", subjects.source, subjects.target, *steps
    )
    if tell and any(missing):
        warn(
            f"{missing[0]} left and {missing[1]} right vertices have no value after "
            f"{smooth} smoothing steps: take more steps, or None to fill the cortex"
        )
    matrix = scipy.sparse.block_diag(blocks, format="csr")
    if subjects.crossed:  # its columns come right hemisphere first
        n = len(vertices_from[1])
        matrix = scipy.sparse.hstack([matrix[:, n:], matrix[:, :n]], format="csr")
    return CorticalMorph(
        matrix=matrix,
        vertices_from=vertices_from,
        vertices_to=vertices_to,
        subject_from=subjects.source,
        subject_to=subjects.target,
        smooth=smooth,
        crossed=subjects.crossed,
    )


def _hemisphere(
    subjects: Subjects, sides: tuple[int, int], sources: Ints, targets: Ints, *, smooth: Smooth
) -> tuple["csr_array", int, int]:
    """One block of the matrix, the steps taken, and the vertices left out."""
    if not len(sources):
        return scipy.sparse.csr_array((len(targets), 0)), 0, 0
    name = f"{HEMISPHERES[sides[0]]}.sphere.reg"
    cortex = _surface(subjects.folder, subjects.source, name)
    n = len(cortex.vertices)
    _check(sources, n, subjects.source)
    rows = _rows(subjects, cortex, sides, targets)
    triangles = cortex.triangles
    del cortex  # memory is shortest from here on
    edges = neighbours(triangles, n, itself=True)
    del triangles
    if smooth == "nearest":
        return (rows @ to_nearest(edges, sources)).tocsr(), 0, 0
    if smooth == 0:  # none asked for, so none is missing
        return (rows @ chosen(sources, n)).tocsr(), 0, 0
    return spread(rows, edges, sources, smooth)


def _rows(
    subjects: Subjects, cortex: Surface, sides: tuple[int, int], targets: Ints
) -> "csr_array":
    """Matrix from all vertices of the source to those wanted of the target."""
    if subjects.source == subjects.target and not subjects.crossed:
        _check(targets, len(cortex.vertices), subjects.target)
        return chosen(targets, len(cortex.vertices)).T.tocsr()
    places = subjects.sphere(subjects.target, sides[1]).vertices
    _check(targets, len(places), subjects.target)
    mesh = subjects.sphere(subjects.source, sides[0]) if subjects.crossed else cortex
    if len(mesh.vertices) != len(cortex.vertices):
        msg = (
            f"sphere.left_right must have the {len(cortex.vertices)} vertices of sphere.reg, "
            f"got {len(mesh.vertices)}"
        )
        raise MismatchError(msg)
    corners, weights = nearest_triangles(places[targets], mesh.vertices, mesh.triangles)
    starts = np.arange(0, corners.size + 1, 3, dtype=np.int32)
    shape = (len(targets), len(mesh.vertices))
    content = (weights.ravel(), corners.ravel().astype(np.int32), starts)
    return scipy.sparse.csr_array(content, shape=shape)


def compute_sparse_morph(subjects: Subjects, vertices_from: Pair) -> CorticalMorph:
    """Morph that moves each source, as it is, to the nearest vertex of the target."""
    moved: list[Ints] = []
    columns: list[Ints] = []
    for side, vertices in enumerate(vertices_from):
        found = _moved(subjects, side, vertices)
        order = np.argsort(found, kind="stable")
        columns.append(order + sum(len(c) for c in columns))
        moved.append(found[order])
        meeting = len(found) - len(np.unique(found))
        if meeting:
            msg = (
                f"each source must come to a vertex of its own, got {meeting} that meet "
                "another: use sparse=False"
            )
            raise InputError(msg)
    column = np.concatenate(columns)
    n = len(column)
    return CorticalMorph(
        matrix=scipy.sparse.csr_array((np.ones(n), column, np.arange(n + 1)), shape=(n, n)),
        vertices_from=vertices_from,
        vertices_to=(moved[0], moved[1]),
        subject_from=subjects.source,
        subject_to=subjects.target,
    )


def _moved(subjects: Subjects, side: int, vertices: Ints) -> Ints:
    if subjects.source == subjects.target or not len(vertices):
        return vertices
    places = subjects.sphere(subjects.source, side).vertices
    _check(vertices, len(places), subjects.source)
    target = subjects.sphere(subjects.target, side)
    corners, weights = nearest_triangles(places[vertices], target.vertices, target.triangles)
    return np.take_along_axis(corners, weights.argmax(axis=1)[:, None], 1)[:, 0]


def _surface(folder: Path, subject: str, name: str) -> Surface:
    found = read_surface(subject_file(folder, subject, "surf", name))
    return Surface(vertices=unit(found.vertices), triangles=found.triangles)


def _check(vertices: Ints, n: int, subject: str) -> None:
    if len(vertices) and vertices[-1] >= n:
        msg = (
            f"vertices must be below {n}, the number {subject!r} has, got {vertices[-1]}: "
            "is it the right subject?"
        )
        raise MismatchError(msg)
