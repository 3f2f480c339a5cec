"""Runs of active tests."""

import numpy as np
import pytest

from leadfield.statistics.active_runs import ActiveRuns, grouped_runs, joined_runs, runs_of_map
from leadfield.statistics.cluster_rule import ClusterRule
from leadfield.statistics.neighbours import in_space, on_lattice
from leadfield.statistics.threshold import Threshold

TWO = Threshold(level=1, tail=0)


def runs(statistic, neighbours, power=1):
    rule = ClusterRule(neighbours=neighbours, threshold=TWO, power=power)
    return runs_of_map(np.asarray(statistic, float).ravel(), rule)


def as_lists(found):
    return [getattr(found, n).tolist() for n in ("permutations", "positions", "lengths", "sums")]


def test_runs_end_at_places_at_gaps_and_where_the_sign_changes():
    statistic = np.array([[0, 2, 3, -4, 0, 5], [6, 0, 0, 0, 7, 8]], float)
    found = runs(statistic, on_lattice((2, 6)))
    assert as_lists(found) == [[0] * 5, [1, 3, 5, 6, 10], [2, 1, 1, 1, 2], [5, -4, 5, 6, 15]]


def test_tests_in_the_order_of_steps_make_the_same_runs():
    statistic = np.random.default_rng(0).normal(0, 1.5, (7, 4))
    by_steps = runs(statistic, in_space(np.ones((4, 4)), 7))
    by_places = runs(statistic.T, on_lattice((4, 7)))
    assert as_lists(by_steps) == as_lists(by_places)
    assert max(by_steps.lengths) > 1


def test_steps_that_are_no_neighbours_make_no_longer_runs():
    found = runs(np.full(6, 2.0), in_space(np.ones((2, 2)), 3, 0))
    assert as_lists(found)[1:3] == [list(range(6)), [1] * 6]


@pytest.mark.parametrize(("power", "sums"), [(0, [2, -1]), (2, [13, -16])])
def test_sums_to_a_power_keep_their_sign(power, sums):
    found = runs([2.0, 3, -4], on_lattice((1, 3)), power)
    assert found.sums.tolist() == sums


def parts():
    """Those of two parts of places, of four permutations."""
    numbers = [[0, 0, 2], [0, 1, 2, 2, 3]]
    out, n = [], 0
    for some in numbers:
        positions = np.arange(n, n + len(some), dtype=np.int32)
        out.append(
            ActiveRuns(
                permutations=np.array(some, np.uint16),
                positions=positions,
                lengths=positions + 1,
                sums=positions + 0.5,
            )
        )
        n += len(some)
    return out


def test_parts_are_joined_by_permutations_and_then_places():
    joined = joined_runs(parts())
    positions = [0, 1, 3, 4, 2, 5, 6, 7]
    expected = [[0, 0, 0, 1, 2, 2, 2, 3], positions, [i + 1 for i in positions]]
    assert as_lists(joined) == [*expected, [i + 0.5 for i in positions]]


@pytest.mark.parametrize(
    ("most", "permutations", "sizes"),
    [(1, 5, [1, 1, 1, 2]), (4, 5, [2, 3]), (100, 5, [5]), (100, 2, [2, 2, 1]), (1, 0, [1] * 5)],
)
def test_groups_hold_as_many_runs_as_asked_or_one_permutation(most, permutations, sizes):
    groups = list(grouped_runs(parts(), 5, runs=most, permutations=permutations))
    assert [some.stop - some.start for some, _ in groups] == sizes
    positions = np.concatenate([one.positions for _, one in groups])
    np.testing.assert_array_equal(positions, joined_runs(parts()).positions)
    numbers = np.concatenate([one.permutations + some.start for some, one in groups])
    np.testing.assert_array_equal(numbers, joined_runs(parts()).permutations)


def test_nothing_found_makes_no_runs():
    assert as_lists(joined_runs([])) == [[], [], [], []]
    assert as_lists(runs(np.zeros(6), on_lattice((2, 3)))) == [[], [], [], []]
    assert [len(one.sums) for _, one in grouped_runs([], 3, runs=5, permutations=9)] == [0]
