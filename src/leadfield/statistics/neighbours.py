"""Neighbours of tests: places in space, as a graph, and steps in time, as a line at each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Ints, lock_arrays
from leadfield.base.errors import MismatchError
from leadfield.statistics.adjacency import combined, path

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Scalar = TypeVar("Scalar", bound=np.generic)
Numbers = NDArray[np.signedinteger[Any]]
"""Of tests, places and steps. Of 32 bits they are fast to divide, of 64 to index with."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Neighbours:
    """Tests (n_places, n_steps): neighbours of places at each step, and steps of each place.

    The neighbours of place ``i`` that come after it are ``targets[starts[i]:starts[i + 1]]``. Steps
    of a place that are at most ``reach`` apart are neighbours. ``steps_first`` is whether tests are
    ordered by steps, with all places of the first step first; else by places.
    """

    starts: Ints
    targets: Ints
    n_steps: int
    reach: int
    steps_first: bool

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def n_places(self) -> int:
        """Number of places."""
        return len(self.starts) - 1

    @property
    def n_tests(self) -> int:
        """Number of tests."""
        return self.n_places * self.n_steps

    @property
    def joined(self) -> bool:
        """Whether steps that follow each other are neighbours."""
        return self.reach > 0 and self.n_steps > 1

    def by_places(self, values: NDArray[Scalar]) -> NDArray[Scalar]:
        """Values (..., n_places, n_steps) of tests (..., n_tests), seen otherwise."""
        if self.steps_first:
            return values.reshape(*values.shape[:-1], self.n_steps, self.n_places).swapaxes(-1, -2)
        return values.reshape(*values.shape[:-1], self.n_places, self.n_steps)

    def places_of(self, tests: Ints) -> Ints:
        """The place of each test."""
        return tests % self.n_places if self.steps_first else tests // self.n_steps

    def tests_of(self, positions: Numbers) -> Numbers:
        """Which tests are at some positions, ``place * n_steps + step``."""
        if not self.steps_first:
            return positions
        places = positions // self.n_steps
        return (positions - places * self.n_steps) * self.n_places + places

    def tests_at(self, places: Ints, steps: Ints) -> Ints:
        """Which tests are at some places and steps."""
        if self.steps_first:
            return steps * self.n_places + places
        return places * self.n_steps + steps

    def check(self, n_tests: int) -> None:
        """Raise unless they are neighbours of so many tests."""
        if self.n_tests != n_tests:
            msg = f"neighbours must be those of {n_tests} tests, got {self.n_tests}"
            raise MismatchError(msg)

    def pieces(self) -> Numbers:
        """The piece (n_places,) that each place is in, of those that no neighbours join."""
        import scipy  # slow to load

        content = np.ones(len(self.targets)), self.targets, self.starts
        graph: Any = scipy.sparse.csr_array(content, shape=(self.n_places,) * 2)
        pieces: Numbers
        _, pieces = scipy.sparse.csgraph.connected_components(graph, directed=False)
        return pieces

    def rounds(self, *, both: bool) -> Iterator[tuple[Ints, Ints]]:
        """Pairs of neighbouring places, once or ``both`` ways.

        No place comes first twice in a round.
        """
        first = np.repeat(np.arange(self.n_places), np.diff(self.starts))
        second = self.targets
        if both:
            first, second = np.concatenate([first, second]), np.concatenate([second, first])
            order = np.argsort(first, kind="stable")
            first, second = first[order], second[order]
        number = np.arange(len(first)) - np.searchsorted(first, first)
        for k in range(int(number.max(initial=-1)) + 1):
            now = number == k
            yield first[now], second[now]


def in_space(adjacency: Any, n_steps: int = 1, reach: int = 1) -> Neighbours:
    """Neighbours by a sparse matrix (n_places, n_places), at each of ``n_steps`` steps.

    Tests are ordered by steps; steps are neighbours up to ``reach`` apart.
    """
    starts, targets = _graph(adjacency)
    return Neighbours(
        starts=starts, targets=targets, n_steps=n_steps, reach=reach, steps_first=True
    )


def on_lattice(shape: tuple[int, ...]) -> Neighbours:
    """Neighbours along each axis of an array; the last one is that of the steps."""
    *sizes, n_steps = shape
    starts, targets = _graph(combined([path(n) for n in sizes]))
    return Neighbours(starts=starts, targets=targets, n_steps=n_steps, reach=1, steps_first=False)


def alone(n_tests: int) -> Neighbours:
    """No test has neighbours."""
    starts = np.zeros(n_tests + 1, np.int64)
    return Neighbours(starts=starts, targets=starts[:0], n_steps=1, reach=0, steps_first=True)


def pairs_of(adjacency: Any) -> csr_array:
    """Ones where two places are neighbours by either's entry, and none on the diagonal."""
    import scipy

    if adjacency.shape[0] != adjacency.shape[1]:
        msg = f"adjacency must be square, got shape {adjacency.shape}"
        raise MismatchError(msg)
    entries = scipy.sparse.coo_array(adjacency)
    apart = (entries.row != entries.col) & (entries.data != 0)
    ends = entries.row[apart], entries.col[apart]
    both = np.concatenate(ends), np.concatenate(ends[::-1])
    graph = scipy.sparse.coo_array((np.ones(len(both[0])), both), shape=adjacency.shape).tocsr()
    graph.sum_duplicates()
    graph.data[:] = 1
    return graph


def _graph(adjacency: Any) -> tuple[Ints, Ints]:
    """Starts and targets, each pair of neighbours at the first of them."""
    import scipy

    graph = scipy.sparse.triu(pairs_of(adjacency), format="csr")
    return graph.indptr.astype(np.int64), graph.indices.astype(np.int64)
