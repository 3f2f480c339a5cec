"""Max-T: tests of many places at once, each against the largest statistic of all by chance."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.progress import tracked
from leadfield.statistics.comparison import SubjectComparison
from leadfield.statistics.resampling import Tail
from leadfield.statistics.share import share_beyond

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
    contrast = comparison.contrast
    observed = np.empty(comparison.n_tests)
    largest = np.full(comparison.n_permutations, -np.inf)
    steps = range(0, comparison.n_tests, COLUMNS)
    for start in tracked(steps, "Permutations", len(steps)):
        stop = start + COLUMNS
        lengths = comparison.lengths[start:stop]
        data = comparison.data(start, stop) / np.where(lengths > 0, lengths, np.inf)
        for first in range(0, comparison.n_permutations, ROWS):
            weights = comparison.weights(first, first + ROWS)
            r = _explained(weights, data, signed=contrast.signed)
            if first == 0:
                observed[start:stop] = r[0]
            extreme = _extreme(r, tail)
            np.maximum(largest[first : first + ROWS], extreme, out=largest[first : first + ROWS])
    statistic = contrast.statistic(observed)
    statistic[comparison.lengths == 0] = np.nan
    null = contrast.statistic(largest if tail >= 0 else -largest)
    return MaxTest(statistic=statistic, p=share_beyond(statistic, null, tail), null=null, tail=tail)


def _explained(weights: Floats, data: Floats, *, signed: bool) -> Floats:
    """Correlations (n_permutations, n_tests) of t, sums of their squares of F."""
    count, n_weights, n = weights.shape
    r: Floats = weights.reshape(-1, n) @ data
    if signed:
        return r
    squares: Floats = np.square(r, out=r).reshape(count, n_weights, -1).sum(axis=1)
    return squares


def _extreme(r: Floats, tail: Tail) -> Floats:
    """How far the most extreme test (n_permutations,) is on the side that a tail looks at."""
    above: Floats = r.max(axis=1) if tail >= 0 else -r.min(axis=1)
    return np.maximum(above, -r.min(axis=1)) if tail == 0 else above
