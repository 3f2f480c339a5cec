"""Figures of events and of dropped epochs."""

import numpy as np

from leadfield.figures.trials import draw_drop_log, draw_events


def test_events_are_rows_with_their_numbers(render):
    codes = np.array([1, 2, 1])
    figure = draw_events(np.array([0.1, 0.2, 0.3]), codes, {1: "left", 2: "right"})
    ax = figure.axes[0]
    assert [t.get_text() for t in ax.get_yticklabels()] == ["left", "right"]
    assert render(figure).any()


def test_a_drop_figure_counts_what_was_not_ignored():
    figure = draw_drop_log([(), ("EOG 061",), ("EOG 061", "MEG 1711"), ("IGNORED",)])
    assert figure.axes[0].get_title() == "2 of 3 epochs dropped (66.7 %)"


def test_a_drop_figure_without_drops_says_so():
    figure = draw_drop_log([(), ()])
    assert figure.axes[0].texts[0].get_text() == "none was dropped"


def test_one_bar_is_not_as_wide_as_the_figure():
    axes = draw_drop_log([("EOG 061",), ()]).axes[0]
    assert np.ptp(axes.get_xlim()) >= 3


def test_dollars_in_names_are_text(tmp_path):
    name = r"$\nothing$"
    draw_drop_log([(name,), ()]).savefig(tmp_path / "drops.png")
    figure = draw_events(np.array([0.5]), np.array([1]), {1: name})
    figure.savefig(tmp_path / "events.png")
    assert figure.axes[0].get_yticklabels()[0].get_text() == name
