"""Maps of a statistic that a function of the user's gives, of data permuted for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import warn
from leadfield.base.progress import tracked
from leadfield.statistics.active_runs import ActiveRuns, runs_of_map
from leadfield.statistics.cluster_rule import ClusterRule
from leadfield.statistics.resampling import Signs
from leadfield.statistics.statistic_maps import StatisticMaps

StatisticFunction = Callable[..., Any]
"""Turns groups (n_subjects, n_tests) into statistics (n_tests,)."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CalledMaps(StatisticMaps):
    """Maps of a function, called with ``size`` tests at once, None for all.

    ``draws`` (n_permutations, n_subjects) are signs of one group, orders of several.
    """

    samples: tuple[Floats, ...]
    draws: Signs | Ints
    call: StatisticFunction
    size: int | None

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def n_permutations(self) -> int:
        """How many maps there are."""
        return len(self.draws)

    @property
    def n_tests(self) -> int:
        """How many tests a map has."""
        return int(self.samples[0].shape[1])

    def observed(self) -> Floats:
        """The first of them."""
        return self._map(self.draws[0])

    def maps(self, start: int, stop: int) -> Floats:
        """Some of them."""
        stop = min(stop, self.n_permutations)
        return np.stack([self._map(draw) for draw in self.draws[start:stop]])

    def runs(self, permutations: range, rule: ClusterRule) -> list[ActiveRuns]:
        """Runs of tests that exceed a threshold, in parts by places.

        Permutations count from the first of those asked for.
        """
        return [
            runs_of_map(self._map(self.draws[i]), rule, number)
            for number, i in enumerate(tracked(permutations, "Permutations", len(permutations)))
        ]

    def _map(self, draw: Signs | Ints) -> Floats:
        size = self.size or self.n_tests
        parts = [
            called(self.call, self._permuted(draw, first, first + size))
            for first in range(0, self.n_tests, size)
        ]
        return np.concatenate(parts)

    def _permuted(self, draw: Signs | Ints, start: int, stop: int) -> list[Floats]:
        parts = [one[:, start:stop] for one in self.samples]
        if len(parts) == 1:
            return [parts[0] * draw[:, None]]
        bounds = np.cumsum([len(one) for one in parts])[:-1]
        return np.split(np.concatenate(parts)[draw], bounds)


def called(call: StatisticFunction, parts: Sequence[Floats]) -> Floats:
    """The statistics (n_tests,) that a function gives, checked."""
    out, n_tests = call(*parts), parts[0].shape[1]
    if not isinstance(out, np.ndarray):
        msg = f"stat_fun must return an array, got {out!r} ({type(out).__name__})"
        raise ArgumentTypeError(msg)
    if out.size != n_tests:
        msg = f"stat_fun must return a number for each of {n_tests} tests, got shape {out.shape}"
        raise InputError(msg)
    return np.asarray(out, np.float64).ravel()


def size_of_calls(
    call: StatisticFunction, samples: tuple[Floats, ...], size: int | None
) -> int | None:
    """The same size, or None for all tests if the function does not take each by itself."""
    n_tests = samples[0].shape[1]
    if size is None or size >= n_tests:
        return None
    whole = called(call, samples)
    starts = range(0, n_tests, size)
    parts = [called(call, [one[:, i : i + size] for one in samples]) for i in starts]
    if np.array_equal(whole, np.concatenate(parts), equal_nan=True):
        return size
    warn(
        "stat_fun gives other numbers for some of the tests than for all: it is called with all "
        "at once, as with buffer_size=None"
    )
    return None
