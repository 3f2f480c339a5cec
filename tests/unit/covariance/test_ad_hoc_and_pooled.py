"""Covariances that are made up, added, or regularised."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, InputError, MismatchError
from leadfield.covariance.ad_hoc import ad_hoc_covariance
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.pooled import pooled
from leadfield.covariance.regularize import regularised
from leadfield.recording.create import average_reference, create_measurement_info
from leadfield.recording.info import ProcessingStep

SHARES = {"mag": 0.1, "grad": 0.2, "eeg": 0.3}


@pytest.fixture
def noise(samples, info):
    return NoiseCovariance(names=info.names, data=np.cov(samples), degrees=899)


def test_ad_hoc_noise_is_typical_of_each_type(info):
    noise = ad_hoc_covariance(info, {"mag": 3e-15})
    np.testing.assert_allclose(noise.data[[0, 6, 16]], [9e-30, 25e-26, 4e-14])


def test_bad_channels_have_no_typical_noise(info):
    noise = ad_hoc_covariance(info.with_bads(["MAG 001"]))
    assert noise.data[1] == 0
    assert noise.bads == ("MAG 001",)


def test_ad_hoc_noise_needs_channels_and_known_types(info):
    with pytest.raises(ChannelError, match="got none in 1"):
        ad_hoc_covariance(create_measurement_info(["x"], 100.0, "eog"))
    with pytest.raises(InputError, match="'eog'"):
        ad_hoc_covariance(info, {"eog": 1.0})


def test_the_sum_weighs_by_degrees_of_freedom(noise):
    other = replace(noise, data=3 * noise.data, degrees=100, bads=noise.names[:1])
    both = pooled(noise, other)
    np.testing.assert_allclose(both.data, noise.data * (899 + 300) / 999, rtol=1e-13)
    assert both.degrees == 999
    assert both.bads == noise.names[:1]


def test_a_sum_needs_the_same_channels_and_projections(noise, pattern):
    with pytest.raises(MismatchError, match="MAG 000"):
        pooled(noise, noise.picked(noise.names[1:]))
    with pytest.raises(MismatchError, match="projections"):
        pooled(noise, replace(noise, projections=(pattern,)))
    with pytest.raises(MismatchError, match="degrees"):
        pooled(noise, replace(noise, degrees=0))


def test_regularisation_adds_a_share_of_each_types_mean_variance(noise, info):
    loaded = regularised(noise, info, SHARES, rank="full", project=False)
    for kind, share in SHARES.items():
        rows = info.channels.of_type(kind)
        added = np.diag(loaded.data - noise.data)[rows]
        np.testing.assert_allclose(added, share * np.diag(noise.data)[rows].mean(), rtol=1e-9)


def test_regularisation_leaves_projected_dimensions_empty(samples, info):
    projected = info.with_projections([average_reference(info, active=True)])
    samples[16:] -= samples[16:].mean(axis=0)
    noise = NoiseCovariance(names=info.names, data=np.cov(samples), degrees=899)
    loaded = regularised(noise, projected, SHARES)
    assert abs(loaded.data[16:, 16:].sum()) < 1e-12 * loaded.data[16:, 16:].max()


def test_excluded_channels_stay_as_they_are(noise, info):
    loaded = regularised(noise, info, SHARES, exclude=["GRAD 010"], rank="full", project=False)
    np.testing.assert_array_equal(loaded.data[10], noise.data[10])


def test_separated_meg_is_of_one_share(noise, info):
    separated = replace(info, history=(ProcessingStep(creator="test", degrees=16),))
    with pytest.raises(InputError, match=r"got 0\.1 and 0\.2"):
        regularised(noise, separated, SHARES)


def test_regularisation_needs_common_channels(noise, info):
    with pytest.raises(ChannelError, match="in common"):
        regularised(noise, info, SHARES, exclude=info.names)
