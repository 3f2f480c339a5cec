"""Marked parts of the cortex, pixel by pixel: filled, or outlined with an even line."""

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Bools, Ints
from leadfield.render.projection import PixelMap
from leadfield.render.surface import VisibleCortex
from leadfield.scene.marks import Parts

Single = NDArray[np.float32]
STEP = 3.0
"""Neighbouring pixels further apart in depth than this, in mm, lie on two folds."""
NO_SURFACE = -2
FINEST = 600
"""The narrowest outline is this part of a panel's side, and at least half a pixel."""


def part_colours(
    surface: VisibleCortex, projection: PixelMap, parts: Ints, marks: Parts, *, fine: int
) -> tuple[Ints, Single]:
    """Pixels (places in the surface's list) that a mark colours, and their colours.

    ``parts`` (n_vertices,) is the mark's part of every vertex of the panel's mesh, and
    ``fine`` the number of these pixels to one of the picture.
    """
    own = _part_of_pixels(surface, parts)
    shown = own >= 0
    if marks.outline:
        thick = max(min(projection.width, projection.height) / FINEST, fine / 2)
        shown &= _near_border(surface, projection, own, marks.outline * thick)
    places = np.flatnonzero(shown)
    return places, marks.colours[own[places]].astype(np.float32)


def _part_of_pixels(surface: VisibleCortex, parts: Ints) -> Ints:
    """The part with the largest share of a pixel's corner weights."""
    corners = parts[surface.corners]
    best, own = np.zeros(corners.shape[1], np.float32), np.full(corners.shape[1], -1)
    for part in corners:
        share = (surface.weights * (corners == part)).sum(axis=0)
        larger = share > best
        best[larger], own[larger] = share[larger], part[larger]
    return own


def _near_border(surface: VisibleCortex, projection: PixelMap, own: Ints, width: float) -> Bools:
    """Pixels less than ``width`` away from another part of the same fold."""
    shape = (projection.height, projection.width)
    grid, deep = np.full(shape, NO_SURFACE), np.zeros(shape, np.float32)
    grid.flat[surface.pixels], deep.flat[surface.pixels] = own, surface.depths
    border = np.zeros(shape, bool)
    for one, other in (
        ((slice(None), slice(1, None)), (slice(None), slice(None, -1))),
        ((slice(1, None), slice(None)), (slice(None, -1), slice(None))),
    ):
        differs = (grid[one] != grid[other]) & (abs(deep[one] - deep[other]) < STEP)
        differs &= (grid[one] != NO_SURFACE) & (grid[other] != NO_SURFACE)
        border[one] |= differs
        border[other] |= differs
    return _widened(border, width).flat[surface.pixels]


def _widened(mask: Bools, radius: float) -> Bools:
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
