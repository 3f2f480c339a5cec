"""Survey of a FIF file that may be damaged: every tag that can be made out, and what is wrong.

Readers stop at the first damage. A survey goes on behind it: where no tag can be at the place
where one must be, the next one is looked for, by headers that lead to each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import final

import numpy as np

from leadfield.base.errors import FormatError
from leadfield.base.foreign_formats import FIF, HEAD, other_format
from leadfield.base.problem import Problem, warning
from leadfield.fif.decode import BY_COLUMN, BY_ROW, CODING, DENSE, shape_of
from leadfield.fif.kinds import Kind, Type
from leadfield.fif.known import KINDS, TYPES
from leadfield.fif.source import Source
from leadfield.fif.tags import (
    ENTRY,
    FEW_TAGS,
    FILE_ID,
    HEADER,
    LEAST_BYTES_A_TAG,
    Cut,
    Tag,
)

CODINGS = frozenset({0, DENSE, BY_COLUMN, BY_ROW})
MOST_KIND = 2**16
# Headers that must lead to each other for a place to be taken for a tag's.
IN_A_ROW = 3
CHUNK = 2**20
# Tags that come in rows of one size.
ROWS = (Kind.DATA_BUFFER, Kind.CH_INFO, Kind.DIG_POINT)
# Tags whose type nobody looks at.
MARKS = (Kind.BLOCK_START, Kind.BLOCK_END)
# What a file starts with: its id, and where its directory is.
SECOND = HEADER.size + FILE_ID[2]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The tags of a file in their order, and what is wrong with how they lie there."""

    tags: tuple[Tag, ...]
    cut: Cut | None
    problems: tuple[Problem, ...]


def survey(source: Source) -> Survey:
    """Every tag of a file that can be made out; raises only for what is no FIF file."""
    problems: list[Problem] = []
    head = source.read(0, min(source.size, HEAD))
    starts = len(head) >= SECOND and HEADER.unpack(head[: HEADER.size])[:3] == FILE_ID
    if not starts:
        msg = "a FIF file must start with a FILE_ID tag"
        if not _leads_on(source, SECOND):
            raise other_format(source.path, head, msg, family=[FIF], offset=0)
        problems.append(warning(msg, 0, mended=True))
    tags, cut = _walk(source, 0 if starts else SECOND, problems)
    problems += _unknown(tags)
    directory, pointed = _find_directory(source, tags, damaged=bool(problems))
    if directory is not None:
        listed = _listed(source, directory)
        if _same(listed, tags):
            if _true(source, listed):  # readers that have such a directory need not follow tags
                problems = [replace(one, severity="note") for one in problems]
        elif problems and (better := _by_directory(source, listed, directory)):
            tags, cut = better, None
            problems = [replace(one, mended=True) for one in problems]
            text = "the directory lists every tag: all were taken from there"
            problems.append(Problem(severity="note", text=text, offset=directory.offset))
        elif all(one.severity == "note" for one in problems):
            text = "the directory must list the file's tags, it does not: not used"
            problems.append(warning(text, directory.offset, directory.label, mended=True))
        problems += pointed
    tags = [tag for tag in tags if _may_be(tag) or tag.kind in MARKS]
    tags = [tag for tag in tags if _has_shape(source, tag, problems)]
    if source.cut:
        cut = cut or Cut(None, 0)
        problems.append(warning("the .gz stream ends too early", source.size))
    return Survey(tags=tuple(tags), cut=cut, problems=tuple(problems))


def _header(source: Source, at: int) -> tuple[Tag, int] | None:
    """The tag at a place and its ``next``; None if none fits there."""
    if not 0 <= at <= source.size - HEADER.size:
        return None
    kind, type_, size, following = HEADER.unpack(source.read(at, HEADER.size))
    return (Tag(kind, type_, size, at), following) if size >= 0 else None


def _may_be(tag: Tag) -> bool:
    """Whether a header has a kind and a type that can be."""
    coded = tag.type & CODING
    return 0 < tag.kind < MOST_KIND and coded in CODINGS and tag.type & ~CODING in TYPES


def _leads_on(source: Source, at: int) -> bool:
    """Whether known tags follow each other from a place, or lead to the end of the file."""
    before: tuple[int, ...] = ()
    for _ in range(IN_A_ROW):
        found = _header(source, at)
        if found is None or found[0].kind not in KINDS or not _may_be(found[0]):
            return False
        tag, following = found
        if following not in {0, -1, tag.end} or tag.end > source.size:
            return False
        if tag.end == source.size or tag[:3] == before:  # two alike are no chance either
            return True
        before, at = tag[:3], tag.end
    return True


