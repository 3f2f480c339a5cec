"""FIF tags: their headers, and how they are found, by the file's directory or by a walk."""

import struct
from typing import NamedTuple

import numpy as np

from leadfield.base.errors import FormatError
from leadfield.base.foreign_formats import FIF, HEAD, other_format
from leadfield.fif.kinds import Kind, Type, kind_name
from leadfield.fif.source import Source

HEADER = struct.Struct(">4i")
FILE_ID = (Kind.FILE_ID, Type.ID_STRUCT, 20)
# Recordings have a tag every few kB, and other files are small.
FEW_TAGS, LEAST_BYTES_A_TAG = 2**16, 128
ENTRY = np.dtype([("kind", ">i4"), ("type", ">i4"), ("size", ">i4"), ("offset", ">i4")])


class Tag(NamedTuple):
    """Header of a tag; ``offset`` is where the header starts, the payload follows."""

    kind: int
    type: int
    size: int
    offset: int

    @property
    def payload(self) -> int:
        """Byte offset of the payload."""
        return self.offset + HEADER.size

    @property
    def end(self) -> int:
        """Byte offset after the payload."""
        return self.offset + HEADER.size + self.size

    @property
    def label(self) -> str:
        """Name of the kind, for messages."""
        return kind_name(Kind, self.kind)


class Cut(NamedTuple):
    """Where a file ends too early: inside ``tag``, if that much is known.

    ``n_missing`` is the least number of bytes that are not there.
    """

    tag: Tag | None
    n_missing: int


def find_tags(source: Source) -> tuple[list[Tag], Cut | None]:
    """All tags in order, and how the file was cut short, if it was."""
    head = source.read(0, min(source.size, HEAD))
    if source.size < HEADER.size or HEADER.unpack(head[: HEADER.size])[:3] != FILE_ID:
        msg = "a FIF file must start with a FILE_ID tag"
        raise other_format(source.path, head, msg, family=[FIF], offset=0)
    first, _ = _header(source, 0)
    at = _directory_place(source, first.end)
    listed = _from_directory(source, at)
    if listed is not None:
        return listed, Cut(None, 0) if source.cut else None
    tags, cut = _walk(source)
    if at > source.size:
        cut = Cut(cut.tag if cut else None, at - source.size)
    return tags, cut


def _header(source: Source, offset: int) -> tuple[Tag, int]:
    """The tag at ``offset`` and its ``next`` field."""
    if source.size - offset < HEADER.size:
        msg = f"a tag needs {HEADER.size} bytes, {max(source.size - offset, 0)} are left"
        raise FormatError(source.path, msg, offset=offset)
    kind, type_, size, following = HEADER.unpack(source.read(offset, HEADER.size))
    return Tag(kind, type_, size, offset), following


def _directory_place(source: Source, pointer_at: int) -> int:
    """Where the file says its directory is; -1 if it says nothing."""
    if source.size - pointer_at < HEADER.size + 4:
        return -1
    pointer, _ = _header(source, pointer_at)
    if (pointer.kind, pointer.size) != (Kind.DIR_POINTER, 4):
        return -1
    return int.from_bytes(source.read(pointer.payload, 4), "big", signed=True)


def _from_directory(source: Source, at: int) -> list[Tag] | None:
    """Tags the file's own directory lists; None if it has none that is right."""
    if not 0 < at <= source.size - HEADER.size:
        return None
    directory, _ = _header(source, at)
    ok = directory.kind == Kind.DIR and directory.size >= 0 and directory.size % 16 == 0
    if not ok or directory.end > source.size:
        return None
    _check_count(source, directory.size // ENTRY.itemsize)
    entries = np.frombuffer(source.read(directory.payload, directory.size), ENTRY)
    tags = [Tag(*e) for e in entries.tolist() if e[0] != -1]
    return tags if _all_true(source, tags) else None


def _all_true(source: Source, tags: list[Tag]) -> bool:
    """Whether each listed tag lies in the file and is what its header there says."""
    before = 0
    for tag in tags:
        inside = before <= tag.offset <= tag.end <= source.size and tag.size >= 0
        if not inside or _header(source, tag.offset)[0] != tag:
            return False
        before = tag.end
    return bool(tags)


def _walk(source: Source) -> tuple[list[Tag], Cut | None]:
    """Tags found by following each header to the next; visits no byte twice."""
    tags: list[Tag] = []
    visited: set[int] = set()
    at = taken = 0
    while 0 <= at <= source.size - HEADER.size and at not in visited:
        visited.add(at)
        tag, following = _header(source, at)
        if not (any(tag[:3]) or following):
            # Zeros where a tag should be: room that was set aside and never written.
            return tags, Cut(None, source.size - at)
        if tag.size < 0:
            msg = f"a tag's size must be at least 0, got {tag.size}"
            raise FormatError(source.path, msg, offset=at, tag=tag.label)
        if tag.end > source.size:
            return tags, Cut(tag, tag.end - source.size)
        taken += HEADER.size + tag.size
        if taken > source.size:
            msg = "tags must not overlap: together they are longer than the file"
            raise FormatError(source.path, msg, offset=at, tag=tag.label)
        tags.append(tag)
        _check_count(source, len(tags))
        if following == -1 or (following == 0 and tag.end == source.size):
            return tags, Cut(None, 0) if source.cut else None
        at = tag.end if following == 0 else following
        if at < 0 or at in visited or tag.offset < at < tag.end:
            msg = f"next must be 0, -1 or an unread tag's place, got {following}"
            raise FormatError(source.path, msg, offset=tag.offset, tag=tag.label)
    return tags, Cut(None, 0)


def _check_count(source: Source, count: int) -> None:
    most = FEW_TAGS + source.size // LEAST_BYTES_A_TAG
    if count > most:
        msg = f"a file of {source.size} bytes must have at most {most} tags, it has more"
        raise FormatError(source.path, msg)
