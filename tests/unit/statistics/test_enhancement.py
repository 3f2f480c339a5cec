"""Threshold-free enhancement against integrals written out."""

import itertools

import numpy as np
import pytest
import scipy.sparse

from leadfield.statistics.enhancement import Enhancement, enhanced
from leadfield.statistics.neighbours import in_space, on_lattice

N = 40


def adjacency():
    matrix = np.random.default_rng(1).random((10, 10)) < 0.2
    return scipy.sparse.coo_array((matrix | matrix.T).astype(float))


def all_pairs():
    """Pairs of tests, of 4 steps one after the other, that are neighbours."""
    near = adjacency().toarray() > 0
    steps, places = np.divmod(np.arange(N), 10)
    apart = np.abs(steps[:, None] - steps)
    pairs = (apart == 0) & near[places[:, None], places] | (apart == 1) & (
        places[:, None] == places
    )
    return np.array(np.nonzero(np.triu(pairs, 1)))


def enhancement(tail, start=0.0, step=None, height=2.0, extent=0.5):
    return Enhancement(tail=tail, start=start, step=step, height_power=height, extent_power=extent)


def extents(active, pairs):
    """How many tests the component of each active test has."""
    graph = scipy.sparse.coo_array((np.ones(pairs.shape[1]), tuple(pairs)), shape=(N, N)).tocsr()
    tests = np.flatnonzero(active)
    _, labels = scipy.sparse.csgraph.connected_components(graph[tests][:, tests], directed=False)
    out = np.zeros(N)
    out[tests] = np.bincount(labels)[labels]
    return out


def integral(values, pairs, rule):
    """Sum over the intervals between all values: clusters change nowhere else."""
    levels = np.concatenate([[rule.start], np.unique(values[values > rule.start])])
    power = rule.height_power + 1
    return sum(
        np.where(values > low, extents(values > low, pairs) ** rule.extent_power, 0)
        * (high**power - low**power)
        / power
        for low, high in itertools.pairwise(levels)
    )


def stepped(values, pairs, rule):
    total, before = np.zeros(N), 0.0
    for level in np.arange(rule.start, values.max(), rule.step):
        heights = abs(level) ** rule.height_power * abs(level - before)
        total += heights * np.where(
            values > level, extents(values > level, pairs) ** rule.extent_power, 0
        )
        before = level
    return total


@pytest.mark.parametrize("tail", [-1, 0, 1])
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"start": 0.7},
        {"step": 0.3},
        {"start": 0.5, "step": 0.2},
        {"height": 1.0, "extent": 1.0},
    ],
)
def test_scores_are_those_of_the_integral_or_sum(tail, given):
    rule, pairs = enhancement(tail, **given), all_pairs()
    maps = np.random.default_rng(0).standard_normal((3, N)) * 2
    found = enhanced(maps, in_space(adjacency(), 4), rule)
    written = integral if rule.step is None else stepped
    for one, score in zip(maps, found, strict=True):
        sides = [one, -one] if tail == 0 else [tail * one]
        expected = sum(written(side, pairs, rule) for side in sides)
        np.testing.assert_allclose(score, expected, rtol=1e-10, atol=1e-12)


def test_equal_statistics_have_equal_scores_in_one_cluster():
    maps, whole = np.full((1, N), 2.0), in_space(np.ones((N, N)))
    np.testing.assert_allclose(enhanced(maps, whole, enhancement(1)), N**0.5 * 8 / 3, rtol=1e-12)


def test_a_test_alone_has_the_score_of_its_height():
    maps = np.array([[0.0, 3.0, 0.0]])
    found = enhanced(maps, on_lattice((3,)), enhancement(0))
    np.testing.assert_allclose(found, [[0, 9, 0]], rtol=1e-12)


def test_tests_that_do_not_count_join_nothing():
    maps, line = np.array([[2.0, 3.0, 2.0]]), on_lattice((3,))
    found = enhanced(maps, line, enhancement(1), np.array([True, False, True]))
    np.testing.assert_allclose(found, [[8 / 3, 0, 8 / 3]], rtol=1e-12)


def test_undefined_statistics_have_no_score():
    found = enhanced(np.array([[np.nan, 3.0]]), on_lattice((2,)), enhancement(0))
    np.testing.assert_allclose(found, [[0, 9]], rtol=1e-12)


def test_statistics_without_bounds_have_scores_without_and_leave_others_theirs():
    maps, line = np.array([[1.0, np.inf, 2.0, 0, -np.inf, -1.0]]), on_lattice((6,))
    found = enhanced(maps, line, enhancement(0))
    expected = enhanced(np.where(np.isinf(maps), 9 * np.sign(maps), maps), line, enhancement(0))
    np.testing.assert_array_equal(np.isinf(found), np.isinf(maps))
    np.testing.assert_allclose(found[np.isfinite(maps)], expected[np.isfinite(maps)], rtol=1e-12)


def test_nothing_that_counts_has_no_scores():
    assert not enhanced(np.zeros((2, 6)), on_lattice((2, 3)), enhancement(0)).any()


@pytest.mark.parametrize("tail", [0, 1])
def test_equal_steps_of_a_staircase_are_one_hill(tail):
    rng, rule = np.random.default_rng(0), enhancement(tail)
    maps = rng.integers(-2, 4, (2, N)).astype(float)
    found = enhanced(maps, in_space(adjacency(), 4), rule)
    for one, score in zip(maps, found, strict=True):
        sides = [one, -one] if tail == 0 else [one]
        expected = sum(integral(side, all_pairs(), rule) for side in sides)
        np.testing.assert_allclose(score, expected, rtol=1e-10, atol=1e-12)