def _find_next(source: Source, start: int) -> int | None:
    """The first place from ``start`` on from which tags lead on."""
    for begin in range(start, source.size - HEADER.size + 1, CHUNK):
        stop = min(begin + CHUNK + HEADER.size - 1, source.size)
        content = np.frombuffer(source.read(begin, stop - begin), np.uint8)
        for place in np.sort(np.concatenate([_headers(content, k) for k in range(4)])).tolist():
            if _leads_on(source, begin + place):
                return int(begin + place)
    return None


def _headers(content: np.ndarray, phase: int) -> np.ndarray:
    """Places, of those that are ``phase`` modulo 4, where four numbers look like a header."""
    n = (len(content) - phase) // 4
    words = content[phase : phase + 4 * n].view(">i4")
    kinds, types, sizes = words[:-3], words[1:-2], words[2:-1]
    maybe = np.flatnonzero((kinds > 0) & (kinds < MOST_KIND) & (sizes >= 0))
    types = types[maybe].astype(np.int64)
    fine = np.isin(kinds[maybe], [*KINDS]) & np.isin(types & ~CODING, [*TYPES])
    return 4 * maybe[fine & np.isin(types & CODING, [*CODINGS])] + phase


def _walk(source: Source, at: int, problems: list[Problem]) -> tuple[list[Tag], Cut | None]:
    """Tags by following each header to the next, and beyond damage to where tags go on."""
    tags: list[Tag] = []
    visited: set[int] = set()
    most, taken = FEW_TAGS + source.size // LEAST_BYTES_A_TAG, 0
    while at < source.size and at not in visited:
        if len(tags) > most or taken > source.size:
            text = "tags must not overlap: those from here on are left out"
            problems.append(warning(text, at))
            return tags, None
        found = _header(source, at)
        fits = found is not None and found[0].end <= source.size
        if found is None or not fits or not (_may_be(found[0]) or _leads_on(source, found[0].end)):
            after = _find_next(source, tags[-1].payload if tags else at + 1)
            if after is None or after in visited:
                return tags, _ending(source, at, problems)
            _step_over(source, tags, (at, after), problems)
            taken -= max(at - after, 0)
            at = after
            continue
        visited.add(at)
        tags.append(found[0])
        taken += found[0].end - at
        at = _following(source, *found, visited=visited, problems=problems)
    return tags, None


def _ending(source: Source, at: int, problems: list[Problem]) -> Cut:
    """How a file ends behind which no more tags are."""
    found = _header(source, at)
    left = source.size - at
    if found is not None and found[0].end > source.size and _may_be(found[0]):
        tag = found[0]
        text = f"the file ends inside it: {source.size - tag.payload} of {tag.size} bytes are there"
        problems.append(warning(text, at, tag.label, mended=tag.kind == Kind.DIR))
        return Cut(tag, tag.end - source.size)
    text = f"the last {left} bytes of the file are no tags"
    if not source.read(at, left).strip(b"\0"):
        text += ", but zeros that nobody wrote over"
    problems.append(warning(text, at))
    return Cut(None, left)


def _step_over(
    source: Source, tags: list[Tag], gap: tuple[int, int], problems: list[Problem]
) -> None:
    """Say what lies between a place without a tag and the next tag; mend what can be mended."""
    at, after = gap
    found = _header(source, after)
    row = found[0].size if found and tags and found[0].kind == tags[-1].kind in ROWS else None
    size = after - tags[-1].payload if tags else 0
    # The tag before is too long, or shorter than others of its row, or no header fits behind it.
    if tags and (after < at or size == row or after - at < HEADER.size):
        wrong = tags.pop()
        text = f"its size must be {size}, for the next tag starts then, got {wrong.size}"
        problems.append(warning(text, wrong.offset, wrong.label, mended=True))
        tags.append(wrong._replace(size=size))
        return
    text = f"the {after - at} bytes up to byte {after} are no tag that can be made out"
    fits = row is not None and after - at == HEADER.size + row
    if fits:
        tags.append(tags[-1]._replace(offset=at, size=after - at - HEADER.size))
        text += f": taken for a {tags[-1].label} like those around it, for the size is right"
    problems.append(warning(text, at, mended=fits))


def _following(
    source: Source, tag: Tag, following: int, *, visited: set[int], problems: list[Problem]
) -> int:
    """Where the tag after this one is, whatever it says if that cannot be."""
    if following in {0, tag.end}:
        return tag.end
    if following == -1:
        after = None if tag.end in visited else _header(source, tag.end)
        if after is None:
            return source.size
        # MNE's first programs end their files so, and then write the directory.
        if after[0].kind == Kind.DIR:
            return tag.end
        more = _leads_on(source, tag.end)
        text = f"it says that it is the last tag, but {'more' if more else 'other bytes'} follow"
        found = warning(text, tag.offset, tag.label, mended=True)
        problems.append(found if more else replace(found, severity="note"))
        return tag.end if more else source.size
    jumps = not tag.offset < following < tag.end and following not in visited
    if jumps and _leads_on(source, following):
        return following
    text = f"next must be 0, -1 or the place of a tag, got {following}"
    problems.append(warning(text, tag.offset, tag.label, mended=True))
    return tag.end


