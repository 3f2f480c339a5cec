"""Tests of enhanced maps: each test against the largest score of all by chance."""

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.base.progress import tracked
from leadfield.statistics.enhancement import Enhancement, enhanced
from leadfield.statistics.max_test import MaxTest
from leadfield.statistics.neighbours import Neighbours
from leadfield.statistics.statistic_maps import StatisticMaps
from leadfield.statistics.step_down import compare_in_steps

VALUES = 2**13
"""Statistics of permutations at once, if a map has fewer: their tree stays in the cache."""


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
    pairs, observed = neighbours.pairs(), maps.maps(0, 1)
    scores = enhanced(observed, pairs, enhancement, included)[0]
    counted = np.ones(maps.n_tests, np.bool_) if included is None else included

    def largest(gone: Bools) -> Floats:
        count = max(VALUES // maps.n_tests, 1)
        steps = range(1, maps.n_permutations, count)
        out = [
            enhanced(maps.maps(start, start + count), pairs, enhancement, counted & ~gone).max(
                axis=1
            )
            for start in tracked(steps, "Permutations", len(steps))
        ]
        return np.concatenate([np.empty(0), *out])

    def tests_of(found: Ints) -> Bools:
        return np.isin(np.arange(maps.n_tests), found)

    # Scores have no sign: what is as extreme is as large.
    p, null = compare_in_steps(scores, 1, largest, tests_of, level=step_down)
    return MaxTest(statistic=scores * np.sign(observed[0]), p=p, null=null, tail=enhancement.tail)
