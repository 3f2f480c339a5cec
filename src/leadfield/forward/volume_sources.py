"""Sources in a volume: the points of a grid inside the brain, or in structures of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Bools, Floats
from leadfield.base.log import LOGGER, warn
from leadfield.forward.brain_bounds import BrainBounds
from leadfield.freesurfer.image import Image, ImageGeometry, read_geometry, read_image
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.grid import MM, Grid, grid_around, values_at
from leadfield.sources.space import Sources, SourceSpace, SpaceKind, VolumeGrid
from leadfield.sources.voxels import rows_with, voxel_weights

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# Whether each point is a source, by the name of the structure; None for all of the brain.
Parts = dict[str | None, Bools]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GridOptions:
    """How points of a grid become sources; lengths are in m.

    Sources are at least ``margin`` inside the bounds and ``hole`` away from their centre.
    ``image`` is the file of the MRI that they are shown in; ``structures`` are numbers in it by
    name, each of which gets a source space of its own unless they are ``joined``.
    """

    spacing: float
    margin: float
    hole: float
    image: Path | None
    structures: Mapping[str, int] | None
    joined: bool
    interpolated: bool


def grid_sources(bounds: BrainBounds, options: GridOptions, subject: str | None) -> Sources:
    """Sources on a regular grid, in the MRI frame.

    Without an image they are single points, as nobody knows where in one they lie.
    """
    grid = grid_around(bounds.lowest, bounds.highest, options.spacing)
    positions = grid.positions
    used = _used(positions, bounds, options)
    LOGGER.info("%d of %d points of a grid are inside", used.sum(), len(used))
    whole = SourceSpace(
        kind=SpaceKind.DISCRETE,
        positions=positions,
        normals=np.tile([0.0, 0.0, 1.0], (len(positions), 1)),
        vertices=np.flatnonzero(used),
        subject=subject,
    )
    if options.image is None:
        return Sources(spaces=(whole,))
    parts: Parts = {None: used}
    if options.structures is None:
        geometry = read_geometry(options.image)
    else:
        image = read_image(options.image)
        geometry, parts = image.geometry, _parts(positions, used, image, options)
    grids = _described(grid, parts, geometry, options)
    return Sources(
        spaces=tuple(
            replace(whole, kind=SpaceKind.VOLUME, vertices=np.flatnonzero(part), grid=one)
            for part, one in zip(parts.values(), grids, strict=True)
        )
    )


def _used(positions: Floats, bounds: BrainBounds, options: GridOptions) -> Bools:
    """Whether each point is inside the bounds, and where it may be."""
    from_centre = np.linalg.norm(positions - bounds.centre, axis=1)
    used: Bools = (from_centre >= options.hole) & (from_centre <= bounds.radius)
    used[used] = bounds.hold(positions[used], margin=options.margin)
    return used


def _parts(positions: Floats, used: Bools, image: Image, options: GridOptions) -> Parts:
    """Whether each point is a source, by structure; by all their names if they are joined."""
    values = np.full(len(positions), np.nan)
    values[used] = values_at(image, positions[used])
    structures = options.structures or {}
    parts: Parts = {name: values == n for name, n in structures.items()}
    for name, part in parts.items():
        LOGGER.info("%d points are in %s", part.sum(), name)
        if not part.any():
            warn(
                f"no point of a grid of {options.spacing / MM:g} mm is in {name!r} "
                f"({structures[str(name)]}): take a finer grid, or leave it out"
            )
    if options.joined:
        return {"+".join(structures): np.any(list(parts.values()), axis=0)}
    return parts


def _described(
    grid: Grid, parts: Parts, geometry: ImageGeometry, options: GridOptions
) -> list[VolumeGrid]:
    """The grid of each part, and where it is in the image."""
    to_mri, to_ras = geometry.to_mri, geometry.surface_to_scanner
    to_ras[:3, 3] *= MM
    known = VolumeGrid(
        shape=grid.shape,
        grid_to_mri=grid.to_mri,
        voxel_to_mri=Transform(source=Frame.MRI_VOXEL, target=Frame.MRI, matrix=to_mri),
        mri_to_ras=Transform(source=Frame.MRI, target=Frame.RAS, matrix=to_ras),
        mri_file=None if options.structures is None else str(options.image),
        mri_shape=geometry.shape,
        volume_file=str(options.image),
    )
    weights: list[csr_array | None] = [None] * len(parts)
    if options.interpolated:
        to_grid = np.linalg.inv(grid.to_mri.matrix) @ to_mri
        used = np.any(list(parts.values()), axis=0)
        of_all = voxel_weights(grid.shape, used, to_grid, geometry.shape)
        weights = [of_all if len(parts) == 1 else rows_with(of_all, p) for p in parts.values()]
    return [
        replace(known, neighbours=grid.neighbours(part), interpolator=one, segment=name)
        for (name, part), one in zip(parts.items(), weights, strict=True)
    ]
