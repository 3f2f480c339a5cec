"""Components: active tests that hang together as neighbours of the same sign.

Tests that follow each other at a place make a run, which is found by counting. Two runs at
neighbouring places hang together where one is active when the other begins, so that only
beginnings are looked up, and the graph has runs for its nodes.
"""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.statistics.neighbours import Neighbours, Numbers
from leadfield.statistics.statistic_maps import ActiveTests


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ActiveComponents:
    """Runs of active tests, and which component each is part of.

    ``places`` and ``steps`` (n_active,) are where tests are, those of permutation ``k`` at places
    from ``k * n_places`` up; ``begins`` (n_runs,) says which of them begin a run.
    """

    places: Numbers
    steps: Numbers
    statistic: Floats
    begins: Ints
    labels: Numbers
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

    def component_of_tests(self) -> Numbers:
        """Component (n_active,) of each active test."""
        lengths = np.diff(self.begins, append=len(self.places))
        return np.repeat(self.labels, lengths)

    def places_of_components(self) -> Numbers:
        """A place (n_components,) of each."""
        out = np.empty(self.n_components, np.int32)
        out[self.labels] = self.places[self.begins]
        return out


def find_components(
    active: ActiveTests, neighbours: Neighbours, numbers: Numbers
) -> ActiveComponents:
    """Components of active tests of as many permutations as fit into ``numbers``.

    ``numbers`` is room for a number for each test of each permutation; it is 0 before and after.
    """
    places, steps, statistic = _by_places(active, neighbours, len(numbers))
    positions = places.astype(np.int64) * neighbours.n_steps + steps
    positive = statistic > 0
    begins = _beginnings(positions, steps, positive, neighbours.reach)
    positive = positive[begins]
    # The number of a run has its sign.
    runs = np.where(positive, 1, -1) * np.arange(1, len(begins) + 1)
    numbers[positions] = np.repeat(runs.astype(np.int32), np.diff(begins, append=len(positions)))
    pairs = _touching(runs, positions[begins], neighbours, numbers)
    numbers[positions] = 0
    if neighbours.reach > 1:
        pairs = np.concatenate(
            [pairs, _within_reach(positions, begins, positive, neighbours)], axis=1
        )
    n_components, labels = _connected(pairs, len(begins))
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
) -> tuple[Numbers, Numbers, Floats]:
    """Numbers, steps and statistics, place by place."""
    import scipy

    places, steps = neighbours.places_and_steps(active.tests)
    places = places + active.permutations * np.int32(neighbours.n_places)
    if neighbours.n_steps == 1 or not neighbours.steps_first:
        order = np.argsort(places, kind="stable")
        return places[order], steps[order], active.statistic[order]
    # A sparse matrix by columns is sorted by counting, in time that grows with its entries alone.
    shape = (neighbours.n_steps, n_numbers // neighbours.n_steps)
    columns = scipy.sparse.coo_array((active.statistic, (steps, places)), shape=shape).tocsc()
    places = np.repeat(np.arange(shape[1], dtype=np.int32), np.diff(columns.indptr))
    return places, columns.indices, columns.data


def _beginnings(positions: Ints, steps: Numbers, positive: Bools, reach: int) -> Ints:
    """Which tests (n_runs,) begin a run."""
    begin = np.ones(len(positions), np.bool_)
    if reach:
        begin[1:] = (np.diff(positions) != 1) | (steps[1:] == 0) | (positive[1:] != positive[:-1])
    return np.flatnonzero(begin)


def _touching(runs: Ints, positions: Ints, neighbours: Neighbours, numbers: Numbers) -> Ints:
    """Pairs (2, n_pairs) of runs of one sign, of which one is active where the other begins."""
    places = positions // neighbours.n_steps % neighbours.n_places
    degrees = np.diff(neighbours.starts)[places]
    starts, moved = neighbours.starts[places], positions - places * neighbours.n_steps
    pairs = [np.empty((2, 0), np.int64)]
    # One neighbour of each run at a time: what is looked at stays in the cache.
    for k in range(int(degrees.max(initial=0))):
        if degrees.min(initial=k + 1) <= k:
            left = degrees > k
            runs, degrees, starts, moved = runs[left], degrees[left], starts[left], moved[left]
        other = numbers[moved + neighbours.targets[starts + k] * neighbours.n_steps]
        met = np.flatnonzero(runs * other > 0)
        pairs.append(np.abs(np.stack([runs[met], other[met]])) - 1)
    return np.concatenate(pairs, axis=1)


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


def _connected(pairs: Ints, n: int) -> tuple[int, Numbers]:
    """How many components ``n`` runs make, and the component (n,) of each."""
    import scipy

    if not pairs.shape[1]:
        return n, np.arange(n, dtype=np.int32)
    graph = scipy.sparse.coo_array((np.ones(pairs.shape[1]), tuple(pairs)), shape=(n, n))
    count, labels = scipy.sparse.csgraph.connected_components(graph.tocsr(), directed=False)
    return int(count), labels
