"""Smoothing over the cortex: means of neighbouring vertices, and the nearest source."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Bools, Ints
from leadfield.base.errors import InputError
from leadfield.numerics.sparse_rows import SparseRows

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def smoothing_matrix(
    rows: SparseRows, edges: SparseRows, sources: Ints, steps: int | None
) -> tuple[SparseRows, int, int]:
    """Matrix from ``sources`` to ``rows``, steps done, and vertices not reached.

    In each step a vertex takes the mean of those among itself and its neighbours that
    have a value. Step k is a matrix P[k]; the result is
    ``rows @ P[K-1] @ ... @ P[0]``, at the sources. ``edges`` has ones where vertices
    are neighbours and on its diagonal; ``steps`` None goes on until all have a value.
    """
    reached, counts, n_unreached = _count_neighbours(edges, sources, steps)
    # What comes from a source is a line: few begin, where the edges have one for each vertex.
    left, right = rows, SparseRows.of_ones(sources, edges.n_columns)
    first, last = 0, len(counts)
    if last:  # The first product only takes out rows of the edges, which are symmetric.
        right = _divided(edges.rows(sources), counts[0])
        first = 1
    while first < last:
        # Each product grows with its steps; the smaller one takes the next.
        if len(right.values) <= len(left.values):
            right = _divided(right @ edges, counts[first])
            first += 1
        else:
            last -= 1
            left = _divided(left, counts[last]) @ edges
            if not reached[last].all():
                left = left.with_values(left.values * reached[last][left.columns]).without_zeros()
    right = right.transposed()  # in its place: here memory is shortest
    return left @ right, len(counts), n_unreached


def _divided(matrix: SparseRows, counts: NDArray[np.unsignedinteger]) -> SparseRows:
    """Each column divided by a number."""
    return matrix.with_values(np.divide(matrix.values, counts[matrix.columns], dtype=float))


def nearest_source_matrix(edges: "csr_array", sources: Ints) -> SparseRows:
    """Matrix that gives each vertex the value of the source fewest edges away."""
    import scipy

    # The library's heap decides between sources equally far; with vertices sorted and
    # 32-bit indices it decides as in MNE-Python.
    distances, _, nearest = scipy.sparse.csgraph.dijkstra(
        edges, directed=False, indices=sources, min_only=True, return_predecessors=True
    )
    if np.isinf(distances).any():
        raise _unreachable_error(int(np.isinf(distances).sum()))
    return SparseRows.of_ones(np.searchsorted(sources, nearest), len(sources))


def _count_neighbours(
    edges: SparseRows, sources: Ints, steps: int | None
) -> tuple[list[Bools], list[NDArray[np.unsignedinteger]], int]:
    """Before each step: which vertices have a value, and how many around each do."""
    n = edges.n_columns
    has, new = np.zeros(n, bool), sources
    has[sources] = True
    around = np.zeros(n, np.int64)
    reached: list[Bools] = []
    counts: list[NDArray[np.unsignedinteger]] = []
    while steps is None or len(counts) < steps:
        around += np.bincount(edges.rows(new).columns, minlength=n)
        reached.append(has)
        most = int(around.max())
        counts.append(np.maximum(around, 1).astype(np.min_scalar_type(most)))
        before, has = has, around > 0
        new = np.flatnonzero(has & ~before)
        if steps is None:
            if has.all():
                break
            if not len(new):
                raise _unreachable_error(int(n - has.sum()))
    return reached, counts, int(len(has) - has.sum())


def _unreachable_error(n: int) -> InputError:
    msg = (
        f"the surface must be in one piece to be filled, got {n} vertices that no path "
        "joins to a source: pass smooth as a number of steps"
    )
    return InputError(msg)
