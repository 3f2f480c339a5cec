"""Whitened responses as users make them."""

import numpy as np

from leadfield.api.covariance.covariance import make_ad_hoc_cov
from leadfield.api.whitening.evoked import whiten_evoked


def test_a_response_is_in_units_of_its_noise(evoked, magnetometers):
    white = whiten_evoked(evoked, make_ad_hoc_cov(magnetometers, {"mag": 1e-13}))
    np.testing.assert_allclose(white.data[:3], 2e13 * evoked.data[:3], rtol=1e-9)
    np.testing.assert_array_equal(white.data[3], evoked.data[3])


def test_only_variances_are_used_if_asked(evoked, cov):
    white = whiten_evoked(evoked, cov, diag=True)
    np.testing.assert_allclose(white.data[1], 2 * evoked.data[1] / np.sqrt(3), rtol=1e-9)
    assert not cov["diag"]
