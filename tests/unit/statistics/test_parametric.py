"""T and F beside SciPy's."""

import numpy as np
import pytest
import scipy.stats

from leadfield.statistics.parametric import f_of_groups, t_of_difference, t_of_mean


def groups(*sizes):
    rng = np.random.default_rng(0)
    return [rng.standard_normal((n, 3, 4)) + i for i, n in enumerate(sizes)]


def test_t_of_the_mean():
    (x,) = groups(7)
    expected = scipy.stats.ttest_1samp(x, 0).statistic
    np.testing.assert_allclose(t_of_mean(x, 0, "relative"), expected, rtol=1e-12)


@pytest.mark.parametrize("equal_var", [True, False])
def test_t_of_a_difference(equal_var):
    both = groups(7, 5)
    expected = scipy.stats.ttest_ind(*both, equal_var=equal_var).statistic
    np.testing.assert_allclose(t_of_difference(*both, 0, equal_var=equal_var), expected, rtol=1e-12)


def test_f_of_groups():
    some = groups(7, 5, 4)
    expected = scipy.stats.f_oneway(*some).statistic
    np.testing.assert_allclose(f_of_groups(some, 0, "relative"), expected, rtol=1e-12)


@pytest.mark.parametrize("hat", ["relative", "absolute"])
def test_a_hat_makes_values_smaller_and_keeps_the_data(hat):
    x = groups(7, 5)
    before = [one.copy() for one in x]
    assert (np.abs(t_of_mean(x[1], 0.1, hat)) < np.abs(t_of_mean(x[1], 0, hat))).all()
    assert (f_of_groups(x, 0.1, hat) < f_of_groups(x, 0, hat)).all()
    np.testing.assert_array_equal(x[0], before[0])


def test_a_relative_hat_keeps_its_values_when_data_are_scaled():
    (x,) = groups(7)
    scaled = t_of_mean(1e-12 * x, 1e-3, "relative")
    np.testing.assert_allclose(scaled, t_of_mean(x, 1e-3, "relative"), rtol=1e-10)
