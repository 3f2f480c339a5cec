"""Text files of BIDS, within bounds."""

from pathlib import Path

from leadfield.base.bounded_text import MOST_BYTES
from leadfield.base.errors import FormatError
from leadfield.base.files import existing


def read_text(path: Path, kind: str) -> str:
    """The text of a file, which errors call a ``kind``."""
    size = existing(path).stat().st_size
    if size > MOST_BYTES:
        raise FormatError(path, f"{kind} must take at most {MOST_BYTES} bytes, got {size}")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"{kind} must be text in UTF-8: save it so ({error.reason})"
        raise FormatError(path, problem, offset=error.start) from error
