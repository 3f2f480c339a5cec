"""Paths that users give, and what is said of those that cannot be read or written."""

import errno
import os
import stat
from pathlib import Path

from leadfield.base.errors import (
    ArgumentTypeError,
    FormatError,
    InputError,
    MissingFileError,
    OverwriteError,
    WriteRefusedError,
)
from leadfield.base.foreign_formats import recognised_folder
from leadfield.base.pending import settle

WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def as_path(path: object) -> Path:
    """``str`` or path-like to an expanded :class:`~pathlib.Path`."""
    if not isinstance(path, str | os.PathLike):
        msg = f"a path must be str or Path, got {path!r} ({type(path).__name__})"
        raise ArgumentTypeError(msg)
    found = Path(path)
    if "\0" in str(found):
        msg = f"a path must be without null characters, got {str(found)!r}"
        raise InputError(msg)
    try:
        return found.expanduser()
    except RuntimeError:  # no user has that name: it is a file's
        return found


def existing(path: object, what: str = "file") -> Path:
    """The path of a file that is there."""
    found = as_path(path)
    settle(found)
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
    if target.exists():
        _check_replaceable(target)
    if not target.parent.is_dir():
        msg = f"the folder {target.parent} must exist to write {target.name}: make it"
        raise MissingFileError(msg)
    return target


def _check_replaceable(target: Path) -> None:
    if not target.is_file():
        msg = f"a file must be written to a file's path, got the device or pipe {target}"
        raise OverwriteError(msg)
    # Whoever may do everything still means something by making a file read-only.
    if not (os.access(target, os.W_OK) and target.stat().st_mode & WRITABLE):
        msg = f"{target} is read-only: make it writable to replace it, or choose another name"
        raise WriteRefusedError(errno.EACCES, msg)
