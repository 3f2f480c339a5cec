"""A brain in a window: drag to turn it, slide or press keys for the time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from matplotlib.backend_bases import Event

    from leadfield.render.drawing import Drawing

TURN = np.pi
"""Dragging across the whole panel turns the brain by so much."""
SLIDER = 2.6
"""Height kept for the slider, in lines."""


class Window:
    """Mouse, keys and slider of a figure that shows a drawing."""

    def __init__(self, drawing: Drawing, go_to: Callable[[float], None]) -> None:
        self.drawing = drawing
        self._go_to = go_to
        self._slider: Any = None
        self._held: tuple[int, float, float] | None = None
        canvas = drawing.figure.canvas
        for name, answer in (
            ("button_press_event", self._press),
            ("motion_notify_event", self._move),
            ("button_release_event", self._release),
            ("key_press_event", self._key),
        ):
            canvas.mpl_connect(name, answer)  # type: ignore[call-overload]
        if self._n_times > 1:
            drawing.slider_lines = SLIDER
            drawing.when_laid_out = self._add_slider

    @property
    def _n_times(self) -> int:
        activity = self.drawing.scene.activity
        return 0 if activity is None else len(activity.times)

    def _add_slider(self, box: tuple[float, float, float, float]) -> None:
        """Put a slider into the box (left, bottom, width, height) of the figure."""
        from matplotlib.widgets import Slider

        drawing = self.drawing
        activity = drawing.scene.activity
        if activity is None:
            return
        axes = drawing.figure.add_axes(box)
        slider = Slider(
            axes,
            f"time ({activity.time_unit}) ",
            float(activity.times[0]),
            float(activity.times[-1]),
            valinit=activity.time_at(drawing.place),
            valstep=activity.times,
        )
        slider.label.set_color(drawing.scene.style.foreground)
        slider.valtext.set_visible(False)  # the picture says it
        slider.on_changed(self._go_to)
        self._slider = slider

    def follow(self) -> None:
        """Move the slider to the time that is shown."""
        activity = self.drawing.scene.activity
        if self._slider is not None and activity is not None:
            self._slider.eventson = False
            self._slider.set_val(activity.time_at(self.drawing.place))
            self._slider.eventson = True

    def _press(self, event: Event) -> None:
        mouse: Any = event
        panel = self._panel_at(mouse.x, mouse.y)
        toolbar: Any = self.drawing.figure.canvas.toolbar
        busy = toolbar is not None and toolbar.mode  # zooming, for one
        if panel is not None and mouse.button == 1 and not busy:
            self._held = (panel, mouse.x, mouse.y)

    def _move(self, event: Event) -> None:
        if self._held is None:
            return
        mouse: Any = event
        panel, x, y = self._held
        self._held = (panel, mouse.x, mouse.y)
        cell = self.drawing.cells[panel]
        side = min(cell.width, cell.height)
        camera = self.drawing.scene.panels[panel].camera
        self.drawing.rough = True
        self.drawing.turn(
            panel, camera.turned(TURN * (mouse.x - x) / side, TURN * (mouse.y - y) / side)
        )
        self.drawing.figure.canvas.draw_idle()

    def _release(self, _: Event) -> None:
        if self._held is not None:
            self._held = None
            self.drawing.rough = False
            self.drawing.figure.canvas.draw_idle()

    def _key(self, event: Event) -> None:
        pressed: Any = event
        step = {"left": -1, "right": 1, "shift+left": -10, "shift+right": 10}.get(pressed.key)
        activity = self.drawing.scene.activity
        if step is not None and activity is not None:
            place = np.clip(round(self.drawing.place) + step, 0, self._n_times - 1)
            self._go_to(float(activity.times[int(place)]))

    def _panel_at(self, x: float, y: float) -> int | None:
        """The panel under a place of the figure."""
        down = self.drawing.figure.bbox.height - y
        for index, cell in enumerate(self.drawing.cells):
            inside = 0 <= x - cell.left < cell.width and 0 <= down - cell.top < cell.height
            if inside:
                return index
        return None
