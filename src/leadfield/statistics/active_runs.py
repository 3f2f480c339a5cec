"""Runs: tests that follow each other at a place and exceed a threshold on the same side.

Components are made of them. They are a fraction of the tests.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.statistics.cluster_rule import ClusterRule
from leadfield.statistics.neighbours import Numbers
from leadfield.statistics.place_blocks import PlaceBlock, place_blocks


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ActiveRuns:
    """Runs (n_runs,) in the order of permutations, and of places and steps in each.

    ``positions`` are ``place * n_steps + step`` of their first tests, ``lengths`` say how many
    tests each has, and ``sums`` are those of statistics to a power, with their sign.
    """

    permutations: NDArray[np.uint16]
    positions: Numbers
    lengths: Numbers
    sums: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


def find_runs(
    found: Ints, statistic: Floats, block: PlaceBlock, *, power: float, first: int = 0
) -> ActiveRuns:
    """Runs of what is found in a block, by numbers in values (n_maps, n_places * width).

    The ``statistic`` (n_found,) of each is summed to a power; ``first`` is the first permutation.
    """
    weights = statistic if power == 1 else np.sign(statistic) * np.abs(statistic) ** power
    if block.joined and len(found):
        positive = statistic > 0
        begin = np.ones(len(found), np.bool_)
        begin[1:] = found[1:] - found[:-1] != 1
        begin[1:] |= positive[1:] != positive[:-1]
        begins = np.flatnonzero(begin)
        lengths = np.diff(begins, append=len(found))
        found, weights = found[begins], np.add.reduceat(weights, begins)
    else:
        lengths = np.ones(len(found), np.int64)
    maps, positions = block.maps_and_positions(found)
    return ActiveRuns(
        permutations=(maps + first).astype(np.uint16),
        positions=positions,
        lengths=lengths.astype(np.int32),
        sums=weights,
    )


def runs_of_map(statistic: Floats, rule: ClusterRule, number: int = 0) -> ActiveRuns:
    """Runs of a map (n_tests,), of the permutation of that number."""
    neighbours = rule.neighbours
    (block,) = place_blocks(neighbours, 2 * neighbours.n_tests)
    exceeded = np.zeros(block.size, np.bool_)
    block.inside(exceeded)[0] = neighbours.by_places(rule.threshold.exceeded(statistic))
    found = np.flatnonzero(exceeded)
    _, positions = block.maps_and_positions(found)
    values = statistic[neighbours.tests_of(positions)]
    return find_runs(found, values, block, power=rule.power, first=number)


def joined_runs(parts: Sequence[ActiveRuns]) -> ActiveRuns:
    """Runs of parts, of which those of each permutation are in the order of places."""
    return _joined(parts, [slice(None)] * len(parts))


def grouped_runs(
    parts: Sequence[ActiveRuns], n_permutations: int, *, runs: int, permutations: int
) -> Iterator[tuple[slice, ActiveRuns]]:
    """Permutations that follow each other, and their runs of all parts joined.

    There are so many of both at most, or one permutation. They count from the first of each group.
    """
    numbers = np.arange(n_permutations + 1)
    bounds = np.array([np.searchsorted(one.permutations, numbers) for one in parts])
    total = bounds.sum(axis=0) if len(parts) else np.zeros(len(numbers), np.int64)
    start = 0
    while start < n_permutations:
        stop = int(np.searchsorted(total, total[start] + runs, side="right")) - 1
        stop = max(min(stop, start + permutations), start + 1)
        yield slice(start, stop), _joined(parts, [slice(b[start], b[stop]) for b in bounds], start)
        start = stop


def _joined(parts: Sequence[ActiveRuns], cuts: Sequence[slice], first: int = 0) -> ActiveRuns:
    """Cuts of parts in the order of permutations, which count from a first one."""

    def all_of(name: str, none: NDArray[Any]) -> NDArray[Any]:
        some = [getattr(one, name)[cut] for one, cut in zip(parts, cuts, strict=True)]
        return np.concatenate([none, *some])

    permutations = all_of("permutations", np.empty(0, np.uint16)) - np.uint16(first)
    positions = all_of("positions", np.empty(0, np.int32))
    lengths = all_of("lengths", np.empty(0, np.int32))
    sums = all_of("sums", np.empty(0))
    if permutations.any():
        order = np.argsort(permutations, kind="stable")  # of 16 bits: by counting
        permutations, positions = permutations.take(order), positions.take(order)
        lengths, sums = lengths.take(order), sums.take(order)
    return ActiveRuns(permutations=permutations, positions=positions, lengths=lengths, sums=sums)
