"""Components of active tests against a search from each."""

import numpy as np
import pytest
import scipy.sparse

from leadfield.statistics.active_runs import joined_runs, runs_of_map
from leadfield.statistics.cluster_rule import ClusterRule
from leadfield.statistics.components import find_components
from leadfield.statistics.neighbours import alone, in_space, on_lattice
from leadfield.statistics.threshold import Threshold

SHAPE = (6, 15)  # steps, places


def above(level, neighbours):
    return ClusterRule(neighbours=neighbours, threshold=Threshold(level=level, tail=0))


def adjacency():
    matrix = np.random.default_rng(1).random((15, 15)) < 0.12
    return scipy.sparse.coo_array((matrix | matrix.T).astype(float))


def all_pairs(kind, reach=1):
    """Neighbours of tests as a dense matrix, written out."""
    n = SHAPE[0] * SHAPE[1]
    if kind == "alone":
        return np.zeros((n, n), bool)
    steps, places = np.divmod(np.arange(n), SHAPE[1])
    apart = np.abs(steps[:, None] - steps)
    same = places[:, None] == places
    if kind == "lattice":
        return (same & (apart == 1)) | ((apart == 0) & (np.abs(places[:, None] - places) == 1))
    near = adjacency().toarray()[places[:, None], places] > 0
    return ((apart == 0) & near & ~same) | (same & (apart >= 1) & (apart <= reach))


def searched(values, pairs):
    """Components as sets of tests, by walking."""
    left = set(np.flatnonzero(values))
    found = []
    while left:
        todo, one = [left.pop()], set()
        while todo:
            test = todo.pop()
            one.add(test)
            near = [
                u for u in np.flatnonzero(pairs[test]) if u in left and values[u] * values[test] > 0
            ]
            left -= set(near)
            todo += near
        found.append(frozenset(one))
    return set(found)


def neighbours_of(kind, reach):
    return {
        "space": lambda: in_space(adjacency(), SHAPE[0], reach),
        "whole": lambda: in_space(scipy.sparse.coo_array(all_pairs("space", reach))),
        "lattice": lambda: on_lattice(SHAPE),
        "alone": lambda: alone(SHAPE[0] * SHAPE[1]),
    }[kind]()


@pytest.mark.parametrize(
    ("kind", "reach"),
    [
        ("space", 1),
        ("space", 0),
        ("space", 2),
        ("space", 3),
        ("whole", 2),
        ("lattice", 1),
        ("alone", 1),
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_components_are_those_that_a_search_finds(kind, reach, seed):
    rng = np.random.default_rng(seed)
    maps = rng.standard_normal((3, SHAPE[0] * SHAPE[1]))
    maps[np.abs(maps) < 0.4] = 0
    neighbours = neighbours_of(kind, reach)
    runs = joined_runs([runs_of_map(maps[k], above(0, neighbours), k) for k in range(3)])
    found = find_components(runs, neighbours)
    sums = found.sums(runs.sums)
    steps = np.arange(runs.lengths.sum()) - np.repeat(
        np.cumsum(runs.lengths) - runs.lengths, runs.lengths
    )
    tests = neighbours.tests_of(np.repeat(runs.positions, runs.lengths) + steps)
    labels, where = (np.repeat(one, runs.lengths) for one in (found.labels, runs.permutations))
    pairs = all_pairs("space" if kind == "whole" else kind, reach)
    assert found.n == sum(len(searched(one, pairs)) for one in maps)
    for k in range(3):
        mine = labels[where == k]
        members = {one: tests[where == k][mine == one] for one in np.unique(mine)}
        assert {frozenset(one) for one in members.values()} == searched(maps[k], pairs)
        for one, some in members.items():
            assert sums[one] == pytest.approx(maps[k][some].sum(), rel=1e-12)


def test_few_long_and_many_short_runs_of_one_place_find_their_neighbours():
    statistic = np.zeros((3, 400))
    statistic[0, 5:395] = 1
    statistic[1, ::2] = 1
    statistic[1, 100:104] = [0, -1, -1, 0]
    statistic[2, 101:103] = -1
    neighbours = on_lattice((3, 400))
    runs = runs_of_map(statistic.ravel(), above(0.5, neighbours))
    sums = find_components(runs, neighbours).sums(runs.sums)
    alone = [1.0] * 5  # of the second place, before and after the run of the first
    assert sorted(sums.tolist()) == [-4.0, *alone, 390.0 + 200 - 5 - 2]


def test_nothing_active_has_no_components():
    nothing = runs_of_map(np.zeros(12), above(1, on_lattice((4, 3))))
    found = find_components(nothing, on_lattice((4, 3)))
    assert (found.n, len(found.sums(nothing.sums))) == (0, 0)
