"""Time courses below a brain, with a line at the time that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadfield.render.figure_text import default_font_size
from leadfield.scene.quantity import power_of_ten, scaled_quantity

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    from leadfield.scene.scene import Scene

COLOURS = ("#56B4E9", "#E69F00")
"""Of the left and right hemisphere: clear on black and on white, and to colour-blind readers."""


def draw_time_courses(figure: Figure, scene: Scene, *, bottom: float, top: float) -> Line2D | None:
    """Draw the courses between two heights, in pixels; the line to move with the time."""
    activity, time_courses = scene.activity, scene.time_courses
    if activity is None or time_courses is None:
        return None
    width, height = figure.bbox.width, figure.bbox.height
    size = default_font_size(figure)
    line = size * figure.dpi / 72
    left, right = 5.2 * line, width - 1.6 * line
    # Below are numbers and a name, and Matplotlib's own gaps between them.
    low, high = bottom + 2.1 * line + 13 * figure.dpi / 72, top - 1.9 * line
    box = (left / width, low / height, (right - left) / width, max(high - low, 1) / height)
    axes = figure.add_axes(box, facecolor="none")
    colour = scene.style.foreground
    marker = "." if len(activity.times) == 1 else None
    most = max((float(np.abs(one.values).max()) for one in time_courses.courses), default=0.0)
    power = power_of_ten(most)
    for ink, course in zip(COLOURS, time_courses.courses, strict=False):
        values = course.values / 10.0**power
        axes.plot(activity.times, values, color=ink, lw=1.2, marker=marker, label=course.label)
    time_line = axes.axvline(activity.times[0], color=colour, lw=0.9)
    if len(activity.times) > 1:
        axes.set_xlim(float(activity.times[0]), float(activity.times[-1]))
    axes.set_xlabel(f"Time ({activity.time_unit})", color=colour, fontsize=0.9 * size)
    quantity = scaled_quantity(activity.quantity or "Value", power)
    axes.set_ylabel(quantity, color=colour, fontsize=0.9 * size)
    axes.tick_params(colors=colour, labelsize=0.8 * size)
    axes.spines[["top", "right"]].set_visible(False)
    axes.spines[["left", "bottom"]].set_color(colour)
    axes.legend(  # above the courses, not on them
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=len(time_courses.courses) or 1,
        fontsize=0.8 * size,
        labelcolor=colour,
        frameon=False,
        borderaxespad=0,
        borderpad=0.2,
    )
    return time_line
