"""Figures of whitened responses."""

from dataclasses import replace

import numpy as np

from leadfield.figures.whitened import WhitenedType, draw_whitened


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


def test_the_key_of_the_power_lies_below_the_curves(evoked, render):
    part = WhitenedType(evoked=evoked, rows=np.arange(60, 72), rank=12)
    figure = draw_whitened({"shrunk": {"eeg": part}})
    render(figure)
    panel = figure.axes[-1]
    assert panel.get_legend().get_window_extent().y1 < panel.get_window_extent().y0
    assert panel.get_legend().get_window_extent().y0 > 0
