"""Evoked responses in units of their noise."""

import numpy as np
import pytest

from leadfield.base.errors import ChannelError
from leadfield.covariance.noise import NoiseCovariance
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.create import create_measurement_info
from leadfield.whitening.evoked import whiten_groups, whiten_response, whitening_groups

NAMES = ["M1", "M2", "G1", "EOG"]


@pytest.fixture
def evoked():
    info = create_measurement_info(NAMES, 100.0, ["mag", "mag", "grad", "eog"])
    data = 1e-13 * np.random.default_rng(0).standard_normal((4, 20))
    return EvokedResponse(info=info, data=data, first=0, nave=4)


@pytest.fixture
def noise():
    return NoiseCovariance(names=tuple(NAMES[:3]), data=np.array([1e-26, 4e-26, 9e-26]), degrees=9)


def test_an_average_has_less_noise_by_the_root_of_its_number(evoked, noise):
    white, rank = whiten_response(evoked, noise)
    expected = 2 * evoked.data[:3] / np.array([[1e-13], [2e-13], [3e-13]])
    np.testing.assert_allclose(white.data[:3], expected, rtol=1e-12)
    np.testing.assert_array_equal(white.data[3], evoked.data[3])
    assert rank == 3


def test_bad_channels_of_a_group_stay_as_they_are(evoked, noise):
    bad = EvokedResponse(info=evoked.info.with_bads(["M2"]), data=evoked.data, first=0, nave=4)
    white = whiten_groups(bad, noise, [np.array([0, 1]), np.array([2])])
    np.testing.assert_array_equal(white.data[1], evoked.data[1])
    np.testing.assert_allclose(white.data[0], 2e13 * evoked.data[0], rtol=1e-12)


def test_groups_are_types_unless_the_rank_is_of_all_meg(evoked):
    found = whitening_groups(evoked.info, None)
    assert {kind: rows.tolist() for kind, rows in found.items()} == {"grad": [2], "mag": [0, 1]}
    (rows,) = whitening_groups(evoked.info, {"meg": 2}).values()
    assert rows.tolist() == [0, 1, 2]


def test_groups_need_good_channels(evoked):
    with pytest.raises(ChannelError, match="good MEG or EEG"):
        whitening_groups(evoked.info.with_bads(NAMES[:3]), None)
