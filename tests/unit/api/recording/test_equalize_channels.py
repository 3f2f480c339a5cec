"""The same order of channels in several objects."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError


def response(names):
    info = leadfield.create_info(names, 100.0, "eeg")
    return leadfield.EvokedArray(np.arange(len(names) * 2.0).reshape(-1, 2), info)


def test_channels_are_ordered_with_their_samples():
    first, second = response(["Fz", "Cz"]), response(["Pz", "Cz", "Fz"])
    ordered = leadfield.match_channel_orders([first, second])
    assert ordered[1].ch_names == ["Fz", "Cz"]
    np.testing.assert_array_equal(ordered[1].data, [[4, 5], [2, 3]])
    assert second.ch_names == ["Pz", "Cz", "Fz"]
    assert ordered[0] is not first


def test_objects_change_in_place_without_copy_or_not_at_all():
    first, second = response(["Fz", "Cz"]), response(["Cz", "Fz"])
    assert leadfield.match_channel_orders([first, second], copy=False)[1] is second
    assert second.ch_names == ["Fz", "Cz"]
    other = response(["Cz", "Fz"])
    with pytest.raises(ChannelError, match=r"insts\[2\].*'Fz'"):
        leadfield.match_channel_orders([first, other, response(["Cz"])], copy=False)
    assert other.ch_names == ["Cz", "Fz"]


def test_what_has_no_channels_to_order_is_refused():
    with pytest.raises(ArgumentTypeError, match="got int"):
        leadfield.match_channel_orders([response(["Fz"]), 3])
    with pytest.raises(InputError, match="at least one"):
        leadfield.match_channel_orders([])
