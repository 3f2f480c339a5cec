"""Products whose rows are shared."""

import numpy as np
import pytest
import threadpoolctl

from leadfield.numerics.products import ROWS, product


@pytest.mark.parametrize("n_rows", [0, 3, 2 * ROWS + 5])
def test_it_is_numpy_s_product(n_rows):
    rng = np.random.default_rng(0)
    a, b = rng.standard_normal((n_rows, 20)), rng.standard_normal((20, 7))
    found, out = product(a, b), np.empty((n_rows, 7))
    assert product(a, b, out) is out
    assert found == pytest.approx(a @ b, abs=1e-13)
    assert np.array_equal(out, found)


def test_threads_change_no_number():
    a, b = np.random.default_rng(1).standard_normal((2, 600, 600))
    found = []
    for n in (1, 2):
        with threadpoolctl.threadpool_limits(n, user_api="blas"):
            found.append(product(a, b))
    assert np.array_equal(*found)
