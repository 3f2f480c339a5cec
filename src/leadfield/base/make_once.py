"""Folders that are filled once, by one process at a time, atomically."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from leadfield.base.errors import InputError
from leadfield.base.pending import sync_files, sync_folder
from leadfield.base.write_errors import telling

ELSEWHERE = "pass path=, or set LEADFIELD_DATA, to store the data elsewhere"


def make_once(
    folder: Path,
    make: Callable[[Path], None],
    *,
    again: bool = False,
    advice: str = ELSEWHERE,
) -> Path:
    """Fill ``folder`` by ``make`` if it does not exist yet, and return it.

    ``make`` fills a temporary folder, which is renamed to ``folder`` once it is complete;
    processes that ask at the same time wait for the first. With ``again`` an existing folder
    is replaced. ``advice`` says what to do where none can be made.
    """
    if folder.is_dir() and not again:
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock = folder.with_name(f".{folder.name}.lock").open("wb")
    except OSError as problem:
        msg = f"the folder {folder.parent} must be one that can be written to ({problem}): {advice}"
        raise InputError(msg) from problem
    with lock, _locked(lock):
        if folder.is_dir() and not again:
            return folder
        prefix = f".{folder.name}-"
        # No other process is at work: these are leftovers of a killed one.
        for leftover in folder.parent.glob(f"{prefix}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=prefix, dir=folder.parent) as place:
            new = Path(place) / folder.name
            new.mkdir()
            with telling(folder, instead_of=new):
                make(new)
                sync_files(new)
                if again and folder.is_dir():
                    folder.rename(Path(place) / "old")
                try:
                    new.rename(folder)
                except OSError:
                    # Without locks another process may have been first; its folder is whole too.
                    if not folder.is_dir():
                        raise
            sync_folder(folder.parent)
    return folder


@contextmanager
def _locked(lock: IO[bytes]) -> Iterator[None]:
    """Hold the lock; a process that dies releases it."""
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
