"""Spatial smoothing: source values averaged over neighbouring vertices of the cortex."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Bools, Floats32, Ints, lock_arrays
from leadfield.morph.smoothing import nearest_source_matrix
from leadfield.numerics.mesh import neighbours

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Smoothing:
    """The linear map from sources to all vertices of one hemisphere.

    It is held as the steps that make it: each is one product with the sparse matrix of
    neighbours, and all of them cost less than forming the map, which has many times
    more entries.
    """

    start: Ints
    """The source whose value a vertex starts from, -1 for none, ``(n_vertices,)``."""
    neighbours: "csr_array | None"
    """Ones where two vertices are neighbours."""
    scales: tuple[Floats32, ...]
    """For each step, 1 over how many around a vertex have a value, 0 for none."""

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def reached(self) -> Bools:
        """Vertices that get a value from some source, ``(n_vertices,)``."""
        return self.scales[-1] > 0 if self.scales else self.start >= 0

    def __call__(self, values: NDArray[np.floating]) -> Floats32:
        """Values of sources, ``(n_sources, ...)``, at all vertices; 0 where none come."""
        smooth = np.zeros((len(self.start), *values.shape[1:]), np.float32)
        known = self.start >= 0
        smooth[known] = values[self.start[known]]
        for scale in self.scales:
            sums = self.neighbours @ smooth
            sums += smooth
            smooth = sums * scale.reshape(-1, *(1,) * (values.ndim - 1))
        return smooth


def nearest_smoothing(triangles: Ints, n_vertices: int, sources: Ints) -> Smoothing:
    """Each vertex takes the value of the source that is the fewest edges away."""
    if not len(sources):
        return iterated_smoothing(triangles, n_vertices, sources, 0)
    order = np.argsort(sources)
    nearest = nearest_source_matrix(neighbours(triangles, n_vertices), sources[order])
    return Smoothing(start=order[nearest.columns], neighbours=None, scales=())


def iterated_smoothing(
    triangles: Ints, n_vertices: int, sources: Ints, steps: int | None
) -> Smoothing:
    """Average each vertex and its neighbours, those that have a value, so many times.

    None goes on until no more vertices get one.
    """
    start = np.full(n_vertices, -1)
    start[sources] = np.arange(len(sources))
    if steps == 0 or not len(sources):
        return Smoothing(start=start, neighbours=None, scales=())
    edges = neighbours(triangles, n_vertices).astype(np.float32)
    filled = (start >= 0).astype(np.float32)
    scales: list[Floats32] = []
    while steps is None or len(scales) < steps:
        counts = edges @ filled + filled
        before, filled = filled, (counts > 0).astype(np.float32)
        if steps is None and scales and np.array_equal(before, filled):
            break
        scales.append((filled / np.maximum(counts, 1)).astype(np.float32))
    return Smoothing(start=start, neighbours=edges, scales=tuple(scales))
