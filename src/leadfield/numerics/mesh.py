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
    joined = (once + once.T).tocsr()
    del once
    content = (np.ones(joined.nnz), joined.indices, joined.indptr)
    edges = scipy.sparse.csr_array(content, shape=joined.shape)
    if not itself and edges.diagonal().any():  # a triangle that names a vertex twice
        edges.setdiag(0)
        edges.eliminate_zeros()
    return edges


def _directed_edges(triangles: Corners, n_vertices: int, *, itself: bool) -> "csr_array":
    """True from each corner of a triangle to the next, and to ``itself`` if wanted.

    Truth values take an eighth of the memory of numbers, and no count can overflow.
    """
    import scipy

    a, b, c = triangles.astype(np.int32).T
    own = np.arange(n_vertices if itself else 0, dtype=np.int32)
    ends = (np.concatenate([a, b, c, own]), np.concatenate([b, c, a, own]))
    content = (np.ones(len(ends[0]), bool), ends)
    return scipy.sparse.csr_array(content, shape=(n_vertices, n_vertices))


def edge_lengths(vertices: Floats, triangles: Corners) -> "csr_array":
    """Matrix with the distance of vertices that share an edge."""
    edges = neighbours(triangles, len(vertices))
    between = np.repeat(vertices, np.diff(edges.indptr), axis=0)
    between -= np.take(vertices, edges.indices, axis=0)
    edges.data = np.sqrt(np.einsum("ij,ij->i", between, between))
    return edges
