"""Max-T: tests of many places at once, each against the largest statistic of all by chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.progress import tracked
from leadfield.numerics.threads import share
from leadfield.statistics.comparison import SubjectComparison
from leadfield.statistics.contrast import correlations
from leadfield.statistics.resampling import Tail
from leadfield.statistics.share import share_beyond

Number = TypeVar("Number", bound=np.floating)
LEVEL = 0.05
"""At which a test is called found."""
COLUMNS = 2048
"""Tests at once."""
ROWS = 128
"""Permutations at once: with the tests their statistics stay in the cache."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MaxTest:
    """Statistics (n_tests,), ``p`` (n_tests,) that hold for all tests together, and ``null``.

    ``null`` (n_permutations,) are the largest statistics of each permutation, without a sign for
    two tails, the least ones for the lower tail; the first is that of the data as they are. A test
    without variance has no statistic (NaN), and p = 1.
    """

    statistic: Floats
    p: Floats
    null: Floats
    tail: Tail

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def n_permutations(self) -> int:
        """How many signs or orders were tried, those as they come among them."""
        return len(self.null)

    @property
    def words(self) -> str:
        """The result in a sentence."""
        least = self.p.min()
        found = int((self.p <= LEVEL).sum())
        return (
            f"{found} of {len(self.p)} tests with p at most {LEVEL}, corrected for all "
            f"(least p = {least:.2g}, {self.n_permutations} permutations)"
        )


def max_test(comparison: SubjectComparison, tail: Tail) -> MaxTest:
    """Every test against the largest statistic over all of them."""
    starts = range(0, comparison.n_tests, COLUMNS)
    threads: list[Floats] = []

    def work(some: Iterator[int]) -> None:
        largest = np.full(comparison.n_permutations, -np.inf)
        threads.append(largest)
        for start in some:
            _raise_to(largest, comparison, comparison.unit_data(start, start + COLUMNS), tail)

    share(work, tracked(starts, "Permutations", len(starts)), len(starts))
    explained, statistic = np.max(threads, axis=0), comparison.observed
    null = comparison.contrast.statistic(explained)
    # That of the data as they are is one of their statistics, to the last bit.
    null[0] = _on_side(np.where(np.isnan(statistic), 0, statistic), tail).max()
    if tail < 0:
        null = -null
    return MaxTest(statistic=statistic, p=share_beyond(statistic, null, tail), null=null, tail=tail)


def _raise_to(largest: Floats, comparison: SubjectComparison, data: Floats, tail: Tail) -> None:
    """Raise what is explained most (n_permutations,) to what is of some data, where that is more.

    Correlations are made in single precision, and those that may be the largest again in double.
    """
    contrast, short = comparison.contrast, data.astype(np.float32)
    margin = contrast.margin
    for first in range(0, len(largest), ROWS):
        weights, most = comparison.weights(first, first + ROWS), largest[first : first + ROWS]
        if not contrast.signed:
            explained = contrast.explained(weights, data)
            np.maximum(most, _on_side(explained, tail).max(axis=1), out=most)
            continue
        r = weights[:, 0].astype(np.float32) @ short
        extreme = r.max(axis=1) if tail >= 0 else -r.min(axis=1)
        if tail == 0:
            extreme = np.maximum(extreme, -r.min(axis=1))
        near = np.flatnonzero(extreme > most - margin)
        if not len(near):
            continue
        least = np.maximum(extreme[near] - margin, most[near]) - margin
        row, test = np.nonzero(_on_side(r[near], tail) >= least[:, None])
        row = near[row]
        exact = correlations(weights[:, 0], row, data, test)
        np.maximum.at(most, row, _on_side(exact, tail))


def _on_side(values: NDArray[Number], tail: Tail) -> NDArray[Number]:
    """Values as a tail compares them: the larger the further."""
    return np.abs(values) if tail == 0 else values if tail > 0 else -values
