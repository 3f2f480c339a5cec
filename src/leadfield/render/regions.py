"""Regions of the cortex (labels, parcellations) pixel by pixel: filled, or with outlines."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Bools, Floats32, Ints, lock_arrays
from leadfield.render.projection import PixelMap
from leadfield.render.visible_cortex import VisibleCortex
from leadfield.scene.marks import Regions

STEP = 3.0
"""Neighbouring pixels further apart in depth than this, in mm, lie on two gyri."""
NO_CORTEX = -2
FINEST = 600
"""The narrowest outline is this fraction of a panel's side, and at least half a pixel."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RegionPixels:
    """Pixels of the visible cortex that regions colour."""

    rows: Ints
    """Indices into the pixels of the visible cortex, ``(n,)``."""
    colours: Floats32
    """Red, green, blue, opacity, ``(n, 4)``."""

    def __post_init__(self) -> None:
        lock_arrays(self)


def region_pixels(
    cortex: VisibleCortex,
    projection: PixelMap,
    vertex_regions: Ints,
    regions: Regions,
    *,
    supersampling: int,
) -> RegionPixels:
    """The pixels that regions fill or outline.

    ``vertex_regions`` (n_vertices,) is the region of every vertex of the panel's mesh, and
    ``supersampling`` the number of subpixels a side of one pixel.
    """
    pixel_regions = _interpolate_regions(cortex, vertex_regions)
    coloured = pixel_regions >= 0
    if regions.outline:
        narrowest = max(min(projection.width, projection.height) / FINEST, supersampling / 2)
        coloured &= _near_border(cortex, projection, pixel_regions, regions.outline * narrowest)
    rows = np.flatnonzero(coloured)
    return RegionPixels(rows=rows, colours=regions.colours[pixel_regions[rows]].astype(np.float32))


def _interpolate_regions(cortex: VisibleCortex, vertex_regions: Ints) -> Ints:
    """The region with the largest share of a pixel's corner weights."""
    corners = vertex_regions[cortex.corners]
    best, winner = np.zeros(corners.shape[1], np.float32), np.full(corners.shape[1], -1)
    for corner in corners:
        share = (cortex.weights * (corners == corner)).sum(axis=0)
        larger = share > best
        best[larger], winner[larger] = share[larger], corner[larger]
    return winner


def _near_border(
    cortex: VisibleCortex, projection: PixelMap, pixel_regions: Ints, width: float
) -> Bools:
    """Pixels less than ``width`` away from another region of the same gyrus."""
    shape = (projection.height, projection.width)
    grid, depth = np.full(shape, NO_CORTEX), np.zeros(shape, np.float32)
    grid.flat[cortex.pixels], depth.flat[cortex.pixels] = pixel_regions, cortex.depths
    border = np.zeros(shape, bool)
    for one, other in (
        ((slice(None), slice(1, None)), (slice(None), slice(None, -1))),
        ((slice(1, None), slice(None)), (slice(None, -1), slice(None))),
    ):
        differs = (grid[one] != grid[other]) & (abs(depth[one] - depth[other]) < STEP)
        differs &= (grid[one] != NO_CORTEX) & (grid[other] != NO_CORTEX)
        border[one] |= differs
        border[other] |= differs
    return _dilate(border, width).flat[cortex.pixels]


def _dilate(mask: Bools, radius: float) -> Bools:
    """Pixels less than ``radius`` from a marked one."""
    height, width = mask.shape
    reach = int(np.ceil(radius)) - 1
    across = np.arange(-reach, reach + 1)
    down, right = np.meshgrid(across, across, indexing="ij")
    near = down**2 + right**2 < radius**2
    rows, columns = np.nonzero(mask)
    wide = np.zeros_like(mask)
    for i, j in zip(down[near].tolist(), right[near].tolist(), strict=True):
        wide[np.clip(rows + i, 0, height - 1), np.clip(columns + j, 0, width - 1)] = True
    return wide
