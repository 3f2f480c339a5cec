"""Matplotlib figures that bring their drawing up to date whenever they are drawn."""

from __future__ import annotations

import functools
import io
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from matplotlib.backend_bases import RendererBase
    from matplotlib.figure import Figure

    from leadfield.render.drawing import Drawing

DPI = 100
PRINT_DPI = 288
"""Of the brain inside PDF and SVG files: four times what these count in."""


@functools.cache
def brain_figure_class() -> type[Figure]:
    """The class of figures that keep a drawing; made here to load Matplotlib late."""
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


def has_windows() -> bool:
    """Whether Matplotlib's backend can open windows here."""
    import matplotlib as mpl
    from matplotlib.backends.registry import backend_registry

    name = mpl.get_backend()
    _, framework = backend_registry.resolve_backend(name)  # type: ignore[no-untyped-call]
    return framework not in {None, "headless"}


def open_figure(which: Figure | int | None, size: tuple[int, int], *, window: bool) -> Figure:
    """The figure to draw into, of so many pixels unless it is the user's.

    A number is one of brains, which leaves the user's figures of that number alone.
    Without one, pyplot knows the figure only if a ``window`` is to show it.
    """
    inches = (size[0] / DPI, size[1] / DPI)
    kind = brain_figure_class()
    if which is None and not window:
        return kind(figsize=inches, dpi=DPI)
    if which is not None and not isinstance(which, int):
        return which
    from matplotlib import pyplot as plt

    name = None if which is None else f"brain {which}"
    if name is None or not plt.fignum_exists(name):
        return plt.figure(name, figsize=inches, dpi=DPI, FigureClass=kind)
    figure = plt.figure(name)
    figure.set_size_inches(*inches)
    figure.set_dpi(DPI)
    return figure


def is_figure(which: object) -> bool:
    """Whether something is a figure, or the number of one."""
    from matplotlib.figure import Figure

    return isinstance(which, Figure) or (isinstance(which, int) and not isinstance(which, bool))


def refreshes_itself(figure: Figure) -> bool:
    """Whether a figure brings its drawing up to date whenever it is drawn."""
    return isinstance(figure, brain_figure_class())


def in_window(figure: Figure) -> bool:
    """Whether a figure has a window, and not only a number of pyplot's."""
    from matplotlib.backend_bases import FigureManagerBase

    return type(figure.canvas.manager) not in {FigureManagerBase, type(None)}


def show_window(figure: Figure, *, block: bool) -> None:
    """Show one of pyplot's figures."""
    from matplotlib import pyplot as plt

    if figure.canvas.manager is not None:
        figure.canvas.manager.show()
    if block:
        plt.show(block=True)


def close_window(figure: Figure) -> None:
    """Forget a figure, and close its window if it has one."""
    if figure.canvas.manager is not None:
        from matplotlib import pyplot as plt

        plt.close(figure)


def pixels(drawing: Drawing, *, transparent: bool = False) -> NDArray[np.uint8]:
    """The figure as it looks, ``(height, width, 4)``."""
    figure = drawing.figure
    stream = io.BytesIO()
    _save(drawing, stream, file_format="rgba", dpi=figure.dpi, transparent=transparent)
    width, height = round(figure.bbox.width), round(figure.bbox.height)
    return np.frombuffer(stream.getvalue(), np.uint8).reshape(height, width, 4)


def encoded(drawing: Drawing, file_format: str, *, transparent: bool = False) -> bytes:
    """The figure as the bytes of a PNG, PDF or SVG file."""
    dpi = drawing.figure.dpi if file_format == "png" else PRINT_DPI
    stream = io.BytesIO()
    _save(drawing, stream, file_format=file_format, dpi=dpi, transparent=transparent)
    return stream.getvalue()


def _save(
    drawing: Drawing, stream: io.BytesIO, *, file_format: str, dpi: float, transparent: bool
) -> None:
    from matplotlib import rc_context

    settings: Any = {"savefig.bbox": None, "svg.fonttype": "none", "pdf.fonttype": 42}
    lines = drawing.slider_lines
    drawing.opaque, drawing.slider_lines = not transparent, 0.0
    try:
        with rc_context(settings):
            drawing.figure.savefig(
                stream,
                format=file_format,
                dpi=dpi,
                facecolor="none" if transparent else drawing.scene.style.background,
            )
    finally:
        drawing.opaque, drawing.slider_lines = True, lines
