"""Covariances of typical variances."""

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, InputError
from leadfield.covariance.ad_hoc import ad_hoc_covariance
from leadfield.recording.create import create_measurement_info


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
