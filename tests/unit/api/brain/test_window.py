"""A brain in a window, driven by events on a canvas without a screen."""

import numpy as np
import pytest
from matplotlib.backend_bases import KeyEvent, MouseEvent
from matplotlib.backends.backend_agg import FigureCanvasAgg

from leadfield.render.window import Window
from leadfield.scene.renderer import Canvas


@pytest.fixture
def brain(plot):
    brain = plot(hemi="split", size=(400, 300), initial_time=0.1)
    FigureCanvasAgg(brain.figure)
    brain._renderer.close()
    brain._renderer = Window(brain._state, Canvas(size=(400, 300), figure=brain.figure))
    brain.figure.canvas.draw()
    return brain


def mouse(brain, name, x, y):
    canvas = brain.figure.canvas
    event = MouseEvent(name, canvas, x, y, button=1)
    canvas.callbacks.process(name, event)


def key(brain, name):
    canvas = brain.figure.canvas
    canvas.callbacks.process("key_press_event", KeyEvent("key_press_event", canvas, name))


def drag(brain, start, end):
    mouse(brain, "button_press_event", *start)
    mouse(brain, "motion_notify_event", *end)
    mouse(brain, "button_release_event", *end)


def directions(brain):
    return np.array([panel.camera.direction for panel in brain.value.panels])


def test_dragging_turns_the_panel_under_the_mouse(brain):
    before = directions(brain)
    drag(brain, (100, 200), (150, 200))
    after = directions(brain)
    assert not np.allclose(before[0], after[0])
    assert np.array_equal(before[1], after[1])


def test_the_front_goes_where_the_mouse_goes(brain):
    nearest = directions(brain)[1]
    drag(brain, (300, 200), (330, 220))
    right, up, _ = nearest @ brain.value.panels[1].camera.axes
    assert right > 0
    assert up > 0


def test_a_turned_brain_stays_inside_its_cell(brain):
    for step in range(6):
        drag(brain, (100, 200), (100 + 20 * step, 150))
        image = brain.figure.axes[0].images[0].get_array()
        cell = brain._renderer.drawing.cells[0]
        cut = image[cell.top : cell.top + cell.height, cell.left : cell.left + cell.width, :3]
        assert not any(edge.any() for edge in (cut[0], cut[-1], cut[:, 0], cut[:, -1]))


def test_a_brain_turned_back_is_as_large_as_before(brain):
    before = brain.screenshot()
    for start, end in (((100, 200), (190, 200)), ((190, 200), (100, 200))):
        drag(brain, start, end)
    assert np.abs(before.astype(int) - brain.screenshot()).mean() < 1


def test_edges_are_smooth_again_after_the_drag(brain):
    drag(brain, (100, 200), (150, 200))
    assert not brain._renderer.drawing.draft
    turned = brain.value
    assert np.array_equal(brain.screenshot(), brain.screenshot())
    assert brain.value is turned


def test_moving_without_a_button_turns_nothing(brain):
    before = directions(brain)
    mouse(brain, "motion_notify_event", 150, 200)
    assert np.array_equal(before, directions(brain))


def test_keys_step_through_time_and_stop_at_the_ends(brain):
    key(brain, "right")
    assert brain._state.sample == 2
    key(brain, "shift+right")
    assert brain._state.sample == 4
    key(brain, "left")
    key(brain, "x")
    assert brain._state.sample == 3


def test_the_slider_sets_the_time_and_follows_it(brain):
    brain._renderer._slider.set_val(0.3)
    assert brain._state.sample == 3
    brain.set_time(0.2)
    assert brain._renderer._slider.val == pytest.approx(0.2)


def test_the_time_can_be_set_between_a_saved_picture_and_the_next_draw(brain, plot):
    brain.screenshot()
    brain.set_time(0.3)
    alone = plot(hemi="split", size=(400, 300), initial_time=0.3)
    assert np.array_equal(brain.screenshot(), alone.screenshot())


def test_the_slider_is_not_in_saved_pictures(brain, plot):
    alone = plot(hemi="split", size=(400, 300), initial_time=0.1)
    assert np.array_equal(brain.screenshot(), alone.screenshot())


def test_the_slider_lies_below_everything_else(brain):
    figure = brain.figure
    figure.canvas.draw()
    slider = brain._renderer._slider.ax.get_window_extent()
    others = [text.get_window_extent() for text in figure.texts]
    assert all(text.y0 > slider.y1 for text in others)
