"""Gestures with the mouse on a brain: what is taken hold of, and what dragging it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leadfield.render.limit_handles import Handle, dragged_limits, grab_handle, with_limits

if TYPE_CHECKING:
    from leadfield.render.drawing import Drawing

TURN = np.pi
"""Dragging across the whole panel turns the brain by so much."""
STILL = 3.0
"""Pixels that a click may move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dragged:
    """What is dragged (a panel, a limit, or else the time), and where the mouse is."""

    start: tuple[float, float]
    x: float
    y: float
    panel: int | None = None
    handle: Handle | None = None
    moved: bool = False

    @property
    def is_click(self) -> bool:
        """Whether it is a panel that the mouse has not been moved on."""
        return self.panel is not None and not self.moved

    def to(self, drawing: Drawing, x: float, y: float) -> Dragged:
        """Drag it to another position."""
        moved = self.moved or np.hypot(x - self.start[0], y - self.start[1]) > STILL
        after = replace(self, x=x, y=y, moved=bool(moved))
        if self.handle is not None:
            scene = drawing.state.scene
            activity = with_limits(drawing.state.activity, dragged_limits(self.handle, x))
            drawing.state.set_scene(replace(scene, activity=activity))
        elif self.panel is None:
            show_time_at(drawing, x)
        elif moved:
            _turn(drawing, self.panel, x - self.x, y - self.y)
        else:
            return self
        return after


def grab(drawing: Drawing, x: float, y: float) -> Dragged | None:
    """Take hold of what is at a position in the figure, in pixels from the lower left."""
    layout, scene = drawing.layout, drawing.state.scene
    if layout is None:
        return None
    if layout.colour_bar is not None and scene.activity is not None:
        limits = scene.activity.colour_table.limits
        handle = grab_handle(layout.colour_bar, limits, x, y)
        if handle is not None:
            return Dragged(start=(x, y), x=x, y=y, handle=handle)
    if layout.courses is not None and layout.courses.axes.bbox.contains(x, y):
        show_time_at(drawing, x)
        return Dragged(start=(x, y), x=x, y=y)
    panel = panel_at(drawing, x, y)
    return None if panel is None else Dragged(start=(x, y), x=x, y=y, panel=panel)


def show_time_at(drawing: Drawing, x: float) -> None:
    """Show the time at a position among the time courses."""
    if drawing.layout is not None and drawing.layout.courses is not None:
        axes = drawing.layout.courses.axes
        time, _ = axes.transData.inverted().transform((x, 0))
        times = drawing.state.activity.times
        drawing.state.set_sample(float(np.abs(times - time).argmin()))


def panel_at(drawing: Drawing, x: float, y: float) -> int | None:
    """The panel at a position in the figure, in pixels from the lower left."""
    down = drawing.figure.bbox.height - y
    for index, cell in enumerate(drawing.cells):
        if 0 <= x - cell.left < cell.width and 0 <= down - cell.top < cell.height:
            return index
    return None


def _turn(drawing: Drawing, index: int, right: float, up: float) -> None:
    """Turn the brain in a panel, whose title then no longer holds."""
    cell, panel = drawing.cells[index], drawing.state.scene.panels[index]
    side = min(cell.width, cell.height)
    drawing.draft = True
    camera = panel.camera.turned(TURN * right / side, TURN * up / side)
    drawing.look(index, replace(panel, camera=camera, title=""))
