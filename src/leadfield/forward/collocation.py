"""BEM collocation matrix: linear potentials over triangles, integrated analytically.

De Munck 1992, IEEE Trans Biomed Eng 39(9):986; Mosher, Leahy & Lewis 1999,
IEEE Trans Biomed Eng 46(3):245.
"""

from dataclasses import dataclass

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.progress import tracked
from leadfield.forward.triangles import (
    Triangles,
    blocks,
    distances_to,
    half_angles,
    heights_over,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CollocationMesh:
    """A triangle mesh with what the collocation integrals need, whatever the point.

    ``edges`` (n_edges, 2) are vertices, ``edge_of`` (3, n_triangles) the edge of each
    side; ``slopes`` (3, 3, n_triangles) say by how much the linear function of each
    corner changes along each side; ``flat`` (2, n_triangles, 4) give the first two
    corners' barycentric coordinates of a point, as plane functions of (x, y, z, 1);
    ``to_vertices`` (n_vertices, 3 n_triangles) sums the corners' values up.
    """

    mesh: Triangles
    edges: Ints
    edge_lengths: Floats
    edge_of: Ints
    slopes: Floats
    flat: Floats
    to_vertices: "scipy.sparse.csr_array"

    def __post_init__(self) -> None:
        lock_arrays(self)


def collocation_mesh(mesh: Triangles) -> CollocationMesh:
    """Prepare a mesh for :func:`collocation_matrix`."""
    corners, n_triangles = mesh.corners, len(mesh.areas)
    pairs = np.stack([corners, corners[[1, 2, 0]]], axis=2).reshape(-1, 2)
    edges, edge_of = np.unique(np.sort(pairs, axis=1), axis=0, return_inverse=True)
    ends = mesh.vertices[edges]
    # Opposite corner 1 lies side 2 to 3, and so on.
    opposite = mesh.sides[[1, 2, 0]]
    slopes = np.einsum("ctk,stk->cst", opposite, mesh.sides) / (2 * mesh.areas)
    inward = np.cross(mesh.normals, opposite[:2]) / (2 * mesh.areas)[:, None]
    start = mesh.vertices[corners[[1, 2]]]
    offset = -np.einsum("ctk,ctk->ct", inward, start)
    columns = np.arange(3 * n_triangles)
    ones = np.ones(3 * n_triangles)
    shape = (len(mesh.vertices), 3 * n_triangles)
    return CollocationMesh(
        mesh=mesh,
        edges=edges,
        edge_lengths=np.linalg.norm(ends[:, 1] - ends[:, 0], axis=1),
        edge_of=edge_of.reshape(3, n_triangles),
        slopes=slopes,
        flat=np.concatenate([inward, offset[..., None]], axis=2),
        to_vertices=scipy.sparse.csr_array((ones, (corners.ravel(), columns)), shape=shape),
    )


def collocation_matrix(elements: CollocationMesh, points: Floats, *, own: bool = False) -> Floats:
    """Weights (n_points, n_vertices) of the vertices' potentials in each point's angle.

    Row i times the potentials is the integral over the mesh of the potential, linear in
    each triangle, over the solid angle seen from point i. With ``own`` the points are
    the vertices, and triangles that touch a point count as nothing to it: see
    :func:`fill_own_triangles`.
    """
    n_vertices, n_triangles = elements.to_vertices.shape[0], len(elements.mesh.areas)
    out = np.empty((len(points), n_vertices))
    batches = list(blocks(len(points), n_triangles))
    for batch in tracked(batches, "Boundary-element matrix", len(batches)):
        values = _corner_values(elements, points[batch])
        if own:
            for triangle_vertices in elements.mesh.corners:
                mine = (triangle_vertices >= batch.start) & (triangle_vertices < batch.stop)
                touching = np.flatnonzero(mine)
                values[:, touching, triangle_vertices[touching] - batch.start] = 0
        flat = values.reshape(3 * n_triangles, -1)
        out[batch] = (elements.to_vertices @ flat).T
    return out


def _corner_values(elements: CollocationMesh, points: Floats) -> Floats:
    """Integrals (3, n_triangles, n_points) of the corners' linear functions.

    A corner's integral is its barycentric coordinate times the solid angle, plus the
    height times how its function changes along the sides times the sides' potentials.
    """
    mesh = elements.mesh
    distance = distances_to(mesh.vertices, points)
    height = heights_over(mesh, points)
    lengths = [distance[corner] for corner in mesh.corners]
    angle = 2 * half_angles(mesh, lengths, height)
    ends = distance[elements.edges[:, 0]] + distance[elements.edges[:, 1]]
    size = elements.edge_lengths[:, None]
    # A vertex on the edge itself gives infinity; `own` clears those triangles.
    with np.errstate(divide="ignore", invalid="ignore"):
        potential = np.log((ends + size) / (ends - size)) / size
        potentials = [potential[edge] for edge in elements.edge_of]
        out = np.empty((3, *angle.shape))
        homogeneous = np.concatenate([points, np.ones((len(points), 1))], axis=1)
        third = angle.copy()
        for corner in range(3):
            along = elements.slopes[corner, 0][:, None] * potentials[0]
            along += elements.slopes[corner, 1][:, None] * potentials[1]
            along += elements.slopes[corner, 2][:, None] * potentials[2]
            along *= height
            value = out[corner]
            if corner < 2:
                np.matmul(elements.flat[corner], homogeneous.T, out=value)
                value *= angle
                third -= value
            else:
                value[:] = third
            value += along
    return out


def fill_own_triangles(matrix: Floats, triangles: Ints) -> Floats:
    """The matrix of a closed surface onto itself, touching triangles put in.

    A smooth closed surface fills half of the sky of its own points: what is missing of
    2 pi in a row goes half to the vertex, half evenly to the corners around it.
    """
    n = len(matrix)
    remainder = 2 * np.pi - matrix.sum(1)
    around = np.bincount(triangles.ravel(), minlength=n)
    rows = np.concatenate([triangles[:, [0, 0, 1, 1, 2, 2]].ravel()])
    columns = triangles[:, [1, 2, 0, 2, 0, 1]].ravel()
    share = (remainder / (4 * around))[rows]
    np.add.at(matrix, (rows, columns), share)
    matrix[np.arange(n), np.arange(n)] = remainder / 2
    return matrix
