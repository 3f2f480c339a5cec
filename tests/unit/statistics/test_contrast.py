"""T and F from correlations with weights."""

import numpy as np
import pytest
import scipy.stats

from leadfield.base.errors import InputError
from leadfield.statistics import contrast as module
from leadfield.statistics.contrast import correlations, one_sample_t, one_way_f, two_sample_t


def statistic(contrast, data):
    """The statistic (n_tests,) of data (n_subjects, n_tests)."""
    r = contrast.weights @ contrast.centre(data) / contrast.lengths(data)
    return contrast.statistic(r[0] if contrast.signed else (r**2).sum(axis=0))


def groups(*sizes, offset=0.3):
    rng = np.random.default_rng(0)
    return [rng.standard_normal((n, 40)) + i * offset for i, n in enumerate(sizes)]


def test_t_of_one_sample_is_that_of_scipy():
    (data,) = groups(11)
    expected = scipy.stats.ttest_1samp(data, 0).statistic
    np.testing.assert_allclose(statistic(one_sample_t(11), data), expected, rtol=1e-12)


def test_t_of_two_samples_is_that_of_scipy():
    both = groups(6, 9)
    expected = scipy.stats.ttest_ind(*both).statistic
    found = statistic(two_sample_t(6, 9), np.concatenate(both))
    np.testing.assert_allclose(found, expected, rtol=1e-12)


@pytest.mark.parametrize("sizes", [(6, 9), (4, 5, 6), (3, 3, 3, 8)])
def test_f_is_that_of_scipy(sizes):
    data = groups(*sizes)
    expected = scipy.stats.f_oneway(*data).statistic
    found = statistic(one_way_f(sizes), np.concatenate(data))
    np.testing.assert_allclose(found, expected, rtol=1e-11)


def test_f_of_two_groups_is_t_squared():
    data = np.concatenate(groups(5, 7))
    t = statistic(two_sample_t(5, 7), data)
    np.testing.assert_allclose(statistic(one_way_f((5, 7)), data), t**2, rtol=1e-11)


def test_f_far_from_zero_keeps_its_digits():
    data = groups(6, 9)
    expected = statistic(one_way_f((6, 9)), np.concatenate(data))
    found = statistic(one_way_f((6, 9)), np.concatenate(data) + 1e6)
    np.testing.assert_allclose(found, expected, rtol=1e-8)


def test_weights_of_turned_subjects_are_those_of_turned_data():
    (data,) = groups(7)
    signs = np.where(np.random.default_rng(1).random((1, 7)) < 0.5, -1, 1).astype(np.int8)
    contrast = one_sample_t(7)
    turned = contrast.permuted(signs)[0] @ data
    np.testing.assert_allclose(turned, contrast.weights @ (data * signs.T), atol=1e-14)


def test_weights_of_an_order_are_those_of_data_in_that_order():
    data = np.concatenate(groups(4, 5))
    order = np.random.default_rng(1).permutation(9)
    contrast = one_way_f((4, 5))
    moved = contrast.permuted(order[None])[0] @ data
    np.testing.assert_allclose(moved, contrast.weights @ data[order], atol=1e-14)


def test_constants_have_no_variance_between_groups():
    constants = np.array([[0.1, 1e6 / 3, -7.0, 0.0]]).repeat(9, axis=0)
    assert not one_way_f((4, 5)).lengths(constants).any()


def test_t_of_a_constant_is_infinite():
    found = statistic(one_sample_t(20), np.array([[0.1, -1e6 / 3]]).repeat(20, axis=0))
    np.testing.assert_array_equal(found, [np.inf, -np.inf])


@pytest.mark.parametrize("tail", [-1, 0, 1])
@pytest.mark.parametrize("contrast", [one_sample_t(8), two_sample_t(4, 6)], ids=["one", "two"])
def test_a_critical_t_has_its_chance(contrast, tail):
    level = contrast.critical(0.05, tail)
    beyond = scipy.stats.t.sf(abs(level), contrast.degrees) * (1 + (tail == 0))
    assert beyond == pytest.approx(0.05)
    assert level < 0 if tail < 0 else level > 0


def test_a_critical_f_has_its_chance():
    level = one_way_f((4, 5, 6)).critical(0.05, 0)
    assert scipy.stats.f.sf(level, 2, 12) == pytest.approx(0.05)


@pytest.mark.parametrize("contrast", [one_sample_t(8), one_way_f((4, 5, 6))], ids=["t", "f"])
def test_a_statistic_comes_back_from_its_correlation(contrast):
    r = contrast.correlation(2.5)
    assert contrast.statistic(np.array([r]))[0] == pytest.approx(2.5)


@pytest.mark.parametrize(
    ("make", "given"),
    [
        (one_sample_t, [1]),
        (two_sample_t, [1, 1]),
        (two_sample_t, [0, 9]),
        (one_way_f, [(9,)]),
        (one_way_f, [(1, 1, 1)]),
    ],
)
def test_too_few_subjects_or_groups_are_refused(make, given):
    with pytest.raises(InputError, match="X must hold"):
        make(*given)


def test_correlations_of_some_tests_are_those_of_the_whole_product(monkeypatch):
    rng = np.random.default_rng(0)
    weights, data = rng.standard_normal((5, 8)), rng.standard_normal((8, 30))
    rows, tests = rng.integers(0, 5, 40), rng.integers(0, 30, 40)
    monkeypatch.setattr(module, "TOGETHER", 50)
    found = correlations(weights, rows, data, tests)
    np.testing.assert_allclose(found, (weights @ data)[rows, tests], rtol=1e-12)
