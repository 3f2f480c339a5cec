"""Bundle of the viewer: its files as they are, and what a page and a widget run of them."""

from functools import cache
from importlib.resources import files

STATIC = files("leadfield.web") / "static"


@cache
def static_text(name: str) -> str:
    """A file of the viewer, as it is."""
    return (STATIC / name).read_text(encoding="utf-8")


def page_script() -> str:
    """The script of a page, which starts every viewer that the page holds."""
    return static_text("viewer.js") + "leadfieldViewer.startPage();"


def widget_module() -> str:
    """The module of a widget."""
    return static_text("viewer.js") + "export default leadfieldViewer.widget;"
