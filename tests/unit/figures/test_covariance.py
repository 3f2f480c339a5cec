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
