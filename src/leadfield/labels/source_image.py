"""Image of source spaces: in each voxel the number of the structure whose sources are there."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.base.errors import InputError, MismatchError, StateError
from leadfield.base.log import warn
from leadfield.freesurfer.image import read_image
from leadfield.freesurfer.structures import standard_structures
from leadfield.numerics.affine import apply_affine
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.grid import along_axes
from leadfield.sources.space import LEFT, Sources, SourceSpace, SpaceKind, VolumeGrid

Voxels = Literal["grid", "sparse", "filled"]
CORTEX = {True: "Left-Cerebral-Cortex", False: "Right-Cerebral-Cortex"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceImageOptions:
    """What an image of source spaces shows.

    ``voxels`` are the points of the grid, or those of the MRI: the one at each source, or all of
    each structure (and of each surface). ``numbered`` gives structures their numbers in
    FreeSurfer's table, instead of ones.
    """

    voxels: Voxels
    surfaces: bool = True
    discrete: bool = True
    numbered: bool = True


def source_image(
    sources: Sources, options: SourceImageOptions, to_mri: Transform | None
) -> tuple[Floats, Floats]:
    """Values (x, y, z), and the transform (4, 4) from voxels to MRI coordinates, in m.

    ``to_mri`` leads from the frame of the sources to the MRI's, for those not on a grid.
    """
    volumes = [space for space in sources.spaces if space.grid is not None]
    grids = [space.grid for space in volumes if space.grid is not None]
    if not grids:
        msg = f"src must hold a volume to be an image, got a {sources.kind} source space"
        raise InputError(msg)
    voxels, shape = _voxels(grids[0], options)
    image = np.zeros(shape)
    for space, grid in zip(volumes, grids, strict=True):
        number = _number(grid, needed=options.numbered or options.voxels == "filled")
        image[_places(space, grid, options, number)] = number if options.numbered else 1
    for space in sources.spaces:
        surface = space.kind is SpaceKind.SURFACE
        if space.grid is not None or not (options.surfaces if surface else options.discrete):
            continue
        value = 1
        if surface and options.numbered:
            value = standard_structures().by_name[CORTEX[space.surface == LEFT]]
        shown = space.positions if options.voxels == "filled" else space.positions[space.vertices]
        image[_nearest(_in_mri(shown, sources.frame, to_mri), voxels, shape)] = value
    return image, voxels


def _voxels(grid: VolumeGrid, options: SourceImageOptions) -> tuple[Floats, tuple[int, int, int]]:
    """Where voxels are in the MRI, and how many there are along each axis."""
    fine = options.voxels != "grid"
    way, shape = (grid.voxel_to_mri, grid.mri_shape) if fine else (grid.grid_to_mri, grid.shape)
    if way is None or shape is None:
        msg = "src must know where its grid is in the MRI: make it with mri= of a volume"
        raise StateError(msg)
    return way.matrix, shape


def _number(grid: VolumeGrid, *, needed: bool) -> int:
    """The number of a volume's structure; 1 if none is needed."""
    known = standard_structures().by_name
    if grid.segment is not None and not needed:
        return 1
    if grid.segment not in known:
        msg = (
            f"volumes must be in structures of FreeSurfer's table, got {grid.segment!r}: make them "
            "by setup_volume_source_space(..., volume_label=[...])"
        )
        raise InputError(msg)
    return known[grid.segment]


def _places(
    space: SourceSpace, grid: VolumeGrid, options: SourceImageOptions, number: int
) -> Bools | tuple[Ints, ...]:
    """The voxels that are a volume's."""
    if options.voxels == "grid":
        used = np.zeros(math.prod(grid.shape), bool)
        used[space.vertices] = True
        return used.reshape(grid.shape, order="F")
    if options.voxels == "sparse":
        positions = space.positions[space.vertices]
        if space.frame != Frame.MRI and grid.grid_to_mri is not None:
            way = grid.grid_to_mri.matrix
            positions = apply_affine(way, along_axes(space.vertices, grid.shape))
        return _nearest(positions, *_voxels(grid, options))
    if grid.mri_file is None:
        msg = "src must name its image for mri_resolution=True: make it with mri= of a segmentation"
        raise StateError(msg)
    values = read_image(grid.mri_file).values
    if values.shape != grid.mri_shape:
        msg = f"{grid.mri_file} must have {grid.mri_shape} voxels as src has, got {values.shape}"
        raise MismatchError(msg)
    return np.asarray(values == number)


def _in_mri(positions: Floats, frame: int, to_mri: Transform | None) -> Floats:
    if frame == Frame.MRI:
        return positions
    if to_mri is None:
        msg = "trans must be given for sources in head coordinates that are not on a grid, got None"
        raise InputError(msg)
    return to_mri.between(frame, Frame.MRI).points(positions)


def _nearest(positions: Floats, voxels: Floats, shape: tuple[int, int, int]) -> tuple[Ints, ...]:
    """The voxel that each position is in, or the nearest one at the edge."""
    there = np.round(apply_affine(np.linalg.inv(voxels), positions)).astype(np.int64)
    inside = np.clip(there, 0, np.array(shape) - 1)
    outside = int((there != inside).any(axis=1).sum())
    if outside:
        warn(f"{outside} sources lie outside the image, and are shown at its edge")
    return tuple(inside.T)
