"""Maps of a statistic: for the data as they are, and for each permutation of subjects."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Bools, Floats, lock_arrays
from leadfield.statistics.comparison import SubjectComparison
from leadfield.statistics.neighbours import Numbers
from leadfield.statistics.resampling import Tail

VALUES = 2**18
"""Statistics at once: they stay in the cache between the product that makes them and its use."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Threshold:
    """What statistics must exceed: ``level``, or lie below it for the lower tail.

    With two tails it is the distance from 0. Tests that are not ``included`` never do.
    """

    level: float
    tail: Tail
    included: Bools | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)

    def exceeded(self, statistic: Floats, scale: Floats | float = 1.0) -> Bools:
        """Which statistics (n_maps, n_tests) exceed it, or are beyond the level times a scale."""
        limits = self.level * np.asarray(scale)
        if self.included is not None:
            limits = np.where(self.included, limits, -np.inf if self.tail < 0 else np.inf)
        if self.tail < 0:
            return statistic < limits
        return (np.abs(statistic) if self.tail == 0 else statistic) > limits

    def without(self, tests: Bools) -> "Threshold":
        """The same without some of the tests (n_tests,)."""
        included = ~tests if self.included is None else self.included & ~tests
        return Threshold(level=self.level, tail=self.tail, included=included)

    def part(self, start: int, stop: int, level: float) -> "Threshold":
        """The same for some of the tests, at a level in other units."""
        included = None if self.included is None else self.included[start:stop]
        return Threshold(level=level, tail=self.tail, included=included)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ActiveTests:
    """Tests that exceed a threshold: in which permutation, which test, and its statistic.

    They are in the order of permutations, and those of one in the order of tests.
    """

    permutations: Numbers
    tests: Numbers
    statistic: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


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
    def maps(self, start: int, stop: int) -> Floats:
        """Some of them."""

    @abstractmethod
    def active(self, start: int, stop: int, threshold: Threshold) -> Iterator[ActiveTests]:
        """Tests of some maps that exceed a threshold, a part of the tests at a time.

        Permutations count from ``start``.
        """


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ContrastMaps(StatisticMaps):
    """Maps of a contrast."""

    comparison: SubjectComparison

    @property
    def n_permutations(self) -> int:
        """How many maps there are."""
        return self.comparison.n_permutations

    @property
    def n_tests(self) -> int:
        """How many tests a map has."""
        return self.comparison.n_tests

    def maps(self, start: int, stop: int) -> Floats:
        """Some of them."""
        parts = list(self._explained(start, stop))
        with np.errstate(divide="ignore", invalid="ignore"):
            shares = np.concatenate([products / scale for _, products, scale in parts], axis=1)
        return self.comparison.contrast.statistic(shares)

    def active(self, start: int, stop: int, threshold: Threshold) -> Iterator[ActiveTests]:
        """Tests of some maps that exceed a threshold, a part of the tests at a time.

        Permutations count from ``start``.
        """
        contrast = self.comparison.contrast
        if threshold.tail < 0 and not contrast.signed:  # F is never below 0
            return
        level = contrast.correlation(threshold.level)
        for first, products, scale in self._explained(start, stop):
            local = threshold.part(first, first + len(scale), level)
            found = np.flatnonzero(local.exceeded(products, scale))
            permutations = found.astype(np.int32) // np.int32(len(scale))
            tests = found - len(scale) * permutations.astype(np.int64)
            values = contrast.statistic(products.ravel()[found] / scale[tests])
            tests = (tests + first).astype(np.int32)
            yield ActiveTests(permutations=permutations, tests=tests, statistic=values)

    def _explained(self, start: int, stop: int) -> Iterator[tuple[int, Floats, Floats]]:
        """First test, products (n_permutations, n_tests) with data, and what makes these shares.

        Of F the products are sums of squares over weights.
        """
        comparison = self.comparison
        weights = comparison.weights(start, stop)
        count, n_weights, n = weights.shape
        size = max(VALUES // (count * n_weights), 64)
        for first in range(0, self.n_tests, size):
            products = weights.reshape(-1, n) @ comparison.data(first, first + size)
            lengths = comparison.lengths[first : first + size]
            if comparison.contrast.signed:
                yield first, products, lengths
            else:
                squares = np.square(products, out=products).reshape(count, n_weights, -1)
                yield first, squares.sum(axis=1), lengths**2


def joined_parts(parts: Sequence[ActiveTests], step: int, count: int) -> Iterator[ActiveTests]:
    """Active tests of ``step`` permutations after another, of ``count``, from parts of the tests.

    Permutations count from the first of the step. Those of one place are in the order of tests.
    """
    firsts = np.arange(0, count + step, step, dtype=np.int32)
    bounds = [np.searchsorted(one.permutations, firsts) for one in parts]
    for i, first in enumerate(firsts[:-1]):
        cuts = [slice(bound[i], bound[i + 1]) for bound in bounds]
        pieces = [
            (one.permutations[c], one.tests[c], one.statistic[c])
            for one, c in zip(parts, cuts, strict=True)
        ]
        permutations, tests, statistic = map(np.concatenate, zip(*pieces, strict=True))
        yield ActiveTests(permutations=permutations - first, tests=tests, statistic=statistic)
