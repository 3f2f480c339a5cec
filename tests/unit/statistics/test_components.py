"""Components of active tests against a search from each."""

import numpy as np
import pytest
import scipy.sparse

from leadfield.statistics.components import find_components
from leadfield.statistics.neighbours import alone, in_space, on_lattice
from leadfield.statistics.statistic_maps import ActiveTests

SHAPE = (6, 15)  # steps, places


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
    permutations, tests = np.nonzero(maps)
    active = ActiveTests(
        permutations=permutations, tests=tests, statistic=maps[permutations, tests]
    )
    neighbours = neighbours_of(kind, reach)
    numbers = np.zeros(maps.size, np.int32)
    found = find_components(active, neighbours, numbers)
    assert not numbers.any()
    where = found.places // neighbours.n_places
    numbers_of_tests = neighbours.tests_at(found.places % neighbours.n_places, found.steps)
    labels, sums = found.component_of_tests(), found.sums(1)
    pairs = all_pairs("space" if kind == "whole" else kind, reach)
    for k in range(3):
        components = searched(maps[k], pairs)
        mine = labels[where == k]
        tests = numbers_of_tests[where == k]
        assert {frozenset(tests[mine == one]) for one in np.unique(mine)} == components
        for one in np.unique(mine):
            expected = maps[k][tests[mine == one]].sum()
            assert sums[one] == pytest.approx(expected, rel=1e-12)


def test_sums_to_a_power_keep_their_sign():
    active = ActiveTests(
        permutations=np.zeros(3, int), tests=np.array([0, 1, 3]), statistic=np.array([2.0, 3, -2])
    )
    found = find_components(active, on_lattice((4,)), np.zeros(4, np.int32))
    np.testing.assert_array_equal(found.sums(2), [13.0, -4.0])
    np.testing.assert_array_equal(found.sums(0), [2.0, -1.0])


def test_nothing_active_has_no_components():
    nothing = np.empty(0, np.int64)
    active = ActiveTests(permutations=nothing, tests=nothing, statistic=np.empty(0))
    found = find_components(active, on_lattice((4, 3)), np.zeros(12, np.int32))
    assert (found.n_components, len(found.sums(1))) == (0, 0)
