"""Laws of tests over subjects: what must not matter, and what must follow."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadfield.statistics.cluster_test import cluster_test
from leadfield.statistics.comparison import compare_groups, compare_with_zero
from leadfield.statistics.corrections import bonferroni_p, false_discovery_p
from leadfield.statistics.enhancement import Enhancement, enhanced
from leadfield.statistics.max_test import max_test
from leadfield.statistics.neighbours import on_lattice
from leadfield.statistics.statistic_maps import ContrastMaps
from leadfield.statistics.threshold import Threshold

SHAPE = (4, 5)
LATTICE = on_lattice(SHAPE)
SEEDS = st.integers(0, 10**6)
TAILS = st.sampled_from([-1, 0, 1])
# Libraries are loaded in the first example.
unhurried = settings(deadline=None, max_examples=50)


def subjects(seed, n=6):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((n, 20)) + rng.standard_normal(20)


def exact(x, tail):
    """Every row of signs, so that nothing is drawn."""
    return ContrastMaps(comparison=compare_with_zero(x, "all", tail, np.random.default_rng(0)))


def clusters(x, tail, level):
    threshold = Threshold(level=-level if tail < 0 else level, tail=tail)
    return cluster_test(exact(x, tail), LATTICE, threshold)


@unhurried
@given(SEEDS, TAILS, st.randoms(use_true_random=False))
def test_the_order_of_subjects_does_not_matter(seed, tail, random):
    x = subjects(seed)
    order = random.sample(range(6), 6)
    np.testing.assert_array_equal(clusters(x[order], tail, 1.5).p, clusters(x, tail, 1.5).p)
    mixed, plain = (max_test(exact(one, tail).comparison, tail) for one in (x[order], x))
    np.testing.assert_array_equal(mixed.p, plain.p)


@unhurried
@given(SEEDS, TAILS, st.floats(1e-14, 1e14))
def test_the_unit_of_the_data_does_not_matter(seed, tail, unit):
    x = subjects(seed)
    found, plain = clusters(unit * x, tail, 1.5), clusters(x, tail, 1.5)
    np.testing.assert_allclose(found.null, plain.null, rtol=1e-9)
    np.testing.assert_array_equal(found.p, plain.p)


@unhurried
@given(SEEDS)
def test_turned_data_have_the_other_tail(seed):
    x = subjects(seed)
    upper, lower = max_test(exact(x, 1).comparison, 1), max_test(exact(-x, -1).comparison, -1)
    np.testing.assert_array_equal(upper.p, lower.p)
    np.testing.assert_array_equal(clusters(x, 1, 1.5).p, clusters(-x, -1, 1.5).p)


@unhurried
@given(SEEDS, TAILS)
def test_a_chance_is_a_share_of_the_permutations_and_never_0(seed, tail):
    x = subjects(seed)
    n = 2 ** (6 - (tail == 0))
    for p in (max_test(exact(x, tail).comparison, tail).p, clusters(x, tail, 1.5).p):
        np.testing.assert_allclose(p * n, np.rint(p * n))
        assert (p * n >= 1).all()


@unhurried
@given(SEEDS)
def test_a_larger_statistic_has_no_larger_chance(seed):
    found = max_test(exact(subjects(seed), 0).comparison, 0)
    order = np.argsort(np.abs(found.statistic))
    assert (np.diff(found.p[order]) <= 0).all()


@unhurried
@given(SEEDS, st.floats(0.5, 2.5), st.floats(0.01, 1.0))
def test_a_lower_threshold_joins_clusters_and_splits_none(seed, level, lower):
    x = subjects(seed)
    above = [set(one.tolist()) for one in clusters(x, 0, level).clusters]
    below = [set(one.tolist()) for one in clusters(x, 0, max(level - lower, 0.1)).clusters]
    assert all(any(one <= other for other in below) for one in above)


@unhurried
@given(SEEDS, TAILS)
def test_what_is_added_where_nothing_counts_changes_no_chance(seed, tail):
    x = subjects(seed)
    included = np.arange(20) != 7
    changed = x.copy()
    changed[:, 7] = 5.0
    results = []
    for one in (x, changed):
        level = -1.0 if tail < 0 else 1.0
        threshold = Threshold(level=level, tail=tail, included=included)
        results.append(cluster_test(exact(one, tail), LATTICE, threshold).p)
    np.testing.assert_array_equal(*results)


@unhurried
@given(SEEDS)
def test_a_score_grows_with_every_statistic(seed):
    rng = np.random.default_rng(seed)
    t = rng.standard_normal((1, 20))
    higher = t + rng.random((1, 20)) * (rng.random((1, 20)) < 0.3)
    rule = Enhancement(tail=1, start=0.0, step=None, height_power=2.0, extent_power=0.5)
    scores, more = (enhanced(one, LATTICE, rule) for one in (t, higher))
    assert (more >= scores * (1 - 1e-12)).all()


@unhurried
@given(SEEDS)
def test_groups_that_change_their_names_have_the_same_f(seed):
    x = subjects(seed, 9)
    groups = [x[:3], x[3:5], x[5:]]
    for order in itertools.permutations(groups):
        some = compare_groups(order, 1, np.random.default_rng(0))
        found = ContrastMaps(comparison=some).maps(0, 1)
        first = ContrastMaps(comparison=compare_groups(groups, 1, np.random.default_rng(0)))
        np.testing.assert_allclose(found, first.maps(0, 1), rtol=1e-9)


@unhurried
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.booleans())
def test_a_corrected_chance_is_between_the_plain_one_and_1(values, any_dependence):
    p = np.array(values)
    for corrected in (false_discovery_p(p, any_dependence=any_dependence), bonferroni_p(p)):
        assert (corrected >= p * (1 - 1e-12)).all()
        assert (corrected <= 1).all()
    order = np.argsort(p)
    assert (np.diff(false_discovery_p(p, any_dependence=any_dependence)[order]) >= 0).all()


@pytest.mark.parametrize("tail", [-1, 0, 1])
def test_chance_finds_something_as_often_as_it_may(tail):
    rng, found, n = np.random.default_rng(0), 0, 400
    for _ in range(n):
        x = rng.standard_normal((7, 20)) * np.exp(rng.standard_normal((7, 1)))
        found += max_test(exact(x, tail).comparison, tail).p.min() <= 0.0625
    assert 0.03 < found / n < 0.095
