"""Triangle meshes: normals, areas, adjacency and edge lengths."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Bools, Corners, Floats, Ints
from leadfield.numerics.sparse_rows import SparseRows
from leadfield.numerics.threads import map_shared

if TYPE_CHECKING:
    from scipy.sparse import csr_array

WORTH_A_THREAD = 2**17  # corners of triangles to be sorted


def unit(vectors: Floats) -> Floats:
    """Vectors of length 1; those of length 0 stay."""
    length = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    return vectors / np.where(length > 0, length, 1)[:, None]


def triangle_normals(vertices: Floats, triangles: Corners) -> tuple[Floats, Floats]:
    """Unit normal and area of each triangle; a triangle without area has normal 0."""
    normals, doubles = _normal_columns(vertices, _corner_rows(triangles))
    return np.ascontiguousarray(normals.T), doubles / 2


def vertex_normals(vertices: Floats, triangles: Corners) -> Floats:
    """Unit normal at each vertex: the mean of its triangles', each with the same weight."""
    corners = _corner_rows(triangles)
    normals, _ = _normal_columns(vertices, corners)
    total = np.zeros(vertices.shape)
    for corner in corners:
        for axis, column in enumerate(normals):
            total[:, axis] += np.bincount(corner, column, minlength=len(vertices))
    return unit(total)


def _corner_rows(triangles: Corners) -> Ints:
    """The first, second and third corners (3, n_triangles)."""
    return np.ascontiguousarray(triangles.T, np.int64)


def _normal_columns(vertices: Floats, corners: Ints) -> tuple[Floats, Floats]:
    """The x, y and z (3, n_triangles) of triangles' unit normals, and twice their areas."""
    columns = np.ascontiguousarray(vertices.T)
    a, b, c = (np.take(columns, corner, axis=1) for corner in corners)
    b -= a
    c -= a
    across = np.empty(a.shape)
    for axis, (i, j) in enumerate(((1, 2), (2, 0), (0, 1))):
        np.multiply(b[i], c[j], out=across[axis])
        across[axis] -= b[j] * c[i]
    length = np.sqrt(np.einsum("ij,ij->j", across, across))
    across /= np.where(length > 0, length, 1)
    return across, length


def triangles_at(triangles: Corners, inside: Bools) -> Corners:
    """The triangles that have a corner among the vertices ``inside`` (n_vertices,)."""
    a, b, c = triangles.T
    found: Corners = triangles[inside[a] | inside[b] | inside[c]]
    return found


def neighbours(triangles: Corners, n_vertices: int, *, itself: bool = False) -> "csr_array":
    """Matrix with a 1 where two vertices share an edge; on the diagonal with ``itself``, else 0."""
    return neighbour_rows(triangles, n_vertices, itself=itself).as_csr().astype(float)


def neighbour_rows(triangles: Corners, n_vertices: int, *, itself: bool = False) -> SparseRows:
    """The same without SciPy."""
    bits = n_vertices.bit_length()

    def directed(ends: tuple[int, int]) -> Ints:
        """Edges from a triangle's corner to the next, or back: numbers of both, sorted."""
        first, second = ends
        n = triangles.size
        edges = np.empty(n + n_vertices * itself, np.int64)
        for i in range(3):
            np.left_shift(triangles[:, (i + first) % 3], bits, out=edges[i:n:3], dtype=np.int64)
            edges[i:n:3] |= triangles[:, (i + second) % 3]
        edges[n:] = np.arange(n_vertices * itself) * (1 + (1 << bits))
        edges.sort()
        return edges

    ways = [(0, 1), (1, 0)]
    many = triangles.size > WORTH_A_THREAD
    edges, back = map_shared(directed, ways) if many else map(directed, ways)
    # A closed surface goes along each edge once in each direction.
    if not np.array_equal(edges, back):
        edges = np.sort(np.concatenate([edges, back]))
    del back
    last = (1 << bits) - 1
    new = np.append(True, edges[1:] != edges[:-1])
    if not itself:  # a triangle may name a vertex twice
        new &= edges >> bits != edges & last
    if not new.all():
        edges = edges[new]
    counts = np.bincount(edges >> bits, minlength=n_vertices)
    edges &= last
    return SparseRows(
        values=np.ones(len(edges), np.int8),
        columns=edges.astype(np.int32),
        starts=np.append(0, np.cumsum(counts)).astype(np.int32),
        n_columns=n_vertices,
        only_ones=True,
    )


def edge_lengths(vertices: Floats, triangles: Corners) -> "csr_array":
    """Matrix with the distance of vertices that share an edge."""
    return edge_rows(vertices, triangles).as_csr()


def edge_rows(vertices: Floats, triangles: Corners) -> SparseRows:
    """The same without SciPy."""
    edges = neighbour_rows(triangles, len(vertices))
    counts = np.diff(edges.starts)
    squares = np.zeros(len(edges.columns))
    for column in np.ascontiguousarray(vertices.T):
        gap = np.repeat(column, counts)
        gap -= np.take(column, edges.columns)
        gap *= gap
        squares += gap
    return replace(edges, values=np.sqrt(squares, out=squares), only_ones=False)
