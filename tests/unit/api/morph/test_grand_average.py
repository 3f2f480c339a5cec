"""The mean over people's evoked responses."""

import numpy as np
import pytest

import leadfield


def response(value, bads=()):
    info = leadfield.create_info(["MEG 001", "MEG 002"], 100.0, "mag")
    info["bads"] = list(bads)
    return leadfield.EvokedArray(np.full((2, 3), value), info, tmin=0.0)


def test_responses_are_averaged_as_they_are():
    mean = leadfield.grand_average([response(1e-13), response(4e-13)])
    np.testing.assert_allclose(mean.data, 2.5e-13)
    assert mean.nave == 2


def test_a_channel_that_is_bad_in_one_is_left_out():
    pair = [response(1e-13), response(4e-13, ["MEG 001"])]
    assert leadfield.grand_average(pair, interpolate_bads=False).ch_names == ["MEG 002"]


def test_bad_channels_can_be_kept():
    pair = [response(1e-13), response(4e-13, ["MEG 001"])]
    mean = leadfield.grand_average(pair, interpolate_bads=False, drop_bads=False)
    assert mean.ch_names == ["MEG 001", "MEG 002"]


def test_bad_channels_need_positions_to_be_interpolated():
    with pytest.raises(ValueError, match="digitised points"):
        leadfield.grand_average([response(1e-13), response(4e-13, ["MEG 001"])])


def test_estimates_and_responses_do_not_mix():
    with pytest.raises(TypeError, match="of one class"):
        leadfield.grand_average([response(1e-13), 3])
