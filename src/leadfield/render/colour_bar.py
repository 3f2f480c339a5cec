"""Colour bar: what a value looks like on the cortex, with the limits as tick labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadfield.render.figure_text import add_text, fit_text, move_text, text_extent
from leadfield.scene.quantity import power_of_ten, scaled_quantity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from leadfield.scene.limits import Limits
    from leadfield.scene.scene import Style
    from leadfield.scene.source_activity import Activity

LEVELS = 256


def tick_values(limits: Limits) -> list[float]:
    """Values marked on the bar, the most important first."""
    low, middle, high = limits.low, limits.middle, limits.high
    if not limits.signed:
        return [low, high, middle]
    return [-high, high, *([-low, low] if low else [0.0]), -middle, middle]


def draw_colour_bar(
    figure: Figure,
    activity: Activity,
    style: Style,
    *,
    box: tuple[float, float, float, float],
    size: float,
) -> Axes:
    """Draw a bar into ``box`` (left, bottom, width, height in pixels), text of ``size``."""
    left, bottom, across, down = box
    width, height = figure.bbox.width, figure.bbox.height
    axes = figure.add_axes((left / width, bottom / height, across / width, down / height))
    limits = activity.colour_table.limits
    low, high = limits.bounds
    colours = activity.colour_table(np.linspace(low, high, LEVELS))
    grey = (np.array(style.gyri) + style.sulci) / 2
    strongest = max(activity.opacity, 0.0 if activity.arrows is None else activity.arrows.opacity)
    opacity = colours[:, 3:] * strongest
    blended = colours[:, :3] * opacity + grey * (1 - opacity)
    axes.imshow(blended[None], extent=(low, high, 0, 1), aspect="auto", interpolation="nearest")
    for spine in axes.spines.values():
        spine.set_color(style.foreground)
        spine.set_linewidth(0.8)
    power = power_of_ten(max(abs(low), abs(high)))
    ticks = _separate_ticks(figure, limits, across, size=size, power=power)
    axes.set_xticks(ticks, [_tick_label(value, power) for value in ticks], fontsize=size)
    axes.set_yticks([])
    axes.tick_params(colors=style.foreground, length=size / 3, width=0.8, pad=size / 5)
    title = _bar_title(activity, power)
    if title:
        text = add_text(figure, title, style.foreground, size)
        wide, _ = fit_text(figure, text, 1.2 * across, np.inf)
        move_text(figure, text, left + (across - wide) / 2, bottom + 1.3 * down)
    return axes


def has_title(activity: Activity) -> bool:
    """Whether there is a line above the bar."""
    return bool(activity.quantity) or activity.is_below_limits


def _bar_title(activity: Activity, power: int) -> str:
    """What values are; where none has a colour, from where to where they go."""
    title = scaled_quantity(activity.quantity, power)
    if not activity.is_below_limits or activity.value_range is None:
        return title
    low, high = (f"{value / 10.0**power:.3g}".replace("-", "−") for value in activity.value_range)
    return f"{title or 'Values'}: only {low} to {high} here"


def _separate_ticks(
    figure: Figure, limits: Limits, across: float, *, size: float, power: int
) -> list[float]:
    """The marked values whose labels do not touch."""
    low, high = limits.bounds
    taken: list[tuple[float, float]] = []
    ticks = []
    for value in tick_values(limits):
        text = add_text(figure, _tick_label(value, power), (0, 0, 0), size)
        wide, _ = text_extent(figure, text)
        text.remove()
        middle = across * (value - low) / (high - low)
        start, stop = middle - 0.6 * wide - size / 4, middle + 0.6 * wide + size / 4
        if all(stop < begin or end < start for begin, end in taken):
            taken.append((start, stop))
            ticks.append(value)
    return sorted(ticks)


def _tick_label(value: float, power: int) -> str:
    return f"{value / 10.0**power:.3g}".replace("-", "−")
