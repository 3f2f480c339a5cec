"""Matrices of morphs along a registration: all interpolations from sources to targets as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import InputError, MismatchError, StateError
from leadfield.estimates.nifti import image_affine
from leadfield.morph.registration import (
    Displacements,
    ImageGrid,
    Registration,
    RegistrationSettings,
)
from leadfield.numerics.affine import apply_affine
from leadfield.sources.grid import along_axes
from leadfield.sources.space import VolumeGrid
from leadfield.sources.voxels import Shape, corner_weights

if TYPE_CHECKING:
    from scipy.sparse import csr_array

AT_ONCE = 2**15  # points
SAME_SIZE = 1e-3  # mm


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Resampling:
    """From an image of ``shape`` to points, numbered along the axes of another.

    ``places`` says where the points (n, 3) lie among the voxels of the image. With ``inside`` they
    have no value beyond its first and last voxels, else they fade out to the next one.
    """

    shape: Shape
    places: Callable[[Floats], Floats]
    inside: bool = False

    def weights(self, points: Floats) -> tuple[Floats, Ints]:
        """Weights and numbers (n, 8) of the voxels around each point."""
        places = self.places(points)
        weights, voxels = corner_weights(self.shape, places.T)
        if self.inside:
            weights[((places < 0) | (places > np.array(self.shape) - 1)).any(axis=1)] = 0
        return weights, voxels


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VolumePath:
    """All that lies between the sources of a subject and the targets in another.

    The sources fill the voxels of their MRI by the interpolator of ``grid``; these are resliced,
    moved by ``registration``, which ``settings`` made, and taken at the points of ``target``.
    Without it, the targets are the voxels that the registration is onto.
    """

    grid: VolumeGrid
    registration: Registration
    settings: RegistrationSettings
    target: ImageGrid | None = None

    def __post_init__(self) -> None:
        weights = self.grid.interpolator
        if weights is not None and self.grid.mri_shape is not None:
            shapes = (self.grid.mri_shape, self.grid.shape)
            expected = tuple(int(np.prod(shape, dtype=object)) for shape in shapes)
            if weights.shape != expected:
                msg = f"an interpolator must be {expected}, voxels and points, got {weights.shape}"
                raise MismatchError(msg)
        lock_arrays(self)

    @property
    def end(self) -> ImageGrid:
        """The image that the targets are points of."""
        return self.target or self.registration.onto

    def resamplings(self) -> Iterator[Resampling]:
        """From the targets back to the voxels of the sources' MRI."""
        moved, onto = self.registration.moved, self.registration.onto
        if self.target is not None:
            steps = self.target.sizes
            sizes, before = np.array(self.settings.sizes), onto
            if not np.allclose(sizes, steps, atol=SAME_SIZE):
                before = onto.resliced(sizes, steps)
            way = np.linalg.inv(before.to_scanner) @ self.target.to_scanner
            yield Resampling(shape=before.shape, places=_linear(way))
            if before is not onto:
                way = np.diag([*steps / sizes, 1.0])
                yield Resampling(shape=onto.shape, places=_linear(way), inside=True)
        if self.registration.warp is not None:
            yield Resampling(shape=onto.shape, places=_warped(onto, self.registration.warp))
        way = np.linalg.inv(moved.to_scanner) @ self.registration.affine @ onto.to_scanner
        yield Resampling(shape=moved.shape, places=_linear(way))
        voxels = image_affine(self.grid, in_voxels=True, in_ras=True)
        way = np.linalg.inv(voxels) @ moved.to_scanner
        yield Resampling(shape=mri_voxels(self.grid)[0], places=_linear(way))


def mri_voxels(grid: VolumeGrid) -> tuple[Shape, csr_array]:
    """Number of voxels of the sources' MRI along each axis, and what fills them."""
    shape, weights = grid.mri_shape, grid.interpolator
    if shape is None or weights is None:
        msg = "src must have interpolators to be morphed: make it with add_interpolator=True"
        raise StateError(msg)
    return shape, weights


def _linear(way: Floats) -> Callable[[Floats], Floats]:
    return lambda points: apply_affine(way, points)


def _warped(onto: ImageGrid, warp: Displacements) -> Callable[[Floats], Floats]:
    """Where the voxels of an image lie in it after their displacements, which are in mm."""
    to_voxels = np.linalg.inv(onto.to_scanner)

    def places(points: Floats) -> Floats:
        i, j, k = points.astype(np.int64).T
        return np.asarray(points + warp[i, j, k].astype(np.float64) @ to_voxels[:3, :3].T)

    return places


def path_matrix(path: VolumePath, sources: Ints, targets: Ints) -> csr_array:
    """Matrix (n_targets, n_sources) of all interpolations, of which only needed rows are made.

    ``sources`` and ``targets`` are numbers of points, along the first axis first.
    """
    import scipy

    for name, numbers, grid in (("sources", sources, path.grid), ("targets", targets, path.end)):
        n = np.prod(grid.shape, dtype=np.int64)
        if len(numbers) and not (numbers.min() >= 0 and numbers.max() < n):
            msg = f"{name} must be numbers of the {n} points of a grid"
            raise InputError(msg)
    resamplings = list(path.resamplings())
    weights = mri_voxels(path.grid)[1][:, sources].tocsr()
    blocks = [
        _rows(resamplings, path.end.shape, targets[start : start + AT_ONCE], weights)
        for start in range(0, max(len(targets), 1), AT_ONCE)
    ]
    found: csr_array = scipy.sparse.vstack(blocks, format="csr")
    found.sort_indices()
    return found


def reached_points(path: VolumePath, sources: Ints) -> tuple[csr_array, Ints]:
    """The matrix to all targets that any source reaches, and their numbers."""
    matrix = path_matrix(path, sources, np.arange(np.prod(path.end.shape, dtype=np.int64)))
    reached = np.flatnonzero(matrix @ np.ones(len(sources)))
    return matrix[reached], reached


def _rows(resamplings: list[Resampling], shape: Shape, points: Ints, last: csr_array) -> csr_array:
    """Rows of the matrix at some points of an image."""
    import scipy

    rows = scipy.sparse.eye_array(len(points), format="csr")
    for step in resamplings:
        weights, voxels = step.weights(along_axes(points, shape))
        kept = weights > 0
        ends = np.append(0, np.cumsum(kept.sum(axis=1)))
        points, columns = np.unique(voxels[kept], return_inverse=True)
        size = (len(kept), len(points))
        rows = rows @ scipy.sparse.csr_array((weights[kept], columns, ends), shape=size)
        shape = step.shape
    found: csr_array = rows @ last[points]
    return found
