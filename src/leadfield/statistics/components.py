"""Components: active tests that hang together as neighbours of the same sign.

Tests that follow each other at a place make a run, which is found by counting. Two runs at
neighbouring places hang together where one is active when the other begins, so that only
beginnings are looked up, and the graph has runs for its nodes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.statistics.neighbours import Neighbours
from leadfield.statistics.statistic_maps import ActiveTests


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ActiveComponents:
    """Runs of active tests, and which component each is part of.

    ``places`` and ``steps`` (n_active,) are where tests are, those of permutation ``k`` at places
    from ``k * n_places`` up; ``begins`` (n_runs,) says which of them begin a run.
    """

    places: Ints
    steps: Ints
    statistic: Floats
    begins: Ints
    labels: NDArray[np.int32]
    n_components: int

    def __post_init__(self) -> None:
        lock_arrays(self)

    def sums(self, power: float) -> Floats:
        """Sums (n_components,) of statistics to a power, which keep their sign."""
        weights = self.statistic
        if power != 1:
            weights = np.sign(weights) * np.abs(weights) ** power
        runs = np.add.reduceat(weights, self.begins) if len(self.begins) else weights
        return np.bincount(self.labels, runs, self.n_components).astype(np.float64, copy=False)

    def component_of_tests(self) -> Ints:
        """Component (n_active,) of each active test."""
        lengths = np.diff(self.begins, append=len(self.places))
        return np.repeat(self.labels, lengths)

    def places_of_components(self) -> Ints:
        """A place (n_components,) of each."""
        out = np.empty(self.n_components, np.int64)
        out[self.labels] = self.places[self.begins]
        return out


def find_components(
    active: ActiveTests, neighbours: Neighbours, numbers: NDArray[np.int32]
) -> ActiveComponents:
    """Components of active tests of as many permutations as fit into ``numbers``.

    ``numbers`` is room for a number for each test of each permutation; it is 0 before and after.
    """
    places, steps, statistic = _by_places(active, neighbours, len(numbers))
    positions = places * neighbours.n_steps + steps
    begins, runs = _runs(positions, steps, statistic > 0, neighbours.reach)
    n_runs = len(begins)
    numbers[positions] = runs + 1
    pairs = _touching(positions[begins], places[begins], neighbours, numbers)
    numbers[positions] = 0
    positive = statistic[begins] > 0
    if neighbours.reach > 1:
        later = _within_reach(positions, begins, positive, neighbours)
        pairs = np.concatenate([pairs, later], axis=1)
    pairs = pairs[:, positive[pairs[0]] == positive[pairs[1]]]
    n_components, labels = _connected(pairs, n_runs)
    return ActiveComponents(
        places=places,
        steps=steps,
        statistic=statistic,
        begins=begins,
        labels=labels,
        n_components=n_components,
    )


def _by_places(
    active: ActiveTests, neighbours: Neighbours, n_numbers: int
) -> tuple[Ints, Ints, Floats]:
    """Places, steps and statistics, place by place."""
    import scipy

    places, steps = neighbours.places_and_steps(active.tests)
    places = places + active.permutations * neighbours.n_places
    if neighbours.n_steps == 1 or not neighbours.steps_first:
        order = np.argsort(places, kind="stable")
        return places[order], steps[order], active.statistic[order]
    # A sparse matrix by columns is sorted by counting, in time that grows with its entries alone.
    shape = (neighbours.n_steps, n_numbers // neighbours.n_steps)
    columns = scipy.sparse.coo_array((active.statistic, (steps, places)), shape=shape).tocsc()
    places = np.repeat(np.arange(shape[1]), np.diff(columns.indptr))
    return places, columns.indices.astype(np.int64), columns.data


def _runs(positions: Ints, steps: Ints, positive: Bools, reach: int) -> tuple[Ints, Ints]:
    """Which tests begin a run, and the run (n_active,) of each."""
    begin = np.ones(len(positions), np.bool_)
    if reach:
        begin[1:] = (np.diff(positions) != 1) | (steps[1:] == 0) | (positive[1:] != positive[:-1])
    return np.flatnonzero(begin), np.cumsum(begin) - 1


def _touching(
    positions: Ints, places: Ints, neighbours: Neighbours, numbers: NDArray[np.int32]
) -> Ints:
    """Pairs (2, n_pairs) of runs, of which one is active where the other begins."""
    here = places % neighbours.n_places
    counts = neighbours.starts[here + 1] - neighbours.starts[here]
    run = np.repeat(np.arange(len(places)), counts)
    first = neighbours.starts[here] - (np.cumsum(counts) - counts)
    targets = neighbours.targets[np.arange(len(run)) + np.repeat(first, counts)]
    other = numbers[
        np.repeat(positions - here * neighbours.n_steps, counts) + targets * neighbours.n_steps
    ]
    met = other > 0
    return np.stack([run[met], other[met] - 1])


def _within_reach(positions: Ints, begins: Ints, positive: Bools, neighbours: Neighbours) -> Ints:
    """Pairs (2, n_pairs) of runs at one place that follow each other within reach."""
    pairs, ends = [], np.append(begins[1:], len(positions)) - 1
    for sign in (False, True):
        run = np.flatnonzero(positive == sign)
        last, following = positions[ends[run[:-1]]], positions[begins[run[1:]]]
        same = last // neighbours.n_steps == following // neighbours.n_steps
        near = same & (following - last <= neighbours.reach)
        pairs.append(np.stack([run[:-1][near], run[1:][near]]))
    return np.concatenate(pairs, axis=1)


def _connected(pairs: Ints, n: int) -> tuple[int, NDArray[np.int32]]:
    """How many components ``n`` runs make, and the component (n,) of each."""
    import scipy

    if not pairs.shape[1]:
        return n, np.arange(n, dtype=np.int32)
    graph = scipy.sparse.coo_array((np.ones(pairs.shape[1]), tuple(pairs)), shape=(n, n))
    count, labels = scipy.sparse.csgraph.connected_components(graph.tocsr(), directed=False)
    return int(count), labels
