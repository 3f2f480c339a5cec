"""Figures of noise covariances."""

import numpy as np

from leadfield.figures.covariance import draw_covariance_images, draw_covariance_spectra


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


def test_a_spectrum_does_not_stretch_to_rounding_errors_below_the_rank():
    covariance = np.diag(np.r_[np.geomspace(1e-26, 1e-28, 5), 1e-41, 1e-42])
    ax = draw_covariance_spectra({"mag": covariance}, {"mag": 5}).axes[0]
    low, high = ax.get_ylim()
    assert 5 < low < 10
    assert 100 < high < 200


def test_a_spectrum_shows_what_is_beyond_the_rank_but_no_rounding_error():
    covariance = np.diag(np.geomspace(1e-26, 1e-28, 5))
    ax = draw_covariance_spectra({"mag": covariance}, {"mag": 4}).axes[0]
    assert ax.get_ylim()[0] < 10


def test_a_spectrum_has_plain_numbers_as_ticks(render):
    figure = draw_covariance_spectra({"mag": np.diag(np.geomspace(1e-26, 1e-28, 5))}, {"mag": 5})
    render(figure)
    low, high = figure.axes[0].get_ylim()
    labels = zip(figure.axes[0].get_yticks(), figure.axes[0].get_yticklabels(), strict=True)
    assert [text.get_text() for tick, text in labels if low < tick < high] == [
        "10",
        "20",
        "50",
        "100",
    ]
