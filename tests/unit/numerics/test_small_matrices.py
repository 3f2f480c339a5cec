"""Small matrices in bulk, beside eigenvectors and Cholesky factors one by one."""

import numpy as np
import pytest

from leadfield.numerics.small_matrices import cholesky_factor, inverse_root, outer, pack, unpack


def blocks(n=200, spread=(1.0, 0.3, 0.02), seed=0):
    """Positive matrices; their smallest eigenvalue is down to about spread[2]² of the largest."""
    rng = np.random.default_rng(seed)
    roots = rng.standard_normal((n, 3, 3)) * np.array(spread)
    return roots @ roots.swapaxes(1, 2)


def by_eigenvectors(matrices):
    values, vectors = np.linalg.eigh(matrices)
    loud = values > 1e-7 * values[:, -1:]
    roots = np.where(loud, np.sqrt(np.where(loud, values, 1)), np.inf)
    return (vectors / roots[:, None]) @ vectors.swapaxes(1, 2)


def assert_roots(matrices, tolerance):
    inverse, trace = inverse_root(pack(matrices))
    expected = by_eigenvectors(matrices)
    size = np.abs(expected).max(axis=(1, 2), keepdims=True)
    np.testing.assert_allclose(unpack(inverse) / size, expected / size, atol=tolerance)
    values = np.linalg.eigvalsh(matrices)
    values = np.where(values > 1e-7 * values[:, -1:], values, 0)
    np.testing.assert_allclose(trace, np.sqrt(values).sum(axis=1), rtol=tolerance)


@pytest.mark.parametrize("size", [1, 3])
def test_packing_can_be_undone(size):
    matrices = blocks()[:, :size, :size]
    np.testing.assert_array_equal(unpack(pack(matrices)), matrices)


def test_outer_products_are_those_of_vectors():
    vectors = np.random.default_rng(1).standard_normal((5, 3))
    np.testing.assert_array_equal(unpack(outer(vectors)), vectors[:, :, None] * vectors[:, None, :])


def test_inverse_roots_are_those_of_eigenvectors():
    # The closed form loses as many digits as the eigenvalues spread: here up to 5 of 15.
    assert_roots(blocks(), 1e-9)


def test_inverse_roots_of_alike_eigenvalues_are_exact():
    turn = np.linalg.qr(np.random.default_rng(2).standard_normal((3, 3)))[0]
    alike = [np.diag(d) for d in ([1.0, 1, 1], [1, 1, 0.01], [1, 0.01, 0.01])]
    # Each of two eigenvalues that are one has half of the digits; what they make has all.
    assert_roots(turn @ np.array(alike) @ turn.T, 1e-13)


def test_silent_directions_stay_silent():
    matrices = blocks(20)
    matrices[:, 2], matrices[:, :, 2] = 0, 0
    matrices[5:10] = np.array([1.0, 2, 3])[:, None] * np.array([1.0, 2, 3])
    matrices[19] = 0
    assert_roots(matrices[:19], 1e-12)
    inverse, trace = inverse_root(pack(matrices[19:]))
    assert not inverse.any()
    assert not trace.any()


def test_roots_of_numbers_are_numbers():
    inverse, trace = inverse_root(np.array([[4.0, 0.0, 0.25]]))
    np.testing.assert_array_equal(inverse, [[0.5, 0, 2]])
    np.testing.assert_array_equal(trace, [2, 0, 0.5])


def test_factors_make_the_matrix_again():
    matrices = blocks(20)
    matrices[3] = 0
    matrices[4] = np.ones((3, 3))
    matrices[5, 0], matrices[5, :, 0] = 0, 0
    upper = cholesky_factor(pack(matrices))
    assert not np.tril(upper, -1).any()
    np.testing.assert_allclose(upper.swapaxes(1, 2) @ upper, matrices, atol=1e-14)


def test_factors_of_numbers_are_roots():
    np.testing.assert_array_equal(cholesky_factor(np.array([[4.0, 0.0]])), [[[2.0]], [[0.0]]])
