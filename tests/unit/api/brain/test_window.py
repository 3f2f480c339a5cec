"""A brain in a window, driven by events on a canvas without a screen."""

import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.backend_bases import KeyEvent, MouseEvent
from matplotlib.backends.backend_agg import FigureCanvasAgg

from leadfield.api.brain.plot import plot_estimate
from leadfield.render.figure import open_figure
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


def click(brain, x, y, *, held=None):
    canvas = brain.figure.canvas
    for name in ("button_press_event", "button_release_event"):
        canvas.callbacks.process(name, MouseEvent(name, canvas, x, y, button=1, key=held))
    canvas.draw()


def scroll(brain, x, y, step):
    canvas = brain.figure.canvas
    event = MouseEvent("scroll_event", canvas, x, y, step=step)
    canvas.callbacks.process("scroll_event", event)


def middle_of(brain, panel):
    """The middle of a panel in the figure, in pixels from the lower left."""
    cell = brain._renderer.drawing.cells[panel]
    return cell.left + cell.width / 2, 300 - cell.top - cell.height / 2


def test_a_click_shows_the_time_course_of_the_source_that_is_there(brain, estimate):
    click(brain, *middle_of(brain, 1))
    assert directions(brain)[1] == pytest.approx([1, 0, 0])
    (course,) = brain.value.time_courses.courses
    (mark,) = brain.value.foci
    vertices = brain.value.hemisphere("rh").mesh.vertices
    # the source that is nearest to the right end
    sources = np.array(estimate.vertices[1])
    nearest = sources[vertices[sources, 0].argsort()[-12:]]
    vertex = int(course.label.split()[-1])
    assert vertex in nearest
    assert course.label == f"rh, vertex {vertex}"
    row = len(estimate.vertices[0]) + int(np.flatnonzero(sources == vertex)[0])
    assert np.allclose(course.values, estimate.values[row])
    assert np.array_equal(mark.centres[0], vertices[vertex])
    assert mark.colour == course.colour


def shown_names(brain):
    return [text.get_text() for text in brain._renderer.drawing.layout.courses.names]


def test_the_value_at_the_time_is_told_and_follows_it(brain):
    click(brain, *middle_of(brain, 0))
    (course,) = brain.value.time_courses.courses
    for sample in (1, 3):
        brain.set_time_point(sample)
        brain.figure.canvas.draw()
        assert shown_names(brain) == [f"{course.label}: {course.values[sample]:.3g}"]


def test_a_region_that_is_drawn_names_what_is_picked(brain, patch):
    brain.add_label(patch([-1, 0, 0], 1.2, name="side"), borders=True)
    brain.figure.canvas.draw()
    click(brain, *middle_of(brain, 0))
    assert brain.value.time_courses.courses[0].label.endswith(", side")


def test_clicks_with_shift_add_courses_and_one_without_begins_anew(brain):
    for _ in range(2):
        click(brain, *middle_of(brain, 0), held="shift")
        click(brain, *middle_of(brain, 1), held="shift")
    courses = brain.value.time_courses.courses
    assert [course.label[:2] for course in courses] == ["lh", "rh", "lh", "rh"]
    assert len({course.colour for course in courses}) == 4
    assert [mark.colour for mark in brain.value.foci] == [course.colour for course in courses]
    for _ in range(4):
        click(brain, *middle_of(brain, 1), held="shift")
    assert len(brain.value.time_courses.courses) == len(brain.value.foci) == 5
    click(brain, *middle_of(brain, 0))
    assert len(brain.value.time_courses.courses) == len(brain.value.foci) == 1


def test_a_click_beside_the_brain_and_a_drag_pick_nothing(brain):
    left, bottom = middle_of(brain, 0)
    cell = brain._renderer.drawing.cells[0]
    click(brain, cell.left + 1, bottom)
    drag(brain, (left, bottom), (left + 20, bottom))
    assert brain.value.time_courses is None
    assert not brain.value.foci


def test_marks_that_users_made_stay_when_something_is_picked(brain):
    brain.add_foci(3, coords_as_verts=True, hemi="lh")
    brain.figure.canvas.draw()
    click(brain, *middle_of(brain, 0))
    click(brain, *middle_of(brain, 0))
    assert [mark.name for mark in brain.value.foci] == ["", "picked"]


def test_a_click_on_the_courses_shows_that_time(brain):
    click(brain, *middle_of(brain, 0))
    axes = brain._renderer.drawing.layout.courses.axes
    x, y = axes.transData.transform((0.29, np.mean(axes.get_ylim())))
    click(brain, x, y)
    assert brain._state.sample == 3
    x, _ = axes.transData.transform((0.02, 0))
    mouse(brain, "button_press_event", *axes.transData.transform((0.4, axes.get_ylim()[1] / 2)))
    mouse(brain, "motion_notify_event", x, y)
    assert brain._state.sample == 0


