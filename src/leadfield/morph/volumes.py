"""Morphs of volumes: from one subject's grid to another's, by images or by MNI coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked, never_falls
from leadfield.base.errors import InputError, MismatchError
from leadfield.estimates.nifti import grid_of, image_affine
from leadfield.estimates.source_courses import Kind, SourceAxes, SourceCourses, Values
from leadfield.freesurfer.image import Image, read_image
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.talairach import read_talairach
from leadfield.morph.compute import Subjects
from leadfield.morph.product import check_morphed_subject, multiply_courses
from leadfield.morph.registration import (
    ImageGrid,
    Registration,
    RegistrationSettings,
    register_images,
)
from leadfield.morph.volume_matrix import VolumePath, mri_voxels, path_matrix, reached_points
from leadfield.numerics.affine import apply_affine
from leadfield.numerics.sparse_rows import SparseRows
from leadfield.sources.grid import along_axes
from leadfield.sources.space import NOWHERE, SourceSpace, VolumeGrid
from leadfield.sources.voxels import corner_weights

if TYPE_CHECKING:
    from scipy.sparse import csr_array

FIVE_MM = (5.0, 5.0, 5.0)  # what images are resliced to if nothing says otherwise


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VolumeMorph:
    """Map of values at one subject's sources in a volume to another subject's.

    ``matrix`` (n_targets, n_sources) interpolates; the vertices are those of each volume. ``path``
    says where the sources and the targets lie, and how the one came to the other.
    """

    kind: ClassVar[Kind] = "volume"
    matrix: csr_array
    vertices_from: tuple[Ints, ...]
    vertices_to: tuple[Ints, ...]
    subject_from: str
    subject_to: str
    path: VolumePath

    def __post_init__(self) -> None:
        grids = {"vertices_from": self.path.grid.shape, "vertices_to": self.path.end.shape}
        for name, shape in grids.items():
            held = tuple(locked(v, np.int64, shape=(None,), name=name) for v in getattr(self, name))
            most = int(np.prod(shape, dtype=object))
            if any(len(v) and not (v[0] >= 0 and v[-1] < most) for v in held) or not all(
                never_falls(v, grows=True) for v in held
            ):
                msg = f"{name} must grow and be numbers of the {most} points of a grid"
                raise InputError(msg)
            object.__setattr__(self, name, held)
        expected = tuple(sum(map(len, v)) for v in (self.vertices_to, self.vertices_from))
        if self.matrix.shape != expected:
            msg = f"a morph's matrix must be {expected}, got {self.matrix.shape}"
            raise MismatchError(msg)
        lock_arrays(self)


def register_volumes(
    subjects: Subjects,
    volumes: Sequence[SourceSpace],
    targets: Sequence[SourceSpace] | None,
    settings: RegistrationSettings,
) -> VolumeMorph:
    """The morph by registration of both subjects' ``mri/brain.mgz``.

    Without ``targets`` it leads to all voxels of the resliced image that a source reaches.
    """
    grid = _joined_grid(volumes)
    mri_voxels(grid)  # before what takes long
    target = None if targets is None else points_of(_one_grid(targets))
    moved, onto = (brain_image(subjects, name) for name in (subjects.source, subjects.target))
    path = VolumePath(
        grid=grid,
        registration=register_images(moved, onto, settings),
        settings=settings,
        target=target,
    )
    vertices = tuple(space.vertices for space in volumes)
    sources = np.concatenate(vertices)
    if targets is None:
        matrix, reached = reached_points(path, sources)
        vertices_to: tuple[Ints, ...] = (reached,)
    else:
        vertices_to = tuple(space.vertices for space in targets)
        matrix = path_matrix(path, sources, np.concatenate(vertices_to))
    return VolumeMorph(
        matrix=matrix,
        vertices_from=vertices,
        vertices_to=vertices_to,
        subject_from=subjects.source,
        subject_to=subjects.target,
        path=path,
    )


def steps_mm(volumes: Sequence[SourceSpace]) -> tuple[float, float, float]:
    """Distances in mm between the points of a grid along its axes."""
    x, y, z = np.diag(image_affine(grid_of(volumes[0]), in_voxels=False, in_ras=False))[:3]
    return x, y, z


def brain_image(subjects: Subjects, subject: str) -> Image:
    """The image of a subject's brain."""
    return read_image(subject_file(subjects.folder, subject, "mri", "brain.mgz"))


