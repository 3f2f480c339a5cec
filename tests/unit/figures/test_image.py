"""Evoked responses as images."""

import numpy as np
import pytest

from leadfield.figures.image import ImageStyle, draw_images


def test_an_image_shows_the_data_in_its_unit(evoked):
    rows = evoked.info.channels.of_type("eeg")
    figure = draw_images(evoked, rows, ImageStyle())
    shown = figure.axes[0].images[0].get_array()
    np.testing.assert_allclose(shown, 1e6 * evoked.data[rows])


def test_an_image_of_one_time_point_can_be_drawn(make_evoked, render):
    evoked = make_evoked(n_times=1)
    assert render(draw_images(evoked, np.arange(72), ImageStyle())).any()


def test_what_the_mask_leaves_out_is_pale_and_the_rest_is_outlined(evoked):
    rows = evoked.info.channels.of_type("eeg")
    mask = np.zeros(evoked.data.shape, bool)
    mask[rows[2:5], 10:20] = True
    ax = draw_images(evoked, rows, ImageStyle(mask=mask)).axes[0]
    pale, clear = ax.images
    assert (pale.get_alpha(), pale.get_cmap().name) == (0.25, "Greys")
    assert (clear.get_array().mask == ~mask[rows]).all()
    edges = ax.collections[0].get_paths()[0].vertices
    np.testing.assert_allclose([edges[:, 1].min(), edges[:, 1].max()], [1.5, 4.5], atol=0.06)
    np.testing.assert_allclose(
        [edges[:, 0].min(), edges[:, 0].max()],
        evoked.times[[10, 19]] + [-0.005, 0.005],
        atol=0.0006,
    )


@pytest.mark.parametrize(("style", "images", "lines"), [("mask", 2, 0), ("contour", 1, 1)])
def test_a_mask_may_be_pale_or_outlined_alone(evoked, style, images, lines):
    mask = np.zeros(evoked.data.shape, bool)
    mask[60:64] = True
    look = ImageStyle(mask=mask, mask_style=style)
    ax = draw_images(evoked, evoked.info.channels.of_type("eeg"), look).axes[0]
    assert (len(ax.images), len(ax.collections)) == (images, lines)


@pytest.mark.parametrize(("names", "count"), [("auto", 30), ("all", 60), (True, 30), (False, None)])
def test_names_are_as_many_as_there_is_room_for_or_all(make_evoked, names, count):
    evoked = make_evoked(n_eeg=60)
    ax = draw_images(evoked, evoked.info.channels.of_type("eeg"), ImageStyle(names=names)).axes[0]
    texts = [label.get_text() for label in ax.get_yticklabels()]
    assert len([text for text in texts if text.startswith("EEG")]) == (count or 0)
