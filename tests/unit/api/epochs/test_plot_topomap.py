"""Topographic maps of responses: ``plot_evoked_topomap``, ``plot_evoked_joint``."""

import numpy as np
import pytest
from matplotlib.figure import Figure

import leadfield
from leadfield.base.errors import ChannelError, InputError

N = 32


@pytest.fixture
def evoked():
    """Thirty-two electrodes on a cap, ten samples."""
    i = np.arange(N) + 0.5
    height = 1 - i / N
    turn = np.pi * (1 + 5**0.5) * i
    side = np.sqrt(1 - height**2)
    places = 0.09 * np.c_[side * np.cos(turn), side * np.sin(turn), height]
    names = [f"E{k:02}" for k in range(N)]
    montage = leadfield.make_dig_montage(dict(zip(names, places, strict=True)), coord_frame="head")
    info = leadfield.create_info(names, 100.0, "eeg")
    data = 1e-6 * np.random.default_rng(0).normal(size=(N, 10))
    return leadfield.EvokedArray(data, info, tmin=0.0).set_montage(montage)


def images(figure):
    return [ax.images[0] for ax in figure.axes if ax.images]


def marks(ax, marker):
    return [line.get_xydata() for line in ax.lines if line.get_marker() == marker]


def test_ten_latencies_have_ten_maps_of_one_scale_and_a_bar_with_the_unit(evoked):
    figure = evoked.plot_topomap(evoked.times, show=False)
    assert len(images(figure)) == 10
    assert len({image.get_clim() for image in images(figure)}) == 1
    assert figure.axes[-1].get_ylabel() == "µV"


def test_masked_channels_are_marked_at_their_time(evoked):
    mask = np.zeros((N, 10), bool)
    mask[4, 3] = True
    figure = evoked.plot_topomap([0.02, 0.03], mask=mask, show=False)
    assert [len(marks(ax, "o")[0]) for ax in figure.axes[:2]] == [0, 1]
    assert len(marks(figure.axes[1], ".")[0]) == N - 1


def test_a_mask_of_another_shape_is_refused(evoked):
    with pytest.raises(InputError, match=r"\(32, 10\)"):
        evoked.plot_topomap([0.02], mask=np.ones(N, bool), show=False)


def test_masked_names_have_their_own_look(evoked):
    mask = np.zeros((N, 10), bool)
    mask[4] = True
    figure = evoked.plot_topomap(
        [0.0], mask=mask, show_names=True, mask_label_params={"color": "r"}, show=False
    )
    colours = {text.get_text(): text.get_color() for text in figure.axes[0].texts}
    assert colours["E04"] == "r" != colours["E05"]


def test_names_may_be_shortened(evoked):
    figure = evoked.plot_topomap([0.0], show_names=lambda name: name[1:], show=False)
    assert "04" in {text.get_text() for text in figure.axes[0].texts}


def test_rows_and_columns_are_those_given(evoked):
    figure = evoked.plot_topomap(evoked.times[:6], nrows=2, ncols=3, show=False)
    rows = {ax.get_subplotspec().rowspan.start for ax in figure.axes[:6]}
    columns = {ax.get_subplotspec().colspan.start for ax in figure.axes[:6]}
    assert (rows, columns) == ({0, 1}, {0, 1, 2})


def test_automatic_rows_follow_the_columns(evoked):
    figure = evoked.plot_topomap(evoked.times[:6], nrows="auto", ncols=2, show=False)
    assert {ax.get_subplotspec().rowspan.start for ax in figure.axes[:6]} == {0, 1, 2}


def test_one_more_axes_takes_the_colour_bar(evoked):
    axes = Figure().subplots(1, 3)
    evoked.plot_topomap([0.0, 0.01], axes=axes, show=False)
    assert axes[2].get_ylabel() == "µV"
    assert len(axes[0].figure.axes) == 3


def test_ticks_of_the_bar_follow_the_format(evoked):
    figure = evoked.plot_topomap([0.0], cbar_fmt="%.2f", show=False)
    figure.canvas.draw()
    labels = [label.get_text() for label in figure.axes[-1].get_yticklabels()]
    assert all(len(label.split(".")[1]) == 2 for label in labels)


def test_a_sphere_that_is_given_is_the_outline(evoked):
    small = evoked.plot_topomap([0.0], sphere=0.09, show=False).axes[0]
    large = evoked.plot_topomap([0.0], sphere=0.18, show=False).axes[0]
    np.testing.assert_allclose(marks(small, ".")[0], marks(large, ".")[0])
    reach = [max(abs(line.get_xdata()).max() for line in ax.lines) for ax in (small, large)]
    assert reach[1] == pytest.approx(2 * reach[0])


def test_image_interp_and_extrapolate_change_the_map(evoked):
    options = [
        {},
        {"image_interp": "linear"},
        {"image_interp": "nearest"},
        {"extrapolate": "local"},
        {"extrapolate": "box"},
        {"border": 0.0},
        {"smoothing": 0.01},
    ]
    drawn = [
        np.asarray(images(evoked.plot_topomap([0.0], show=False, **one))[0].get_array())
        for one in options
    ]
    for i, first in enumerate(drawn):
        assert all(np.abs(first - other).max() > 1e-3 for other in drawn[:i])


def test_a_bad_electrode_stands_out_until_it_is_marked_bad(evoked):
    evoked.data[5] += 20e-6
    before = images(evoked.plot_topomap([0.0], show=False))[0]
    assert before.get_array().max() > 15
    evoked.info["bads"] = ["E05"]
    after = evoked.plot_topomap([0.0], show=False)
    assert images(after)[0].get_array().max() < 5
    assert len(marks(after.axes[0], "x")[0]) == 1


def test_a_joint_figure_passes_options_of_maps_on(evoked):
    figure = evoked.plot_joint(
        [0.05], topomap_args={"image_interp": "nearest", "sphere": 0.09}, show=False
    )
    assert np.isin(images(figure)[0].get_array(), 1e6 * evoked.data[:, 5]).all()


def test_an_unknown_option_of_joint_maps_is_refused(evoked):
    with pytest.raises(InputError, match="topomap_args may hold"):
        evoked.plot_joint([0.05], topomap_args={"levels": 3}, show=False)


def test_the_sensors_of_a_butterfly_lie_beside_the_traces(evoked):
    ax = evoked.plot(show=False).axes[0]
    inset = ax.child_axes[0]
    inset.figure.canvas.draw()
    assert inset.get_window_extent().x0 >= ax.get_window_extent().x1


def test_the_sphere_of_a_butterfly_places_its_sensors(evoked):
    def furthest(**options):
        inset = evoked.plot(show=False, **options).axes[0].child_axes[0]
        return np.linalg.norm(inset.collections[0].get_offsets(), axis=1).max()

    assert furthest(sphere=0.09) == pytest.approx(2 * furthest(sphere=0.18))


def test_an_image_has_no_head_for_a_sphere(evoked):
    with pytest.raises(InputError, match="images of channels show no head"):
        evoked.plot_image(sphere=0.09, show=False)


def test_a_head_of_eeglab_names_the_electrodes_that_it_lacks(evoked):
    with pytest.raises(ChannelError, match="there is none of Fpz, Oz, T7, T8"):
        evoked.plot_topomap([0.0], sphere="eeglab", show=False)


def test_without_a_colour_bar_no_axes_may_be_spare(evoked):
    with pytest.raises(InputError, match="axes must be 2"):
        evoked.plot_topomap([0.0, 0.01], axes=Figure().subplots(1, 3), colorbar=False, show=False)
