"""Channels: their types, and what becomes of them when some are picked."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, InputError
from leadfield.recording.create import create_measurement_info

TYPES = ("mag", "grad", "eeg", "eog", "stim", "csd")


@pytest.fixture
def channels():
    return create_measurement_info(list("ABCDEF"), 100.0, TYPES).channels


def test_types_follow_kind_unit_and_coil(channels):
    assert channels.types == TYPES


def test_types_are_computed_once(channels):
    assert channels.types is channels.types


def test_types_follow_picked_channels(channels):
    assert channels.pick([4, 0]).types == ("stim", "mag")


def test_types_follow_changed_kinds(channels):
    assert replace(channels, kinds=np.full(6, 402)).types == ("ecg",) * 6


def test_types_cannot_be_given(channels):
    with pytest.raises(ValueError, match="types"):
        replace(channels, types=("eeg",) * 6)


def test_a_name_used_twice_is_refused(channels):
    with pytest.raises(InputError, match="unique, got 'A' twice"):
        channels.renamed(list("AACDEF"))


def test_an_unknown_name_is_an_error(channels):
    with pytest.raises(ChannelError, match="'Z' are not among its 6 channels"):
        channels.indices(["A", "Z"])
