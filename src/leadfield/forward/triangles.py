"""Triangle mesh geometry: areas, normals, solid angles, nearest points."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays

BLOCK = 2**19  # numbers in one temporary: 4 MiB, so that a few of them stay in the cache


def blocks(n_items: int, per_item: int, numbers: int = BLOCK) -> Iterator[slice]:
    """Slices of ``n_items`` of ``per_item`` numbers each that have ``numbers`` at most."""
    step = max(numbers // max(per_item, 1), 1)
    for start in range(0, n_items, step):
        yield slice(start, min(start + step, n_items))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Triangles:
    """A mesh with what its triangles need computed once.

    ``corners`` (3, n_triangles) index ``vertices``; ``normals`` are unit vectors to the
    side from which the corners run anticlockwise; ``sides`` (3, n_triangles, 3) are the
    vectors 1 to 2, 2 to 3, 3 to 1, ``squares`` (3, n_triangles) their squared lengths.
    """

    vertices: Floats
    corners: Ints
    sides: Floats
    squares: Floats
    normals: Floats
    areas: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def indices(self) -> Ints:
        """Corners (n_triangles, 3)."""
        return self.corners.T


def triangle_mesh(vertices: Floats, triangles: Ints) -> Triangles:
    """The mesh of ``triangles`` (n_triangles, 3) between ``vertices`` (n_vertices, 3)."""
    corners = np.ascontiguousarray(triangles.T)
    points = vertices[corners]
    sides = points[[1, 2, 0]] - points
    across = np.cross(sides[0], sides[1])
    double = np.linalg.norm(across, axis=1)
    return Triangles(
        vertices=vertices,
        corners=corners,
        sides=sides,
        squares=np.einsum("stk,stk->st", sides, sides),
        # A triangle without area has no normal, and nothing counts it.
        normals=across / np.where(double > 0, double, 1)[:, None],
        areas=double / 2,
    )


def vertex_areas(mesh: Triangles) -> Floats:
    """Area vectors (n_vertices, 3): a third of each triangle around a vertex."""
    n, total = len(mesh.vertices), np.zeros((len(mesh.vertices), 3))
    third = mesh.normals * mesh.areas[:, None] / 3
    for corner in mesh.corners:
        for axis in range(3):
            total[:, axis] += np.bincount(corner, third[:, axis], n)
    return total


def fill_distances(out: Floats, vertices: Floats, points: Floats, other: Floats) -> None:
    """Distances (n_vertices, n_points) into ``out``; ``other`` is room for as many."""
    np.subtract(vertices[:, 0, None], points[:, 0], out=out)
    out *= out
    for axis in (1, 2):
        np.subtract(vertices[:, axis, None], points[:, axis], out=other)
        other *= other
        out += other
    np.sqrt(out, out=out)


def fill_half_angles(out: Floats, lengths: Floats, products: Floats, height: Floats) -> None:
    """Half the solid angle of each triangle at each point, (n_triangles, n_points).

    Positive where the normal points away. ``lengths`` (3, ...) are the ways to the three
    corners, ``products`` (3, ...) the scalar products of the first and second, second and
    third, third and first, which are used up; ``height`` is that of the plane over the point,
    times twice the triangle's area. Van Oosterom & Strackee 1983.
    """
    a, b, c = lengths
    ab, bc, ca = products
    np.multiply(a, b, out=out)
    out += ab
    out *= c
    bc *= a
    out += bc
    ca *= b
    out += ca
    np.arctan2(height, out, out=out)


def solid_angles(mesh: Triangles, points: Floats) -> Floats:
    """Solid angle (n_points,) of the whole mesh: 4 pi inside a closed one, 0 outside."""
    total = np.empty(len(points))
    first = mesh.vertices[mesh.corners[0]]
    normals = 2 * mesh.areas[:, None] * mesh.normals
    offset = np.einsum("tk,tk->t", normals, first)[:, None]
    for batch in blocks(len(points), len(mesh.areas)):
        here = points[batch]
        distance, other = np.empty((2, len(mesh.vertices), len(here)))
        fill_distances(distance, mesh.vertices, here, other)
        lengths = distance[mesh.corners]
        squares = lengths * lengths
        # By the law of cosines.
        products = (squares + squares[[1, 2, 0]] - mesh.squares[..., None]) / 2
        half = np.empty(lengths.shape[1:])
        fill_half_angles(half, lengths, products, offset - normals @ here.T)
        total[batch] = 2 * half.sum(axis=0)
    return total


def nearest_on(mesh: Triangles, points: Floats) -> tuple[Ints, Floats, Floats]:
    """Triangle, weights of its corners (n_points, 3) and distance of the nearest point.

    Ericson 2005, Real-Time Collision Detection, section 5.1.5.
    """
    found = np.empty(len(points), np.int64)
    weights = np.empty((len(points), 3))
    distance = np.empty(len(points))
    for batch in blocks(len(points), 8 * len(mesh.areas)):
        w = _nearest_weights(mesh, points[batch])
        a, b, c = mesh.vertices[mesh.corners]
        foot = w[0][..., None] * a + w[1][..., None] * b + w[2][..., None] * c
        gap = np.linalg.norm(foot - points[batch][:, None], axis=2)
        best = gap.argmin(1)
        rows = np.arange(len(best))
        found[batch], distance[batch] = best, gap[rows, best]
        weights[batch] = np.stack([x[rows, best] for x in w], axis=1)
    return found, weights, distance


def _nearest_weights(mesh: Triangles, points: Floats) -> tuple[Floats, Floats, Floats]:
    """Weights, each (n_points, n_triangles), of every triangle's nearest point."""
    a, b, c = mesh.vertices[mesh.corners]
    ab, ac = b - a, c - a
    to_a, to_b, to_c = (points[:, None] - x for x in (a, b, c))
    d1, d2 = ((to_a * x).sum(2) for x in (ab, ac))
    d3, d4 = ((to_b * x).sum(2) for x in (ab, ac))
    d5, d6 = ((to_c * x).sum(2) for x in (ab, ac))
    va, vb, vc = d3 * d6 - d5 * d4, d5 * d2 - d1 * d6, d1 * d4 - d3 * d2
    zero, one = np.zeros_like(va), np.ones_like(va)
    with np.errstate(divide="ignore", invalid="ignore"):
        along_ab, along_ac = d1 / (d1 - d3), d2 / (d2 - d6)
        along_bc = (d4 - d3) / ((d4 - d3) + (d5 - d6))
        v, w = vb / (va + vb + vc), vc / (va + vb + vc)
    cases = [
        (d1 <= 0) & (d2 <= 0),
        (d3 >= 0) & (d4 <= d3),
        (d6 >= 0) & (d5 <= d6),
        (vc <= 0) & (d1 >= 0) & (d3 <= 0),
        (vb <= 0) & (d2 >= 0) & (d6 <= 0),
        (va <= 0) & (d4 >= d3) & (d5 >= d6),
    ]
    second = np.select(cases, [zero, one, zero, along_ab, zero, 1 - along_bc], v)
    third = np.select(cases, [zero, zero, one, zero, along_ac, along_bc], w)
    return 1 - second - third, second, third
