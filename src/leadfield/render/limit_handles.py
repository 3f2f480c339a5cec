"""Handles of colour limits: triangles on the colour bar that are dragged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leadfield.scene.colours import make_colour_table

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from leadfield.scene.limits import Limits
    from leadfield.scene.marks import Colour
    from leadfield.scene.source_activity import Activity

REACH = 10.0
"""Pixels around a handle in which it is taken hold of."""
NAMES = ("low", "middle", "high")
LEAST = 1e-3
"""Limits stay apart by this fraction of the span that they had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handle:
    """A limit that is dragged: what it was, and what a pixel is worth."""

    name: str
    sign: int
    """-1 for the mirrored side of a map of both signs."""
    x: float
    """Where it was taken hold of, in pixels."""
    limits: Limits
    """Those at that moment."""
    per_pixel: float


def draw_handles(axes: Axes, limits: Limits, colour: Colour) -> None:
    """Draw a triangle on the bar at each limit."""
    places = [sign * getattr(limits, name) for name in NAMES for sign in _signs(limits)]
    (drawn,) = axes.plot(
        places, np.ones(len(places)), "v", color=colour, markersize=7, clip_on=False
    )
    drawn.set_markeredgecolor((0.5, 0.5, 0.5))
    axes.set(xlim=limits.bounds, ylim=(0, 1))


def grab_handle(axes: Axes, limits: Limits, x: float, y: float) -> Handle | None:
    """The handle at a position in the figure in pixels, None where none is near."""
    box = axes.get_window_extent()
    if not box.y0 - REACH <= y <= box.y1 + REACH or box.width <= 0:
        return None
    low, high = limits.bounds
    per_pixel = (high - low) / float(box.width)
    found = [
        (abs(box.x0 + (sign * getattr(limits, name) - low) / per_pixel - x), name, sign)
        for name in NAMES
        for sign in _signs(limits)
    ]
    away, name, sign = min(found)
    if away > REACH:
        return None
    return Handle(name=name, sign=sign, x=x, limits=limits, per_pixel=per_pixel)


def dragged_limits(handle: Handle, x: float) -> Limits:
    """The limits once a handle was dragged to a position; none passes another."""
    before = handle.limits
    gap = LEAST * (before.high - before.low)
    value = getattr(before, handle.name) + handle.sign * handle.per_pixel * (x - handle.x)
    low, middle, high = before.low, before.middle, before.high
    if handle.name == "low":
        # A map of sizes has nothing below 0.
        low = min(max(value, 0.0) if low >= 0 else value, middle, high - gap)
    elif handle.name == "middle":
        middle = min(max(value, low), high)
    else:
        high = max(value, middle, low + gap)
    return replace(before, low=low, middle=middle, high=high)


def with_limits(activity: Activity, limits: Limits) -> Activity:
    """The activity in the same colours, between other limits."""
    table = activity.colour_table
    colours = make_colour_table(table.base, limits, transparent=table.transparent)
    return replace(activity, colour_table=colours)


def _signs(limits: Limits) -> tuple[int, ...]:
    return (1, -1) if limits.signed else (1,)
