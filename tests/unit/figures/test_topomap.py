"""Maps of the field over the head."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, InputError
from leadfield.figures.map_times import choose_times, find_peak_times, samples_near
from leadfield.figures.sensors import project_azimuthal, unproject_azimuthal
from leadfield.figures.topomap import (
    TopomapStyle,
    draw_topomaps,
    make_head_map,
    shared_limits,
    time_title,
)
from leadfield.figures.units import QUANTITIES


def everything(evoked):
    return np.arange(len(evoked.info.channels))


def test_flattening_and_raising_undo_each_other():
    v = np.random.default_rng(0).normal(size=(50, 3))
    v /= np.linalg.norm(v, axis=1, keepdims=True)
    np.testing.assert_allclose(unproject_azimuthal(project_azimuthal(v) / 1.3, 1.3), v, atol=1e-12)


def test_a_map_has_the_sensors_values_at_the_sensors(evoked):
    mapped = make_head_map(evoked.info, everything(evoked), kind="mag", resolution=201)
    values = evoked.info.channels.locations[mapped.rows, 1]
    image = mapped.image(values)
    cell = np.round((mapped.layout.positions + mapped.extent) / (2 * mapped.extent) * 200).astype(
        int
    )
    error = np.abs(image[cell[:, 1], cell[:, 0]] - values).max()
    assert error < 0.02 * np.ptp(values)  # a pixel is 1 % of the head


def test_gradiometers_are_mapped_by_the_length_of_each_pair(evoked):
    mapped = make_head_map(evoked.info, everything(evoked), kind="grad")
    values = mapped.values(evoked.data[:, 0])
    np.testing.assert_allclose(values[0], np.hypot(evoked.data[0, 0], evoked.data[1, 0]))


def test_the_front_of_the_head_is_up(evoked):
    mapped = make_head_map(evoked.info, everything(evoked), kind="eeg")
    forward = evoked.info.channels.locations[mapped.rows, 1]
    assert np.corrcoef(forward, mapped.layout.positions[:, 1])[0, 1] > 0.95


def test_bad_channels_do_not_count(make_evoked):
    evoked = make_evoked(bads=("EEG 061",))
    mapped = make_head_map(evoked.info, everything(evoked), kind="eeg")
    assert 60 not in mapped.rows


def test_no_channel_of_a_type_is_named(make_evoked):
    evoked = make_evoked(n_eeg=0)
    with pytest.raises(ChannelError, match="'eeg'"):
        make_head_map(evoked.info, everything(evoked), kind="eeg")


def test_a_channel_without_position_is_named(evoked):
    channels = evoked.info.channels
    lost = channels.locations.copy()
    lost[-1, :3] = np.nan
    info = replace(evoked.info, channels=replace(channels, locations=lost))
    with pytest.raises(ChannelError, match="EEG 072"):
        make_head_map(info, everything(evoked), kind="eeg")


def test_signed_maps_share_a_symmetric_scale():
    assert shared_limits(np.array([[-2.0, 1.0], [0.5, 3.0]])) == (-3.0, 3.0)


def test_maps_without_negative_values_start_at_zero():
    assert shared_limits(np.array([[0.0, 1.0], [0.5, 3.0]])) == (0.0, 3.0)


def test_limits_that_do_not_grow_are_refused():
    with pytest.raises(InputError, match="grow"):
        shared_limits(np.array([1.0]), (2.0, 1.0))


def test_every_moment_gets_a_map_with_its_time(evoked):
    samples = samples_near(evoked, np.array([0.05, 0.1]))
    style = TopomapStyle(quantity=QUANTITIES["mag"])
    figure = draw_topomaps(evoked, everything(evoked), samples, style, kind="mag")
    assert [ax.get_title() for ax in figure.axes[:2]] == ["0.050 s", "0.100 s"]
    assert figure.axes[2].get_ylabel() == "fT"


def test_an_averaged_interval_is_titled_from_start_to_stop():
    style = TopomapStyle(quantity=QUANTITIES["mag"], time_unit="ms")
    assert time_title(np.array([0.05, 0.06, 0.07]), style) == "50 to 70 ms"


def test_peaks_are_the_largest_maxima_in_order_of_time(evoked):
    data = np.zeros((2, 100))
    data[0, [20, 60, 80]] = [2.0, 3.0, 1.0]
    two = replace(evoked.pick(np.array([60, 61])), data=data)
    np.testing.assert_allclose(find_peak_times(two, 2), two.times[[20, 60]])


def test_a_moment_outside_the_response_is_refused(evoked):
    with pytest.raises(InputError, match=r"within -0\.100 to 0\.290 s"):
        samples_near(evoked, np.array([5.0]))


def test_times_must_be_a_known_word(evoked):
    with pytest.raises(InputError, match="'auto', 'peaks'"):
        choose_times(evoked, "best", at_most=3)