def test_the_wheel_zooms_one_panel_within_bounds(brain):
    before = [p.scale for p in brain._renderer.drawing.layout.projections]
    scroll(brain, *middle_of(brain, 0), 2)
    after = [p.scale for p in brain._renderer.drawing.layout.projections]
    assert after == pytest.approx([before[0] * 1.15**2, before[1]])
    assert brain._renderer.drawing.draft
    brain._renderer._refine()
    assert not brain._renderer.drawing.draft
    for step in (100, -200):
        scroll(brain, *middle_of(brain, 0), step)
        brain.figure.canvas.draw()
        assert brain.value.panels[0].zoom == (8 if step > 0 else 0.5)
    scroll(brain, 2, 2, 3)  # no panel is there
    assert brain.value.panels[1].zoom == 1


def test_zooming_leaves_the_name_of_a_view_and_turning_does_not(brain):
    scroll(brain, *middle_of(brain, 0), 1)
    assert brain.value.panels[0].title == "left lateral"
    x, y = middle_of(brain, 0)
    drag(brain, (x, y), (x + 20, y))
    brain.figure.canvas.draw()
    shown = [text.get_text() for text in brain.figure.texts]
    assert "left lateral" not in shown
    assert "right lateral" in shown


def test_space_plays_round_and_round_until_it_is_pressed_again(brain):
    key(brain, " ")
    seen = []
    for _ in range(5):
        brain._renderer._advance()
        seen.append(brain._state.sample)
    assert seen == [2, 3, 4, 0, 1]
    key(brain, " ")
    brain._renderer._advance()
    assert brain._state.sample == 1
    assert not brain._renderer.drawing.draft


def bar_place(brain, value):
    axes = brain._renderer.drawing.layout.colour_bar
    x, y = axes.transData.transform((value, 0.5))
    return float(x), float(y)


def limits(brain):
    found = brain.value.activity.colour_table.limits
    return [found.low, found.middle, found.high]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (2, 3, [3, 4, 9]),
        (4, 6, [2, 6, 9]),
        (9, 7, [2, 4, 7]),
        (9, 12, [2, 4, 12]),
        (2, 8, [4, 4, 9]),
        (2, -5, [0, 4, 9]),
    ],
)
def test_limits_are_dragged_by_their_handles_and_do_not_pass(brain, start, end, expected):
    # the bar changes under the mouse, whose way counts as at first
    drag(brain, bar_place(brain, start), bar_place(brain, end))
    brain.figure.canvas.draw()
    assert limits(brain) == pytest.approx(expected, abs=0.02)


def test_limits_of_both_signs_move_together(plot):
    clim = {"kind": "value", "pos_lims": [2, 4, 8]}
    brain = plot("signed", clim=clim, size=(400, 300))
    FigureCanvasAgg(brain.figure)
    brain._renderer = Window(brain._state, Canvas(size=(400, 300), figure=brain.figure))
    brain.figure.canvas.draw()
    drag(brain, bar_place(brain, -4), bar_place(brain, -6))
    assert limits(brain) == pytest.approx([2, 6, 8], abs=0.1)


def test_dragging_elsewhere_on_the_bar_changes_nothing(brain):
    drag(brain, bar_place(brain, 6.5), bar_place(brain, 8))
    assert limits(brain) == [2, 4, 9]


def test_one_time_has_no_slider_but_handles(estimate, subjects):
    brain = plot_estimate(
        values=estimate.values[:, :1],
        vertices=estimate.vertices,
        times=[0.0],
        subject="made",
        vector=False,
        subjects_dir=subjects,
        size=300,
    )
    FigureCanvasAgg(brain.figure)
    brain._renderer = Window(brain._state, Canvas(size=(300, 300), figure=brain.figure))
    brain.figure.canvas.draw()
    assert brain._renderer._slider is None
    assert brain._renderer.drawing.layout.colour_bar.lines


def test_a_window_has_no_toolbar_for_axes_that_a_brain_has_none_of(monkeypatch):
    bars = []
    make = plt.figure

    def record(*arguments, **options):
        bars.append(plt.rcParams["toolbar"])
        return make(*arguments, **options)

    monkeypatch.setattr(plt, "figure", record)
    before = plt.rcParams["toolbar"]
    plt.close(open_figure(Canvas(size=(200, 200)), window=True))
    assert bars == ["None"]
    assert plt.rcParams["toolbar"] == before != "None"
