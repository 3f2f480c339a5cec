"""Files that take their places together, by a list on disk that outlives a killed writer.

The writer lists what it is about to rename; whoever comes next, reader or writer, finishes that.
The first file of the list is put aside before any other changes, and takes its place last: until
then it is missing, also for programs that do not know of the list.
"""

import errno
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, final

from leadfield.base.errors import FormatError, StateError
from leadfield.base.hidden_files import MARK, HiddenFile, hidden_name, hold, is_gone, open_hidden

MOST_BYTES = 2**22
PATIENCE = 10  # s, for another process that renames

Fingerprint = tuple[int, int]
"""Size, and time of the last change in ns."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A whole file ``new`` that is to become ``target``; without one, ``target`` is to go.

    Fingerprints are None for what is not there.
    """

    target: Path
    new: Path | None
    old_print: Fingerprint | None
    new_print: Fingerprint | None

    @property
    def aside(self) -> Path:
        """Where the old file waits until all are in place."""
        return self.target.with_name(hidden_name(self.target.name, "old"))

    def waits(self) -> bool:
        """Whether it is not done yet."""
        return (self.target if self.new is None else self.new).exists()

    def check(self) -> None:
        """Raise if a file is not what it was, or was to be: someone else has written it."""
        fits = _fingerprint(self.target) in (
            {self.old_print, None} if self.new is None or self.waits() else {self.new_print}
        )
        if not fits:
            raise OSError(errno.EBUSY, f"{self.target.name} has changed since")
        if self.new is not None and _fingerprint(self.new) not in {self.new_print, None}:
            raise OSError(errno.EBUSY, f"{self.new.name} has changed since")


def _fingerprint(path: Path) -> Fingerprint | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns


def journal_of(first: Path) -> Path:
    """The list of what is to be done to ``first`` and others, there or not."""
    return first.with_name(hidden_name(first.name, "commit"))


def replace_together(new_files: Mapping[Path, Path | None]) -> None:
    """Put new files in the places that they are to take, all or none.

    A place without a new file is to be empty. All are in the first one's folder or below.
    """
    first = next(iter(new_files))
    journal = journal_of(first)
    with _new_list(first) as file:
        changes = [_change(target, new) for target, new in new_files.items()]
        try:
            for one in changes:
                one.aside.unlink(missing_ok=True)
            _write_list(file, changes, journal.parent)
            sync_folder(journal.parent)
        except BaseException:
            journal.unlink(missing_ok=True)
            raise
        try:
            _forward(changes)
            sync_folder(journal.parent)
        except BaseException:
            try:
                _back(changes)
            except OSError as problem:
                raise _unfinished(first, problem) from problem
            journal.unlink(missing_ok=True)
            raise
        _tidy(changes, journal)


def _new_list(first: Path) -> HiddenFile:
    """A list that this process holds, once what any other says is done."""
    journal = journal_of(first)
    while True:
        settle(first)
        with suppress(FileExistsError):
            file = HiddenFile(journal, first)
            if hold(file) and not is_gone(file, journal):
                return file


def _change(target: Path, new: Path | None) -> Change:
    """What is to be done, with the files as they are now."""
    new_print = None if new is None else _fingerprint(new)
    return Change(target=target, new=new, old_print=_fingerprint(target), new_print=new_print)


def settle(first: Path) -> None:
    """Finish what a killed writer began to do to ``first`` and others."""
    journal = journal_of(first)
    try:
        file = open_hidden(journal)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as problem:
        if os.path.lexists(journal):
            raise _unfinished(first, problem) from problem
        return
    with file:
        if not hold(file, seconds=PATIENCE):
            msg = f"{first} must not be replaced while it is used, another process does: try again"
            raise StateError(msg)
        if is_gone(file, journal):
            return  # the other process has just finished
        changes = _read_list(journal, file.read(MOST_BYTES))
        try:
            _forward(changes)
        except OSError as problem:
            raise _unfinished(first, problem) from problem
        _tidy(changes, journal)


def _unfinished(first: Path, problem: OSError) -> FormatError:
    why = problem.strerror or str(problem)
    msg = (
        "its replacement, and that of the files which belong to it, was broken off and cannot be "
        f"finished ({why}): use it where its folder can be written to, or remove "
        f"{journal_of(first).name} to give up what is new"
    )
    return FormatError(first, msg)


def _forward(changes: Sequence[Change]) -> None:
    """Do what is left to do."""
    if not any(one.waits() for one in changes):
        return
    for one in changes:
        one.check()
    first, *others = changes
    _put_aside(first)
    for one in others:
        _put_aside(one)
        _put_in_place(one)
    _put_in_place(first)


def _put_aside(one: Change) -> None:
    if one.waits() and one.target.exists():
        one.target.replace(one.aside)


def _put_in_place(one: Change) -> None:
    if one.new is not None and one.new.exists():
        one.new.replace(one.target)


def _back(changes: Sequence[Change]) -> None:
    """Undo what was done: the first file goes first and comes back last."""
    for one in changes:
        if one.new is not None and not one.new.exists():
            one.target.replace(one.new)
    for one in reversed(changes):
        if one.aside.exists():
            one.aside.replace(one.target)


def _tidy(changes: Sequence[Change], journal: Path) -> None:
    """Remove the old files and then the list; what stays is removed at the next look at it."""
    with suppress(OSError):
        for one in changes:
            one.aside.unlink(missing_ok=True)
        journal.unlink()


def _write_list(file: HiddenFile, changes: Sequence[Change], folder: Path) -> None:
    """Write the list as JSON, with paths relative to its folder."""

    def relative(path: Path | None) -> str | None:
        return None if path is None else path.relative_to(folder).as_posix()

    rows = [
        {
            "target": relative(one.target),
            "new": relative(one.new),
            "old_print": one.old_print,
            "new_print": one.new_print,
        }
        for one in changes
    ]
    content = json.dumps(rows).encode()
    if file.write(content) < len(content):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file.fileno())


def _read_list(journal: Path, content: bytes) -> list[Change]:
    """What is to be done; nothing if the list is not whole, as nothing was begun then."""
    try:
        rows = json.loads(content)
    except (ValueError, RecursionError):
        return []
    try:
        return [_change_of(row, journal.parent) for row in rows]
    except (TypeError, LookupError, ValueError, OverflowError) as problem:
        msg = f"a list of files to replace must be as leadfield writes it ({problem}): remove it"
        raise FormatError(journal, msg) from problem


def _change_of(row: dict[str, Any], folder: Path) -> Change:
    new = row["new"]
    return Change(
        target=_inside(folder, row["target"]),
        new=None if new is None else _inside(folder, new, hidden=True),
        old_print=_two_numbers(row["old_print"]),
        new_print=_two_numbers(row["new_print"]),
    )


def _inside(folder: Path, name: str, *, hidden: bool = False) -> Path:
    """A file in a folder, whatever a list says; a hidden one is one of leadfield's own."""
    path = folder / name
    within = folder.resolve() in (path.parent / "x").resolve().parents
    own = name.startswith(".") and MARK in name
    if not within or own != hidden or b"\0" in os.fsencode(name):
        msg = f"{name!r} is no such file"
        raise ValueError(msg)
    return path


def _two_numbers(value: Any) -> Fingerprint | None:
    return None if value is None else (int(value[0]), int(value[1]))


def sync_files(folder: Path) -> None:
    """Flush every file of a folder, and of those in it, to disk."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
