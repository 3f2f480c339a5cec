"""Weights of the sources at each vertex of the cortex: spatial smoothing as a sparse matrix."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.scene.smoothing import Smoothing
from leadfield.web.payload import ArrayStore

if TYPE_CHECKING:
    from scipy.sparse import csr_array

MOST, MOST_OF_MANY, MANY = 12, 8, 100_000
"""Sources that a vertex keeps, those that count most, also on a mesh of many vertices.

The others change its colour by less than 1 %, or 2 %, of the strongest value after 5 steps.
"""
LARGEST = 255


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VertexWeights:
    """``counts`` (n_vertices,) entries of each vertex: ``sources`` and their ``values``."""

    counts: NDArray[np.uint8]
    sources: Ints
    values: NDArray[np.uint8]

    def __post_init__(self) -> None:
        lock_arrays(self)

    def paint(self, values: Floats) -> Floats:
        """What a page shows at each vertex for values (n_sources,); 0 where nothing reaches."""
        vertices = np.repeat(np.arange(len(self.counts)), self.counts)
        sums = np.bincount(vertices, self.values * values[self.sources], len(self.counts))
        total = np.bincount(vertices, self.values, len(self.counts))
        return np.divide(sums, total, out=np.zeros_like(sums), where=total > 0)

    def store(self, store: ArrayStore) -> dict[str, Any]:
        """What a header says of them."""
        kind = np.uint16 if self.sources.max(initial=0) < 2**16 else np.uint32
        return {
            "counts": store.add(self.counts),
            "indices": store.add(self.sources.astype(kind), delta=True, planes=True),
            "values": store.add(self.values),
        }


def vertex_weights(
    smoothing: Smoothing, n_sources: int, *, most: int | None = None
) -> VertexWeights:
    """The ``most`` largest weights of each vertex, as parts of its largest in 8 bits."""
    matrix = _smoothing_matrix(smoothing, n_sources)
    n = matrix.shape[0]
    if most is None:
        most = MOST if n < MANY else MOST_OF_MANY
    vertices = np.repeat(np.arange(n), np.diff(matrix.indptr))
    order = np.lexsort((-matrix.data, vertices))
    rank = np.arange(len(order)) - matrix.indptr[vertices[order]]
    kept = order[rank < most]
    # Sources in growing order pack better.
    kept = kept[np.lexsort((matrix.indices[kept], vertices[kept]))]
    at, weights = vertices[kept], matrix.data[kept]
    largest = np.zeros(n)
    np.maximum.at(largest, at, weights)
    values = np.rint(LARGEST * weights / np.where(largest > 0, largest, 1)[at]).astype(np.uint8)
    counted = values > 0
    return VertexWeights(
        counts=np.bincount(at[counted], minlength=n).astype(np.uint8),
        sources=matrix.indices[kept][counted].astype(np.int64),
        values=values[counted],
    )


def _smoothing_matrix(smoothing: Smoothing, n_sources: int) -> "csr_array":
    """The steps of a smoothing multiplied out, (n_vertices, n_sources)."""
    from scipy.sparse import csr_array, diags_array, eye_array

    known = np.flatnonzero(smoothing.start >= 0)
    shape = (len(smoothing.start), n_sources)
    ones = np.ones(len(known), np.float32)
    matrix = csr_array((ones, (known, smoothing.start[known])), shape)
    if smoothing.neighbours is None:
        return matrix
    around = smoothing.neighbours + eye_array(shape[0], dtype=np.float32)
    for scale in smoothing.scales:
        matrix = csr_array(diags_array(scale) @ (around @ matrix))
    return matrix
