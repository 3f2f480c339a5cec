"""The search for what exceeds a threshold in maps of a contrast, block by block.

Where few tests exceed it, products are made in single precision, which takes half the time. What is
near the threshold or beyond is computed again in double, so that no more and no less is found.
"""

import math
from collections.abc import Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.base.progress import tracked
from leadfield.numerics.threads import share
from leadfield.statistics.active_runs import ActiveRuns, find_runs, joined_runs
from leadfield.statistics.cluster_rule import ClusterRule
from leadfield.statistics.comparison import SubjectComparison
from leadfield.statistics.contrast import correlations
from leadfield.statistics.place_blocks import PlaceBlock, place_blocks
from leadfield.statistics.resampling import Tail

VALUES = 2**18
"""Statistics at once: they stay in the cache between the product that makes them and its use."""
MAPS = 64
"""Of which so many are made at once, if there are: fewer make poor products."""
ONCE = 1024
"""Permutations for which a block of data is laid out once."""
TOGETHER = 2**14
"""Statistics beyond the threshold of which runs are made, or more."""
BLOCKS = 64
"""Whose runs are sorted by permutations together."""
FEW = 0.02
"""Share of tests beyond the threshold, by chance, up to which single precision is a gain."""


def search_runs(
    comparison: SubjectComparison, permutations: range, rule: ClusterRule
) -> list[ActiveRuns]:
    """Runs of some permutations, which count from the first, in parts by places."""
    n_weights = len(comparison.contrast.weights)
    least = min(MAPS, len(permutations)) * n_weights
    blocks = place_blocks(rule.neighbours, VALUES // least)
    rows = max(VALUES // (blocks[0].size * n_weights), 1)
    jobs = [
        (blocks[i : i + BLOCKS], permutations[k : k + ONCE])
        for i in range(0, len(blocks), BLOCKS)
        for k in range(0, len(permutations), ONCE)
    ]
    found: list[list[ActiveRuns]] = [[] for _ in jobs]

    def work(some: Iterator[int]) -> None:
        search = _BlockSearch(comparison, rule, blocks[0].size, min(rows, len(permutations)))
        for i in some:
            places, numbers = jobs[i]
            runs = (search.runs(one, numbers, permutations.start) for one in places)
            found[i] = [joined_runs([*chain.from_iterable(runs)])]

    share(work, tracked(range(len(jobs)), "Permutations", len(jobs)), len(jobs))
    return [*chain.from_iterable(found)]


class _BlockSearch:
    """The search of one thread, ``rows`` permutations at once, with memory of its own."""

    def __init__(
        self, comparison: SubjectComparison, rule: ClusterRule, size: int, rows: int
    ) -> None:
        self._comparison, self._rule, self._rows = comparison, rule, rows
        n_weights, n = comparison.contrast.weights.shape
        self._level = comparison.contrast.correlation(rule.threshold.level)
        # By the normal distribution, which is near enough to choose.
        few = math.erfc(abs(self._level) * math.sqrt(n / 2)) < FEW
        self._single = few and comparison.contrast.signed
        self._data = np.empty(n * size)
        self._products = np.empty(rows * n_weights * size, np.float32 if self._single else float)
        self._sums = np.empty((n_weights > 1) * rows * size)
        self._masks = np.empty((2, rows * size), np.bool_)

    def runs(self, block: PlaceBlock, permutations: range, origin: int) -> Iterator[ActiveRuns]:
        """Runs in a block, which count permutations from ``origin``."""
        contrast, size = self._comparison.contrast, block.size
        data = self._laid_out(block)
        short = data.astype(np.float32) if self._single else data
        found: list[Ints] = []
        explained: list[Floats] = []
        first = permutations.start
        for start in permutations[:: self._rows]:
            stop = min(start + self._rows, permutations.stop)
            numbers, values = self._found(self._comparison.weights(start, stop), data, short)
            found.append(numbers + (start - first) * size)
            explained.append(values)
            full = (stop + self._rows - first) * size >= 2**31  # their numbers have 32 bits
            if stop == permutations.stop or full or sum(map(len, found)) > TOGETHER:
                statistic = contrast.statistic(np.concatenate(explained))
                numbers, number = np.concatenate(found), first - origin
                yield find_runs(numbers, statistic, block, power=self._rule.power, first=number)
                found, explained, first = [], [], stop

    def _laid_out(self, block: PlaceBlock) -> Floats:
        """Data (n_subjects, n_places * width) of unit length, 0 for tests that are left out."""
        neighbours, included = self._rule.neighbours, self._rule.threshold.included
        n = self._comparison.contrast.weights.shape[1]
        data = self._data[: n * block.size].reshape(n, *block.shape)
        self._comparison.lay_out(neighbours, block, data)
        if included is not None:
            data[:, :, : block.n_steps] *= neighbours.by_places(included)[block.places]
        return data.reshape(n, -1)

    def _found(
        self, weights: Floats, data: Floats, short: NDArray[np.floating]
    ) -> tuple[Ints, Floats]:
        """Numbers in maps (n_permutations, n_tests) of what exceeds the threshold, and values."""
        contrast, tail = self._comparison.contrast, self._rule.threshold.tail
        count, n_weights, n = weights.shape
        size = data.shape[1]
        rows = weights.reshape(-1, n).astype(short.dtype, copy=False)
        values = self._products[: len(rows) * size].reshape(-1, size)
        np.matmul(rows, short, out=values)
        if not contrast.signed:
            np.square(values, out=values)
            if n_weights > 1:
                sums = self._sums[: count * size].reshape(-1, size)
                values = values.reshape(count, n_weights, size).sum(axis=1, out=sums)
        masks = self._masks[:, : count * size].reshape(2, count, size)
        if not self._single:
            found = np.flatnonzero(_exceeded(values, self._level, tail, masks))
            return found, values.ravel()[found]
        margin = contrast.margin
        limit = self._level + (margin if tail < 0 else -margin)
        found = np.flatnonzero(_exceeded(values, limit, tail, masks))
        row = found // size
        exact = correlations(weights[:, 0], row, data, found - row * size)
        masks = np.empty((2, len(exact)), np.bool_)
        beyond = np.flatnonzero(_exceeded(exact, self._level, tail, masks))
        return found[beyond], exact[beyond]


def _exceeded(values: NDArray[np.floating], level: float, tail: Tail, room: Bools) -> Bools:
    """Which values are beyond a level, written into the first of two arrays of their shape."""
    out, other = room
    if tail < 0:
        np.less(values, level, out=out)
    else:
        np.greater(values, level, out=out)
    if tail == 0:
        np.less(values, -level, out=other)
        out |= other
    beyond: Bools = out
    return beyond
