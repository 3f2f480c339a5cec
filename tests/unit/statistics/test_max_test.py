"""Max-T against a loop over signs and orders."""

import numpy as np
import pytest
import scipy.stats

from leadfield.statistics import max_test as module
from leadfield.statistics.comparison import compare_groups, compare_with_zero
from leadfield.statistics.max_test import max_test

N_TESTS = 50


def samples(n, effect=0.0, seed=0):
    x = np.random.default_rng(seed).standard_normal((n, N_TESTS))
    x[:, 7] += effect
    x[:, 9] -= 1.5 * effect
    return x


def extreme(t, tail):
    return {0: np.abs(t).max(), 1: t.max(), -1: t.min()}[tail]


def share(null, t, tail):
    if tail == 0:
        null, t = np.abs(null), abs(t)
    if tail < 0:
        null, t = -null, -t
    return np.mean(null >= t - 1e-12 * abs(t))  # rows of signs may come twice


@pytest.mark.parametrize("tail", [-1, 0, 1])
def test_signs_give_what_a_loop_gives(tail):
    x = samples(9, effect=1.0)
    comparison = compare_with_zero(x, 100, tail, np.random.default_rng(3))
    found = max_test(comparison, tail)
    ts = [scipy.stats.ttest_1samp(x * s[:, None], 0).statistic for s in comparison.draws]
    null = np.array([extreme(t, tail) for t in ts])
    np.testing.assert_allclose(found.statistic, ts[0], rtol=1e-10)
    np.testing.assert_allclose(found.null, null, rtol=1e-10)
    np.testing.assert_array_equal(found.p, [share(found.null, t, tail) for t in found.statistic])
    assert found.p.min() < 0.2


@pytest.mark.parametrize("signed", [False, True])
def test_orders_give_what_a_loop_gives(signed):
    groups = [samples(5, 1.0), samples(7, 0.0, seed=1)]
    comparison = compare_groups(groups, 80, np.random.default_rng(3), signed=signed)
    found = max_test(comparison, 0)
    joined = np.concatenate(groups)
    call = scipy.stats.ttest_ind if signed else scipy.stats.f_oneway
    maps = [call(joined[o[:5]], joined[o[5:]]).statistic for o in comparison.draws]
    np.testing.assert_allclose(found.statistic, maps[0], rtol=1e-10)
    np.testing.assert_allclose(found.null, np.abs(maps).max(axis=1), rtol=1e-10)


def test_blocks_of_tests_and_permutations_change_nothing(monkeypatch):
    comparison = compare_with_zero(samples(9), 100, 0, np.random.default_rng(3))
    whole = max_test(comparison, 0)
    monkeypatch.setattr(module, "COLUMNS", 7)
    monkeypatch.setattr(module, "ROWS", 11)
    cut = max_test(comparison, 0)
    np.testing.assert_allclose(cut.null, whole.null, rtol=1e-12)
    np.testing.assert_array_equal(cut.p, whole.p)


def test_tests_without_variance_have_no_statistic_and_leave_the_others_alone():
    x = samples(9, effect=1.0)
    some = max_test(compare_with_zero(x, 100, 0, np.random.default_rng(3)), 0)
    x = np.concatenate([x, np.zeros((9, 3))], axis=1)
    found = max_test(compare_with_zero(x, 100, 0, np.random.default_rng(3)), 0)
    assert np.isnan(found.statistic[-3:]).all()
    assert (found.p[-3:] == 1).all()
    np.testing.assert_array_equal(found.p[:-3], some.p)


@pytest.mark.parametrize("tail", [-1, 0, 1])
def test_what_single_precision_cannot_tell_apart_is_told_in_double(tail):
    x = samples(9, effect=1.0)
    x = np.concatenate([x, x * (1 + 1e-9 * samples(9, seed=1))], axis=1)
    comparison = compare_with_zero(x, 100, tail, np.random.default_rng(3))
    ts = [scipy.stats.ttest_1samp(x * s[:, None], 0).statistic for s in comparison.draws]
    null = [extreme(t, tail) for t in ts]
    np.testing.assert_allclose(max_test(comparison, tail).null, null, rtol=1e-12)


def test_words_say_how_many_tests_are_found():
    found = max_test(compare_with_zero(samples(9, 5.0), "all", 0, np.random.default_rng(3)), 0)
    assert found.n_permutations == 256
    assert found.words == (
        "2 of 50 tests with p at most 0.05, corrected for all (least p = 0.0039, 256 permutations)"
    )
