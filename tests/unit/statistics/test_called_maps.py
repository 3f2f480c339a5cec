"""Maps of a user's function."""

import numpy as np
import pytest
import scipy.stats

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.statistics.active_runs import joined_runs
from leadfield.statistics.called_maps import CalledMaps, size_of_calls
from leadfield.statistics.cluster_rule import ClusterRule
from leadfield.statistics.comparison import compare_groups, compare_with_zero
from leadfield.statistics.neighbours import on_lattice
from leadfield.statistics.statistic_maps import ContrastMaps
from leadfield.statistics.threshold import Threshold


def data(*sizes):
    rng = np.random.default_rng(0)
    return tuple(rng.standard_normal((n, 25)) for n in sizes)


def t(one):
    return scipy.stats.ttest_1samp(one, 0).statistic


def f(*groups):
    return scipy.stats.f_oneway(*groups).statistic


@pytest.mark.parametrize("size", [None, 4, 25])
@pytest.mark.parametrize(("sizes", "call"), [((8,), t), ((4, 5), f), ((4, 5, 3), f)])
def test_they_are_those_of_the_contrast_with_the_same_draws(sizes, call, size):
    samples, rng = data(*sizes), np.random.default_rng(1)
    if len(sizes) == 1:
        comparison = compare_with_zero(samples[0], 20, 0, rng)
    else:
        comparison = compare_groups(samples, 20, rng)
    known = ContrastMaps(comparison=comparison)
    called = CalledMaps(samples=samples, draws=comparison.draws, call=call, size=size)
    assert (called.n_permutations, called.n_tests) == (20, 25)
    np.testing.assert_allclose(called.maps(2, 9), known.maps(2, 9), rtol=1e-9)
    np.testing.assert_allclose(called.observed(), known.observed(), rtol=1e-9)
    rule = ClusterRule(neighbours=on_lattice((5, 5)), threshold=Threshold(level=1.0, tail=0))
    mine, others = (joined_runs(m.runs(range(3, 8), rule)) for m in (called, known))
    for name in ("permutations", "positions", "lengths"):
        np.testing.assert_array_equal(getattr(mine, name), getattr(others, name))
    np.testing.assert_allclose(mine.sums, others.sums, rtol=1e-9)


def test_data_are_left_as_they_are():
    samples = data(8)
    before = samples[0].copy()
    draws = compare_with_zero(samples[0], 20, 0, np.random.default_rng(1)).draws
    CalledMaps(samples=samples, draws=draws, call=t, size=None).maps(0, 20)
    np.testing.assert_array_equal(samples[0], before)


def test_a_function_of_each_test_may_be_called_with_some():
    assert size_of_calls(t, data(8), 7) == 7


@pytest.mark.parametrize("size", [None, 25, 100])
def test_all_size_of_calls_are_all(size):
    assert size_of_calls(t, data(8), size) is None


def test_a_function_of_all_tests_is_called_with_all():
    with pytest.warns(RuntimeWarning, match="other numbers for some of the tests"):
        assert size_of_calls(lambda x: x.mean(axis=0) / x.std(), data(8), 7) is None


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda x: x[0, :3], InputError, r"each of 25 tests, got shape \(3,\)"),
        (lambda x: x, InputError, r"each of 25 tests, got shape \(8, 25\)"),
        (lambda x: list(x[0]), ArgumentTypeError, "stat_fun must return an array"),
    ],
    ids=["some", "data", "list"],
)
def test_what_is_no_map_is_refused(call, error, words):
    with pytest.raises(error, match=words):
        CalledMaps(samples=data(8), draws=np.ones((2, 8), np.int8), call=call, size=None).maps(0, 1)
