"""Sparse matrices by rows: the same as SciPy's, whether it is loaded or not."""

import subprocess
import sys

import numpy as np
import pytest
import scipy

from leadfield.numerics.sparse_rows import TERMS, SparseRows


def random_rows(rng, n_rows, n_columns, density=0.1):
    matrix = scipy.sparse.random_array((n_rows, n_columns), density=density, rng=rng, format="csr")
    return SparseRows.of(matrix)


@pytest.mark.parametrize("shape", [(1, 1, 1), (7, 5, 9), (300, 200, 400), (0, 3, 2), (3, 0, 2)])
def test_a_product_is_scipys(shape):
    rng = np.random.default_rng(0)
    left, right = random_rows(rng, *shape[:2]), random_rows(rng, *shape[1:])
    product = left @ right
    expected = (left.as_csr() @ right.as_csr()).toarray()
    np.testing.assert_allclose(product.as_csr().toarray(), expected, rtol=1e-13)
    assert product.as_csr().has_sorted_indices


def test_a_product_of_many_blocks_is_scipys():
    rng = np.random.default_rng(1)
    left, right = random_rows(rng, 900, 500), random_rows(rng, 500, 700)
    assert np.diff(right.starts)[left.columns].sum() > 4 * TERMS
    expected = (left.as_csr() @ right.as_csr()).toarray()
    np.testing.assert_allclose((left @ right).as_csr().toarray(), expected, rtol=1e-13)


def test_a_row_of_more_terms_than_a_block_is_whole():
    n = TERMS + 5
    ones = SparseRows.of_ones(np.zeros(n, int), 2)
    line = SparseRows(
        values=np.ones(n), columns=np.arange(n), starts=np.array([0, 0, n]), n_columns=n
    )
    assert (line @ ones).as_csr().toarray().tolist() == [[0, 0], [n, 0]]


def test_rows_are_chosen_turned_and_freed_of_zeros_as_scipy_does():
    matrix = random_rows(np.random.default_rng(2), 40, 30)
    dense = matrix.as_csr().toarray()
    chosen = np.array([3, 3, 0, 39])
    assert np.array_equal(matrix.rows(chosen).as_csr().toarray(), dense[chosen])
    assert np.array_equal(matrix.transposed().as_csr().toarray(), dense.T)
    fewer = matrix.with_values(matrix.values * (matrix.columns > 9)).without_zeros()
    assert np.array_equal(fewer.as_csr().toarray(), dense * (np.arange(30) > 9))
    assert fewer.values.all()


WITHOUT_SCIPY = """
import sys
import numpy as np
from leadfield.numerics.sparse_rows import SparseRows
parts = np.load(sys.argv[1])
arrays = {name: parts[name] for name in ("values", "columns", "starts")}
matrix = SparseRows(**arrays, n_columns=500)
found = matrix.times(parts["dense"])
assert "scipy.sparse" not in sys.modules
np.save(sys.argv[2], found)
"""


@pytest.mark.parametrize("dtype", [float, np.float32, complex])
def test_products_with_dense_values_are_the_same_without_scipy(tmp_path, dtype):
    rng = np.random.default_rng(3)
    matrix = random_rows(rng, 700, 500, density=0.01)
    dense = rng.standard_normal((500, 20)).astype(dtype)
    given, found = tmp_path / "given.npz", tmp_path / "found.npy"
    parts = {name: getattr(matrix, name) for name in ("values", "columns", "starts")}
    np.savez(given, dense=dense, **parts)
    subprocess.run([sys.executable, "-c", WITHOUT_SCIPY, given, found], check=True)
    with_scipy = matrix.times(dense)
    without = np.load(found)
    assert without.dtype == with_scipy.dtype
    np.testing.assert_allclose(without, with_scipy, rtol=1e-14, atol=1e-14)
