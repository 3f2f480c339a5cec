"""Threshold-free cluster enhancement (Smith and Nichols 2009): how much support a test has.

The score of a test is the integral over thresholds ``h``, up to its statistic, of the number of
tests in its cluster at ``h`` to a power, times ``h`` to another. Clusters change only where one
joins another: all of them, at all thresholds, are the nodes of one tree, and the integral is a sum
over a test's way to the root. It is exact, and one pass whatever the number of thresholds; a sum
over steps, as other programs have it, goes the same way.
"""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.statistics.resampling import Tail


@dataclass(frozen=True, slots=True, kw_only=True)
class Enhancement:
    """Where thresholds ``start``, their ``step``, None for the integral, and the powers.

    For the lower tail thresholds are those of statistics whose signs are turned.
    """

    tail: Tail
    start: float
    step: float | None
    height_power: float
    extent_power: float

    def up_to(self, levels: Floats) -> Floats:
        """Integral, or sum, over thresholds up to each level of their power."""
        power = self.height_power
        if self.step is None:
            whole = np.sign(levels) * np.abs(levels) ** (power + 1)
            return whole / (power + 1)
        thresholds = np.arange(self.start, levels.max(initial=self.start), self.step)
        # The first one stands for all from 0 up to it.
        widths = np.abs(np.diff(thresholds, prepend=0.0))
        sums = np.cumsum(np.append(0.0, np.abs(thresholds) ** power * widths))
        return sums[np.searchsorted(thresholds, levels, side="left")]


def enhanced(
    maps: Floats, pairs: Ints, enhancement: Enhancement, included: Bools | None = None
) -> Floats:
    """Scores of maps (n_maps, n_tests), none below 0; ``pairs`` (2, n_pairs) are neighbours.

    Tests support each other if they are on the same side of 0, and included.
    """
    tail = enhancement.tail
    values = np.abs(maps) if tail == 0 else tail * maps
    counted = values > enhancement.start
    if included is not None:
        counted &= included
    tests = np.flatnonzero(counted)
    levels = values.ravel()[tests]
    number = np.full(maps.size, -1, np.int64)
    number[tests] = np.arange(len(tests))
    offsets = maps.shape[1] * np.arange(len(maps))
    ends = number[(offsets[:, None, None] + pairs).transpose(1, 0, 2).reshape(2, -1)]
    ends = ends[:, (ends >= 0).all(axis=0)]
    if tail == 0:
        positive = maps.ravel()[tests] > 0
        ends = ends[:, positive[ends[0]] == positive[ends[1]]]
    scores = np.zeros(maps.size)
    scores[tests] = _summed(levels, ends, enhancement)
    return scores.reshape(maps.shape)


def _summed(levels: Floats, ends: Ints, enhancement: Enhancement) -> Floats:
    """Scores of tests above the first threshold, from their statistics and pairs of neighbours."""
    first, second, joined = _joins(levels, ends, enhancement.start)
    parents, extents = _tree(first, second, len(levels))
    heights = np.concatenate([levels, joined, [enhancement.start]])
    heights = enhancement.up_to(heights)
    # Each node stands for one cluster, from its own height down to that of the node it joins.
    gains = extents**enhancement.extent_power * (heights[:-1] - heights[parents])
    return _along_ways(gains, parents)[: len(levels)]


def _joins(levels: Floats, ends: Ints, start: float) -> tuple[Ints, Ints, Floats]:
    """Pairs that join clusters, from the highest threshold down, and these thresholds."""
    import scipy  # slow to load

    # The lower end of a pair decides when it joins. Pairs that join what is joined are left out by
    # the spanning tree; weights are below 0, since those that are 0 count as none.
    lower = np.minimum(levels[ends[0]], levels[ends[1]])
    graph = scipy.sparse.coo_array((start - lower, tuple(ends)), shape=(len(levels),) * 2)
    tree = scipy.sparse.csgraph.minimum_spanning_tree(graph.tocsr()).tocoo()
    lower = np.minimum(levels[tree.row], levels[tree.col])
    order = np.argsort(-lower, kind="stable")
    first, second = tree.row[order], tree.col[order]
    return first.astype(np.int64), second.astype(np.int64), lower[order]


def _tree(first: Ints, second: Ints, n: int) -> tuple[Ints, Floats]:
    """Parents and numbers of tests of the nodes: ``n`` tests, then one node for each join.

    Nodes without a parent have the number of nodes for one.
    """
    total = n + len(first)
    root, parents, extents = list(range(total)), [total] * total, [1.0] * total
    for node, one, other in zip(range(n, total), first.tolist(), second.tolist(), strict=True):
        here, there = one, other
        while root[here] != here:  # ways to the root are made shorter; written out for speed
            root[here] = here = root[root[here]]
        while root[there] != there:
            root[there] = there = root[root[there]]
        root[here] = root[there] = parents[here] = parents[there] = node
        extents[node] = extents[here] + extents[there]
    return np.array(parents, np.int64), np.array(extents)


def _along_ways(gains: Floats, parents: Ints) -> Floats:
    """Sums of gains on the way from each node to its root, in steps that double."""
    sums, ahead = np.append(gains, 0.0), np.append(parents, len(parents))
    while (ahead < len(parents)).any():
        sums += sums[ahead]
        ahead = ahead[ahead]
    return sums[:-1]
