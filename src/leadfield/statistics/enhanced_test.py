"""Tests of enhanced maps: each test against the largest score of all by chance."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.base.progress import tracked
from leadfield.numerics.threads import share
from leadfield.statistics.enhancement import Enhancement, enhanced
from leadfield.statistics.max_test import MaxTest
from leadfield.statistics.neighbours import Neighbours
from leadfield.statistics.statistic_maps import StatisticMaps
from leadfield.statistics.step_down import compare_in_steps

VALUES = 2**13
"""Statistics of permutations at once, if a map has fewer: their tree stays in the cache."""
TESTS = 2**23
"""Of maps in all threads together: each test takes some 200 bytes meanwhile."""


def enhanced_test(
    maps: StatisticMaps,
    neighbours: Neighbours,
    enhancement: Enhancement,
    *,
    included: Bools | None = None,
    step_down: float = 0,
) -> MaxTest:
    """Scores, with the sign of their statistics, against the largest of each permutation.

    With ``step_down`` tests of a smaller p are left out and the others compared again.
    """
    neighbours.check(maps.n_tests)
    observed = maps.observed()[None]
    scores = enhanced(observed, neighbours, enhancement, included)[0]
    counted = np.ones(maps.n_tests, np.bool_) if included is None else included

    def largest(gone: Bools) -> Floats:
        count = max(VALUES // maps.n_tests, 1)
        starts = range(1, maps.n_permutations, count)
        out = np.empty(maps.n_permutations)

        def work(some: Iterator[int]) -> None:
            for start in some:
                part = maps.maps(start, start + count)
                scores = enhanced(part, neighbours, enhancement, counted & ~gone)
                out[start : start + count] = scores.max(axis=1)

        together = min(len(starts), max(TESTS // maps.n_tests, 1))
        share(work, tracked(starts, "Permutations", len(starts)), together)
        return out[1:]

    def tests_of(found: Ints) -> Bools:
        return np.isin(np.arange(maps.n_tests), found)

    # Scores have no sign: what is as extreme is as large.
    p, null = compare_in_steps(scores, 1, largest, tests_of, level=step_down)
    return MaxTest(statistic=scores * np.sign(observed[0]), p=p, null=null, tail=enhancement.tail)
