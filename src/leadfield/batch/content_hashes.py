"""Hashes of files' contents, remembered for as long as a file does not change."""

import hashlib
import json
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from leadfield.base.bounded_text import parse_json
from leadfield.base.errors import LeadfieldError
from leadfield.base.replacing import replacing

RECENT_NS = 2_000_000_000
"""A file that changed so shortly before may change again without a new time of change."""


def hash_of_text(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def hash_of_value(value: Any) -> str:
    """SHA-256 of dictionaries, lists, texts and numbers; paths count as their texts."""
    return hash_of_text(json.dumps(value, sort_keys=True, default=str))


def hash_of_file(path: Path) -> str:
    """SHA-256 of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_of_input(path: Path, memory: Path) -> str:
    """SHA-256 of a file, or of all that a folder holds.

    What was computed is remembered in the folder ``memory``, with the file's size, time of change
    and number on disk.
    """
    if path.is_dir():
        inside = sorted(one for one in path.rglob("*") if one.is_file())
        names = {one.relative_to(path).as_posix(): hash_of_input(one, memory) for one in inside}
        return hash_of_value(names)
    note = memory / f"{hash_of_text(os.fspath(path))[:32]}.json"
    found = path.stat()
    stamp = [found.st_size, found.st_mtime_ns, found.st_ino]
    if (known := _remembered(note, stamp)) is not None:
        return known
    content = hash_of_file(path)
    if time.time_ns() - found.st_mtime_ns > RECENT_NS:
        _remember(note, {"path": os.fspath(path), "stamp": stamp, "sha256": content})
    return content


def _remembered(note: Path, stamp: list[int]) -> str | None:
    try:
        held = parse_json(note.read_text(encoding="utf-8"))
        return str(held["sha256"]) if held["stamp"] == stamp else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _remember(note: Path, held: dict[str, Any]) -> None:
    # What cannot be remembered is computed again: that is all.
    with suppress(OSError, LeadfieldError):
        note.parent.mkdir(parents=True, exist_ok=True)
        with replacing(note) as stream:
            stream.write(json.dumps(held).encode())
