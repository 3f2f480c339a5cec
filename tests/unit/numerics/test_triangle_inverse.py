"""Inverses of triangles: exact, and triangles themselves."""

import numpy as np
import pytest

from leadfield.numerics.triangle_inverse import SMALL, inverse_of_triangle


@pytest.mark.parametrize("n", [1, 2, SMALL, SMALL + 1, 4 * SMALL + 3])
def test_the_inverse_undoes_the_triangle(n):
    rng = np.random.default_rng(n)
    lower = np.tril(rng.standard_normal((n, n))) / n + np.eye(n)
    inverse = inverse_of_triangle(lower)
    np.testing.assert_allclose(inverse @ lower, np.eye(n), atol=1e-14)
    assert np.array_equal(inverse, np.tril(inverse))
