"""Eigenvalues, and how many singular values count."""

import numpy as np
import pytest

from leadfield.numerics.eigen import ascending, rank_of


def test_rows_are_eigenvectors_by_growing_eigenvalue():
    matrix = np.array([[2.0, 1.0, 0.0], [1.0, 2.0, 0.0], [0.0, 0.0, 5.0]])
    values, vectors = ascending(matrix)
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
