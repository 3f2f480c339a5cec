"""Table of the renderers of brains, and which of them displays or writes what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from leadfield.base.errors import StateError
from leadfield.render.figure import opens_window
from leadfield.render.still_image import StillImage
from leadfield.render.window import Window
from leadfield.scene.renderer import PIXELS, Canvas, Renderer
from leadfield.screen.backend import has_windows, is_inline
from leadfield.screen.notebook import forget_figure
from leadfield.web.renderer import Page

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.scene.state import SceneState

RENDERERS: Mapping[str, type[Renderer]] = {"image": StillImage, "window": Window, "page": Page}


def open_renderer(state: SceneState, canvas: Canvas) -> Renderer:
    """The renderer that displays a brain at first."""
    kind = "window" if opens_window(canvas.figure, show=canvas.show) else "image"
    return RENDERERS[kind](state, canvas)


def show_renderer(renderer: Renderer, state: SceneState, *, title: str, block: bool) -> Renderer:
    """Show a brain, in a window of its own if its renderer has none; the renderer that does."""
    state.check_open()
    if not renderer.interactive and has_windows():
        size = renderer.size
        renderer.close()
        renderer = RENDERERS["window"](state, Canvas(size=size, title=title))
    renderer.show(block=block)
    return renderer


def image_formats() -> list[str]:
    """The formats of files that any renderer writes."""
    formats = [name for kind in RENDERERS.values() for name in kind.formats]
    return [name for name in dict.fromkeys(formats) if name != PIXELS]


@contextmanager
def renderer_of_format(
    renderer: Renderer, state: SceneState, file_format: str
) -> Iterator[Renderer]:
    """The renderer itself if it writes a format, else one opened meanwhile that does."""
    state.check_open()
    if file_format in renderer.formats:
        yield renderer
        return
    kind = next(kind for kind in RENDERERS.values() if file_format in kind.formats)
    other = kind(state, Canvas(size=renderer.size))
    try:
        yield other
    finally:
        other.close()


def leave_to_itself(renderer: Renderer) -> None:
    """Have a notebook that shows a brain as the value of a line not show its figure as well."""
    if is_inline() and isinstance(renderer, StillImage):
        forget_figure(renderer.figure)


def matplotlib_figure(renderer: Renderer) -> Figure:
    """The Matplotlib figure of a renderer."""
    if not isinstance(renderer, StillImage | Window):
        msg = f"a brain must be drawn by Matplotlib to have a figure, got {renderer!r}"
        raise StateError(msg)
    return renderer.figure
