"""Joint figures."""

import numpy as np

from leadfield.figures.butterfly import ButterflyStyle
from leadfield.figures.joint import draw_joint
from leadfield.figures.map_times import samples_near
from leadfield.figures.topomap import TopomapStyle, evoked_maps
from leadfield.figures.units import QUANTITIES


def test_a_joint_figure_has_maps_and_lines_to_their_moments(evoked, render):
    rows = evoked.info.channels.of_type("mag")
    style = TopomapStyle(quantity=QUANTITIES["mag"])
    samples = samples_near(evoked, np.array([0.0, 0.1]))
    maps = evoked_maps(evoked, rows, samples, style, kind="mag")
    figure = draw_joint(evoked, rows, samples, (ButterflyStyle(), style, maps))
    assert len(figure.artists) == 2
    assert render(figure).any()
