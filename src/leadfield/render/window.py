"""Window of a brain: a renderer that answers the mouse and keys, with a time slider."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
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
from leadfield.render.gestures import Dragged, grab, panel_at
from leadfield.render.limit_handles import draw_handles
from leadfield.render.picking import vertex_at
from leadfield.scene.picks import with_pick
from leadfield.scene.renderer import Canvas, Renderer
from leadfield.screen.notebook import forget_figure

if TYPE_CHECKING:
    from matplotlib.backend_bases import Event

    from leadfield.render.figure_layout import FigureLayout
    from leadfield.scene.state import SceneState

SLIDER_LINES = 2.6
"""Height of the slider, in lines of text."""
STEPS = {"left": -1, "right": 1, "shift+left": -10, "shift+right": 10}
"""Samples that a key goes on."""
PLAY, FRAME = " ", 60
"""The key that starts and stops a movie, and the time of its frames in ms."""
ZOOM, SMALLEST, LARGEST = 1.15, 0.5, 8.0
"""A step of the mouse wheel, and the bounds of all of them together."""
REFINE = 300
"""Ms after the last step of the wheel until edges are smooth again."""


@final
class Window(Renderer):
    """A brain in a Matplotlib figure with a window.

    Drag it to turn it, scroll to zoom, click to see a source's time course (with shift
    beside others), drag the triangles on the colour bar for the limits, slide, click the
    courses or press arrow keys for the time, and space to play.
    """

    interactive: ClassVar[bool] = True
    formats: ClassVar[tuple[str, ...]] = FORMATS

    def __init__(self, state: SceneState, canvas: Canvas) -> None:
        self.figure = open_figure(canvas, window=True)
        self.drawing = Drawing(self.figure, state)
        attach_drawing(self.figure, self.drawing, canvas.title)
        self._state = state
        self._slider: Any = None
        self._drag: Dragged | None = None
        self._player = self._timer(FRAME, self._advance)
        self._refiner = self._timer(REFINE, self._refine)
        self.playing = False
        """Whether a movie is shown."""
        for name, react in (
            ("button_press_event", self._press),
            ("motion_notify_event", self._move),
            ("button_release_event", self._release),
            ("scroll_event", self._scroll),
            ("key_press_event", self._key),
        ):
            self.figure.canvas.mpl_connect(name, react)  # type: ignore[call-overload]
        self.drawing.on_layout = self._add_controls
        if state.scene.activity is not None and len(state.activity.times) > 1:
            self.drawing.slider_lines = SLIDER_LINES
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
        """The content of an image file, without the controls."""
        return encode_figure(self.drawing, file_format, transparent=transparent)

    def close(self) -> None:
        """Close the window."""
        self._player.stop()
        self._refiner.stop()
        self._state.unsubscribe(self._update)
        forget_figure(self.figure)

    def _timer(self, interval: int, react: Callable[[], None]) -> Any:
        timer = self.figure.canvas.new_timer(interval=interval)
        timer.add_callback(react)
        return timer

    def _update(self) -> None:
        """Move the slider to the time that is shown, and have the brain drawn soon."""
        if self._slider is not None:
            self._slider.eventson = False
            self._slider.set_val(self._state.activity.time_at(self._state.sample))
            self._slider.eventson = True
        redraw(self.drawing)
        self.figure.canvas.draw_idle()

    def _add_controls(self, layout: FigureLayout, bounds: Bounds | None) -> None:
        """Put a slider into a part of the figure, and handles on the colour bar, unless None."""
        self._slider = None
        if bounds is None:
            return
        if layout.colour_bar is not None:
            limits = self._state.activity.colour_table.limits
            draw_handles(layout.colour_bar, limits, self._state.scene.style.foreground)
        if not self.drawing.slider_lines:
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
        slider.on_changed(self._show_time)
        self._slider = slider

    def _show_time(self, time: float) -> None:
        self._state.set_sample(float(np.abs(self._state.activity.times - time).argmin()))

    def _press(self, event: Event) -> None:
        mouse: Any = event
        toolbar: Any = self.figure.canvas.toolbar
        busy = toolbar is not None and toolbar.mode  # zooming, for one
        if mouse.button == 1 and not busy:
            self._drag = grab(self.drawing, mouse.x, mouse.y)

    def _move(self, event: Event) -> None:
        if self._drag is not None:
            mouse: Any = event
            self._drag = self._drag.to(self.drawing, mouse.x, mouse.y)

    def _release(self, event: Event) -> None:
        drag, self._drag = self._drag, None
        if drag is None:
            return
        mouse: Any = event
        if drag.is_click:
            self._pick(drag.panel, mouse.x, mouse.y, more=mouse.key == "shift")
        self._refine()

    def _pick(self, panel: int | None, x: float, y: float, *, more: bool) -> None:
        """Show the time course of the source nearest to what is at a position."""
        if panel is None or panel >= len(self.drawing.views):
            return
        cell = self.drawing.cells[panel]
        down = self.figure.bbox.height - y
        found = vertex_at(self.drawing.views[panel], x - cell.left, down - cell.top)
        if found is not None:
            self._state.set_scene(with_pick(self._state.scene, *found, more=more))

    def _scroll(self, event: Event) -> None:
        mouse: Any = event
        index = panel_at(self.drawing, mouse.x, mouse.y)
        if index is not None:
            panel = self._state.scene.panels[index]
            zoom = float(np.clip(panel.zoom * ZOOM**mouse.step, SMALLEST, LARGEST))
            self.drawing.draft = True
            self.drawing.look(index, replace(panel, zoom=zoom))
            self._refiner.stop()
            self._refiner.start()

    def _refine(self) -> None:
        """Draw with smooth edges again."""
        self._refiner.stop()
        if self.drawing.draft and not self.playing:
            self.drawing.draft = False
            self._update()

    def _key(self, event: Event) -> None:
        pressed: Any = event
        if self._state.scene.activity is None:
            return
        if pressed.key == PLAY:
            self._play(on=not self.playing)
        elif pressed.key in STEPS:
            last = len(self._state.activity.times) - 1
            sample = round(self._state.sample) + STEPS[pressed.key]
            self._state.set_sample(float(np.clip(sample, 0, last)))

    def _play(self, *, on: bool) -> None:
        """Start or stop a movie, which goes round and round."""
        self.playing = on
        if on:
            self.drawing.draft = True
            self._player.start()
        else:
            self._player.stop()
            self._refine()

    def _advance(self) -> None:
        """Show the next sample, after the last one the first."""
        if self.playing:
            n = len(self._state.activity.times)
            self._state.set_sample(float((round(self._state.sample) + 1) % n))
