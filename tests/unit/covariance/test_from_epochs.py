"""Noise covariances of epochs."""

import numpy as np
import pytest

from leadfield.base.errors import DataError
from leadfield.covariance.from_epochs import subtract_averages
from leadfield.covariance.noise import NoiseCovariance


def test_responses_are_no_noise(info):
    rng = np.random.default_rng(3)
    n = len(info.channels)
    epochs = rng.standard_normal((40, n, 10)) + 100 * rng.standard_normal((n, 10))
    mean = epochs.mean(axis=0)
    residuals = (epochs - mean).transpose(1, 0, 2).reshape(n, -1)
    samples = epochs.transpose(1, 0, 2).reshape(n, -1)
    noise = NoiseCovariance(names=info.names, data=samples @ samples.T / 399, degrees=399)
    found = subtract_averages(noise, [(mean, 40)])
    np.testing.assert_allclose(found.data, residuals @ residuals.T / 390, atol=1e-8)


def test_responses_need_two_epochs_of_a_kind(info):
    n = len(info.channels)
    noise = NoiseCovariance(names=info.names, data=np.eye(n), degrees=9)
    with pytest.raises(DataError, match="two epochs"):
        subtract_averages(noise, [(np.zeros((n, 10)), 1)])
