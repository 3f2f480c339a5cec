"""Coils measure what their kind says, and sensors without a place are refused by name."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, InputError, MismatchError
from leadfield.forward.coils import COILS, coil, eeg_sensors, meg_sensors
from leadfield.recording.frames import Frame, Transform

ACCURACIES = (0, 1, 2)
MAGNETOMETERS = (2000, 3022, 3023, 3024, 4001, 5002)
GRADIOMETERS = tuple(sorted(COILS.keys() - set(MAGNETOMETERS)))


def with_row(channels, i, **columns):
    changed = {name: np.array(getattr(channels, name)) for name in columns}
    for name, value in columns.items():
        changed[name][i] = value
    return replace(channels, **changed)


@pytest.mark.parametrize("accuracy", ACCURACIES)
@pytest.mark.parametrize("kind", MAGNETOMETERS)
def test_a_magnetometer_reads_a_uniform_field_as_it_is(kind, accuracy):
    weights, _ = coil(kind, accuracy)
    assert weights.sum() == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("accuracy", ACCURACIES)
@pytest.mark.parametrize("kind", GRADIOMETERS)
def test_a_gradiometer_does_not_see_a_uniform_field(kind, accuracy):
    weights, _ = coil(kind, accuracy)
    assert weights.sum() == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("accuracy", ACCURACIES)
@pytest.mark.parametrize("kind", [3012, 3013, 3014])
def test_a_planar_gradiometer_reads_the_slope_along_x(kind, accuracy):
    weights, places = coil(kind, accuracy)
    # The tables keep six digits of the weights.
    assert weights @ places == pytest.approx([1, 0, 0], abs=1e-4)


@pytest.mark.parametrize("accuracy", ACCURACIES)
@pytest.mark.parametrize(("kind", "base"), [(4002, 0.05), (5001, 0.05), (5003, 0.0786)])
def test_an_axial_gradiometer_reads_the_difference_over_its_base(kind, base, accuracy):
    weights, places = coil(kind, accuracy)
    assert weights @ places == pytest.approx([0, 0, -base], abs=1e-9)


def test_a_sideways_gradiometer_reads_the_difference_along_x():
    weights, places = coil(5004)
    assert weights @ places == pytest.approx([0.0786, 0, 0], abs=1e-9)


@pytest.mark.parametrize(("kind", "side"), [(3022, 0.0258), (3024, 0.021)])
def test_points_of_a_square_coil_spread_as_its_area_does(kind, side):
    weights, places = coil(kind)
    # Sixteen equal squares' middles: the exact second moment less that within a square.
    assert weights @ places[:, 0] ** 2 == pytest.approx(side**2 / 12 * (1 - 1 / 16), rel=1e-3)


def test_points_of_a_round_coil_integrate_fourth_powers_exactly():
    weights, places = coil(4001)
    radius = 0.0115
    x = places[:, 0]
    assert weights @ x**4 == pytest.approx(radius**4 / 8, rel=1e-3)  # rounded to four digits


def test_an_accuracy_that_is_none_is_refused():
    with pytest.raises(InputError, match="accuracy must be one of 0, 1, 2"):
        coil(3012, 3)


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
