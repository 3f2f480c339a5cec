"""Whitening matrices as users compute them."""

import numpy as np
import pytest

from leadfield.api.whitening.whitener import compute_whitener
from leadfield.base.errors import InputError


def test_white_keeps_a_row_of_zeros_for_what_is_missing(magnetometers, cov):
    cov["data"] = np.diag([0.0, 1.0, 4.0])
    matrix, names, rank, colorer = compute_whitener(
        cov, magnetometers, pca="white", return_rank=True, return_colorer=True
    )
    assert rank == 2
    assert names == ["M1", "M2", "M3"]
    assert not matrix[0].any()
    np.testing.assert_allclose(matrix @ colorer, np.diag([0, 1, 1]), atol=1e-12)


@pytest.mark.parametrize("options", [{"pca": "yes"}, {"on_rank_mismatch": "x"}])
def test_unknown_options_are_refused(magnetometers, cov, options):
    with pytest.raises(InputError, match="must be one of"):
        compute_whitener(cov, magnetometers, **options)
