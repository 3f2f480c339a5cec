"""Maps of a statistic: for the data as they are, and for each permutation of subjects."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.statistics.active_runs import ActiveRuns
from leadfield.statistics.cluster_rule import ClusterRule
from leadfield.statistics.comparison import SubjectComparison
from leadfield.statistics.run_search import search_runs

VALUES = 2**18
"""Statistics at once: they stay in the cache."""
COLUMNS = 2**14
"""Tests at once, if there are few maps: so do their data."""


class StatisticMaps(ABC):
    """Maps (n_permutations, n_tests), made when they are asked for; the first is of the data."""

    __slots__ = ()

    @property
    @abstractmethod
    def n_permutations(self) -> int:
        """How many maps there are."""

    @property
    @abstractmethod
    def n_tests(self) -> int:
        """How many tests a map has."""

    @abstractmethod
    def observed(self) -> Floats:
        """The first of them."""

    @abstractmethod
    def maps(self, start: int, stop: int) -> Floats:
        """Some of them."""

    @abstractmethod
    def runs(self, permutations: range, rule: ClusterRule) -> list[ActiveRuns]:
        """Runs of tests that exceed a threshold, in parts by places.

        Permutations count from the first of those asked for.
        """


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ContrastMaps(StatisticMaps):
    """Maps of a contrast."""

    comparison: SubjectComparison

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def n_permutations(self) -> int:
        """How many maps there are."""
        return self.comparison.n_permutations

    @property
    def n_tests(self) -> int:
        """How many tests a map has."""
        return self.comparison.n_tests

    def observed(self) -> Floats:
        """The first of them."""
        return self.comparison.observed

    def maps(self, start: int, stop: int) -> Floats:
        """Some of them."""
        comparison = self.comparison
        weights = comparison.weights(start, stop)
        size = min(max(VALUES // (weights.shape[0] * weights.shape[1]), 64), COLUMNS)
        parts = [
            comparison.contrast.explained(weights, comparison.unit_data(first, first + size))
            for first in range(0, self.n_tests, size)
        ]
        out = comparison.contrast.statistic(np.concatenate(parts, axis=1))
        out[:, comparison.lengths == 0] = np.nan
        return out

    def runs(self, permutations: range, rule: ClusterRule) -> list[ActiveRuns]:
        """Runs of tests that exceed a threshold, in parts by places.

        Permutations count from the first of those asked for.
        """
        if rule.threshold.tail < 0 and not self.comparison.contrast.signed:  # F is never below 0
            return []
        return search_runs(self.comparison, permutations, rule)
