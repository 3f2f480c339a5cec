"""Coils stand where channels say, and sensors without a place are refused by name."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, MismatchError
from leadfield.forward.coils import eeg_sensors, meg_sensors
from leadfield.recording.frames import Frame, Transform


def with_row(channels, i, **columns):
    changed = {name: np.array(getattr(channels, name)) for name in columns}
    for name, value in columns.items():
        changed[name][i] = value
    return replace(channels, **changed)


def test_coils_stand_where_channels_say(head_info):
    meg = head_info.channels.pick(np.arange(20))
    sensors = meg_sensors(meg, head_info.device_to_head, accuracy=0)
    location = meg.locations[1]
    assert sensors.points[sensors.owner == 1] == pytest.approx(location[None, :3])
    assert sensors.normals[sensors.owner == 1] == pytest.approx(location[None, 9:])


def test_coils_move_with_the_device(head_info, mri_to_head):
    moved = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=mri_to_head.matrix)
    meg = head_info.channels.pick(np.arange(20))
    before, after = (meg_sensors(meg, t) for t in (head_info.device_to_head, moved))
    assert after.points == pytest.approx(moved.points(before.points))
    assert after.normals == pytest.approx(moved.directions(before.normals))


def test_a_ctf_compensation_grade_is_no_part_of_the_coil_type(head_info):
    meg = head_info.channels.pick([0])
    graded = replace(meg, coil_types=meg.coil_types + (3 << 16))
    plain, found = (meg_sensors(c, head_info.device_to_head) for c in (meg, graded))
    assert np.array_equal(plain.points, found.points)


def test_an_unknown_coil_type_is_refused_with_channel_and_type(head_info):
    channels = with_row(head_info.channels.pick(np.arange(20)), 4, coil_types=9999)
    with pytest.raises(ChannelError, match=r"'MEG 004' must have a coil of a known type, got 9999"):
        meg_sensors(channels, head_info.device_to_head)


@pytest.mark.parametrize("value", [np.nan, 0.0])
def test_a_coil_without_a_place_is_refused_by_name(head_info, value):
    channels = with_row(head_info.channels.pick([0, 1]), 1, locations=np.full(12, value))
    with pytest.raises(ChannelError, match="'MEG 001' must have a position and three unit"):
        meg_sensors(channels, head_info.device_to_head)


def test_coils_without_a_way_to_the_head_are_refused(head_info):
    with pytest.raises(MismatchError, match=r"device-to-head transform \(dev_head_t\)"):
        meg_sensors(head_info.channels.pick([0]), None)


def test_coils_in_the_mri_frame_are_refused(head_info):
    channels = with_row(head_info.channels.pick([0, 1]), 0, frames=Frame.MRI)
    with pytest.raises(MismatchError, match="DEVICE or the HEAD frame, got DEVICE, MRI"):
        meg_sensors(channels, head_info.device_to_head)


def test_an_electrode_is_no_coil_and_a_coil_no_electrode(head_info):
    with pytest.raises(ChannelError, match="'EEG 000' must be an MEG channel"):
        meg_sensors(head_info.channels.pick([20]), head_info.device_to_head)
    with pytest.raises(ChannelError, match="'MEG 000' must be an EEG channel"):
        eeg_sensors(head_info.channels.pick([0]))


def test_an_electrode_with_a_reference_measures_the_difference(head_info):
    channels = head_info.channels.pick([20, 21])
    location = np.array(channels.locations[0])
    location[3:6] = 0.01, 0.02, 0.13
    sensors = eeg_sensors(with_row(channels, 0, locations=location))
    assert sensors.weights.tolist() == [1, -1, 1]
    assert sensors.points[1] == pytest.approx([0.01, 0.02, 0.13])


@pytest.mark.parametrize("value", [np.nan, 0.0])
def test_an_electrode_without_a_place_is_refused_by_name(head_info, value):
    channels = with_row(head_info.channels.pick([20, 21]), 1, locations=np.full(12, value))
    with pytest.raises(ChannelError, match="'EEG 001' must have a position"):
        eeg_sensors(channels)
