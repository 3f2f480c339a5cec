"""Butterfly plots."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from leadfield.base.errors import ChannelError, InputError
from leadfield.figures.butterfly import ButterflyStyle, draw_butterfly


def lines_of(ax):
    """The channels' lines: as long as the response and neither reference nor key."""
    return [line for line in ax.lines if len(line.get_xdata()) > 2]


def everything(evoked):
    return np.arange(len(evoked.info.channels))


def test_every_type_gets_a_panel_with_its_name_number_and_unit(evoked):
    figure = draw_butterfly(evoked, everything(evoked), ButterflyStyle())
    panels = figure.axes[:3]
    assert [ax.get_title() for ax in panels] == [
        "Gradiometers (40 channels)",
        "Magnetometers (20 channels)",
        "EEG (12 channels)",
    ]
    assert [ax.get_ylabel() for ax in panels] == ["fT/cm", "fT", "µV"]


def test_the_lines_are_the_data_in_the_unit_of_the_axis(evoked):
    rows = evoked.info.channels.of_type("mag")
    figure = draw_butterfly(evoked, rows, ButterflyStyle(spatial_colours=False))
    drawn = np.array([line.get_ydata() for line in lines_of(figure.axes[0])])
    np.testing.assert_allclose(drawn, 1e15 * evoked.data[rows])


def test_the_number_of_averaged_epochs_stands_in_the_corner(evoked):
    figure = draw_butterfly(evoked, evoked.info.channels.of_type("eeg"), ButterflyStyle())
    assert "=55" in figure.axes[0].get_title(loc="right")


def test_the_sensors_stand_beside_the_traces(evoked, render):
    figure = draw_butterfly(evoked, evoked.info.channels.of_type("mag"), ButterflyStyle())
    render(figure)
    (inset,) = figure.axes[0].child_axes
    assert inset.get_window_extent().x0 > figure.axes[0].get_window_extent().x1
    assert inset.get_window_extent().x1 < figure.bbox.x1


def test_the_sensors_stand_inside_where_no_layout_makes_room(evoked):
    figure = Figure()
    ax = figure.subplots()
    draw_butterfly(evoked, evoked.info.channels.of_type("mag"), ButterflyStyle(), axes=ax)
    assert ax.child_axes[0].get_window_extent().x1 < ax.get_window_extent().x1


def loud(evoked, row, factor):
    data = evoked.data.copy()
    data[row] *= factor
    return replace(evoked, data=data)


def test_one_channel_far_beyond_the_others_leaves_the_axis_and_is_named(evoked):
    mags = evoked.info.channels.of_type("mag")
    figure = draw_butterfly(loud(evoked, mags[4], 50), mags, ButterflyStyle())
    quiet = draw_butterfly(evoked, np.delete(mags, 4), ButterflyStyle())
    ax = figure.axes[0]
    assert ax.get_ylim() == quiet.axes[0].get_ylim()
    assert [text.get_text() for text in ax.texts] == [
        f"off the scale: {evoked.info.names[mags[4]]}"
    ]


def test_a_channel_twice_as_large_as_the_others_stays_on_the_axis(evoked):
    mags = evoked.info.channels.of_type("mag")
    figure = draw_butterfly(loud(evoked, mags[4], 2), mags, ButterflyStyle())
    assert not figure.axes[0].texts
    assert figure.axes[0].get_ylim()[1] > 1e15 * 1.9 * evoked.data[mags[4]].max()


def test_one_of_few_channels_stays_on_the_axis(evoked):
    few = evoked.info.channels.of_type("eeg")
    assert not draw_butterfly(loud(evoked, few[0], 50), few, ButterflyStyle()).axes[0].texts


def test_a_bad_channel_is_dashed_and_does_not_set_the_limits(make_evoked):
    evoked = make_evoked(bads=("EEG 061",))
    evoked = evoked.__class__(
        info=evoked.info,
        data=np.where(np.arange(72)[:, None] == 60, 1.0, evoked.data),
        first=-10,
        nave=1,
    )
    rows = evoked.info.channels.of_type("eeg")
    ax = draw_butterfly(evoked, rows, ButterflyStyle()).axes[0]
    assert sum(line.get_linestyle() == "--" for line in lines_of(ax)) == 1
    assert ax.get_ylim()[1] < 10


def test_one_time_point_is_drawn_as_points(make_evoked):
    evoked = make_evoked(n_times=1)
    ax = draw_butterfly(evoked, everything(evoked), ButterflyStyle(gfp=True)).axes[0]
    assert any(line.get_marker() == "." for line in ax.lines)


def test_the_power_of_meg_is_the_root_mean_square_over_channels(evoked):
    rows = evoked.info.channels.of_type("mag")
    ax = draw_butterfly(evoked, rows, ButterflyStyle(gfp="only")).axes[0]
    expected = 1e15 * np.sqrt((evoked.data[rows] ** 2).mean(axis=0))
    np.testing.assert_allclose(lines_of(ax)[0].get_ydata(), expected)


def test_given_axes_are_drawn_into(evoked):
    figure = Figure()
    axes = figure.subplots(2, 1)
    rows = evoked.info.channels.of_type("meg")
    assert draw_butterfly(evoked, rows, ButterflyStyle(), axes=axes) is figure
    assert lines_of(axes[1])


def test_a_wrong_number_of_axes_says_how_many_are_needed(evoked):
    axes = Figure().subplots(1, 1)
    with pytest.raises(InputError, match=r"axes must be 3 .*got 1"):
        draw_butterfly(evoked, everything(evoked), ButterflyStyle(), axes=axes)


def test_channels_without_a_drawable_type_are_refused_by_name(evoked):
    with pytest.raises(ChannelError, match="no channels"):
        draw_butterfly(evoked, np.array([], int), ButterflyStyle())


def test_no_figure_stays_in_pyplot(evoked):
    before = plt.get_fignums()
    draw_butterfly(evoked, everything(evoked), ButterflyStyle(), show=True)
    assert plt.get_fignums() == before


def test_std_draws_the_weaker_channels_on_top(evoked):
    rows = evoked.info.channels.of_type("mag")
    ax = draw_butterfly(evoked, rows, ButterflyStyle(zorder="std", spatial_colours=False)).axes[0]
    lines = sorted(lines_of(ax), key=lambda line: line.get_zorder())
    spreads = [np.std(line.get_ydata()) for line in lines]
    assert spreads == sorted(spreads, reverse=True)


def test_a_second_response_in_the_same_panel_leaves_the_first_in_view(evoked):
    rows = evoked.info.channels.of_type("mag")
    ax = draw_butterfly(evoked, rows, ButterflyStyle()).axes[0]
    before = ax.get_ylim()
    weak = replace(evoked, data=0.1 * evoked.data)
    draw_butterfly(weak, rows, ButterflyStyle(), axes=ax)
    assert ax.get_ylim() == before
