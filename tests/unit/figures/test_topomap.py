"""Maps of the field over the head."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, InputError
from leadfield.figures.head_map import make_head_map
from leadfield.figures.interpolation import MapInterpolation
from leadfield.figures.map_panels import MapPanels
from leadfield.figures.map_times import choose_times, find_peak_times, samples_near
from leadfield.figures.sensors import project_azimuthal, unproject_azimuthal
from leadfield.figures.topomap import (
    TopomapStyle,
    draw_topomaps,
    evoked_maps,
    shared_limits,
    time_title,
)
from leadfield.figures.units import QUANTITIES

MAG = TopomapStyle(quantity=QUANTITIES["mag"])


def everything(evoked):
    return np.arange(len(evoked.info.channels))


def test_flattening_and_raising_undo_each_other():
    v = np.random.default_rng(0).normal(size=(50, 3))
    v /= np.linalg.norm(v, axis=1, keepdims=True)
    np.testing.assert_allclose(unproject_azimuthal(project_azimuthal(v) / 1.3, 1.3), v, atol=1e-12)


def at_sensors(image, mapped):
    """The pixels of an image in which the sensors are."""
    last = len(image) - 1
    cell = np.round((mapped.layout.positions + mapped.extent) / (2 * mapped.extent) * last)
    x, y = cell.astype(int).T
    return image[y, x]


@pytest.mark.parametrize("kind", ["mag", "eeg"])
def test_a_map_has_the_sensors_values_at_the_sensors(evoked, kind):
    how = MapInterpolation(resolution=501, extrapolate="auto")
    mapped = make_head_map(evoked.info, everything(evoked), kind=kind, how=how)
    values = np.random.default_rng(0).normal(size=len(mapped.names))
    error = np.abs(at_sensors(mapped.image(values), mapped) - values).max()
    assert error < 0.01 * np.abs(values).max()


def test_one_bad_electrode_is_seen_with_its_whole_value(evoked):
    how = MapInterpolation(resolution=301)
    mapped = make_head_map(evoked.info, everything(evoked), kind="eeg", how=how)
    values = np.zeros(len(mapped.names))
    values[3] = 20.0
    assert mapped.image(values).max() == pytest.approx(20, rel=0.03)


def test_smoothing_lets_the_map_miss_the_sensors(evoked):
    how = MapInterpolation(resolution=301, smoothing=0.1)
    mapped = make_head_map(evoked.info, everything(evoked), kind="eeg", how=how)
    values = np.zeros(len(mapped.names))
    values[3] = 20.0
    assert mapped.image(values).max() < 15


def test_gradiometers_are_mapped_by_the_root_mean_square_of_each_pair(evoked):
    mapped = make_head_map(evoked.info, everything(evoked), kind="grad")
    values = mapped.values(evoked.data[:, 0])
    expected = np.sqrt((evoked.data[0, 0] ** 2 + evoked.data[1, 0] ** 2) / 2)
    np.testing.assert_allclose(values[0], expected)


def test_a_pair_is_marked_if_one_of_its_channels_is(evoked):
    mapped = make_head_map(evoked.info, everything(evoked), kind="grad")
    mask = np.zeros(len(evoked.info.channels), bool)
    mask[1] = True
    assert np.flatnonzero(mapped.marked(mask)).tolist() == [0]


@pytest.mark.parametrize(("kind", "ends_before_the_outline"), [("mag", True), ("eeg", False)])
def test_maps_of_meg_end_near_the_sensors_and_those_of_eeg_at_the_outline(
    evoked, kind, ends_before_the_outline
):
    how = MapInterpolation(extrapolate="auto")
    mapped = make_head_map(evoked.info, everything(evoked), kind=kind, how=how)
    assert bool(len(mapped.edge)) is ends_before_the_outline


@pytest.mark.parametrize("extrapolate", ["head", "local", "box"])
def test_far_from_the_sensors_the_map_has_faded_to_the_border(make_evoked, extrapolate):
    evoked = make_evoked(n_eeg=32)
    values = np.full(32, 5.0)
    how = MapInterpolation(extrapolate=extrapolate, border=0.0)
    mapped = make_head_map(evoked.info, everything(evoked), kind="eeg", how=how)
    picture = mapped.image(values)
    assert picture[0, 0] < picture[32, 32]
    how = MapInterpolation(extrapolate=extrapolate)
    mapped = make_head_map(evoked.info, everything(evoked), kind="eeg", how=how)
    np.testing.assert_allclose(mapped.image(values), 5.0)


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
    assert shared_limits(np.array([-2.0, 1.0, 0.5, 3.0]), MAG) == (-3.0, 3.0)


def test_maps_without_negative_values_start_at_zero():
    assert shared_limits(np.array([0.0, 1.0, 0.5, 3.0]), MAG) == (0.0, 3.0)


def test_limits_reach_the_outermost_contour():
    style = replace(MAG, contours=(-5.0, 0.0, 4.0))
    assert shared_limits(np.array([-2.0, 3.0]), style) == (-5.0, 5.0)


def test_a_limit_may_be_a_function_of_the_values():
    assert shared_limits(np.array([-2.0, 3.0]), replace(MAG, limits=(np.min, None))) == (-2.0, 3.0)


def test_limits_that_do_not_grow_are_refused():
    with pytest.raises(InputError, match="grow"):
        shared_limits(np.array([1.0]), replace(MAG, limits=(2.0, 1.0)))


def test_every_moment_gets_a_map_with_its_time(evoked):
    samples = samples_near(evoked, np.array([0.05, 0.1]))
    figure = draw_topomaps(evoked_maps(evoked, everything(evoked), samples, MAG, kind="mag"), MAG)
    assert [ax.get_title() for ax in figure.axes[:2]] == ["0.050 s", "0.100 s"]
    assert figure.axes[2].get_ylabel() == "fT"


def test_maps_fill_a_grid_row_by_row_and_leave_no_empty_panel(evoked):
    samples = samples_near(evoked, np.array([0.0, 0.05, 0.1]))
    maps = evoked_maps(evoked, everything(evoked), samples, MAG, kind="mag")
    figure = draw_topomaps(maps, MAG, MapPanels(rows=2, columns=2))
    places = [ax.get_subplotspec() for ax in figure.axes[:3]]
    assert [(p.rowspan.start, p.colspan.start) for p in places] == [(0, 0), (0, 1), (1, 0)]
    assert len(figure.axes) == 4  # three maps and the colour bar


def test_too_few_panels_are_refused(evoked):
    samples = samples_near(evoked, np.array([0.0, 0.05, 0.1]))
    maps = evoked_maps(evoked, everything(evoked), samples, MAG, kind="mag")
    with pytest.raises(InputError, match=r"3 maps .*ncols=2"):
        draw_topomaps(maps, MAG, MapPanels(rows=1, columns=2))


def test_bad_sensors_are_marked_by_a_cross_where_they_are(make_evoked):
    evoked = make_evoked(bads=("EEG 061",))
    style = TopomapStyle(quantity=QUANTITIES["eeg"])
    maps = evoked_maps(evoked, everything(evoked), [np.array([0])], style, kind="eeg")
    figure = draw_topomaps(maps, style)
    crosses = [line for line in figure.axes[0].lines if line.get_marker() == "x"]
    np.testing.assert_allclose(crosses[0].get_xydata(), maps[0].head_map.bads)
    assert len(maps[0].head_map.bads) == 1


def test_ticks_that_the_format_cannot_tell_apart_keep_their_digits(evoked, render):
    style = replace(MAG, quantity=MAG.quantity._replace(scale=1e11), bar_format="%3.1f")
    maps = evoked_maps(evoked, everything(evoked), [np.array([0])], style, kind="mag")
    figure = draw_topomaps(maps, style)
    render(figure)
    labels = [label.get_text() for label in figure.axes[-1].get_yticklabels()]
    assert len(set(labels)) == len(labels)


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
