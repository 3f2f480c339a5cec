"""File formats of raw recordings: which reader opens which file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from leadfield.base.checks import listed
from leadfield.base.errors import FormatError, InputError
from leadfield.base.foreign_formats import HEAD, recognised
from leadfield.recording.fif.read_raw import open_raw as open_fif
from leadfield.recording.raw import RawRecording


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """A format: its name, the endings of its files, and what opens one without its samples."""

    name: str
    endings: tuple[str, ...]
    open_raw: Callable[[Path], RawRecording]


FORMATS = (FileFormat(name="FIF", endings=(".fif", ".fif.gz"), open_raw=open_fif),)


def format_of(path: Path) -> FileFormat:
    """The format that a file's name ends like."""
    for one in FORMATS:
        if path.name.lower().endswith(one.endings):
            return one
    if path.is_file():
        with path.open("rb") as stream:
            what = recognised(path, stream.read(HEAD))
        if what is not None:
            names = ", ".join(one.name for one in FORMATS)
            raise FormatError(path, f"leadfield reads recordings in {names}; this is {what}")
    endings = [ending for one in FORMATS for ending in one.endings]
    msg = f"the name of a recording must end in one of {listed(endings)}, got {path.name!r}"
    raise InputError(msg)
