"""Time courses below a brain, with a line at the time that is shown, and the values there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from leadfield.render.figure_text import default_font_size
from leadfield.scene.quantity import power_of_ten, scaled_quantity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.text import Text

    from leadfield.scene.scene import Scene
    from leadfield.scene.source_activity import Activity
    from leadfield.scene.time_courses import TimeCourse

LETTERS, LETTER = 12, 0.4
"""Those that a line and a value take beside a course's name, and their width in lines of text."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DrawnCourses:
    """What of drawn time courses follows the time."""

    axes: Axes
    time_line: Line2D
    names: tuple[Text, ...]
    courses: tuple[TimeCourse, ...]
    power: int
    """Values are divided by this power of ten."""

    def show(self, activity: Activity, sample: float) -> None:
        """Move the line to a sample, and say the values there."""
        time = activity.time_at(sample)
        self.time_line.set_xdata([time, time])
        for text, course in zip(self.names, self.courses, strict=True):
            value = f"{course.at(sample) / 10.0**self.power:.3g}".replace("-", "−")
            text.set_text(f"{course.label}: {value}")


def draw_time_courses(
    figure: Figure, scene: Scene, *, bottom: float, top: float
) -> DrawnCourses | None:
    """Draw the courses between two heights, in pixels."""
    activity, time_courses = scene.activity, scene.time_courses
    if activity is None or time_courses is None:
        return None
    width, height = figure.bbox.width, figure.bbox.height
    size = default_font_size(figure)
    line = size * figure.dpi / 72
    left, right = 5.2 * line, width - 1.6 * line
    letters = max((len(course.label) for course in time_courses.courses), default=0)
    n_columns = 2 if (letters + LETTERS) * LETTER * line < (right - left) / 2 else 1
    n_rows = -(-len(time_courses.courses) // n_columns)
    # Below are numbers and a name, and Matplotlib's own gaps between them.
    low = bottom + 2.1 * line + 13 * figure.dpi / 72
    high = top - (0.6 + 1.3 * n_rows) * line
    box = (left / width, low / height, (right - left) / width, max(high - low, 1) / height)
    axes = figure.add_axes(box, facecolor="none")
    colour = scene.style.foreground
    marker = "." if len(activity.times) == 1 else None
    most = max((float(np.abs(one.values).max()) for one in time_courses.courses), default=0.0)
    power = power_of_ten(most)
    for course in time_courses.courses:
        values = course.values / 10.0**power
        ink = course.colour
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
    return DrawnCourses(
        axes=axes,
        time_line=time_line,
        names=_add_names(axes, colour, 0.8 * size, n_columns),
        courses=time_courses.courses,
        power=power,
    )


def _add_names(axes: Axes, colour: object, size: float, n_columns: int) -> tuple[Text, ...]:
    """Name the courses above them, not on them."""
    legend = axes.legend(
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncols=n_columns,
        fontsize=size,
        labelcolor=colour,
        frameon=False,
        borderaxespad=0,
        borderpad=0.2,
        labelspacing=0.3,
    )
    return tuple(legend.get_texts())
