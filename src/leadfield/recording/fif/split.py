"""Split FIF files: names of the files of a long recording, and references between them."""

import os
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import final

import numpy as np

from leadfield.base.checks import one_of
from leadfield.base.errors import FormatError, InputError
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.structs import ID
from leadfield.fif.tree import Node
from leadfield.fif.writer import VERSION, Writer

PREVIOUS_FILE, NEXT_FILE = 1, 2
LONGEST_NAME = 255  # bytes that file systems take
# Bytes of names that are no UTF-8, 128 to 255, as Python keeps them and `Writer.text` writes them.
STRAY_BYTE = re.compile("&#(564(?:4[89]|[5-9][0-9])|565(?:[0-6][0-9]|7[0-5]));")
MOST = 2**31 - 1
MARK = b"leadpart"
"""In place of a machine's number, in the identifiers of parts that refer to each other by them."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PartLinks:
    """What a file says of itself and of the files before and after it.

    Identifiers are ``b""`` where there is none: the file's own, its measurement's, and those in
    its references.
    """

    own: bytes
    measurement: bytes
    previous: bytes
    following: bytes
    path: Path | None
    """Of the file that comes after it."""

    def leads_to(self, part: "PartLinks") -> bool:
        """Whether a file that comes after this one is the one that is meant, as far as they say."""
        if MARK in self.following + part.previous:
            return (self.following, part.previous) == (part.own, self.own)
        # MNE-Python refers to the measurement, which parts have in common.
        if self.following and self.following == self.measurement and part.measurement:
            return part.measurement == self.measurement
        return True


def read_links(fif: FifFile) -> PartLinks:
    """What a file says of the files around it."""
    references: dict[int, Node] = {}
    for block in fif.tree.find(Block.REF):
        references.setdefault(fif.integer(block, Kind.REF_ROLE, 0), block)
    info = next(iter(fif.tree.find(Block.MEAS_INFO)), None)
    previous, following = references.get(PREVIOUS_FILE), references.get(NEXT_FILE)
    return PartLinks(
        own=_identifier(fif, fif.tree, Kind.FILE_ID),
        measurement=_identifier(fif, info, Kind.PARENT_BLOCK_ID),
        previous=_identifier(fif, previous, Kind.REF_FILE_ID),
        following=_identifier(fif, following, Kind.REF_FILE_ID),
        path=None if following is None else _referred(fif, following),
    )


def not_of_same(part: Path, before: Path) -> FormatError:
    """The error for a part that does not belong to the one before it."""
    problem = (
        f"it is a part of another recording than {before.name}, which goes on in a file of this "
        "name: put that one there, or save the recording again"
    )
    return FormatError(part, problem)


def _identifier(fif: FifFile, block: Node | None, kind: int) -> bytes:
    tag = None if block is None else block.tag(kind)
    if tag is None or tag.size != ID.itemsize:
        return b""
    return fif.source.read(tag.payload, tag.size)


def _referred(fif: FifFile, block: Node) -> Path:
    """The file that is referred to: one in the same folder, wherever the reference points."""
    if block.tag(Kind.REF_FILE_NAME) is None:
        return _numbered(fif.path, fif.integer(block, Kind.REF_FILE_NUM))
    text = STRAY_BYTE.sub(lambda found: chr(int(found[1])), fif.text(block, Kind.REF_FILE_NAME))
    # Both kinds of slash, for the file may come from another system.
    name = text.replace("\\", "/").rpartition("/")[2]
    if not _is_name(name):
        raise fif.lacks(block, "the name of the next part")
    if os.sep not in text and _is_name(text) and fif.path.with_name(text).is_file():
        return fif.path.with_name(text)
    return fif.path.with_name(name)


def _is_name(name: str) -> bool:
    """Whether a file can have this name."""
    try:
        size = len(os.fsencode(name))
    except UnicodeEncodeError:
        return False
    odd = "\0" if os.name == "posix" else "\0:"
    return name not in {"", ".", ".."} and size <= LONGEST_NAME and not set(odd) & set(name)


def _numbered(path: Path, number: int) -> Path:
    """``x_raw-2.fif`` after ``x_raw-1.fif``, ``x_raw-1.fif`` after ``x_raw.fif``."""
    stem, dot, ending = path.name.partition(".fif")
    base, dash, last = stem.rpartition("-")
    if dash and last.isdigit():
        stem = base
    return path.with_name(f"{stem}-{number}{dot}{ending}")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class NewPart:
    """A file that is to be written for a recording; the only one needs no identifier."""

    name: str
    number: int
    identity: bytes | None


def new_parts(name: str, count: int, naming: str) -> list[NewPart]:
    """The parts of what is too long for one file.

    They are named ``x_raw.fif``, ``x_raw-1.fif``, ... or, as BIDS has it,
    ``x_split-01_raw.fif``, ...
    """
    one_of("split_naming", naming, ["neuromag", "bids"])
    if count == 1:
        return [NewPart(name=name, number=0, identity=None)]
    stem, dot, ending = name.partition(".fif")
    names = [name, *(f"{stem}-{i}{dot}{ending}" for i in range(1, count))]
    if naming == "bids":
        base, line, last = stem.rpartition("_")
        if not line:
            msg = f"split_naming='bids' needs a name with an underscore, got {name!r}"
            raise InputError(msg)
        names = [f"{base}_split-{i:02}_{last}{dot}{ending}" for i in range(1, count + 1)]
    machine, now = np.frombuffer(MARK, ">i4"), int(time.time()) & MOST
    # Random, and one more for each part.
    first = int.from_bytes(os.urandom(8)) % (MOST - count)
    return [
        NewPart(
            name=one,
            number=i,
            identity=np.array((VERSION, machine, now, first + i), ID).tobytes(),
        )
        for i, one in enumerate(names)
    ]


def write_reference(writer: Writer, role: int, part: NewPart) -> None:
    """Write which part comes before (``PREVIOUS_FILE``) or after (``NEXT_FILE``)."""
    with writer.block(Block.REF):
        writer.integers(Kind.REF_ROLE, role)
        writer.text(Kind.REF_FILE_NAME, part.name)
        writer.file_id(Kind.REF_FILE_ID, part.identity)
        writer.integers(Kind.REF_FILE_NUM, part.number)
