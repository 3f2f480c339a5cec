"""Evoked responses as images."""

import numpy as np

from leadfield.figures.image import ImageStyle, draw_images


def test_an_image_shows_the_data_in_its_unit(evoked):
    rows = evoked.info.channels.of_type("eeg")
    figure = draw_images(evoked, rows, ImageStyle())
    shown = figure.axes[0].images[0].get_array()
    np.testing.assert_allclose(shown, 1e6 * evoked.data[rows])


def test_an_image_of_one_time_point_can_be_drawn(make_evoked, render):
    evoked = make_evoked(n_times=1)
    assert render(draw_images(evoked, np.arange(72), ImageStyle())).any()
