"""Covariances that are regularized."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, InputError
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.regularize import regularize_noise
from leadfield.recording.create import average_reference
from leadfield.recording.info import ProcessingStep

SHARES = {"mag": 0.1, "grad": 0.2, "eeg": 0.3}


@pytest.fixture
def noise(samples, info):
    return NoiseCovariance(names=info.names, data=np.cov(samples), degrees=899)


def test_regularisation_adds_a_share_of_each_types_mean_variance(noise, info):
    loaded = regularize_noise(noise, info, SHARES, rank="full", project=False)
    for kind, share in SHARES.items():
        rows = info.channels.of_type(kind)
        added = np.diag(loaded.data - noise.data)[rows]
        np.testing.assert_allclose(added, share * np.diag(noise.data)[rows].mean(), rtol=1e-9)


def test_regularisation_leaves_projected_dimensions_empty(samples, info):
    projected = info.with_projections([average_reference(info, active=True)])
    samples[16:] -= samples[16:].mean(axis=0)
    noise = NoiseCovariance(names=info.names, data=np.cov(samples), degrees=899)
    loaded = regularize_noise(noise, projected, SHARES)
    assert abs(loaded.data[16:, 16:].sum()) < 1e-12 * loaded.data[16:, 16:].max()


def test_excluded_channels_stay_as_they_are(noise, info):
    loaded = regularize_noise(noise, info, SHARES, exclude=["GRAD 010"], rank="full", project=False)
    np.testing.assert_array_equal(loaded.data[10], noise.data[10])


def test_separated_meg_is_of_one_share(noise, info):
    separated = replace(info, history=(ProcessingStep(creator="test", degrees=16),))
    with pytest.raises(InputError, match=r"got 0\.1 and 0\.2"):
        regularize_noise(noise, separated, SHARES)


def test_regularisation_needs_common_channels(noise, info):
    with pytest.raises(ChannelError, match="in common"):
        regularize_noise(noise, info, SHARES, exclude=info.names)
