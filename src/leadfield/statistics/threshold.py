"""Thresholds: what statistics must exceed to be part of a cluster."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Bools, Floats, lock_arrays
from leadfield.statistics.resampling import Tail


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

    def exceeded(self, statistic: Floats) -> Bools:
        """Which statistics (..., n_tests) exceed it."""
        if self.tail < 0:
            out = statistic < self.level
        else:
            out = (np.abs(statistic) if self.tail == 0 else statistic) > self.level
        return out if self.included is None else out & self.included

    def without(self, tests: Bools) -> "Threshold":
        """The same without some of the tests (n_tests,)."""
        if not tests.any():
            return self
        included = ~tests if self.included is None else self.included & ~tests
        return Threshold(level=self.level, tail=self.tail, included=included)
