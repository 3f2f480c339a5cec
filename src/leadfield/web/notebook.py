"""The viewer in notebooks: a widget where anywidget is installed, else a page in a frame."""

import base64
from functools import cache
from html import escape
from typing import Any, final

from leadfield.base.errors import MissingPackageError
from leadfield.web.bundle import static_text, widget_module
from leadfield.web.content import PageContent
from leadfield.web.header import encode_content
from leadfield.web.page import make_page

HEIGHT = 620
"""In pixels."""


@final
class PageFrame:
    """A page in a frame, for notebooks without widgets."""

    def __init__(self, page: bytes, height: int) -> None:
        self._page = page
        self._height = height

    def _repr_html_(self) -> str:
        """The frame, which holds the page itself and may do nothing but run it."""
        source = escape(self._page.decode("utf-8"))
        return (
            f'<iframe srcdoc="{source}" sandbox="allow-scripts allow-downloads" '
            f'title="Brain" style="width: 100%; height: {self._height}px; border: 0"></iframe>'
        )


def notebook_view(content: PageContent, height: int = HEIGHT) -> Any:
    """What shows a page's content in a notebook: a widget, or a page in a frame."""
    try:
        return make_widget(content, height)
    except MissingPackageError:
        return PageFrame(make_page(content), height)


def make_widget(content: PageContent, height: int = HEIGHT) -> Any:
    """The widget, whose ``time``, ``map`` and ``picks`` follow the viewer and lead it."""
    still = ""
    if content.still is not None:
        still = f"data:image/png;base64,{base64.b64encode(content.still).decode('ascii')}"
    return _widget_class()(data=encode_content(content), height=height, still=still)


@cache
def _widget_class() -> Any:
    try:
        import anywidget
        import traitlets
    except ImportError as error:
        msg = (
            "a widget needs anywidget, which is not installed: "
            "python -m pip install 'leadfield[notebook]'"
        )
        raise MissingPackageError(msg) from error

    class BrainWidget(anywidget.AnyWidget):
        """The viewer: traits are those of viewer/PAYLOAD.md."""

        _esm = widget_module()
        _css = static_text("viewer.css")
        data = traitlets.Bytes(b"").tag(sync=True)
        height = traitlets.Int(HEIGHT).tag(sync=True)
        still = traitlets.Unicode("").tag(sync=True)
        time = traitlets.Float(None, allow_none=True).tag(sync=True)
        map = traitlets.Int(-1).tag(sync=True)
        picks = traitlets.List(traitlets.Dict()).tag(sync=True)

    return BrainWidget
