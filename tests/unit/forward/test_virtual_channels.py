"""Virtual channels."""

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, InputError
from leadfield.forward.virtual_channels import make_virtual_channels


def test_there_is_one_for_each_good_channel_of_the_type(head_info):
    virtual = make_virtual_channels(head_info, "mag", "fast")
    good = [f"MEG {i:03d}_v" for i in range(1, 20, 2) if i != 3]
    assert list(virtual.info.names) == good
    assert set(virtual.info.channels.types) == {"mag"}


def test_they_are_sums_of_good_meg_channels_alone(head_info):
    virtual = make_virtual_channels(head_info, "grad", "fast")
    data = np.random.default_rng(0).normal(size=(2, len(head_info.names), 5))
    found = virtual.apply(data)
    assert found.shape == (2, 10, 5)
    data[:, [3, *range(20, 28)]] = np.nan
    np.testing.assert_array_equal(virtual.apply(data), found)


def test_a_type_that_is_not_in_the_data_is_refused(head_info):
    gradiometers = head_info.pick(head_info.channels.of_type("grad"))
    with pytest.raises(ChannelError, match="good mag channels"):
        make_virtual_channels(gradiometers, "mag", "fast")
    with pytest.raises(InputError, match="'mag', 'grad', got 'eeg'"):
        make_virtual_channels(head_info, "eeg", "fast")
