"""Matplotlib figures of brains: opened, kept up to date, encoded as files, closed."""

from __future__ import annotations

import functools
import io
from functools import partial
from typing import TYPE_CHECKING, Any

from leadfield.scene.renderer import PIXELS
from leadfield.screen.backend import has_windows, is_inline
from leadfield.screen.notebook import show_once

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from matplotlib.figure import Figure

    from leadfield.render.drawing import Drawing
    from leadfield.scene.renderer import Canvas

FORMATS = ("png", "pdf", "svg", PIXELS)
"""What Matplotlib writes of a brain."""
DPI = 100
PRINT_DPI = 288
"""Of the brain inside PDF and SVG files: four times what these count in."""


@functools.cache
def brain_figure_class() -> type[Figure]:
    """The class of figures that hold a drawing; made here to load Matplotlib late."""
    from matplotlib.figure import Figure

    class BrainFigure(Figure):
        """A figure that asks its drawing to refresh before it is drawn."""

        drawing: Drawing | None = None

        def draw(self, renderer: RendererBase) -> None:
            """Draw, after the drawing has been brought up to date."""
            if self.drawing is not None:
                self.drawing.refresh(renderer.get_image_magnification())
            super().draw(renderer)

    return BrainFigure


def opens_window(figure: object, *, show: bool) -> bool:
    """Whether a brain in a figure (or in a new one, for None) is in a window.

    ``show`` asks for a window for a new figure, and needs a backend that has some.
    """
    from matplotlib.figure import Figure

    if isinstance(figure, Figure):
        return in_window(figure)
    return has_windows() and (show or figure is not None)


def open_figure(canvas: Canvas, *, window: bool) -> Figure:
    """The figure to draw into, of so many pixels unless it is the user's.

    A number is one of brains, which leaves the user's figures of that number alone.
    Without one, pyplot knows the figure only if a ``window`` or a notebook is to show it.
    """
    from matplotlib.figure import Figure

    inches = (canvas.size[0] / DPI, canvas.size[1] / DPI)
    number = canvas.figure
    if isinstance(number, Figure):
        return number
    kind = brain_figure_class()
    if number is None and not window and not (canvas.show and is_inline()):
        return kind(figsize=inches, dpi=DPI)
    from matplotlib import pyplot as plt
    from matplotlib import rc_context

    name = None if number is None else f"brain {number}"
    if name is None or not plt.fignum_exists(name):
        # Its buttons zoom and move axes, of which a brain has none.
        with rc_context({"toolbar": "None"}):
            return plt.figure(name, figsize=inches, dpi=DPI, FigureClass=kind)
    figure = plt.figure(name)
    figure.set_size_inches(*inches)
    figure.set_dpi(DPI)
    return figure


def attach_drawing(figure: Figure, drawing: Drawing, title: str) -> None:
    """Have a figure bring ``drawing`` up to date whenever it is drawn, if it can do so."""
    if refreshes_itself(figure):
        figure.drawing = drawing  # type: ignore[attr-defined]
        if is_inline():
            show_once(figure, partial(encode_figure, drawing, "png", transparent=False))
    if title and figure.canvas.manager is not None:
        figure.canvas.manager.set_window_title(title)


def redraw(drawing: Drawing) -> None:
    """Have a figure drawn anew: now if it is the user's, else when it is needed."""
    figure = drawing.figure
    if not refreshes_itself(figure):
        drawing.refresh()
    figure.stale = True


def is_figure(figure: object) -> bool:
    """Whether something is a figure, or the number of one."""
    from matplotlib.figure import Figure

    return isinstance(figure, Figure) or (isinstance(figure, int) and not isinstance(figure, bool))


def refreshes_itself(figure: Figure) -> bool:
    """Whether a figure brings its drawing up to date whenever it is drawn."""
    return isinstance(figure, brain_figure_class())


def in_window(figure: Figure) -> bool:
    """Whether a figure has a window, and not only a number of pyplot's."""
    from matplotlib.backend_bases import FigureManagerBase

    return type(figure.canvas.manager) not in {FigureManagerBase, type(None)}


def figure_size(figure: Figure) -> tuple[int, int]:
    """Width and height in pixels."""
    return round(figure.bbox.width), round(figure.bbox.height)


def show_window(figure: Figure, *, block: bool) -> None:
    """Show one of pyplot's figures."""
    from matplotlib import pyplot as plt

    if figure.canvas.manager is not None:
        figure.canvas.manager.show()
    if block:
        plt.show(block=True)


def encode_figure(drawing: Drawing, file_format: str, *, transparent: bool) -> bytes:
    """The figure as the bytes of a file; controls are left out."""
    from matplotlib import rc_context

    settings: Any = {"savefig.bbox": None, "svg.fonttype": "none", "pdf.fonttype": 42}
    figure, stream = drawing.figure, io.BytesIO()
    drawing.opaque, drawing.controls = not transparent, False
    try:
        with rc_context(settings):
            figure.savefig(
                stream,
                format=file_format,
                dpi=figure.dpi if file_format in {"png", PIXELS} else PRINT_DPI,
                facecolor="none" if transparent else drawing.state.scene.style.background,
            )
    finally:
        drawing.opaque, drawing.controls = True, True
    return stream.getvalue()
