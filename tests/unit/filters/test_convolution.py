"""Convolution in blocks is convolution."""

import numpy as np
import pytest

from leadfield.filters.convolution import convolve_part


@pytest.mark.parametrize("n_taps", [1, 2, 50, 301, 20_001])
@pytest.mark.parametrize("n_times", [1, 30, 999, 70_000])
def test_a_part_is_that_of_the_whole(n_taps, n_times):
    rng = np.random.default_rng(n_taps)
    x, taps = rng.standard_normal((3, n_times)), rng.standard_normal(n_taps)
    whole = np.array([np.convolve(row, taps) for row in x])
    for first in (0, (n_taps - 1) // 2, n_taps - 1):
        part = convolve_part(x, taps, first, n_times)
        np.testing.assert_allclose(part, whole[:, first : first + n_times], atol=1e-9)
