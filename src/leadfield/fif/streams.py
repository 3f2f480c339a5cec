"""Files that users opened themselves, and whatever reads bytes like one."""

from pathlib import Path
from typing import IO, Any, TypeGuard

from leadfield.base.errors import ArgumentTypeError, StateError

UNNAMED = Path("file-like object")


def is_stream(thing: object) -> TypeGuard[IO[bytes]]:
    """Whether it can be read like an open file."""
    return all(callable(getattr(thing, name, None)) for name in ("read", "seek"))


def content_of(stream: IO[Any]) -> tuple[Path, bytes]:
    """What a stream is called, and all its bytes from its start; it stays open."""
    name = getattr(stream, "name", None)
    path = Path(name) if isinstance(name, str) else UNNAMED
    if getattr(stream, "closed", False):
        msg = f"a file-like object must be open to be read, {path} is closed"
        raise StateError(msg)
    stream.seek(0)
    content = stream.read()
    if not isinstance(content, bytes | bytearray | memoryview):
        msg = f"a file-like object must give bytes, {path} gives {type(content).__name__}: open it "
        raise ArgumentTypeError(msg + 'with mode "rb"')
    return path, bytes(content)
