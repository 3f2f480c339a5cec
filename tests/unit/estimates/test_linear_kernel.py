"""A kernel in two factors: the same as their product, made at most once."""

import numpy as np
import pytest

from leadfield.estimates.linear_kernel import LinearKernel

RNG = np.random.default_rng(0)
INWARD = RNG.standard_normal((4, 7))


@pytest.fixture(params=[(5, 4), (5, 3, 4)], ids=["numbers", "vectors"])
def lines(request):
    return RNG.standard_normal(request.param)


def test_is_the_product_of_its_factors(lines):
    kernel = LinearKernel(lines, INWARD)
    assert kernel.shape == (*lines.shape[:-1], 7)
    np.testing.assert_allclose(kernel.matrix, lines @ INWARD, rtol=1e-12)
    assert kernel.matrix is kernel.matrix
    assert kernel.shape == kernel.matrix.shape


def test_of_one_factor_is_that(lines):
    kernel = LinearKernel(lines)
    assert kernel.shape == lines.shape
    assert kernel.matrix is lines


def test_is_folded_before_and_after_it_is_multiplied(lines):
    weights = RNG.standard_normal((2, 5))

    def fold(values):
        return np.tensordot(weights, values, axes=1)

    kernel = LinearKernel(lines, INWARD)
    before = kernel.combine_sources(fold)
    np.testing.assert_allclose(before, fold(kernel.matrix), rtol=1e-10)
    np.testing.assert_allclose(kernel.combine_sources(fold), before, rtol=1e-10)