def compute_volume_morph(
    subjects: Subjects, volumes: Sequence[SourceSpace], targets: Sequence[SourceSpace]
) -> VolumeMorph:
    """The morph along the linear transforms of both subjects to MNI coordinates.

    A target takes the values of the eight points of the grid around the place that corresponds
    to it, weighted by nearness; points that are no sources count as zeros.
    """
    import scipy

    path = _talairach_path(subjects, volumes, targets)
    registration = path.registration
    vertices, vertices_to = (tuple(s.vertices for s in spaces) for spaces in (volumes, targets))
    numbers = np.concatenate(vertices)
    way = np.linalg.inv(registration.moved.to_scanner) @ registration.affine
    places = along_axes(np.concatenate(vertices_to), path.end.shape)
    on_grid = apply_affine(way @ registration.onto.to_scanner, places)
    weights, points = corner_weights(path.grid.shape, on_grid.T)
    columns = np.full(len(volumes[0].positions), NOWHERE)
    columns[numbers] = np.arange(len(numbers))
    kept = (weights > 0) & (columns[points] != NOWHERE)
    content = (weights[kept], columns[points][kept], np.append(0, np.cumsum(kept.sum(axis=1))))
    return VolumeMorph(
        matrix=scipy.sparse.csr_array(content, shape=(len(places), len(numbers))),
        vertices_from=vertices,
        vertices_to=vertices_to,
        subject_from=subjects.source,
        subject_to=subjects.target,
        path=path,
    )


def _talairach_path(
    subjects: Subjects, volumes: Sequence[SourceSpace], targets: Sequence[SourceSpace]
) -> VolumePath:
    """Where both subjects' sources lie, and the transform between them by MNI coordinates."""
    grid = _joined_grid(volumes)
    moved, onto = points_of(grid), points_of(_one_grid(targets))
    affine = np.linalg.inv(_to_mni(subjects, subjects.source)) @ _to_mni(subjects, subjects.target)
    return VolumePath(
        grid=grid,
        registration=Registration(moved=moved, onto=onto, affine=affine),
        settings=RegistrationSettings(sizes=steps_mm(targets)),
        target=onto,
    )


def _to_mni(subjects: Subjects, subject: str) -> Floats:
    """The transform (4, 4) from a subject's scanner coordinates to MNI's, in mm."""
    path = subject_file(subjects.folder, subject, "mri", "transforms", "talairach.xfm")
    return read_talairach(path)


def points_of(grid: VolumeGrid) -> ImageGrid:
    """The points of a grid as those of an image."""
    return ImageGrid(shape=grid.shape, to_scanner=image_affine(grid, in_voxels=False, in_ras=True))


def _one_grid(volumes: Sequence[SourceSpace]) -> VolumeGrid:
    """The grid that all volumes share."""
    first = grid_of(volumes[0])
    for other in map(grid_of, volumes):
        here, there = first.grid_to_mri, other.grid_to_mri
        if other.shape != first.shape or here is None or not here.same_as(there):
            msg = f"volumes must share one grid to be morphed, got {first.shape} and {other.shape}"
            raise MismatchError(msg)
    return first


def _joined_grid(volumes: Sequence[SourceSpace]) -> VolumeGrid:
    """The grid that all volumes share; its interpolator fills voxels from the sources of each."""
    import scipy

    first = _one_grid(volumes)
    if len(volumes) == 1:
        return first
    total: csr_array | None = None
    for space in volumes:
        weights = grid_of(space).interpolator
        if weights is None:
            return replace(first, interpolator=None)
        used = np.zeros(weights.shape[1])
        used[space.vertices] = 1
        own = (weights @ scipy.sparse.diags_array(used)).tocsr()
        own.eliminate_zeros()
        total = own if total is None else total + own
    return replace(first, interpolator=total)


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
    matrix = SparseRows.of(morph.matrix)
    return multiply_courses(matrix, courses, vertices=morph.vertices_to, subject=morph.subject_to)
