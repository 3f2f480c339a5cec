"""Nearest triangles: barycentric coordinates of points on a triangulated sphere."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Corners, Floats, Ints
from leadfield.numerics.mesh import unit
from leadfield.numerics.nearest import (
    BLOCK,
    argmin_per_run,
    concatenated_ranges,
    nearest_places,
    rising_order,
)
from leadfield.numerics.threads import share


def nearest_triangles(points: Floats, vertices: Floats, triangles: Corners) -> tuple[Ints, Floats]:
    """Corners ``(n, 3)`` of each point's triangle, and the point's weights on them.

    Points and vertices lie on one sphere. Searched among the triangles at the vertex
    nearest to the point: the nearest one that has the point above or below it, else the
    nearest edge.
    """
    point, triangle, starts = _candidates(points, vertices, triangles)
    ends = np.append(starts[1:], len(point))
    places, weights = np.empty(len(points), int), np.empty((len(points), 3))

    def work(begun: Iterator[int]) -> None:
        for start in begun:
            block = slice(start, start + BLOCK)
            some = slice(starts[start], ends[block][-1])
            corners = np.take(triangles, triangle[some], axis=0)
            origin, first, second = (np.take(vertices, corner, axis=0) for corner in corners.T)
            gap = np.take(points, point[some], axis=0) - origin
            runs = starts[block] - some.start
            best, weights[block] = _best_triangles(gap, first - origin, second - origin, runs)
            places[block] = triangle[some][best]

    blocks = range(0, len(points), BLOCK)
    share(work, blocks, len(blocks))
    return np.take(triangles, places, axis=0), weights


def _best_triangles(
    gap: Floats, first: Floats, second: Floats, starts: Ints
) -> tuple[Ints, Floats]:
    """Of each run the triangle that a point belongs to, and its weights on the corners.

    ``gap`` leads from a triangle's first corner to the point, ``first`` and ``second`` to the
    other corners.
    """
    a, b, c = _dot(first, first), _dot(second, second), _dot(first, second)
    along, across = _dot(gap, first), _dot(gap, second)
    determinant = a * b - c * c
    flat = determinant <= 0  # a triangle without area has no inside
    determinant[flat] = 1.0
    p = (b * along - c * across) / determinant
    q = (a * across - c * along) / determinant
    height = _dot(gap, unit(np.cross(first, second)))
    inside = (p >= 0) & (q >= 0) & (p + q < 1) & ~flat
    best = argmin_per_run(np.where(inside, abs(height), np.inf), starts)
    outside = ~np.logical_or.reduceat(inside, starts)
    if outside.any():
        counts = np.diff(np.append(starts, len(p)))
        at = np.repeat(outside, counts)
        # MNE-C and MNE-Python put half of c here, so the place on the edge is not quite
        # the nearest: right for points as near as these, and maps stay equal to theirs.
        on_edge = _on_edges(p[at], q[at], height[at], (a[at], b[at], c[at] / 2))
        p[at], q[at], distance = on_edge
        begins = np.cumsum(counts[outside]) - counts[outside]
        best[outside] = np.flatnonzero(at)[argmin_per_run(distance, begins)]
    p, q = p[best], q[best]
    return best, np.stack([1 - p - q, p, q], axis=1)


def _dot(x: Floats, y: Floats) -> Floats:
    products: Floats = np.einsum("ij,ij->i", x, y)
    return products


def _candidates(points: Floats, vertices: Floats, triangles: Corners) -> tuple[Ints, Ints, Ints]:
    """Pairs of points and triangles, sorted by points, and where each point's begin."""
    corners = triangles.ravel()
    used = np.zeros(len(vertices), bool)
    used[corners] = True
    usable = np.flatnonzero(used)
    near = usable[nearest_places(points, vertices if used.all() else vertices[usable])]
    used[:] = False
    used[near] = True
    hits = np.flatnonzero(used[corners])
    hits = hits[rising_order(corners[hits])]
    counts = np.bincount(corners[hits], minlength=len(vertices))
    ends = np.cumsum(counts)
    n = counts[near]
    starts = np.cumsum(n) - n
    point = np.repeat(np.arange(len(points)), n)
    return point, hits[concatenated_ranges((ends - counts)[near], n)] // 3, starts


def _on_edges(
    p: Floats, q: Floats, height: Floats, metric: tuple[Floats, Floats, Floats]
) -> tuple[Floats, Floats, Floats]:
    """Nearest places on the three edges of each triangle, and how far they are."""
    a, b, c = metric
    a, b = np.where(a > 0, a, 1.0), np.where(b > 0, b, 1.0)
    last = a + b - 2 * c
    zero = np.zeros_like(p)
    down = np.clip(p + q * c / a, 0, 1)
    left = np.clip(q + p * c / b, 0, 1)
    slope = np.clip(((a - c) * (1 - p) + (b - c) * q) / np.where(last > 0, last, 1.0), 0, 1)
    ps, qs = np.stack([down, 1 - slope, zero]), np.stack([zero, slope, left])
    u, v = ps - p, qs - q
    distances = np.sqrt(u * u * a + v * v * b + 2 * u * v * c + height * height)
    best = np.argmin(distances, axis=0)
    pick = (best, np.arange(len(p)))
    return ps[pick], qs[pick], distances[pick]
