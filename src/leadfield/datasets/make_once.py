"""Folders that are made once, by one process at a time, whole or not at all."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from leadfield.base.errors import InputError
from leadfield.base.files import sync_folder


def made_once(folder: Path, make: Callable[[Path], None], *, again: bool = False) -> Path:
    """``folder``, filled by ``make`` if it is not there yet.

    ``make`` fills another folder, which takes the place of ``folder`` only when it is
    whole; processes that ask at the same time wait for the first. With ``again`` a folder
    that is there is replaced.
    """
    if folder.is_dir() and not again:
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = folder.with_name(f".{folder.name}.lock").open("wb")
    except OSError as problem:
        msg = (
            f"the folder {folder.parent} must be one that can be written to ({problem}): "
            "pass path=, or set LEADFIELD_DATA, to keep the data elsewhere"
        )
        raise InputError(msg) from problem
    with lock, _alone(lock):
        if folder.is_dir() and not again:
            return folder
        prefix = f".{folder.name}-"
        # No other process is at work: these are what a killed one has left.
        for left in folder.parent.glob(f"{prefix}*"):
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=prefix, dir=folder.parent) as place:
            new = Path(place) / folder.name
            new.mkdir()
            make(new)
            _sync(new)
            if folder.is_dir():
                folder.rename(Path(place) / "old")
            new.rename(folder)
            sync_folder(folder.parent)
    return folder


@contextmanager
def _alone(lock: IO[bytes]) -> Iterator[None]:
    """Wait until no other process is inside; a process that dies is outside."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
        yield
        msvcrt.locking(lock.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        # Some network folders have no locks: there the last to finish wins.
        with suppress(OSError):
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _sync(folder: Path) -> None:
    """Have every file of a folder on the disk before its name says that it is whole."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
