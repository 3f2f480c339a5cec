"""Division by a large matrix, and its inverse, beside LAPACK's."""

import numpy as np
import pytest
import threadpoolctl

from leadfield.numerics.triangular_factors import BLOCK, ROWS, triangular_factors


def near_identity(n):
    rng = np.random.default_rng(n)
    return np.eye(n) + 0.5 * rng.standard_normal((n, n)) / np.sqrt(n)


@pytest.fixture(params=[1, 30, BLOCK, BLOCK + 1, 3 * BLOCK + 7])
def matrix(request):
    return near_identity(request.param)


def test_the_inverse_is_lapack_s(matrix):
    wanted = np.linalg.inv(matrix)
    found = triangular_factors(matrix).inverse()
    assert found == pytest.approx(wanted, abs=1e-12 * np.abs(wanted).max())


def test_divided_rows_times_the_matrix_are_the_rows(matrix):
    rows = np.random.default_rng(0).standard_normal((ROWS + 3, len(matrix)))
    divided = rows.copy()
    triangular_factors(matrix.copy()).divide(divided)
    assert divided @ matrix == pytest.approx(rows, abs=1e-12)


def test_the_factors_multiply_to_the_matrix():
    matrix = near_identity(2 * BLOCK)
    blocks = triangular_factors(matrix.copy()).blocks
    first, last = slice(None, BLOCK), slice(BLOCK, None)
    lower, upper = np.eye(2 * BLOCK), np.zeros((2 * BLOCK, 2 * BLOCK))
    lower[last, first], upper[first, last] = blocks[last, first], blocks[first, last]
    for part in (first, last):
        upper[part, part] = np.linalg.inv(blocks[part, part])
    assert lower @ upper == pytest.approx(matrix, abs=1e-12)


def test_threads_change_no_number():
    matrix = near_identity(4 * BLOCK)
    found = []
    for n in (1, 2):
        with threadpoolctl.threadpool_limits(n, user_api="blas"):
            found.append(triangular_factors(matrix.copy()).inverse())
    assert np.array_equal(*found)
