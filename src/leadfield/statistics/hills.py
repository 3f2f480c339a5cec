"""Hills of maps: tests from which the way up, always to the highest neighbour, ends on one peak.

Above any threshold what is left of a hill hangs together, since ways never go down. So clusters
change only where hills meet, and all clusters, at all thresholds, are the nodes of one tree: hills,
and what two nodes become at the highest pass between them. Hills are far fewer than tests.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from leadfield.base.arrays import Ints, lock_arrays
from leadfield.statistics.neighbours import Neighbours, Numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HillTree:
    """Hills, the first nodes, and then what is made where two nodes meet.

    ``hills`` (n_tests,) is that of each test, from the lowest test up. ``tops`` (n_nodes,) are the
    ranks of the tests at which nodes begin, from above. ``parents`` (n_nodes,) are the nodes that
    they become; what becomes none has the number of nodes.
    """

    hills: Numbers
    tops: Ints
    parents: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)

    def nodes(self) -> Ints:
        """The node (n_tests,) of each test: that which it is the top of, or part of."""
        ups = [np.append(self.parents, len(self.parents))]
        while (ups[-1] < len(self.parents)).any():
            ups.append(ups[-1].take(ups[-1]))
        tops = np.append(self.tops, -1)
        node, ranks = self.hills.astype(np.int64), np.arange(len(self.hills))
        for up in reversed(ups):  # in steps of halves, as far as tops are no lower than the test
            higher = up.take(node)
            go = np.flatnonzero(tops.take(higher) >= ranks)
            node[go] = higher.take(go)
        return node


def hill_tree(ranks: Numbers, tests: Ints, neighbours: Neighbours) -> HillTree:
    """The tree of the ``tests`` of some maps (n_maps, n_places, n_steps) that count.

    Tests, by their numbers in the maps, come from the lowest up. ``ranks`` count them from 1, and
    are below 0 for tests that are on the other side; 0 for those that do not count.
    """
    n = len(tests)
    ways = np.zeros(n + 1, np.int32)
    ways[1:] = _ways_up(ranks, neighbours).ravel()[tests]
    while True:
        further = ways.take(ways)
        if np.array_equal(further, ways):
            break
        ways = further
    peaks = np.flatnonzero(ways[1:] == np.arange(1, n + 1))
    number = np.zeros(n + 1, np.int32)
    number[peaks + 1] = np.arange(len(peaks))
    hills = number.take(ways[1:])
    seen = np.zeros(ranks.size, np.int32)
    seen[tests] = hills
    heights, first, second = _passes(ranks, seen.reshape(ranks.shape), len(peaks), neighbours)
    heights, first, second = _highest(heights, first, second, len(peaks))
    return HillTree(
        hills=hills,
        tops=np.concatenate([peaks, heights - 1]),
        parents=_parents(first, second, len(peaks)),
    )


def _ways_up(ranks: Numbers, neighbours: Neighbours) -> Numbers:
    """The rank of each test's highest neighbour on its side, or its own if none is higher."""
    up, down = ranks.copy(), ranks.copy()
    for best, other in ((np.maximum, up), (np.minimum, down)):
        for places, others in neighbours.rounds(both=True):
            near = ranks[:, others]
            if len(places) == neighbours.n_places:
                best(other, near, out=other)
            else:
                other[:, places] = best(other[:, places], near)
        for step in range(1, min(neighbours.reach, neighbours.n_steps - 1) + 1):
            best(other[..., step:], ranks[..., :-step], out=other[..., step:])
            best(other[..., :-step], ranks[..., step:], out=other[..., :-step])
    return np.where(ranks > 0, up, -down)


def _passes(
    ranks: Numbers, hills: Numbers, n_hills: int, neighbours: Neighbours
) -> tuple[Ints, Ints, Ints]:
    """Heights of the highest passes between neighbouring hills, as ranks, and the two hills."""
    heights, keys = [np.empty(0, np.int32)], [np.empty(0, np.int64)]
    for one, other in _both_ends(neighbours):
        here, there = ranks[one], ranks[other]
        hill, next_hill = hills[one], hills[other]
        apart = (hill != next_hill) & ((here ^ there) >= 0) & (here != 0) & (there != 0)
        met = np.flatnonzero(apart)
        pair = hill.ravel().take(met).astype(np.int64), next_hill.ravel().take(met)
        keys.append(np.minimum(*pair) * n_hills + np.maximum(*pair))
        heights.append(np.minimum(*(np.abs(a.ravel().take(met)) for a in (here, there))))
    key, height = np.concatenate(keys), np.concatenate(heights)
    order = np.argsort(key)
    key, height = key.take(order), height.take(order)
    starts = np.flatnonzero(np.diff(key, prepend=-1))
    highest = np.maximum.reduceat(height, starts) if len(starts) else height
    first, second = np.divmod(key[starts], max(n_hills, 1))
    return highest.astype(np.int64), first, second


def _both_ends(neighbours: Neighbours) -> Iterator[tuple[Any, Any]]:
    """Where tests are that are neighbours, each pair once."""
    for places, others in neighbours.rounds(both=False):
        yield (slice(None), places), (slice(None), others)
    for step in range(1, min(neighbours.reach, neighbours.n_steps - 1) + 1):
        yield (..., slice(step, None)), (..., slice(None, -step))


def _highest(heights: Ints, first: Ints, second: Ints, n_hills: int) -> tuple[Ints, Ints, Ints]:
    """Passes that join what is not joined higher up, from the highest down."""
    import scipy  # slow to load

    graph = scipy.sparse.coo_array((-heights.astype(float), (first, second)), shape=(n_hills,) * 2)
    tree = scipy.sparse.csgraph.minimum_spanning_tree(graph.tocsr()).tocoo()
    order = np.argsort(tree.data, kind="stable")
    height = -tree.data[order].astype(np.int64)
    return height, tree.row[order].astype(np.int64), tree.col[order].astype(np.int64)


def _parents(first: Ints, second: Ints, n_hills: int) -> Ints:
    """Parents of hills and of what pairs of them become, one node for each pair."""
    total = n_hills + len(first)
    root, parents = list(range(total)), [total] * total
    pairs = zip(first.tolist(), second.tolist(), strict=True)
    for node, (one, other) in enumerate(pairs, n_hills):
        here, there = one, other
        while root[here] != here:  # ways to the root are made shorter; written out for speed
            root[here] = here = root[root[here]]
        while root[there] != there:
            root[there] = there = root[root[there]]
        root[here] = root[there] = parents[here] = parents[there] = node
    return np.array(parents, np.int64)
