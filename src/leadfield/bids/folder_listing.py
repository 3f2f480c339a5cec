"""Listings of a data set's folders, each read once, and the JSON files in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, final

from leadfield.base.bounded_text import parse_json
from leadfield.base.errors import FormatError, InputError, LeadfieldError
from leadfield.bids.file_names import BidsName, parse_name
from leadfield.bids.text_files import read_text

DESCRIPTION = "dataset_description.json"
PROGRAM = "leadfield"  # as the makers of results are called


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class BidsFile:
    """A file, or a folder that is a recording, and its name taken apart."""

    path: Path
    name: BidsName


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FolderListing:
    """A data set as far as it was looked at: what is read is kept, and problems are noted.

    It lives as long as one search, for files may change.
    """

    root: Path
    problems: list[str] = field(default_factory=list)
    _entries: dict[Path, tuple[Path, ...]] = field(default_factory=dict)
    _files: dict[Path, tuple[BidsFile, ...]] = field(default_factory=dict)
    _json: dict[Path, dict[str, Any]] = field(default_factory=dict)

    def note(self, problem: str) -> None:
        """Note a problem, once."""
        if problem not in self.problems:
            self.problems.append(problem)

    def shown(self, path: Path) -> str:
        """A path as messages have it: from the root, in characters that can be printed."""
        text = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return printable(str(text))

    def entries(self, folder: Path) -> tuple[Path, ...]:
        """What is in a folder, sorted; nothing if it is not there."""
        if folder not in self._entries:
            try:
                found = tuple(sorted(folder.iterdir()))
            except (FileNotFoundError, NotADirectoryError):
                found = ()
            except OSError as error:
                self.note(f"{self.shown(folder)} cannot be read ({error.strerror})")
                found = ()
            self._entries[folder] = found
        return self._entries[folder]

    def folders(self, folder: Path, prefix: str) -> Iterator[Path]:
        """The folders in a folder whose names start so."""
        for path in self.entries(folder):
            if path.name.startswith(prefix) and path.is_dir():
                yield path

    def files(self, folder: Path) -> tuple[BidsFile, ...]:
        """What in a folder has a name of BIDS's."""
        if folder not in self._files:
            found = []
            for path in self.entries(folder):
                try:
                    found.append(BidsFile(path=path, name=parse_name(path.name)))
                except InputError:
                    continue
            self._files[folder] = tuple(found)
        return self._files[folder]

    def is_of_ours(self, folder: Path) -> bool:
        """Whether a data set holds results of leadfield, which are no inputs of it."""
        path = folder / DESCRIPTION
        makers = self.json(path).get("GeneratedBy") if path.is_file() else None
        named = [one.get("Name") for one in makers or () if isinstance(one, dict)]
        return PROGRAM in named

    def json(self, path: Path) -> dict[str, Any]:
        """What a JSON file holds; nothing, and a problem, if that is no object."""
        if path not in self._json:
            try:
                self._json[path] = read_object(path)
            except (LeadfieldError, OSError) as error:
                reason = error.problem if isinstance(error, FormatError) else error
                self.note(f"{self.shown(path)} cannot be used: {reason}")
                self._json[path] = {}
        return self._json[path]


def printable(text: str) -> str:
    """Text without characters that move the cursor or have no place in UTF-8."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def read_object(path: Path) -> dict[str, Any]:
    """The object in a JSON file."""
    text = read_text(path, "a JSON file")
    try:
        found = parse_json(text)
    except ValueError as error:
        raise FormatError(path, f"a JSON file must be JSON: {error}") from error
    if not isinstance(found, dict):
        raise FormatError(path, f"a JSON file must hold an object, got {type(found).__name__}")
    return found
