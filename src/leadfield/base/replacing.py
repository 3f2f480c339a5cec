"""Atomic writing: old files stay until new ones are whole, and several change together."""

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self, final

from leadfield.base.errors import InputError, MissingFileError
from leadfield.base.hidden_files import new_part
from leadfield.base.pending import (
    journal_of,
    replace_together,
    settle,
    sync_folder,
)
from leadfield.base.write_errors import telling


@contextmanager
def replacing(path: Path, together: "Replacement | None" = None) -> Iterator[IO[bytes]]:
    """A binary file that takes the place of ``path`` only when wholly written.

    Killed at any byte, the old file is whole; a failed write leaves no litter. It may be one of
    several that take their places ``together``.
    """
    if together is not None:
        with together.writing(path) as stream:
            yield stream
        return
    with Replacement() as files, files.writing(path) as stream:
        yield stream


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A file that is written: its hidden place, and the one that it will take."""

    place: Path
    target: Path
    stream: IO[bytes]

    def is_own(self) -> bool:
        """Whether the hidden file is this one, and not that of another process by now."""
        if self.stream.closed:
            return True
        return os.path.samestat(os.fstat(self.stream.fileno()), self.place.stat())


@final
class Replacement:
    """Files that take their places together, at the end of a ``with`` block.

    Whoever reads them finds all old ones or all new ones. An error in the block leaves the old.
    """

    __slots__ = ("_parts",)

    def __init__(self) -> None:
        self._parts: list[_Part] = []

    @contextmanager
    def writing(self, path: Path) -> Iterator[IO[bytes]]:
        """The stream of one of them, which is written when the inner block ends."""
        target = followed(path)
        if self._parts and target.parent != self._parts[0].target.parent:
            msg = f"{path} is a link to another folder than the files it belongs to: remove it"
            raise InputError(msg)
        with telling(path):
            settle(target)
            place, file = new_part(target, path)
            stream = io.BufferedWriter(file)
            self._parts.append(_Part(place=place, target=target, stream=stream))
            if target.exists():
                place.chmod(target.stat().st_mode & 0o777)
        yield stream
        stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None and self._parts:
                self._finish()
        finally:
            self._clean()

    def _finish(self) -> None:
        first = self._parts[0].target
        with telling(first):
            for part in self._parts:
                os.fsync(part.stream.fileno())
                if os.name == "nt":
                    part.stream.close()  # Windows renames no open file
            if len(self._parts) == 1:
                self._parts[0].place.replace(first)
                sync_folder(first.parent)
            else:
                replace_together({one.target: one.place for one in self._parts})

    def _clean(self) -> None:
        """Close all; remove what has not taken its place, unless a list still needs it."""
        needed = bool(self._parts) and journal_of(self._parts[0].target).exists()
        for part in self._parts:
            with suppress(OSError):
                if os.name == "nt":
                    part.stream.close()  # Windows removes no open file
                if not needed and part.is_own():
                    part.place.unlink()
            # What could not be written is not worth a second error.
            with suppress(OSError):
                part.stream.close()


@contextmanager
def hidden_folder(path: Path) -> Iterator[Path]:
    """An empty folder beside ``path``, for as long as the block takes.

    What a killed process left there is removed.
    """
    with telling(path):
        place, file = new_part(path, path)
        folder = place.with_name(f"{place.name}-files")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    try:
        yield folder
    finally:
        if not journal_of(path).exists():  # else a list still needs it
            shutil.rmtree(folder, ignore_errors=True)
        if os.name == "nt":
            file.close()  # Windows removes no open file
        with suppress(OSError):
            place.unlink()
        with suppress(OSError):
            file.close()


def followed(path: Path) -> Path:
    """The file itself, where the path is a link to it."""
    if not path.is_symlink():
        return path
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        msg = f"{path} must lead to a file, it is a link in a circle: remove it"
        raise InputError(msg)
    if not target.parent.is_dir():
        msg = f"{path} is a link to {target}: the folder {target.parent} must exist"
        raise MissingFileError(msg)
    return target