def _find_directory(
    source: Source, tags: Sequence[Tag], *, damaged: bool
) -> tuple[Tag | None, list[Problem]]:
    """The file's directory, where its start, its tags or its end have it; whether they agree."""
    met = next((tag for tag in reversed(tags) if tag.kind == Kind.DIR), None)
    pointer = _header(source, SECOND)
    place = -1
    if pointer is not None and pointer[0].size == 4 and pointer[0].end <= source.size:
        place = int.from_bytes(source.read(pointer[0].payload, 4), "big", signed=True)
    found = _header(source, place)
    if found is not None and found[0].kind == Kind.DIR and found[0].end <= source.size:
        return found[0], []
    if met is None and damaged:
        met = _last_directory(source)
    if met is None or place == -1:
        return met, []
    text = f"it must say where the directory is, byte {met.offset}, got {place}"
    return met, [warning(text, SECOND, "DIR_POINTER", mended=True)]


def _last_directory(source: Source) -> Tag | None:
    """The directory that ends a file; None if it does not end with one."""
    wanted = HEADER.pack(Kind.DIR, Type.DIR_ENTRY_STRUCT, 0, 0)[:8]
    longest = min(source.size, (FEW_TAGS + source.size // LEAST_BYTES_A_TAG) * ENTRY.itemsize)
    begin = source.size - longest
    content = source.read(begin, longest)
    place = content.find(wanted)
    while place >= 0:
        found = _header(source, begin + place)
        if found is not None and found[0].end == source.size:
            return found[0]
        place = content.find(wanted, place + 1)
    return None


def _listed(source: Source, directory: Tag) -> list[Tag]:
    """The tags that a directory lists."""
    n_bytes = directory.size // ENTRY.itemsize * ENTRY.itemsize
    entries = np.frombuffer(source.read(directory.payload, n_bytes), ENTRY).tolist()
    return [Tag(*entry) for entry in entries if entry[0] not in {-1, Kind.DIR}]


def _same(listed: Sequence[Tag], tags: Sequence[Tag]) -> bool:
    """Whether a directory lists just these tags, in whatever order."""
    return set(listed) == {tag for tag in tags if tag.kind != Kind.DIR}


def _true(source: Source, listed: Sequence[Tag]) -> bool:
    """Whether each tag that a directory lists has that header."""
    found = ((_header(source, one.offset), one) for one in listed)
    return all(header is not None and header[0] == one for header, one in found)


def _by_directory(source: Source, listed: Sequence[Tag], directory: Tag) -> list[Tag]:
    """The tags that a directory lists, if each ends where the next one starts; else none.

    They have their own kinds and types where these can be.
    """
    places = [*(tag.offset for tag in listed), directory.offset]
    if [0, *(tag.end for tag in listed)] != places:
        return []
    tags = []
    for one in listed:
        found = _header(source, one.offset)
        own = found is not None and found[0].size == one.size
        tags.append(found[0] if own and found and _trusted(found[0], one) else one)
    return tags


def _trusted(tag: Tag, listed: Tag) -> bool:
    """Whether a tag's own header is to be believed rather than the directory."""
    return bool(tag.kind in KINDS or listed.kind not in KINDS) and _may_be(tag)


def _has_shape(source: Source, tag: Tag, problems: list[Problem]) -> bool:
    """Whether a matrix fills its tag, or is of samples, of which some may be whole all the same."""
    if tag.type & CODING != DENSE or tag.kind == Kind.EPOCH:
        return True
    try:
        shape_of(source, tag)
    except FormatError as error:
        problems.append(warning(f"{error.problem}: left out", tag.offset, tag.label))
        return False
    return True


def _unknown(tags: Sequence[Tag]) -> list[Problem]:
    """Tags that no reader knows: of a newer or another program, or damaged."""
    found = []
    for tag in tags:
        if not _may_be(tag):
            text = f"no FIF tag has kind {tag.kind} and type {tag.type}"
            fine = tag.kind in MARKS
            text += "" if fine else ": left out"
            found.append(warning(text, tag.offset, tag.label, mended=fine))
        elif tag.kind not in KINDS:
            text = "a kind of tag that leadfield does not know: left as it is"
            found.append(Problem(severity="note", text=text, offset=tag.offset, tag=tag.label))
    return found
