"""Paths that users give, and atomic writing: the old file stays until the new one is whole."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from leadfield.base.errors import (
    ArgumentTypeError,
    FormatError,
    MissingFileError,
    OverwriteError,
)
from leadfield.base.foreign_formats import recognised_folder


def as_path(path: object) -> Path:
    """``str`` or path-like to an expanded :class:`~pathlib.Path`."""
    if not isinstance(path, str | os.PathLike):
        msg = f"a path must be str or Path, got {path!r} ({type(path).__name__})"
        raise ArgumentTypeError(msg)
    return Path(path).expanduser()


def existing(path: object, what: str = "file") -> Path:
    """The path of a file that is there."""
    found = as_path(path)
    if found.is_dir() and (kind := recognised_folder(found)):
        raise FormatError(found, f"{what} must be a file; this is {kind}")
    if not found.is_file():
        why = "it is a folder" if found.is_dir() else "there is none"
        near = "" if found.parent.is_dir() else f" (nor a folder {found.parent})"
        msg = f"{what} must be a file that exists, got {str(path)!r}: {why}{near}"
        raise MissingFileError(msg)
    return found


def may_write(path: object, *, overwrite: bool) -> Path:
    """The path of a file that may be written."""
    target = as_path(path)
    if target.is_dir():
        msg = f"a file must be written to a file's path, got the folder {target}"
        raise OverwriteError(msg)
    if target.exists() and not overwrite:
        msg = f"{target} exists: pass overwrite=True to replace it, or another name"
        raise OverwriteError(msg)
    if not target.parent.is_dir():
        msg = f"the folder {target.parent} must exist to write {target.name}: make it"
        raise MissingFileError(msg)
    return target


def sync_folder(folder: Path) -> None:
    """Make renames in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that takes the place of ``path`` only when wholly written.

    Killed at any byte, the old file is whole; a failed write leaves no litter.
    """
    import tempfile  # slow to load, and seldom needed

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
        temporary.chmod(mode & 0o777)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _umask() -> int:
    value = os.umask(0)
    os.umask(value)
    return value
