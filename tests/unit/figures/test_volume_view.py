"""Figures of volumes, and what they do when they are clicked."""

import gc
from functools import partial

import numpy as np
import pytest
from matplotlib.backend_bases import KeyEvent, MouseEvent

from leadfield.figures.volume_panels import GridActivity, make_glass_brain, make_slices
from leadfield.figures.volume_view import VolumeStyle, VolumeView
from leadfield.render.colours import colormap_colours
from leadfield.scene.colours import make_colour_table
from leadfield.scene.limits import Limits

TIMES = np.arange(20) / 100


@pytest.fixture
def activity():
    """A source in each of 4 x 4 x 4 points, 20 mm apart."""
    values = np.random.default_rng(0).standard_normal((64, 20))
    affine = np.diag([20.0, 20, 20, 1])
    affine[:3, 3] = -30
    rows = np.arange(64).reshape(4, 4, 4, order="F")
    return GridActivity(values=values, rows=rows, affine=affine, vertices=np.arange(64))


@pytest.fixture(params=["slices", "glass"])
def make_view(request, activity):
    """Function that makes a view of either kind."""
    return partial(made_view, request.param, activity)


@pytest.fixture
def view(make_view):
    return make_view()


def made_view(kind, activity):
    limits = Limits(low=0.5, middle=1.0, high=3.0, signed=True)
    table = make_colour_table(colormap_colours("mne"), limits, transparent=True)
    style = VolumeStyle(
        colour_table=table, quantity="Current (A)", colour_bar=True, bright=kind == "glass"
    )
    if kind == "glass":
        panels = make_glass_brain(activity, signed=True)
    else:
        panels = make_slices(activity, np.ones((10, 10, 10)), np.diag([9.0, 9, 9, 1]))
    view = VolumeView(panels, TIMES, style, show=False)
    view.go_to(activity.places[5], 3)
    return view


def click(ax, x, y):
    """Click a place in axes, in their coordinates."""
    canvas = ax.figure.canvas
    canvas.draw()  # lays it out
    MouseEvent("button_press_event", canvas, *ax.transData.transform((x, y)), 1)._process()


def press(view, key):
    KeyEvent("key_press_event", view.figure.canvas, key)._process()


def course(view):
    return view.figure.axes[3].lines[0].get_ydata()


def vertex(view):
    return view.figure.axes[3].get_legend().get_texts()[0].get_text()


def test_the_course_is_that_of_the_source_at_the_place(view, activity):
    np.testing.assert_array_equal(course(view), activity.values[5])
    assert vertex(view) == "5"


def test_a_click_on_a_panel_moves_the_other_two(view, activity):
    assert view.place.tolist() == [-10, -10, -30]
    click(view.axes[1], 8.0, 20.0)
    np.testing.assert_allclose(view.place, [8, -10, 20])
    row = np.linalg.norm(activity.places - view.place, axis=1).argmin()
    np.testing.assert_array_equal(course(view), activity.values[row])
    assert vertex(view) == str(row)
    texts = [text.get_text() for text in view.axes[0].texts]
    assert "x = 8 mm" in texts


def test_a_click_on_the_course_shows_its_time(view):
    before = view.axes[1].images[-1].get_array().copy()
    click(view.figure.axes[3], 0.123, 0.0)
    assert view.sample == 12
    assert (view.axes[1].images[-1].get_array() != before).any()


def test_a_click_beside_it_changes_nothing(view):
    click(view.axes[1], 8.0, -500.0)
    assert (view.place.tolist(), view.sample) == ([-10, -10, -30], 3)


@pytest.mark.parametrize(
    ("key", "sample"), [("right", 5), ("left", 1), ("shift+right", 13), ("shift+left", 0), ("a", 3)]
)
def test_keys_go_through_time_and_stop_at_its_ends(view, key, sample):
    press(view, key)
    assert view.sample == sample


def test_a_figure_keeps_answering_when_nobody_holds_what_made_it(make_view):
    figure = make_view().figure
    gc.collect()
    click(figure.axes[2], 20.0, 20.0)
    assert "x = 20 mm" in [text.get_text() for text in figure.axes[0].texts]


def test_nothing_is_drawn_twice(view, render):
    counts = [(len(ax.images), len(ax.lines)) for ax in view.axes]
    view.show_sample(7)
    assert [(len(ax.images), len(ax.lines)) for ax in view.axes] == counts == [(2, 2)] * 3
    assert render(view.figure).any()
