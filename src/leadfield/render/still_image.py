"""Still images of a brain: a renderer to a Matplotlib figure that has no window."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from leadfield.base.log import warn
from leadfield.render.drawing import Drawing
from leadfield.render.figure import (
    FORMATS,
    attach_drawing,
    encode_figure,
    figure_size,
    open_figure,
    redraw,
)
from leadfield.scene.renderer import Canvas, Renderer
from leadfield.screen.backend import is_inline
from leadfield.screen.notebook import forget_figure, show_now

if TYPE_CHECKING:
    from leadfield.scene.state import SceneState


@final
class StillImage(Renderer):
    """A brain in a Matplotlib figure, drawn when it is needed."""

    interactive: ClassVar[bool] = False
    formats: ClassVar[tuple[str, ...]] = FORMATS

    def __init__(self, state: SceneState, canvas: Canvas) -> None:
        self.figure = open_figure(canvas, window=False)
        self.drawing = Drawing(self.figure, state)
        attach_drawing(self.figure, self.drawing, canvas.title)
        state.subscribe(self._update)
        self._update()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return figure_size(self.figure)

    def show(self, *, block: bool) -> None:
        """Show it below the cell of a notebook, or say that there is no window."""
        del block
        if is_inline():
            show_now(self.figure)
        else:
            warn("Matplotlib has no windows here: use save_image() or screenshot()")

    def encode(self, file_format: str, *, transparent: bool = False) -> bytes:
        """The content of an image file."""
        return encode_figure(self.drawing, file_format, transparent=transparent)

    def close(self) -> None:
        """Let go of the figure."""
        self.drawing.state.unsubscribe(self._update)
        forget_figure(self.figure)

    def _update(self) -> None:
        redraw(self.drawing)
