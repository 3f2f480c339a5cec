"""The decomposition of tall matrices beside the plain one."""

import numpy as np
import pytest

from leadfield.base.errors import DataError
from leadfield.numerics.tall_svd import tall_svd

RNG = np.random.default_rng(2)


def matrix(n, k, condition):
    """Random singular vectors, singular values over ``condition``."""
    left, _ = np.linalg.qr(RNG.standard_normal((n, k)))
    right, _ = np.linalg.qr(RNG.standard_normal((k, k)))
    return (left * np.geomspace(1, 1 / condition, k)) @ right.T


@pytest.mark.parametrize("condition", [1, 1e3, 1e6])
def test_it_is_as_accurate_as_squares_allow_or_corrected(condition):
    a = matrix(700, 30, condition)
    v, s, ut = tall_svd(a.copy())
    expected = np.linalg.svd(a, compute_uv=False)
    loss = condition if condition < 1e5 else 1  # beyond, it is corrected
    np.testing.assert_allclose(s, expected, atol=1e-14 * loss)
    np.testing.assert_allclose(v.T @ v, np.eye(30), atol=1e-14 * max(10, loss**2))
    np.testing.assert_allclose(ut @ ut.T, np.eye(30), atol=1e-13)
    np.testing.assert_allclose((v * s) @ ut, a, atol=1e-14)


@pytest.mark.parametrize("noise", [1, 1e-4])
@pytest.mark.parametrize("condition", [1e3, 1e4, 9e4, 1e6])
def test_an_estimate_of_sources_is_accurate_whatever_the_smallest_values_are(condition, noise):
    a = matrix(700, 30, condition)
    v, s, ut = tall_svd(a.copy())
    estimate = (v * (s / (s**2 + noise))) @ ut
    expected = np.linalg.solve(a.T @ a + noise * np.eye(30), a.T).T
    np.testing.assert_allclose(estimate, expected, atol=3e-15 / noise * np.abs(expected).max())


@pytest.mark.parametrize("shape", [(700, 30), (20, 30)])
def test_dependent_columns_are_decomposed_plainly(shape):
    a = RNG.standard_normal(shape)
    a[:, 3] = a[:, 4]
    v, s, ut = tall_svd(a.copy())
    np.testing.assert_allclose((v * s) @ ut, a, atol=1e-13)
    np.testing.assert_allclose(v.T @ v, np.eye(len(s)), atol=1e-13)


def test_nothing_but_zeros_has_singular_values_0():
    np.testing.assert_array_equal(tall_svd(np.zeros((50, 4)))[1], 0)


def test_values_that_are_not_finite_are_refused():
    a = matrix(50, 4, 1)
    a[3, 2] = np.nan
    with pytest.raises(DataError, match="must be finite"):
        tall_svd(a)
