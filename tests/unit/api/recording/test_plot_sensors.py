"""``plot_sensors``: where the sensors are."""

import numpy as np
import pytest
from matplotlib.figure import Figure

import leadfield
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError
from leadfield.viz import plot_sensors

N = 24
PLACES = np.random.default_rng(0).normal(size=(N, 3))
PLACES[:, 2] = np.abs(PLACES[:, 2])
PLACES *= 0.09 / np.linalg.norm(PLACES, axis=1, keepdims=True)
NAMES = [f"E{k:02}" for k in range(N)]


@pytest.fixture
def raw():
    info = leadfield.create_info(NAMES, 100.0, "eeg")
    made = leadfield.io.RawArray(np.zeros((N, 2)), info, verbose=False)
    places = dict(zip(NAMES, PLACES, strict=True))
    return made.set_montage(leadfield.make_dig_montage(places, coord_frame="head"))


def points(figure):
    return figure.axes[0].collections[0]


def test_every_sensor_has_a_point(raw):
    figure = plot_sensors(raw.info, show=False)
    assert len(points(figure).get_offsets()) == N
    assert figure.axes[0].get_title() == "Sensor positions (eeg)"


def test_a_point_lies_at_its_angle_from_the_vertex_times_its_distance(raw):
    flat = points(plot_sensors(raw.info, sphere=0.09, show=False)).get_offsets()
    angle = np.arccos(PLACES[:, 2] / 0.09) / (np.pi / 2)
    np.testing.assert_allclose(np.linalg.norm(flat, axis=1), 0.09 * angle, atol=1e-8)


def test_seen_from_above_a_point_has_its_own_x_and_y(raw):
    flat = points(plot_sensors(raw.info, to_sphere=False, show=False)).get_offsets()
    np.testing.assert_allclose(flat, PLACES[:, :2], atol=1e-8)


def test_in_space_a_point_has_its_own_place(raw):
    figure = plot_sensors(raw.info, kind="3d", show=False)
    drawn = np.stack(points(figure)._offsets3d, axis=1)
    np.testing.assert_allclose(drawn, PLACES, atol=1e-8)
    assert figure.axes[0].get_zlabel() == "z (m)"


def test_bad_channels_have_a_red_edge(raw):
    raw.info["bads"] = ["E03"]
    edges = points(plot_sensors(raw.info, show=False)).get_edgecolors()
    assert np.flatnonzero((edges[:, :3] == np.array([214, 39, 40]) / 255).all(axis=1)).tolist() == [
        3
    ]


def test_names_are_written_all_or_those_given(raw):
    everybody = plot_sensors(raw.info, show_names=True, show=False).axes[0].texts
    assert [text.get_text().strip() for text in everybody] == NAMES
    some = plot_sensors(raw.info, show_names=["E02", "E05"], show=False).axes[0].texts
    assert [text.get_text().strip() for text in some] == ["E02", "E05"]


def test_groups_have_a_colour_each_and_the_rest_is_white(raw):
    figure = plot_sensors(raw.info, ch_groups=[[0, 1], [2]], cmap="viridis", show=False)
    colours = points(figure).get_facecolors()
    assert (colours[0] == colours[1]).all()
    assert (colours[0] != colours[2]).any()
    assert (colours[3:] == 1).all()


def test_positions_make_eight_regions(raw):
    colours = points(plot_sensors(raw.info, ch_groups="position", show=False)).get_facecolors()
    assert len(np.unique(colours, axis=0)) == 8


def test_sizes_and_widths_are_those_given(raw):
    drawn = points(plot_sensors(raw.info, pointsize=90, linewidth=0, show=False))
    assert (drawn.get_sizes(), drawn.get_linewidths()) == ([90], [0])


def test_given_axes_are_drawn_into(raw):
    ax = Figure().subplots()
    assert plot_sensors(raw.info, axes=ax, title="Cap", show=False) is ax.figure
    assert ax.get_title() == "Cap"


def test_recordings_averages_and_infos_have_it_as_a_method(raw):
    evoked = leadfield.EvokedArray(np.zeros((N, 1)), raw.info)
    epochs = leadfield.EpochsArray(np.zeros((1, N, 1)), raw.info, verbose=False)
    for one in (raw, raw.info, evoked, epochs):
        assert len(points(one.plot_sensors(show=False)).get_offsets()) == N


def test_two_sensors_are_drawn(raw):
    assert len(points(raw.copy().pick(NAMES[:2]).plot_sensors(show=False)).get_offsets()) == 2


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"kind": "select"}, InputError, "needs a mouse"),
        ({"kind": "flat"}, InputError, "kind must be one of"),
        ({"ch_type": "mag"}, ChannelError, "channels of type mag"),
        ({"ch_type": "ecg"}, InputError, "ch_type must be one of"),
        ({"show_names": ["Cz"]}, ChannelError, "no 'Cz'"),
        ({"show_names": "E01"}, ArgumentTypeError, "list of names"),
        ({"ch_groups": "lobes"}, InputError, "ch_groups must be one of"),
        ({"ch_groups": [["E01"]]}, ArgumentTypeError, "lists of channels' numbers"),
        ({"cmap": "none", "ch_groups": [[1]]}, InputError, "cmap must be a name"),
        ({"pointsize": -1}, InputError, "pointsize must be at least 0"),
        ({"block": "yes"}, InputError, "block must be one of"),
        ({"axes": 3}, ArgumentTypeError, "axes must be"),
    ],
)
def test_an_option_that_cannot_be_done_is_refused(raw, options, error, words):
    with pytest.raises(error, match=words):
        plot_sensors(raw.info, show=False, **options)


def test_flat_axes_are_no_place_for_a_figure_in_space(raw):
    with pytest.raises(ArgumentTypeError, match="three dimensions"):
        plot_sensors(raw.info, kind="3d", axes=Figure().subplots(), show=False)


def test_a_channel_without_place_is_named():
    info = leadfield.create_info(NAMES, 100.0, "eeg")
    with pytest.raises(ChannelError, match="position"):
        plot_sensors(info, show=False)
