"""Threshold-free cluster enhancement (Smith and Nichols 2009): how much support a test has.

The score of a test is the integral over thresholds ``h``, up to its statistic, of the number of
tests in its cluster at ``h`` to a power, times ``h`` to another. Clusters change only from one
statistic to the next, and which tests they are made of only where hills meet (``hills.py``): the
tests of each node of the tree of hills, in their order, are the extents of its cluster, and the
integral is a sum over them and the node's way to the root. It is exact, and one pass whatever the
number of thresholds; a sum over steps, as other programs have it, goes the same way.
"""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.statistics.hills import HillTree, hill_tree
from leadfield.statistics.neighbours import Neighbours
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
    maps: Floats,
    neighbours: Neighbours,
    enhancement: Enhancement,
    included: Bools | None = None,
) -> Floats:
    """Scores of maps (n_maps, n_tests), none below 0.

    Tests support each other if they are neighbours on the same side of 0, and included.
    """
    tail = enhancement.tail
    placed = np.ascontiguousarray(neighbours.by_places(maps))
    values = np.abs(placed) if tail == 0 else tail * placed
    counted = values > enhancement.start
    if included is not None:
        counted &= neighbours.by_places(included)
    tests = np.flatnonzero(counted)
    levels = values.ravel()[tests]
    order = np.argsort(levels)
    tests, levels = tests[order], levels[order]
    ranks = np.zeros(placed.size, np.int32)
    ranks[tests] = np.arange(1, len(tests) + 1)
    if tail == 0:
        ranks[placed.ravel() < 0] *= -1
    tree = hill_tree(ranks.reshape(placed.shape), tests, neighbours)
    scores = np.zeros(placed.shape)
    scores.ravel()[tests] = _integrals(tree, levels, enhancement)
    out = np.empty(maps.shape)
    neighbours.by_places(out)[...] = scores
    return out


def _integrals(tree: HillTree, levels: Floats, enhancement: Enhancement) -> Floats:
    """Scores of tests (n_tests,) from the lowest up."""
    finite = np.isfinite(levels)
    heights = enhancement.up_to(np.where(finite, levels, levels.max(initial=0, where=finite)))
    nodes, parents = tree.nodes(), tree.parents
    counts = np.bincount(nodes, minlength=len(parents))
    order = np.argsort(nodes, kind="stable")  # each node's from the lowest up
    node, heights_in = nodes[order], heights[order]
    starts = np.cumsum(counts) - counts
    # Above a test the cluster has those of its node and of the nodes that became it.
    extents = _in_all(counts, parents)[node] - (np.arange(len(node)) - starts[node])
    bottoms = np.append(heights, enhancement.up_to(np.array([enhancement.start])))
    below = np.diff(heights_in, prepend=0.0)
    held = np.flatnonzero(counts)
    lowest = bottoms[np.append(tree.tops, -1)[parents]]
    below[starts[held]] = heights_in[starts[held]] - lowest[held]
    gains = extents.astype(np.float64) ** enhancement.extent_power * below
    scores = np.empty(len(levels))
    scores[order] = _summed(gains, starts[held]) + _from_below(gains, node, parents)[node]
    scores[~finite] = np.inf
    return scores


def _in_all(counts: Ints, parents: Ints) -> Ints:
    """Numbers of tests of nodes and all that became them; parents come after."""
    out = [*counts.tolist(), 0]
    for node, parent in enumerate(parents.tolist()):
        out[parent] += out[node]
    return np.array(out[:-1], np.int64)


def _summed(gains: Floats, starts: Ints) -> Floats:
    """Sums of gains from each start on."""
    if not len(starts):
        return gains
    steps = gains.copy()
    steps[starts[1:]] -= np.add.reduceat(gains, starts)[:-1]  # each from near 0: exact
    sums = np.cumsum(steps)
    lengths = np.diff(starts, append=len(gains))
    return sums - np.repeat(sums[starts] - gains[starts], lengths)


def _from_below(gains: Floats, node: Ints, parents: Ints) -> Floats:
    """What nodes have gained where they begin: that of all they become, in steps that double."""
    n = len(parents)
    sums = np.append(np.bincount(node, gains, n), 0.0)
    ahead = np.append(parents, n)
    while (ahead < n).any():
        sums += sums[ahead]
        ahead = ahead[ahead]
    return sums[parents]
