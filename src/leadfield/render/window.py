"""Window of a brain: a renderer with mouse rotation, arrow keys and a time slider."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from leadfield.render.drawing import Bounds, Drawing
from leadfield.render.figure import (
    FORMATS,
    attach_drawing,
    encode_figure,
    figure_size,
    open_figure,
    redraw,
    show_window,
)
from leadfield.scene.renderer import Canvas, Renderer
from leadfield.screen.notebook import forget_figure

if TYPE_CHECKING:
    from matplotlib.backend_bases import Event

    from leadfield.scene.state import SceneState

TURN = np.pi
"""Dragging across the whole panel turns the brain by so much."""
SLIDER_LINES = 2.6
"""Height of the slider, in lines of text."""
STEPS = {"left": -1, "right": 1, "shift+left": -10, "shift+right": 10}
"""Samples that a key goes on."""


@final
class Window(Renderer):
    """A brain in a Matplotlib figure with a window: drag to turn it, slide for the time."""

    interactive: ClassVar[bool] = True
    formats: ClassVar[tuple[str, ...]] = FORMATS

    def __init__(self, state: SceneState, canvas: Canvas) -> None:
        self.figure = open_figure(canvas, window=True)
        self.drawing = Drawing(self.figure, state)
        attach_drawing(self.figure, self.drawing, canvas.title)
        self._state = state
        self._slider: Any = None
        self._drag: tuple[int, float, float] | None = None
        """The panel that is dragged, and where the mouse was."""
        for name, react in (
            ("button_press_event", self._press),
            ("motion_notify_event", self._move),
            ("button_release_event", self._release),
            ("key_press_event", self._key),
        ):
            self.figure.canvas.mpl_connect(name, react)  # type: ignore[call-overload]
        if state.scene.activity is not None and len(state.activity.times) > 1:
            self.drawing.slider_lines = SLIDER_LINES
            self.drawing.on_layout = self._add_slider
        state.subscribe(self._update)
        self._update()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return figure_size(self.figure)

    def show(self, *, block: bool) -> None:
        """Show the window."""
        show_window(self.figure, block=block)

    def encode(self, file_format: str, *, transparent: bool = False) -> bytes:
        """The content of an image file, without the slider."""
        return encode_figure(self.drawing, file_format, transparent=transparent)

    def close(self) -> None:
        """Close the window."""
        self._state.unsubscribe(self._update)
        forget_figure(self.figure)

    def _update(self) -> None:
        """Move the slider to the time that is shown, and have the brain drawn soon."""
        if self._slider is not None:
            self._slider.eventson = False
            self._slider.set_val(self._state.activity.time_at(self._state.sample))
            self._slider.eventson = True
        redraw(self.drawing)
        self.figure.canvas.draw_idle()

    def _add_slider(self, bounds: Bounds | None) -> None:
        """Put a slider into a part of the figure, or do without where none is left free."""
        self._slider = None
        if bounds is None:
            return
        from matplotlib.widgets import Slider

        activity = self._state.activity
        slider = Slider(
            self.figure.add_axes(bounds),
            f"time ({activity.time_unit}) ",
            float(activity.times[0]),
            float(activity.times[-1]),
            valinit=activity.time_at(self._state.sample),
            valstep=activity.times,
        )
        slider.label.set_color(self._state.scene.style.foreground)
        slider.valtext.set_visible(False)  # the picture shows it
        slider.on_changed(self._slide)
        self._slider = slider

    def _slide(self, time: float) -> None:
        self._state.set_sample(float(np.abs(self._state.activity.times - time).argmin()))

    def _press(self, event: Event) -> None:
        mouse: Any = event
        panel = self._panel_at(mouse.x, mouse.y)
        toolbar: Any = self.figure.canvas.toolbar
        busy = toolbar is not None and toolbar.mode  # zooming, for one
        if panel is not None and mouse.button == 1 and not busy:
            self._drag = (panel, mouse.x, mouse.y)

    def _move(self, event: Event) -> None:
        if self._drag is None:
            return
        mouse: Any = event
        panel, x, y = self._drag
        self._drag = (panel, mouse.x, mouse.y)
        cell = self.drawing.cells[panel]
        side = min(cell.width, cell.height)
        camera = self._state.scene.panels[panel].camera
        self.drawing.draft = True
        self.drawing.turn(
            panel, camera.turned(TURN * (mouse.x - x) / side, TURN * (mouse.y - y) / side)
        )

    def _release(self, _: Event) -> None:
        if self._drag is not None:
            self._drag = None
            self.drawing.draft = False
            self._update()

    def _key(self, event: Event) -> None:
        pressed: Any = event
        step = STEPS.get(pressed.key)
        if step is not None and self._state.scene.activity is not None:
            last = len(self._state.activity.times) - 1
            self._state.set_sample(float(np.clip(round(self._state.sample) + step, 0, last)))

    def _panel_at(self, x: float, y: float) -> int | None:
        """The panel at a position in the figure, in pixels from the lower left."""
        down = self.figure.bbox.height - y
        for index, cell in enumerate(self.drawing.cells):
            if 0 <= x - cell.left < cell.width and 0 <= down - cell.top < cell.height:
                return index
        return None
