"""The decomposition of tall matrices beside the plain one."""

import numpy as np
import pytest

from leadfield.base.errors import DataError
from leadfield.numerics.tall_svd import rough_basis, tall_svd

RNG = np.random.default_rng(2)


def matrix(n, k, condition):
    """Random singular vectors, singular values over ``condition``."""
    left, _ = np.linalg.qr(RNG.standard_normal((n, k)))
    right, _ = np.linalg.qr(RNG.standard_normal((k, k)))
    return (left * np.geomspace(1, 1 / condition, k)) @ right.T


def decomposed(a, step=1):
    scales, rows = rough_basis(a[::step])
    return tall_svd(a @ (rows.T / scales), scales, rows)


@pytest.mark.parametrize("step", [1, 7])
@pytest.mark.parametrize("condition", [1, 1e3, 1e6])
def test_it_is_as_accurate_as_the_plain_decomposition(condition, step):
    a = matrix(700, 30, condition)
    v, s, ut = decomposed(a, step)
    expected = np.linalg.svd(a, compute_uv=False)
    np.testing.assert_allclose(s, expected, atol=1e-14)
    np.testing.assert_allclose(v.T @ v, np.eye(30), atol=1e-13)
    np.testing.assert_allclose(ut @ ut.T, np.eye(30), atol=1e-13)
    np.testing.assert_allclose((v * s) @ ut, a, atol=1e-14)


@pytest.mark.parametrize("shape", [(700, 30), (20, 30)])
def test_dependent_columns_are_decomposed_plainly(shape):
    a = RNG.standard_normal(shape)
    a[:, 3] = a[:, 4]
    v, s, ut = decomposed(a)
    np.testing.assert_allclose((v * s) @ ut, a, atol=1e-13)
    np.testing.assert_allclose(v.T @ v, np.eye(len(s)), atol=1e-13)


def test_a_sample_that_misses_directions_does_no_harm():
    a = matrix(700, 30, 10)
    a[::7] *= np.arange(30) < 15
    v, s, ut = decomposed(a, 7)
    np.testing.assert_allclose((v * s) @ ut, a, atol=1e-13)


def test_nothing_but_zeros_has_singular_values_0():
    np.testing.assert_array_equal(decomposed(np.zeros((50, 4)))[1], 0)


def test_values_that_are_not_finite_are_refused():
    a = matrix(50, 4, 1)
    a[3, 2] = np.nan
    with pytest.raises(DataError, match="must be finite"):
        rough_basis(a)
