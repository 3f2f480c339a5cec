"""From sources on a grid to the voxels of an image: weights of trilinear interpolation."""

from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Shape = tuple[int, int, int]


def voxel_weights(shape: Shape, used: Bools, to_grid: Floats, voxels: Shape) -> "csr_array":
    """Weights (n_voxels, n_points) of the points at the corners of the cell each voxel is in.

    Voxels without a used point at a corner have none. ``to_grid`` (4, 4) leads from voxels, of
    which there are ``voxels`` along each axis, to numbers of points along the axes of a grid of
    ``shape``; points and voxels are counted along the first axis first.
    """
    import scipy

    cells = _used_cells(shape, used)
    width, height, depth = voxels
    across, down = np.arange(width), np.arange(height)[:, np.newaxis]
    counts = np.zeros((depth, height * width), np.int64)
    data, columns = [np.empty(0)], [np.empty(0, np.int64)]
    for plane in range(depth):
        places = np.stack(
            [
                (a * across + b * down + (c * plane + shift)).ravel()
                for a, b, c, shift in to_grid[:3]
            ]
        )
        here = np.flatnonzero(_lie_in(cells, shape, places))
        weights, points = corner_weights(shape, places[:, here])
        kept = weights > 0
        # A point without weight does not make a voxel its own.
        kept &= (kept & used[points]).any(axis=1, keepdims=True)
        counts[plane, here] = kept.sum(axis=1)
        data.append(weights[kept])
        columns.append(points[kept])
    ends = np.concatenate([[0], np.cumsum(counts)])
    content = (np.concatenate(data), np.concatenate(columns), ends)
    return scipy.sparse.csr_array(content, shape=(counts.size, len(used)))


def rows_with(weights: "csr_array", used: Bools) -> "csr_array":
    """The rows of voxels that one of some points lends weight to; the others are emptied."""
    import scipy

    touched = (weights @ used.astype(np.float64)) > 0
    counts = np.diff(weights.indptr)
    kept = np.repeat(touched, counts)
    ends = np.concatenate([[0], np.cumsum(np.where(touched, counts, 0))])
    content = (weights.data[kept], weights.indices[kept], ends)
    return scipy.sparse.csr_array(content, shape=weights.shape)


def _used_cells(shape: Shape, used: Bools) -> Bools:
    """Whether each cell, from one before the first point, has a used point at a corner."""
    padded = np.pad(used.reshape(shape, order="F"), 1)
    for axis in range(3):
        low, high = (
            np.take(padded, np.arange(i, padded.shape[axis] - 1 + i), axis) for i in (0, 1)
        )
        padded = low | high
    return padded


def _lie_in(cells: Bools, shape: Shape, places: Floats) -> Bools:
    """Whether each place (3, n) on the grid is in one of the cells."""
    limits = np.array(shape)[:, np.newaxis]
    inside: Bools = np.all((places >= -1) & (places < limits), axis=0)
    corner = np.floor(places[:, inside]).astype(np.int64) + 1
    inside[inside] = cells[tuple(corner)]
    return inside


def corner_weights(shape: Shape, places: Floats) -> tuple[Floats, Ints]:
    """Weights and numbers (n, 8) of the points around places (3, n) on the grid.

    Corners beyond the grid have no weight.
    """
    n = places.shape[1]
    weights, points = np.ones((n, 1)), np.zeros((n, 1), np.int64)
    for size, place in zip(reversed(shape), reversed(places), strict=True):
        low = np.floor(place)
        corners = low.astype(np.int64)[:, np.newaxis] + [0, 1]
        shares = np.stack([1 - (place - low), place - low], axis=1)
        shares[(corners < 0) | (corners >= size)] = 0
        corners = np.clip(corners, 0, size - 1)
        weights = np.hstack([weights * shares[:, :1], weights * shares[:, 1:]])
        points = np.hstack([size * points + corners[:, :1], size * points + corners[:, 1:]])
    return weights, points
