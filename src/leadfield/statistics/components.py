"""Components: active tests that hang together as neighbours of the same sign.

The nodes of the graph are runs of tests that follow each other at a place. Two runs at neighbouring
places hang together if they have a step in common. Steps fall into bins, about as many as there are
runs, so that those of a place that begin before a bin ends, and end after it begins, are known.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.statistics.active_runs import ActiveRuns
from leadfield.statistics.neighbours import Neighbours, Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RunComponents:
    """Which of ``n`` components each run (n_runs,) is part of."""

    labels: Numbers
    n: int

    def __post_init__(self) -> None:
        lock_arrays(self)

    def sums(self, values: Floats) -> Floats:
        """Sums (n,) of values of runs."""
        return np.bincount(self.labels, values, self.n).astype(np.float64, copy=False)


def find_components(runs: ActiveRuns, neighbours: Neighbours) -> RunComponents:
    """Components of runs of some permutations."""
    n = len(runs.sums)
    if not n:
        return RunComponents(labels=np.empty(0, np.int32), n=0)
    steps = run_steps(runs, neighbours)
    none = np.empty((2, 0), np.int64)
    pairs = [none, *_touching(steps, neighbours), *_within_reach(steps, neighbours)]
    first, second = np.concatenate(pairs, axis=1)
    count, labels = _connected(first, second, n)
    return RunComponents(labels=labels, n=count)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RunSteps:
    """Runs from ``firsts`` to ``lasts``, steps at ``places``; permutation ``k`` has them ``moved``.

    Steps of runs below 0 count from ``n_steps`` up: they are never those of runs above.
    """

    places: Numbers
    moved: Numbers
    firsts: Numbers
    lasts: Numbers

    def __post_init__(self) -> None:
        lock_arrays(self)


def run_steps(runs: ActiveRuns, neighbours: Neighbours) -> RunSteps:
    """The same runs with their places and steps."""
    n_places, n_steps = np.int32(neighbours.n_places), np.int32(neighbours.n_steps)
    places = runs.positions // n_steps
    firsts = runs.positions - places * n_steps + (runs.sums < 0) * n_steps
    return RunSteps(
        places=places,
        moved=runs.permutations.astype(np.int32) * n_places,
        firsts=firsts,
        lasts=firsts + runs.lengths - 1,
    )


def _touching(steps: RunSteps, neighbours: Neighbours) -> Iterator[Ints]:
    """Pairs (2, n_pairs) of runs at neighbouring places with a step in common."""
    n, n_steps = len(steps.places), neighbours.n_steps
    places = steps.places + steps.moved
    fresh = np.ones(n, np.bool_)
    np.not_equal(places[1:], places[:-1], out=fresh[1:])
    occupied = places[np.flatnonzero(fresh)]
    # Rows of bins: one for each place that has runs, in their order, and one for all others.
    row = np.full(int(steps.moved[-1]) + neighbours.n_places, len(occupied))
    row[occupied] = np.arange(len(occupied))
    width = np.int32(max(n_steps * len(occupied) // n, 1))
    n_bins = (n_steps - 1) // int(width) + 1
    begins, ends = (one % np.int32(n_steps) // width for one in (steps.firsts, steps.lasts))
    here, size = row[places] * n_bins, (len(occupied) + 1) * n_bins
    # Runs are in order: those that have ended before a bin are the first ones, and so on.
    ended = np.bincount(here + ends + 1, minlength=size + 1).cumsum()
    begun = np.bincount(here + begins, minlength=size).cumsum()
    starts = neighbours.starts[steps.places]
    degrees = neighbours.starts[steps.places + 1] - starts
    for k in range(int(degrees.max())):
        run = np.flatnonzero(degrees > k)
        there = neighbours.targets[starts.take(run) + k] + steps.moved.take(run)
        there = row.take(there) * n_bins
        other, end = ended.take(there + begins.take(run)), begun.take(there + ends.take(run))
        while True:
            left = np.flatnonzero(other < end)
            if not len(left):
                break
            run, other, end = run.take(left), other.take(left), end.take(left)
            common = steps.firsts.take(run) <= steps.lasts.take(other)
            common &= steps.firsts.take(other) <= steps.lasts.take(run)
            met = np.flatnonzero(common)
            yield np.stack([run.take(met), other.take(met)])
            other += 1


def _within_reach(steps: RunSteps, neighbours: Neighbours) -> Iterator[Ints]:
    """Pairs (2, n_pairs) of runs at one place that follow each other within reach."""
    if not neighbours.joined or neighbours.reach < 2:
        return
    places, below = steps.places + steps.moved, steps.firsts >= neighbours.n_steps
    for side in (False, True):
        run = np.flatnonzero(below == side)
        one, other = run[:-1], run[1:]
        near = places[one] == places[other]
        near &= steps.firsts[other] - steps.lasts[one] <= neighbours.reach
        yield np.stack([one[near], other[near]])


def _connected(first: Ints, second: Ints, n: int) -> tuple[int, Numbers]:
    """How many components ``n`` runs make, and the component (n,) of each."""
    import scipy  # slow to load

    graph = scipy.sparse.coo_array((np.ones(len(first)), (first, second)), shape=(n, n))
    count, labels = scipy.sparse.csgraph.connected_components(graph.tocsr(), directed=False)
    return int(count), labels
