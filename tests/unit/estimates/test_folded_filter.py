"""Folding: lines times one matrix are the filter, with no more components than lines."""

import numpy as np
import pytest

from leadfield.estimates.folded_filter import fold_filter
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.spatial_filter import localize_covariance


@pytest.mark.parametrize("method", ["sLORETA", "eLORETA"])
@pytest.mark.parametrize("pick_ori", [None, "normal"])
@pytest.mark.parametrize("n", [1, 8])
def test_folding_changes_no_line(little_inverse, make_kernel, method, pick_ori, n):
    made = little_inverse(n=n, loose=0.3)
    spatial_filter = minimum_norm_filter(make_kernel(made, method), pick_ori=pick_ori)
    kernel, inward = fold_filter(spatial_filter)
    n_sources = 2 * n + 1
    assert kernel.combined == (pick_ori is None)
    assert len(inward) == min(9, len(kernel.leads))
    matrix = kernel.lines(slice(0, n_sources)) @ inward
    covariance = np.random.default_rng(2).standard_normal((9, 9))
    covariance = covariance @ covariance.T
    power = np.einsum("scn,nm,scm->s", matrix, covariance, matrix)
    want = localize_covariance(spatial_filter, covariance)[:, 0]
    np.testing.assert_allclose(power, want, rtol=1e-10)
