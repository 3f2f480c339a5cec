"""Pages in the browser: a file for one, and its opening."""

import tempfile
import webbrowser
from pathlib import Path


def temporary_page() -> Path:
    """A name for a page, in a new temporary folder."""
    return Path(tempfile.mkdtemp(prefix="leadfield-")) / "brain.html"


def show_page(path: Path) -> None:
    """Open a page in the browser."""
    webbrowser.open(path.as_uri())
