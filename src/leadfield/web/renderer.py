"""Renderer of a page: a brain in one HTML file, which a browser turns, scrubs and clicks."""

from dataclasses import replace
from typing import ClassVar, final

from leadfield.render.still_image import StillImage
from leadfield.scene.renderer import Canvas, Renderer
from leadfield.scene.state import SceneState
from leadfield.web.browser import show_page, temporary_page
from leadfield.web.content import PageContent
from leadfield.web.from_scene import content_of_scene
from leadfield.web.page import make_page


@final
class Page(Renderer):
    """A brain as a page, which is written when it is asked for."""

    interactive: ClassVar[bool] = True
    formats: ClassVar[tuple[str, ...]] = ("html",)

    def __init__(self, state: SceneState, canvas: Canvas) -> None:
        self._state = state
        self._canvas = canvas

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels of the still picture."""
        return self._canvas.size

    def show(self, *, block: bool) -> None:
        """Open the page in the browser."""
        del block  # a browser is never waited for
        path = temporary_page()
        path.write_bytes(self.encode("html"))
        show_page(path)

    def encode(self, file_format: str, *, transparent: bool = False) -> bytes:
        """The page as a file."""
        del file_format, transparent  # there is one format, and the page has its own background
        return make_page(content_of_state(self._state, self._canvas))

    def close(self) -> None:
        """Nothing is held."""


def content_of_state(state: SceneState, canvas: Canvas) -> PageContent:
    """The content of a page that shows a brain as it is now, with its still picture."""
    content = content_of_scene(state.scene, state.sample)
    title = content.title or canvas.title
    return replace(content, title=title, still=encode_still(state, canvas), description=title)


def encode_still(state: SceneState, canvas: Canvas) -> bytes:
    """The picture that a page has for where it cannot draw, a PNG file."""
    painter = StillImage(state, Canvas(size=canvas.size))
    try:
        return painter.encode("png")
    finally:
        painter.close()
