"""Structures of a segmentation as labels of sources in a volume."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Ints, lock_arrays
from leadfield.base.errors import MismatchError, StateError
from leadfield.freesurfer.image import Image
from leadfield.sources.grid import along_axes, values_at
from leadfield.sources.space import Sources, SourceSpace, VolumeGrid

if TYPE_CHECKING:
    from scipy.sparse import csr_array

SAME_PLACE = 1e-6  # m


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VolumeLabels:
    """Structures by their numbers in an image."""

    names: tuple[str, ...]
    numbers: tuple[int, ...]
    image: Image

    def __post_init__(self) -> None:
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Members:
    """What lies in each of several labels: places, and how sources fill them.

    The places of label i are rows ``ends[i]`` to ``ends[i + 1]`` of ``weights`` (n_places,
    n_sources).
    """

    weights: csr_array
    ends: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)


def volume_of(sources: Sources) -> SourceSpace:
    """The one source space on a grid that labels of a volume need."""
    (space, *others) = sources.spaces
    if others or space.grid is None:
        msg = (
            "src must be one volume on a grid for labels of an image, got "
            f"{len(sources.spaces)} of kind {sources.kind}: make it with single_volume=True"
        )
        raise MismatchError(msg)
    return space


def sources_in(labels: VolumeLabels, space: SourceSpace) -> list[Ints]:
    """Rows of the sources whose voxel belongs to each label."""
    grid = _grid_of(space, labels.image)
    if grid.grid_to_mri is None:
        msg = "src must know where its grid is: make the volume source space again"
        raise StateError(msg)
    # In the MRI frame, whatever the frame of the sources.
    places = grid.grid_to_mri.points(along_axes(space.vertices, grid.shape))
    values = values_at(labels.image, places)
    return [np.flatnonzero(values == one) for one in labels.numbers]


def members_by_source(labels: VolumeLabels, space: SourceSpace) -> Members:
    """The sources whose voxel belongs to each label."""
    import scipy

    rows = sources_in(labels, space)
    found = np.concatenate([np.empty(0, np.int64), *rows])
    each = (np.ones(len(found)), found, np.arange(len(found) + 1))
    weights = scipy.sparse.csr_array(each, shape=(len(found), space.n_sources))
    return Members(weights=weights, ends=np.cumsum([0, *map(len, rows)]))


def members_by_voxel(labels: VolumeLabels, space: SourceSpace) -> Members:
    """The voxels of each label, and how sources fill them."""
    grid = _grid_of(space, labels.image)
    if grid.interpolator is None:
        msg = (
            "src must have an interpolator for mri_resolution=True: make it with "
            "add_interpolator=True, or pass mri_resolution=False"
        )
        raise StateError(msg)
    values = labels.image.values.ravel(order="F")
    rows = [np.flatnonzero(values == one) for one in labels.numbers]
    weights = grid.interpolator[np.concatenate(rows)][:, space.vertices]
    return Members(weights=weights, ends=np.cumsum([0, *map(len, rows)]))


def _grid_of(space: SourceSpace, image: Image) -> VolumeGrid:
    """The grid of a volume, which must have been made in an image with the same voxels."""
    grid = space.grid
    if grid is None or grid.voxel_to_mri is None:
        msg = "src must know its MRI for labels of an image: make it with mri="
        raise StateError(msg)
    near = np.allclose(grid.voxel_to_mri.matrix, image.geometry.to_mri, rtol=0, atol=SAME_PLACE)
    if not near or grid.mri_shape not in {None, image.geometry.shape}:
        msg = (
            "the image of the labels must have the voxels of the one that src was made with, got "
            f"{image.geometry.shape} and {grid.mri_shape}, in {'the same' if near else 'another'} "
            "place: resample it to that image"
        )
        raise MismatchError(msg)
    return grid
