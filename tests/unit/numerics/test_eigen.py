"""Eigenvalues, and how many singular values count."""

import numpy as np
import pytest

from leadfield.numerics.eigen import orthogonal_complement, rank_of, sorted_eigh, surely_full_rank


def test_rows_are_eigenvectors_by_growing_eigenvalue():
    matrix = np.array([[2.0, 1.0, 0.0], [1.0, 2.0, 0.0], [0.0, 0.0, 5.0]])
    values, vectors = sorted_eigh(matrix)
    np.testing.assert_allclose(values, [1, 3, 5])
    np.testing.assert_allclose(vectors @ matrix @ vectors.T, np.diag(values), atol=1e-14)


@pytest.mark.parametrize(
    ("tolerance", "relative", "rank"),
    [
        ("auto", False, 3),
        ("float32", False, 2),
        (0.5, False, 2),
        (5.0, False, 1),
        (0.5, True, 1),
    ],
)
def test_singular_values_above_the_tolerance_count(tolerance, relative, rank):
    values = np.array([10.0, 1.0, 1e-9, 1e-17])
    assert rank_of(values, tolerance, relative=relative) == rank


def test_nothing_has_rank_zero():
    assert rank_of(np.zeros(4), "auto") == 0


@pytest.mark.parametrize("k", [0, 1, 3])
def test_the_complement_spans_the_rest(k):
    patterns = np.random.default_rng(0).standard_normal((5, k))
    rest = orthogonal_complement(patterns)
    assert rest.shape == (5 - k, 5)
    np.testing.assert_allclose(rest @ rest.T, np.eye(5 - k), atol=1e-14)
    np.testing.assert_allclose(rest @ patterns, 0, atol=1e-14)


@pytest.mark.parametrize(("least", "clear"), [(1e-6, True), (1e-12, False), (0.0, False)])
def test_a_moment_stands_clear_if_its_least_variance_does(least, clear):
    turn = np.linalg.qr(np.random.default_rng(0).standard_normal((4, 4)))[0]
    assert surely_full_rank((turn * [1, 2, 3, least]) @ turn.T) == clear
