"""The inverse of a large matrix."""

import numpy as np
import pytest

from leadfield.numerics.invert import SMALL, invert


@pytest.mark.parametrize("n", [1, 30, SMALL + 1, 3 * SMALL + 7])
def test_the_inverse_is_lapack_s(n):
    rng = np.random.default_rng(n)
    matrix = np.eye(n) + 0.5 * rng.standard_normal((n, n)) / np.sqrt(n)
    wanted = np.linalg.inv(matrix)
    invert(matrix)
    assert matrix == pytest.approx(wanted, abs=1e-12 * np.abs(wanted).max())
