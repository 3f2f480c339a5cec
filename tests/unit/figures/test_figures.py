"""Images, covariances, whitened responses, events, dropped epochs, joint figures."""

from dataclasses import replace

import numpy as np

from leadfield.figures.butterfly import ButterflyStyle
from leadfield.figures.covariance import draw_covariance_images, draw_covariance_spectra
from leadfield.figures.image import ImageStyle, draw_images
from leadfield.figures.joint import draw_joint
from leadfield.figures.map_times import samples_near
from leadfield.figures.snr import draw_snr
from leadfield.figures.topomap import TopomapStyle
from leadfield.figures.trials import draw_drop_log, draw_events
from leadfield.figures.units import QUANTITIES
from leadfield.figures.whitened import WhitenedType, draw_whitened


def rendered(figure):
    """The pixels of a figure: drawing it must not fail."""
    figure.canvas.draw()
    return np.asarray(figure.canvas.buffer_rgba())


def test_an_image_shows_the_data_in_its_unit(evoked):
    rows = evoked.info.channels.of_type("eeg")
    figure = draw_images(evoked, rows, ImageStyle())
    shown = figure.axes[0].images[0].get_array()
    np.testing.assert_allclose(shown, 1e6 * evoked.data[rows])


def test_an_image_of_one_time_point_can_be_drawn(make_evoked):
    evoked = make_evoked(n_times=1)
    assert rendered(draw_images(evoked, np.arange(72), ImageStyle())).any()


def test_one_noisy_channel_does_not_blank_a_covariance():
    covariance = np.eye(50) * 1e-26
    covariance[7, 7] = 1e-20
    figure = draw_covariance_images({"grad": covariance})
    assert figure.axes[0].images[0].get_clim()[1] < 10 * 1e26 * 1e-26


def test_a_spectrum_marks_the_rank_after_the_last_real_eigenvalue():
    covariance = np.diag(np.r_[np.ones(5), 1e-20, 1e-20])
    ax = draw_covariance_spectra({"mag": covariance}, {"mag": 5}).axes[0]
    assert 5.5 in ax.lines[-1].get_xdata()
    assert ax.get_ylabel() == "Noise (fT)"


def test_whitened_noise_has_a_power_of_one(evoked):
    data = np.random.default_rng(1).normal(size=(72, 4000))
    part = WhitenedType(evoked=replace(evoked, data=data), rows=np.arange(60, 72), rank=12)
    assert abs(part.power().mean() - 1) < 0.02


def test_whitened_figures_have_a_panel_a_type_and_one_for_the_power(evoked):
    kinds = {"mag": evoked.info.channels.of_type("mag"), "eeg": np.arange(60, 72)}
    parts = {k: WhitenedType(evoked=evoked, rows=r, rank=len(r)) for k, r in kinds.items()}
    figure = draw_whitened({"shrunk": parts, "empirical": parts})
    panels = [ax for ax in figure.axes if ax.get_title()]
    assert len(panels) == 3
    assert len(panels[-1].get_legend().get_texts()) == 4


def test_events_are_rows_with_their_numbers():
    codes = np.array([1, 2, 1])
    figure = draw_events(np.array([0.1, 0.2, 0.3]), codes, {1: "left", 2: "right"})
    ax = figure.axes[0]
    assert [t.get_text() for t in ax.get_yticklabels()] == ["left", "right"]
    assert rendered(figure).any()


def test_a_drop_figure_counts_what_was_not_ignored():
    figure = draw_drop_log([(), ("EOG 061",), ("EOG 061", "MEG 1711"), ("IGNORED",)])
    assert figure.axes[0].get_title() == "2 of 3 epochs dropped (66.7 %)"


def test_a_drop_figure_without_drops_says_so():
    figure = draw_drop_log([(), ()])
    assert figure.axes[0].texts[0].get_text() == "none was dropped"


def test_a_joint_figure_has_maps_and_lines_to_their_moments(evoked):
    rows = evoked.info.channels.of_type("mag")
    styles = (ButterflyStyle(), TopomapStyle(quantity=QUANTITIES["mag"]))
    samples = samples_near(evoked, np.array([0.0, 0.1]))
    figure = draw_joint(evoked, rows, samples, styles, kind="mag")
    assert len(figure.artists) == 2
    assert rendered(figure).any()


def test_an_snr_figure_names_its_axes():
    ax = draw_snr(np.arange(3) / 10, np.ones(3), np.ones(3)).axes[0]
    assert ax.get_ylabel() == "Signal-to-noise ratio"
