"""Morphs of volumes by Talairach transforms: from one subject's grid to another's sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import MismatchError
from leadfield.estimates.nifti import grid_of, image_affine
from leadfield.estimates.source_courses import SourceAxes, SourceCourses, Values
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.talairach import read_talairach
from leadfield.morph.compute import Subjects
from leadfield.morph.product import check_morphed_subject, multiply_courses
from leadfield.numerics.affine import apply_affine
from leadfield.sources.grid import along_axes
from leadfield.sources.space import NOWHERE, SourceSpace
from leadfield.sources.voxels import corner_weights

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VolumeMorph:
    """Map of values at one subject's sources in a volume to another subject's.

    ``matrix`` (n_targets, n_sources) interpolates; the vertices are those of each volume.
    """

    matrix: csr_array
    vertices_from: tuple[Ints, ...]
    vertices_to: tuple[Ints, ...]
    subject_from: str
    subject_to: str

    def __post_init__(self) -> None:
        lock_arrays(self)


def compute_volume_morph(
    subjects: Subjects, volumes: Sequence[SourceSpace], targets: Sequence[SourceSpace]
) -> VolumeMorph:
    """The morph along the linear transforms of both subjects to MNI coordinates.

    A target takes the values of the eight points of the grid around the place that corresponds
    to it, weighted by nearness; points that are no sources count as zeros.
    """
    import scipy

    grid = grid_of(volumes[0])
    _check_one_grid(volumes)
    to_mni = _to_mni(subjects, subjects.source) @ image_affine(grid, in_voxels=False, in_ras=True)
    places = np.concatenate([_in_mni(subjects, space) for space in targets])
    on_grid = apply_affine(np.linalg.inv(to_mni), places)
    weights, points = corner_weights(grid.shape, on_grid.T)
    columns = np.full(len(volumes[0].positions), NOWHERE)
    vertices = tuple(space.vertices for space in volumes)
    numbers = np.concatenate(vertices)
    columns[numbers] = np.arange(len(numbers))
    kept = (weights > 0) & (columns[points] != NOWHERE)
    content = (weights[kept], columns[points][kept], np.append(0, np.cumsum(kept.sum(axis=1))))
    return VolumeMorph(
        matrix=scipy.sparse.csr_array(content, shape=(len(places), len(numbers))),
        vertices_from=vertices,
        vertices_to=tuple(space.vertices for space in targets),
        subject_from=subjects.source,
        subject_to=subjects.target,
    )


def _in_mni(subjects: Subjects, space: SourceSpace) -> Floats:
    """MNI coordinates (n_sources, 3) in mm of the targets."""
    grid = grid_of(space)
    affine = image_affine(grid, in_voxels=False, in_ras=True)
    to_mni = _to_mni(subjects, subjects.target) @ affine
    return apply_affine(to_mni, along_axes(space.vertices, grid.shape))


def _to_mni(subjects: Subjects, subject: str) -> Floats:
    """The transform (4, 4) from a subject's scanner coordinates to MNI's, in mm."""
    path = subject_file(subjects.folder, subject, "mri", "transforms", "talairach.xfm")
    return read_talairach(path)


def _check_one_grid(volumes: Sequence[SourceSpace]) -> None:
    first = grid_of(volumes[0])
    for other in map(grid_of, volumes):
        here, there = first.grid_to_mri, other.grid_to_mri
        if other.shape != first.shape or here is None or not here.same_as(there):
            msg = f"volumes must share one grid to be morphed, got {first.shape} and {other.shape}"
            raise MismatchError(msg)


def apply_volume_morph(morph: VolumeMorph, courses: SourceCourses) -> tuple[Values, SourceAxes]:
    """Values and axes of an estimate in the other subject's volume."""
    axes = courses.axes
    if axes.kind != "volume":
        msg = f"a morph of volumes takes estimates in volumes, got a {axes.description}"
        raise MismatchError(msg)
    check_morphed_subject(axes, morph.subject_from)
    same = len(axes.vertices) == len(morph.vertices_from) and all(
        map(np.array_equal, axes.vertices, morph.vertices_from)
    )
    if not same:
        counts = [list(map(len, vertices)) for vertices in (morph.vertices_from, axes.vertices)]
        msg = (
            f"the estimate must have the sources that the morph was made for, {counts[0]} in each "
            f"volume, got {counts[1]}: make the morph from the inverse operator's own, inv['src']"
        )
        raise MismatchError(msg)
    return multiply_courses(
        morph.matrix, courses, vertices=morph.vertices_to, subject=morph.subject_to
    )
