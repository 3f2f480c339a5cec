"""Regular grids of sources: their points, the neighbours of each, and structures of an image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.errors import InputError
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import NOWHERE

if TYPE_CHECKING:
    from leadfield.freesurfer.image import Image

MOST_POINTS = 2**25
MM = 1e-3
# The 26 points around one, as steps along x, y and z, in the order of FIF files: first those that
# share a face, then all around it in the plane below, in its own plane, and in the plane above.
AROUND = ((1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
STEPS = (
    *((0, 0, -1), (1, 0, 0), (0, 1, 0), (-1, 0, 0), (0, -1, 0), (0, 0, 1)),
    *((x, y, -1) for x, y in AROUND),
    *((x, y, 0) for x, y in AROUND if x and y),
    *((x, y, 1) for x, y in AROUND),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """Points at multiples of ``spacing``, in m, from the ``first`` to the last along each axis.

    They are counted along x first, then y, then z.
    """

    spacing: float
    first: Ints
    shape: tuple[int, int, int]

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def positions(self) -> Floats:
        """The points (n_points, 3), in m."""
        z, y, x = (
            self.first[axis] + np.arange(self.shape[axis], dtype=np.int64) for axis in (2, 1, 0)
        )
        planes = np.meshgrid(z, y, x, indexing="ij")
        found: Floats = np.stack([one.ravel() for one in reversed(planes)], axis=1) * self.spacing
        return found

    @property
    def to_mri(self) -> Transform:
        """From the number of a point along each axis to its position."""
        matrix = np.diag([*[self.spacing] * 3, 1.0])
        matrix[:3, 3] = self.first * self.spacing
        return Transform(source=Frame.MRI_VOXEL, target=Frame.MRI, matrix=matrix)

    def neighbours(self, used: Bools) -> Ints:
        """The 26 neighbours (n_points, 26) of used points that are used, too, and NOWHERE."""
        x, y, z = self.shape
        number = np.full((z + 2, y + 2, x + 2), NOWHERE)
        here = np.flatnonzero(used)
        number[1:-1, 1:-1, 1:-1].flat[here] = here
        out = np.full((len(used), len(STEPS)), NOWHERE)
        for place, (i, j, k) in enumerate(STEPS):
            moved = number[1 + k : 1 + k + z, 1 + j : 1 + j + y, 1 + i : 1 + i + x]
            out[here, place] = moved.ravel()[here]
        return out


def grid_around(lowest: Floats, highest: Floats, spacing: float) -> Grid:
    """The grid that reaches one step beyond a box, whose corners are in m."""
    first, last = (_beyond(corner, spacing) for corner in (lowest, highest))
    x, y, z = (last - first + 1).tolist()
    if x * y * z > MOST_POINTS:
        msg = (
            f"a grid must have at most {MOST_POINTS} points, one of {1e3 * spacing:g} mm has "
            f"{x} x {y} x {z}: is the spacing in mm, and what bounds it of the size of a head?"
        )
        raise InputError(msg)
    return Grid(spacing=spacing, first=first, shape=(x, y, z))


def _beyond(corner: Floats, spacing: float) -> Ints:
    """Whole steps from the origin to just beyond a corner."""
    steps = np.floor(np.abs(corner) / spacing) + 1
    return np.where(corner > 0, steps, -steps).astype(np.int64)


def along_axes(vertices: Ints, shape: tuple[int, int, int]) -> Floats:
    """The number (n, 3) of each point along the axes of a grid of this shape."""
    numbers = np.stack(np.unravel_index(vertices, shape, order="F"), axis=1)
    return numbers.astype(np.float64)


def values_at(image: Image, positions: Floats) -> Floats:
    """The value of the voxel that each position (n, 3), in m, lies in; NaN outside the image."""
    to_mri = image.geometry.to_mri
    way = Transform(source=Frame.MRI_VOXEL, target=Frame.MRI, matrix=to_mri).inverse()
    voxels = way.points(positions)
    inside = ((voxels >= -0.5) & (voxels < np.array(image.geometry.shape) - 0.5)).all(axis=1)
    found = np.full(len(positions), np.nan)
    found[inside] = image.values[tuple(np.round(voxels[inside]).astype(np.int64).T)]
    return found
