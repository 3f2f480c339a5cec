"""Smoothing over the cortex: means of neighbouring vertices, and the nearest source."""

from typing import TYPE_CHECKING

import numpy as np
import scipy
from numpy.typing import NDArray

from leadfield.base.arrays import Bools, Ints
from leadfield.base.errors import InputError

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def smoothing_matrix(
    rows: "csr_array", edges: "csr_array", sources: Ints, steps: int | None
) -> tuple["csr_array", int, int]:
    """Matrix from ``sources`` to ``rows``, steps done, and vertices not reached.

    In each step a vertex takes the mean of those among itself and its neighbours that
    have a value. Step k is a matrix P[k]; the result is
    ``rows @ P[K-1] @ ... @ P[0]``, at the sources. ``edges`` has ones where vertices
    are neighbours and on its diagonal; ``steps`` None goes on until all have a value.
    """
    reached, counts, n_unreached = _count_neighbours(edges, sources, steps)
    # What comes from a source is a line: few begin, where the edges have one for each vertex.
    left, right = rows.copy(), indicator_matrix(sources, edges.shape[0]).T.tocsr()
    first, last = 0, len(counts)
    if last:  # The first product only takes out rows of the edges, which are symmetric.
        right = edges[sources]
        right.data /= counts[0][right.indices]
        first = 1
    while first < last:
        # Each product grows with its steps; the smaller one takes the next.
        if right.nnz <= left.nnz:
            right = right @ edges
            right.data /= counts[first][right.indices]
            first += 1
        else:
            last -= 1
            left.data /= counts[last][left.indices]
            left = left @ edges
            if not reached[last].all():
                left.data *= reached[last][left.indices]
                left.eliminate_zeros()
    return left @ right.T.tocsr(), len(counts), n_unreached


def nearest_source_matrix(edges: "csr_array", sources: Ints) -> "csr_array":
    """Matrix that gives each vertex the value of the source fewest edges away."""
    # The library's heap decides between sources equally far; with vertices sorted and
    # 32-bit indices it decides as in MNE-Python.
    distances, _, nearest = scipy.sparse.csgraph.dijkstra(
        edges, directed=False, indices=sources, min_only=True, return_predecessors=True
    )
    if np.isinf(distances).any():
        raise _unreachable_error(int(np.isinf(distances).sum()))
    columns = np.searchsorted(sources, nearest)
    n = len(columns)
    shape = (n, len(sources))
    return scipy.sparse.csr_array((np.ones(n), columns, np.arange(n + 1)), shape=shape)


def indicator_matrix(vertices: Ints, n_vertices: int) -> "csr_array":
    """Matrix that puts each of ``vertices`` at its place among all, zeros elsewhere."""
    # 32 bits as the edges have: products with wider indices would copy them each time.
    indices = (vertices.astype(np.int32), np.arange(len(vertices), dtype=np.int32))
    shape = (n_vertices, len(vertices))
    return scipy.sparse.csr_array((np.ones(len(vertices)), indices), shape=shape)


def _count_neighbours(
    edges: "csr_array", sources: Ints, steps: int | None
) -> tuple[list[Bools], list[NDArray[np.unsignedinteger]], int]:
    """Before each step: which vertices have a value, and how many around each do."""
    has = np.zeros(edges.shape[0], bool)
    has[sources] = True
    reached: list[Bools] = []
    counts: list[NDArray[np.unsignedinteger]] = []
    while steps is None or len(counts) < steps:
        around = edges @ has
        reached.append(has)
        most = int(around.max())
        counts.append(np.maximum(around, 1).astype(np.min_scalar_type(most)))
        before, has = has, around > 0
        if steps is None:
            if has.all():
                break
            if np.array_equal(before, has):
                raise _unreachable_error(int(len(has) - has.sum()))
    return reached, counts, int(len(has) - has.sum())


def _unreachable_error(n: int) -> InputError:
    msg = (
        f"the surface must be in one piece to be filled, got {n} vertices that no path "
        "joins to a source: pass smooth as a number of steps"
    )
    return InputError(msg)
