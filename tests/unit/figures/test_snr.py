"""Figures of the signal-to-noise ratio."""

import numpy as np

from leadfield.figures.snr import draw_snr


def test_an_snr_figure_names_its_axes():
    ax = draw_snr(np.arange(3) / 10, np.ones(3), np.ones(3)).axes[0]
    assert ax.get_ylabel() == "Signal-to-noise ratio"
