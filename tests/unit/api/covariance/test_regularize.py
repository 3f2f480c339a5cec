"""Regularization as users call it."""

import numpy as np
import pytest

from leadfield.api.covariance.regularize import regularize
from leadfield.base.errors import InputError


def test_noise_is_regularised_by_type(magnetometers, cov):
    loaded = regularize(cov, magnetometers, mag=0.5, exclude=["M1"], rank="full")
    expected = cov.data + np.diag([0.0, 1.75, 1.75])
    np.testing.assert_allclose(loaded.data, expected)
    with pytest.raises(InputError, match="'bads'"):
        regularize(cov, magnetometers, exclude="M1")
