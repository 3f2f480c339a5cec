"""BEM collocation matrix: linear potentials over triangles, integrated analytically.

De Munck 1992, IEEE Trans Biomed Eng 39(9):986; Mosher, Leahy & Lewis 1999,
IEEE Trans Biomed Eng 46(3):245.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.progress import tracked
from leadfield.forward.triangles import (
    Triangles,
    blocks,
    fill_distances,
    fill_half_angles,
)
from leadfield.numerics.scratch import Scratch, take_rows
from leadfield.numerics.threads import share

POINTS = 64  # whose integrals are computed at once
CHUNK = 2**14  # pairs of a triangle and a point: a dozen arrays of them stay in a cache


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CollocationMesh:
    """A triangle mesh with what the collocation integrals need, whatever the point.

    ``edges`` (2, n_edges) are vertices, ``edge_of`` (3, n_triangles) the edge of each
    side; ``slopes`` (2, 3, n_triangles) say by how much the linear function of each of the
    first two corners changes along each side, over twice the area; ``flat``
    (2, n_triangles, 4) are twice those functions, and ``heights`` (n_triangles, 4) how far a
    point lies below the triangle's plane, times twice the area, all as functions of
    (x, y, z, 1). ``order`` are the vertices by how many triangles they have, most first,
    and ``rounds`` has for those with one, two and more the corner in their first, second and
    further triangle, of 3 n_triangles corners.
    """

    mesh: Triangles
    edges: Ints
    edge_lengths: Floats
    edge_of: Ints
    slopes: Floats
    flat: Floats
    heights: Floats
    order: Ints
    rounds: tuple[Ints, ...]

    def __post_init__(self) -> None:
        lock_arrays(self)


def collocation_mesh(mesh: Triangles) -> CollocationMesh:
    """Prepare a mesh for :func:`collocation_matrix`."""
    corners, n_triangles = mesh.corners, len(mesh.areas)
    double = 2 * mesh.areas[:, None]
    pairs = np.stack([corners, corners[[1, 2, 0]]], axis=2).reshape(-1, 2)
    edges, edge_of = np.unique(np.sort(pairs, axis=1), axis=0, return_inverse=True)
    ends = mesh.vertices[edges]
    # Opposite corner 1 lies side 2 to 3, opposite corner 2 side 3 to 1.
    opposite = mesh.sides[1:]
    inward = np.cross(mesh.normals, opposite) / double
    offset = -np.einsum("ctk,ctk->ct", inward, mesh.vertices[corners[1:]])
    above = np.einsum("tk,tk->t", mesh.normals, mesh.vertices[corners[0]])
    order, rounds = _rounds(corners.ravel(), len(mesh.vertices))
    return CollocationMesh(
        mesh=mesh,
        edges=np.ascontiguousarray(edges.T),
        edge_lengths=np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1),
        edge_of=edge_of.reshape(3, n_triangles),
        slopes=np.einsum("ctk,stk->cst", opposite, mesh.sides) / double[:, 0] ** 2,
        flat=2 * np.concatenate([inward, offset[..., None]], axis=2),
        heights=double * np.concatenate([-mesh.normals, above[:, None]], axis=1),
        order=order,
        rounds=rounds,
    )


def _rounds(corners: Ints, n_vertices: int) -> tuple[Ints, tuple[Ints, ...]]:
    """The ``order`` and ``rounds`` of a :class:`CollocationMesh`."""
    counts = np.bincount(corners, minlength=n_vertices)
    order = np.argsort(-counts, kind="stable")
    by_vertex = np.argsort(corners, kind="stable")
    begins = (np.cumsum(counts) - counts)[order]
    sizes = [np.count_nonzero(counts > k) for k in range(counts.max())]
    return order, tuple(by_vertex[begins[:n] + k] for k, n in enumerate(sizes))


def shell_integrals(meshes: Sequence[CollocationMesh]) -> Floats:
    """Weights (n_vertices, n_vertices) of all shells' potentials in each vertex's angle."""
    ends = np.cumsum([0, *(len(elements.mesh.vertices) for elements in meshes)])
    parts = [slice(start, stop) for start, stop in pairwise(ends)]
    matrix = np.empty((ends[-1], ends[-1]))
    views = [
        MeshView(elements, observer.mesh.vertices, matrix[rows, columns], elements is observer)
        for rows, observer in zip(parts, meshes, strict=True)
        for columns, elements in zip(parts, meshes, strict=True)
    ]
    _integrate(views)
    for part, elements in zip(parts, meshes, strict=True):
        fill_own_triangles(matrix[part, part], elements.mesh.indices)
    return matrix


def collocation_matrix(elements: CollocationMesh, points: Floats, *, own: bool = False) -> Floats:
    """Weights (n_points, n_vertices) of the vertices' potentials in each point's angle.

    Row i times the potentials is the integral over the mesh of the potential, linear in
    each triangle, over the solid angle seen from point i. With ``own`` the points are
    the vertices, and triangles that touch a point count as nothing to it: see
    :func:`fill_own_triangles`.
    """
    out = np.empty((len(points), len(elements.mesh.vertices)))
    _integrate([MeshView(elements, points, out, own)])
    return out


class MeshView(NamedTuple):
    """A mesh seen from points, where their weights go, and whether the points are its vertices."""

    elements: CollocationMesh
    points: Floats
    out: Floats
    own: bool


def _integrate(views: Sequence[MeshView]) -> None:
    batches = [(view, batch) for view in views for batch in blocks(len(view.points), 1, POINTS)]

    def work(some: Iterator[tuple[MeshView, slice]]) -> None:
        room = _Room([view.elements for view in views])
        for (elements, points, out, own), batch in some:
            values = _corner_values(elements, points[batch], room)
            if own:
                for triangle_vertices in elements.mesh.corners:
                    mine = (triangle_vertices >= batch.start) & (triangle_vertices < batch.stop)
                    touching = np.flatnonzero(mine)
                    values[:, touching, triangle_vertices[touching] - batch.start] = 0
            out[batch] = _at_vertices(elements, values, room).T

    # A vertex on an edge itself gives infinity; `own` clears those triangles.
    with np.errstate(divide="ignore", invalid="ignore"):
        share(work, tracked(batches, "Boundary-element matrix", len(batches)), len(batches))


class _Room:
    """Memory for a batch of points: by corners, by edges, by vertices, and for a chunk."""

    def __init__(self, meshes: Sequence[CollocationMesh]) -> None:
        self.corners = Scratch(3, POINTS * max(len(one.mesh.areas) for one in meshes))
        self.edges = Scratch(3, POINTS * max(len(one.edge_lengths) for one in meshes))
        self.vertices = Scratch(2, POINTS * max(len(one.mesh.vertices) for one in meshes))
        self.chunk = Scratch(8, CHUNK)


def _corner_values(elements: CollocationMesh, points: Floats, room: _Room) -> Floats:
    """Integrals (3, n_triangles, n_points) of the corners' linear functions.

    A corner's integral is its barycentric coordinate times the solid angle, plus the
    height times how its function changes along the sides times the sides' potentials.
    The three coordinates add up to 1, and the three changes to 0.
    """
    mesh, n_points = elements.mesh, len(points)
    distance, other = room.vertices.arrays(len(mesh.vertices), n_points)
    fill_distances(distance, mesh.vertices, points, other)
    products, potentials = _along_edges(elements, distance, room)
    homogeneous = np.concatenate([points, np.ones((n_points, 1))], axis=1).T
    out = room.corners.arrays(len(mesh.areas), n_points)
    for some in blocks(len(mesh.areas), n_points, CHUNK):
        arrays = room.chunk.arrays(some.stop - some.start, n_points)
        height, half_angle, three, others = arrays[0], arrays[1], arrays[2:5], arrays[5:]
        edges = elements.edge_of[:, some]
        np.matmul(elements.heights[some], homogeneous, out=height)
        take_rows(distance, mesh.corners[:, some], three)
        take_rows(products, edges, others)
        fill_half_angles(half_angle, three, others, height)
        take_rows(potentials, edges, others)
        last = out[2, some]
        np.multiply(half_angle, 2, out=last)
        change, along = three[:2]
        for corner in range(2):
            value = out[corner, some]
            np.matmul(elements.flat[corner, some], homogeneous, out=value)
            value *= half_angle
            slopes = elements.slopes[corner, :, some, None]
            np.multiply(slopes[0], others[0], out=change)
            for side in (1, 2):
                change += np.multiply(slopes[side], others[side], out=along)
            change *= height
            value += change
            last -= value
    return out


def _along_edges(elements: CollocationMesh, distance: Floats, room: _Room) -> tuple[Floats, Floats]:
    """For each edge and point: scalar product of the ways to its ends, potential of its line.

    Both (n_edges, n_points); ``distance`` (n_vertices, n_points) is that of the vertices.
    """
    size = elements.edge_lengths[:, None]
    first, second, total = room.edges.arrays(len(size), distance.shape[1])
    take_rows(distance, elements.edges[0], first)
    take_rows(distance, elements.edges[1], second)
    np.add(first, second, out=total)
    # By the law of cosines.
    first *= first
    second *= second
    first += second
    first -= size**2
    first *= 0.5
    np.subtract(total, size, out=second)
    total += size
    total /= second
    np.log(total, out=total)
    total /= size
    return first, total


def _at_vertices(elements: CollocationMesh, values: Floats, room: _Room) -> Floats:
    """The corners' integrals added up at each vertex (n_vertices, n_points)."""
    flat = values.reshape(-1, values.shape[2])
    total, more = room.vertices.arrays(len(elements.order), values.shape[2])
    total[:] = 0
    for corners in elements.rounds:
        some = more[: len(corners)]
        take_rows(flat, corners, some)
        total[: len(corners)] += some
    more[elements.order] = total
    return np.asarray(more)


def fill_own_triangles(matrix: Floats, triangles: Ints) -> None:
    """Put what touching triangles count into the matrix of a closed surface onto itself.

    A smooth closed surface fills half of the sky of its own points: what is missing of
    2 pi in a row goes half to the vertex, half evenly to the corners around it.
    """
    n = len(matrix)
    remainder = 2 * np.pi - matrix.sum(1)
    around = np.bincount(triangles.ravel(), minlength=n)
    rows = triangles[:, [0, 0, 1, 1, 2, 2]].ravel()
    columns = triangles[:, [1, 2, 0, 2, 0, 1]].ravel()
    share = (remainder / (4 * around))[rows]
    np.add.at(matrix, (rows, columns), share)
    matrix[np.arange(n), np.arange(n)] = remainder / 2
