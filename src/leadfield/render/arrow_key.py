"""Key of arrow lengths: an arrow of a round length, and the value that it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadfield.render.figure_text import add_text, move_text, text_extent
from leadfield.scene.quantity import power_of_ten, scaled_quantity

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from leadfield.scene.scene import Style
    from leadfield.scene.source_activity import Activity

STEPS = (1, 2, 5, 10)
LEAST = 8.0
"""Pixels: a shorter arrow says nothing."""


def round_value(most: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is not above a number."""
    power = 10.0 ** np.floor(np.log10(most))
    return float(power * max(step for step in STEPS if step * power <= most * (1 + 1e-9)))


def draw_arrow_key(
    figure: Figure,
    activity: Activity,
    style: Style,
    *,
    scale: float,
    box: tuple[float, float, float, float],
    size: float,
) -> tuple[Artist, ...]:
    """Draw an arrow and its value into a box (left, bottom, width, height in pixels).

    ``scale`` is pixels per millimetre. Without the room for it, nothing is drawn.
    """
    from matplotlib.patches import FancyArrowPatch

    left, bottom, across, down = box
    if activity.arrows is None or across <= 0:
        return ()
    high = activity.colour_table.limits.high
    power = power_of_ten(high)
    value = round_value(high)
    long = value * activity.arrows.scale * scale
    words = f"{value / 10.0**power:g} {_unit(scaled_quantity(activity.quantity, power))}"
    text = add_text(figure, words.strip(), style.foreground, size)
    wide, tall = text_extent(figure, text)
    if long < LEAST or max(long, wide) > across:
        text.remove()
        return ()
    middle = left + across / 2
    move_text(figure, text, middle - wide / 2, bottom - 0.2 * size - tall)
    height = bottom + down / 2
    ends = [
        (x / figure.bbox.width, height / figure.bbox.height)
        for x in (middle - long / 2, middle + long / 2)
    ]
    arrow = FancyArrowPatch(
        *ends,
        transform=figure.transFigure,
        arrowstyle=f"-|>,head_length={0.35 * size},head_width={0.18 * size}",
        mutation_scale=1,
        shrinkA=0,
        shrinkB=0,
        color=style.foreground,
        linewidth=1.2,
    )
    figure.add_artist(arrow)
    return arrow, text


def _unit(quantity: str) -> str:
    """What is in the parentheses at the end, or everything."""
    if quantity.endswith(")") and "(" in quantity:
        return quantity[quantity.rindex("(") + 1 : -1]
    return quantity
