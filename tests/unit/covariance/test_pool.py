"""Covariances that are added."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import MismatchError
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.pool import pool_covariances


@pytest.fixture
def noise(samples, info):
    return NoiseCovariance(names=info.names, data=np.cov(samples), degrees=899)


def test_the_sum_weighs_by_degrees_of_freedom(noise):
    other = replace(noise, data=3 * noise.data, degrees=100, bads=noise.names[:1])
    both = pool_covariances(noise, other)
    np.testing.assert_allclose(both.data, noise.data * (899 + 300) / 999, rtol=1e-13)
    assert both.degrees == 999
    assert both.bads == noise.names[:1]


def test_a_sum_needs_the_same_channels_and_projections(noise, pattern):
    with pytest.raises(MismatchError, match="MAG 000"):
        pool_covariances(noise, noise.pick(noise.names[1:]))
    with pytest.raises(MismatchError, match="projections"):
        pool_covariances(noise, replace(noise, projections=(pattern,)))
    with pytest.raises(MismatchError, match="degrees"):
        pool_covariances(noise, replace(noise, degrees=0))
