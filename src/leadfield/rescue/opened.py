"""A FIF file opened with all its damage: its tags by a survey, blocks as far as they nest."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.base.errors import FormatError
from leadfield.base.problem import Problem, warning
from leadfield.fif.reader import FifFile
from leadfield.fif.source import Source
from leadfield.fif.survey import survey
from leadfield.fif.tree import build_loose_tree

CHUNK = 2**14
MOST_RESCUED = 2**31  # bytes that are unpacked of a damaged .gz


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedFile:
    """A file of which some tags may be missing, and what is wrong with how they lie there."""

    fif: FifFile
    problems: tuple[Problem, ...]


@contextmanager
def opened_damaged(path: Path) -> Iterator[DamagedFile]:
    """A FIF file in whatever state; raises FormatError only for what is none."""
    problems: list[Problem] = []
    try:
        source = Source(path)
    except FormatError as error:
        content = _unpacked(path)
        if not content:
            raise
        source = Source(path, content)
        source.cut = True
        text = f"{error.problem}: what was unpacked just before may be wrong"
        problems.append(warning(text, error.offset))
    with source:
        found = survey(source)
        tree, nesting = build_loose_tree(source, found.tags, cut=found.cut is not None)
        fif = FifFile.of_tree(source, tree, found.cut)
        yield DamagedFile(fif=fif, problems=(*problems, *found.problems, *nesting))


def _unpacked(path: Path) -> bytes:
    """What a damaged .gz holds before its damage, to the byte."""
    out = bytearray()
    engine = zlib.decompressobj(wbits=31)
    with path.open("rb") as stream:
        while (packed := stream.read(CHUNK)) and len(out) < MOST_RESCUED:
            before = engine.copy()
            try:
                out += engine.decompress(packed, MOST_RESCUED)
            except zlib.error:
                out += _until_error(before, packed)
                break
    return bytes(out)


def _until_error(engine: "zlib._Decompress", packed: bytes) -> bytes:
    """What can be unpacked of bytes that are damaged somewhere."""
    out = bytearray()
    with suppress(zlib.error):
        for i in range(len(packed)):
            out += engine.decompress(packed[i : i + 1])
    return bytes(out)
