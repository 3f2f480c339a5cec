"""Hidden files beside those that are written: their names, and which process holds them."""

import errno
import io
import os
import sys
import time
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Any, final

from leadfield.base.write_errors import telling

MARK = ".leadfield-"
MOST_BYTES = 80
"""Of a name in a hidden one, so that any name that can be saved has one."""
MOST_WRITERS = 100
"""Processes that write files of one name at the same time."""
OLD = 24 * 3600
"""Seconds after which a file counts as left behind where the system has no locks."""
PAUSE = 0.01  # s, between two looks at a lock
READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@final
class HiddenFile(io.FileIO):
    """A new hidden file, with the permissions that the system gives any new file.

    Errors tell the name that the user gave.
    """

    def __init__(self, place: Path, told: Path) -> None:
        super().__init__(place, "x+")
        self._told = told

    def write(self, data: Any) -> int:
        """Write some bytes, and say how many."""
        with telling(self._told):
            return super().write(data)


def open_hidden(path: Path) -> io.FileIO:
    """A hidden file that is there, to be read: no link, and nothing that is waited for."""
    return io.FileIO(path, "r", opener=lambda name, _: os.open(name, READ))


def hidden_name(name: str, ending: str) -> str:
    """``.x_raw.fif.leadfield-part`` of ``x_raw.fif``; long ones are cut, and told by a checksum."""
    coded = os.fsencode(name)
    if len(coded) > MOST_BYTES:
        name = f"{coded[:MOST_BYTES].decode('utf-8', 'ignore')}~{zlib.crc32(coded):08x}"
    return f".{name}{MARK}{ending}"


def new_part(path: Path, told: Path) -> tuple[Path, HiddenFile]:
    """Where a file is that is to become ``path``, and the file, which this process holds.

    What a killed process left there is removed; ``told`` is what the user calls it.
    """
    places = (path.with_name(hidden_name(path.name, f"part{i or ''}")) for i in range(MOST_WRITERS))
    for place, following in pairwise(places):
        while True:
            try:
                file = HiddenFile(place, told)
            except FileExistsError:
                if not remove_unheld(place):
                    break
                continue
            # Whoever tidies up may have come between.
            if hold(file) and not is_gone(file, place):
                remove_unheld(following)
                return place, file
            file.close()
    raise OSError(errno.EBUSY, f"{MOST_WRITERS} processes write it")


def remove_unheld(path: Path) -> bool:
    """Remove a file that no process holds; whether it is gone."""
    try:
        with open_hidden(path) as file:
            unheld = hold(file, otherwise=time.time() - os.fstat(file.fileno()).st_mtime > OLD)
            if unheld and os.name != "nt" and not is_gone(file, path):
                path.unlink(missing_ok=True)
        if os.name == "nt":  # which removes no file that is open
            path.unlink(missing_ok=True)
    except OSError as problem:
        return isinstance(problem, FileNotFoundError)
    return not os.path.lexists(path)


def is_gone(file: io.FileIO, path: Path) -> bool:
    """Whether an open file has been removed, or goes by another name."""
    try:
        return not os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return True


def hold(file: io.FileIO, *, seconds: float = 0, otherwise: bool = True) -> bool:
    """Lock a file until it is closed or the process ends; whether no other has it.

    ``seconds`` is how long to wait, ``otherwise`` the answer where the system has no locks.
    """
    if sys.platform == "win32":
        return True  # an open file can be neither removed nor replaced
    import fcntl

    end = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= end:
                return False
            time.sleep(PAUSE)
        except OSError:
            return otherwise
        else:
            return True
