"""Time courses below the brain."""

import numpy as np
import pytest


def courses_of(brain):
    """The axes of the time courses, once the picture has been drawn."""
    brain.screenshot()
    return next(ax for ax in brain.figure.axes if ax.get_xlabel())


def test_no_courses_are_drawn_unless_asked_for(plot):
    brain = plot()
    brain.screenshot()
    assert not [ax for ax in brain.figure.axes if ax.get_xlabel()]


@pytest.mark.parametrize(("hemi", "count"), [("lh", 1), ("both", 2), ("split", 2)])
def test_each_hemisphere_shown_has_its_strongest_source(plot, estimate, hemi, count):
    ax = courses_of(plot(hemi=hemi, show_traces=True, size=300))
    lines = ax.lines[:-1]
    assert len(lines) == count
    left = estimate.values[: len(estimate.vertices[0])]
    strongest = left[left.max(axis=1).argmax()]
    np.testing.assert_allclose(lines[0].get_ydata(), strongest)


def test_the_course_of_moments_is_their_length(plot, estimate):
    ax = courses_of(plot("moments", show_traces=True, size=300))
    lengths = np.linalg.norm(estimate.moments[: len(estimate.vertices[0])], axis=1)
    np.testing.assert_allclose(ax.lines[0].get_ydata().max(), lengths.max())


def test_a_line_follows_the_time(plot):
    brain = plot(show_traces=True, size=300)
    brain.set_time(0.3)
    ax = courses_of(brain)
    np.testing.assert_allclose(ax.lines[-1].get_xdata(), 0.3)


def test_a_number_is_the_part_of_the_height(plot):
    small = courses_of(plot(show_traces=0.25, size=400)).get_position()
    large = courses_of(plot(show_traces=0.5, size=400)).get_position()
    assert large.height > 1.5 * small.height
