"""Rasterization of triangle meshes with a z-buffer, in NumPy."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Ints, lock_arrays

Single = NDArray[np.float32]
HALF = np.float32(0.5)
NOTHING = np.iinfo(np.int64).max
THINNEST = np.float32(-1e-6)
"""Twice the area in square pixels, negative in front, of what float32 can still divide by."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fragments:
    """The nearest triangle at each covered pixel, pixels in ascending order."""

    pixels: Ints
    """Row times width plus column, ``(n,)``."""
    triangles: Ints
    """Index of the triangle, ``(n,)``."""
    weights: Single
    """How much of each corner is at the pixel's centre; sums to 1, ``(3, n)``."""
    depths: Single
    """Depth at the pixel's centre, in the units of the points, ``(n,)``."""

    def __post_init__(self) -> None:
        lock_arrays(self)


def rasterize(
    points: NDArray[np.floating], triangles: Ints, *, width: int, height: int
) -> Fragments:
    """Find the front-facing triangle nearest to the viewer at each pixel.

    Parameters
    ----------
    points
        ``(n_points, 3)``: to the right and down in pixels, and depth, near is small.
    triangles
        ``(n_triangles, 3)``, anticlockwise as seen from their front; backs are not seen.
    width, height
        Size of the picture in pixels.

    Notes
    -----
    A triangle covers the pixels whose centre it holds. An edge is computed from its
    upper to its lower end whichever triangle asks, and spans are open to the right, so
    neighbours share no pixel and leave none out.
    """
    x, y, z = np.ascontiguousarray(points.T, np.float32)
    front, spans = _spans(x, y, triangles, width=width, height=height)
    first, count, owner = spans
    begin = np.cumsum(count) - count
    pixel = np.repeat(first - begin, count) + np.arange(count.sum())
    owner = np.repeat(owner, count)

    weights, depths = _interpolated(
        (x, y, z), triangles[front], pixel=pixel, owner=owner, width=width
    )
    nearest = _nearest(pixel, depths, width * height)
    return Fragments(
        pixels=pixel[nearest],
        triangles=front[owner[nearest]],
        weights=weights[:, nearest],
        depths=depths[nearest],
    )


def _spans(
    x: Single, y: Single, triangles: Ints, *, width: int, height: int
) -> tuple[Ints, tuple[Ints, Ints, Ints]]:
    """Triangles seen from the front, and their runs of pixels in a row.

    A run is its first pixel, its length, and the place of its triangle among the front ones.
    """
    a, b, c = triangles.T
    xa, ya = x[a], y[a]
    area = (x[b] - xa) * (y[c] - ya) - (y[b] - ya) * (x[c] - xa)
    front = np.flatnonzero(area < THINNEST)  # y points down
    a, b, c = triangles[front].T
    corners = _by_height((x[a], y[a]), (x[b], y[b]), (x[c], y[c]))
    top = np.clip(np.ceil(corners[1] - HALF), 0, height)
    bottom = np.clip(np.ceil(corners[5] - HALF), 0, height)
    crossing = np.flatnonzero(bottom > top)
    front, top = front[crossing], top[crossing].astype(np.int64)
    rows = bottom[crossing].astype(np.int64) - top
    owner = np.repeat(np.arange(len(front)), rows)
    row = np.arange(len(owner)) + np.repeat(top - (np.cumsum(rows) - rows), rows)

    left, right = _ends([k[crossing] for k in corners], owner, row.astype(np.float32) + HALF)
    first = np.clip(np.ceil(np.minimum(left, right) - HALF), 0, width).astype(np.int64)
    count = np.clip(np.ceil(np.maximum(left, right) - HALF), 0, width).astype(np.int64) - first
    crossing = np.flatnonzero(count > 0)
    return front, (row[crossing] * width + first[crossing], count[crossing], owner[crossing])


def _by_height(*corners: tuple[Single, Single]) -> list[Single]:
    """Corners of each triangle from the topmost down: x, y of each in turn."""
    points = [list(corner) for corner in corners]
    for i, j in ((0, 1), (1, 2), (0, 1)):
        (x0, y0), (x1, y1) = points[i], points[j]
        # Equal heights are ordered by x, so that two triangles agree on their edge.
        swap = (y0 > y1) | ((y0 == y1) & (x0 > x1))
        points[i] = [np.where(swap, x1, x0), np.where(swap, y1, y0)]
        points[j] = [np.where(swap, x0, x1), np.where(swap, y0, y1)]
    return [value for point in points for value in point]


def _ends(corners: list[Single], owner: Ints, height: Single) -> tuple[Single, Single]:
    """Where each row meets the long edge, and where one of the two short ones."""
    x0, y0, x1, y1, x2, y2 = corners
    with np.errstate(divide="ignore", invalid="ignore"):  # level edges meet no row
        long, upper, lower = (x2 - x0) / (y2 - y0), (x1 - x0) / (y1 - y0), (x2 - x1) / (y2 - y1)
    x0, y0, y1 = x0[owner], y0[owner], y1[owner]
    below = height >= y1
    with np.errstate(invalid="ignore"):
        far = x0 + (height - y0) * long[owner]
        near = x0 + (height - y0) * upper[owner]
        low = x1[owner] + (height - y1) * lower[owner]
    return far, np.where(below, low, near)


def _interpolated(
    points: tuple[Single, Single, Single],
    triangles: Ints,
    *,
    pixel: Ints,
    owner: Ints,
    width: int,
) -> tuple[Single, Single]:
    """Corner weights and depth at each pixel of each triangle."""
    x, y, z = points
    a, b, c = triangles.T
    xa, ya, za = x[a], y[a], z[a]
    bx, by, cx, cy = x[b] - xa, y[b] - ya, x[c] - xa, y[c] - ya
    area = bx * cy - by * cx
    # One row a triangle, so that a pixel fetches one line of memory.
    plane = np.stack([xa, ya, cy / area, -cx / area, -by / area, bx / area], axis=1)
    row = pixel // width
    at = plane[owner]
    right = (pixel - row * width).astype(np.float32) + HALF - at[:, 0]
    down = row.astype(np.float32) + HALF - at[:, 1]
    # Rounding, large in a sliver, must not lead out of the triangle.
    second = np.clip(right * at[:, 2] + down * at[:, 3], 0, 1)
    third = np.clip(right * at[:, 4] + down * at[:, 5], 0, 1 - second)
    deep = np.stack([za, z[b] - za, z[c] - za], axis=1)[owner]
    depths = deep[:, 0] + second * deep[:, 1] + third * deep[:, 2]
    return np.stack([1 - second - third, second, third]), depths


def _nearest(pixel: Ints, depths: Single, n_pixels: int) -> Ints:
    """Index of the nearest fragment of each covered pixel, pixels in ascending order."""
    if not len(pixel):
        return pixel
    # Floats of one sign are ordered as their bits are.
    order = (depths - depths.min() + 1).view(np.int32).astype(np.int64) << 32
    key = order | np.arange(len(pixel))
    buffer = np.full(n_pixels, NOTHING)
    np.minimum.at(buffer, pixel, key)
    found: Ints = buffer[buffer != NOTHING] & 0xFFFFFFFF
    return found
