"""Triangle meshes: normals, areas, adjacency and edge lengths."""

from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Corners, Floats

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def unit(vectors: Floats) -> Floats:
    """Vectors of length 1; those of length 0 stay."""
    length = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    return vectors / np.where(length > 0, length, 1)[:, None]


def triangle_normals(vertices: Floats, triangles: Corners) -> tuple[Floats, Floats]:
    """Unit normal and area of each triangle; a triangle without area has normal 0."""
    a, b, c = (np.take(vertices, triangles[:, i], axis=0) for i in range(3))
    across = np.cross(b - a, c - a)
    return unit(across), np.sqrt(np.einsum("ij,ij->i", across, across)) / 2


def vertex_normals(vertices: Floats, triangles: Corners) -> Floats:
    """Unit normal at each vertex: the mean of its triangles', each with the same weight."""
    normals, _ = triangle_normals(vertices, triangles)
    corners = triangles.ravel()
    sums = [
        np.bincount(corners, np.repeat(normals[:, axis], 3), minlength=len(vertices))
        for axis in range(3)
    ]
    return unit(np.stack(sums, axis=1))


def neighbours(triangles: Corners, n_vertices: int, *, itself: bool = False) -> "csr_array":
    """Matrix with a 1 where two vertices share an edge; on the diagonal with ``itself``, else 0."""
    import scipy

    once = _directed_edges(triangles, n_vertices, itself=itself)
    back = once.T.tocsr()
    # A closed surface goes along each edge once in each direction.
    if not (
        np.array_equal(once.indptr, back.indptr) and np.array_equal(once.indices, back.indices)
    ):
        once = (once + back).tocsr()
    del back
    content = (np.ones(once.nnz), once.indices, once.indptr)
    edges = scipy.sparse.csr_array(content, shape=once.shape)
    if not itself and edges.diagonal().any():  # a triangle that names a vertex twice
        edges.setdiag(0)
        edges.eliminate_zeros()
    return edges


def _directed_edges(triangles: Corners, n_vertices: int, *, itself: bool) -> "csr_array":
    """True from each corner of a triangle to the next, and to ``itself`` if wanted.

    Truth values take an eighth of the memory of numbers, and no count can overflow.
    """
    import scipy

    bits, n = n_vertices.bit_length(), triangles.size
    numbers = np.empty(n + n_vertices * itself, np.int64)  # a pair each: quickly sorted
    for i in range(3):
        np.left_shift(triangles[:, i], bits, out=numbers[i:n:3], dtype=np.int64)
        numbers[i:n:3] |= triangles[:, (i + 1) % 3]
    numbers[n:] = np.arange(len(numbers) - n) * (1 + (1 << bits))
    numbers.sort()
    ends = (numbers & ((1 << bits) - 1)).astype(np.int32)
    numbers >>= bits
    starts = np.zeros(n_vertices + 1, np.int32)
    np.cumsum(np.bincount(numbers, minlength=n_vertices), out=starts[1:])
    content = (np.ones(len(ends), bool), ends, starts)
    once = scipy.sparse.csr_array(content, shape=(n_vertices, n_vertices))
    once.sum_duplicates()
    return once


def edge_lengths(vertices: Floats, triangles: Corners) -> "csr_array":
    """Matrix with the distance of vertices that share an edge."""
    edges = neighbours(triangles, len(vertices))
    between = np.repeat(vertices, np.diff(edges.indptr), axis=0)
    between -= np.take(vertices, edges.indices, axis=0)
    edges.data = np.sqrt(np.einsum("ij,ij->i", between, between))
    return edges
