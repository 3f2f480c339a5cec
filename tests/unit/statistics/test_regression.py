"""Least squares against SciPy's line by line."""

import numpy as np
import pytest
import scipy.stats

from leadfield.base.errors import InputError, MismatchError
from leadfield.statistics import regression as module
from leadfield.statistics.regression import LEAST_P, least_squares


def problem():
    rng = np.random.default_rng(0)
    return np.stack([np.ones(12), rng.standard_normal(12)], axis=1), rng.standard_normal((12, 20))


def test_a_line_is_that_of_scipy():
    design, values = problem()
    fit = least_squares(design, values)
    for i in range(20):
        line = scipy.stats.linregress(design[:, 1], values[:, i])
        found = fit.coefficients[:, i], fit.errors[1, i], fit.t[1, i], fit.p[1, i]
        expected = (
            [line.intercept, line.slope],
            line.stderr,
            line.slope / line.stderr,
            line.pvalue,
        )
        for one, other in zip(found, expected, strict=True):
            np.testing.assert_allclose(one, other, rtol=1e-10)


def test_blocks_of_values_change_nothing(monkeypatch):
    whole = least_squares(*problem())
    monkeypatch.setattr(module, "COLUMNS", 7)
    np.testing.assert_allclose(least_squares(*problem()).t, whole.t, rtol=1e-12)


def test_where_nothing_is_left_t_has_no_bounds_but_for_no_effect():
    design = np.array([[1.0, 0], [1, 0], [0, 1], [0, 1]])
    values = np.array([[2.0, -1, 0], [2, -1, 0], [0, 0, 0], [0, 0, 0]])
    fit = least_squares(design, values)
    np.testing.assert_array_equal(np.abs(fit.t[0]) > 1e10, [True, True, False])
    np.testing.assert_array_equal(np.sign(fit.t[0]), [1, -1, 0])
    assert fit.p.min() >= LEAST_P
    assert fit.p[0, 2] == 1


@pytest.mark.parametrize("wrong", [np.ones(12), np.ones((11, 1)), np.ones((12, 1, 1))])
def test_a_design_of_another_shape_is_refused(wrong):
    with pytest.raises(MismatchError, match=r"shape \(12 observations, n_regressors\), got"):
        least_squares(wrong, problem()[1])


@pytest.mark.parametrize("wrong", [np.ones((12, 2)), np.eye(12), np.ones((12, 0))])
def test_a_design_that_leaves_nothing_open_is_refused(wrong):
    with pytest.raises(InputError, match="fewer regressors than observations"):
        least_squares(wrong, problem()[1])
