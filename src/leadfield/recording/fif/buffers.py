"""Data buffers of a raw FIF file: where they lie, skips, broken ones, what a cut file lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from leadfield.base.arrays import Ints, lock_arrays, locked
from leadfield.fif import decode
from leadfield.fif.kinds import Kind, Type
from leadfield.fif.reader import FifFile
from leadfield.fif.tags import Tag
from leadfield.fif.tree import Node

BUFFER_TYPES: dict[int, str] = {
    Type.SHORT: ">i2",
    Type.DAU_PACK16: ">i2",
    Type.INT: ">i4",
    Type.FLOAT: ">f4",
    Type.DOUBLE: ">f8",
    Type.COMPLEX_FLOAT: ">c8",
    Type.COMPLEX_DOUBLE: ">c16",
}
# A recording is mostly samples: skips that are longer than this many times are no skips.
MOST_SKIPPED = 100
LAST_SAMPLE = 2**31 - 1
NOWHERE = -1
SKIP, BROKEN = "BAD_ACQ_SKIP", "BAD_BROKEN_BUFFER"


class BufferSlice(NamedTuple):
    """``length`` samples of one buffer, after ``skip`` others; ``offset`` is the buffer's."""

    offset: int
    skip: int
    length: int
    dtype: np.dtype[Any]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Buffers:
    """Buffers of one file, one after another without gaps.

    Buffer i holds samples ``bounds[i]`` to ``bounds[i + 1]`` of type ``types[i]`` from
    byte ``offsets[i]`` on; where that is -1 the samples are zero.
    """

    bounds: Ints
    offsets: Ints
    types: Ints

    def __post_init__(self) -> None:
        n = len(self.offsets)
        for name, size in (("bounds", n + 1), ("offsets", n), ("types", n)):
            value = locked(getattr(self, name), np.int64, shape=(size,), name=name)
            object.__setattr__(self, name, value)
        lock_arrays(self)

    def slices(self, start: int, stop: int, longest: int) -> Iterator[BufferSlice]:
        """Slices of at most ``longest`` samples that together go from ``start`` to ``stop``."""
        i = int(np.searchsorted(self.bounds, start, side="right")) - 1
        while start < stop:
            begin, end = int(self.bounds[i]), int(self.bounds[i + 1])
            here = min(end, stop, start + longest)
            # What is nowhere has no type: its zeros are of any.
            dtype = np.dtype(BUFFER_TYPES.get(int(self.types[i]), ">f4"))
            yield BufferSlice(int(self.offsets[i]), start - begin, here - start, dtype)
            start, i = here, i + (here == end)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BufferDirectory:
    """A file's buffers, the number of the first sample, and what is not as it should be.

    ``gaps`` are (start, stop, description) in samples from the first; ``n_lost`` the
    samples that a cut file lacks, None if nobody knows how many, 0 for none;
    ``buffer_size`` is the usual number of samples in a buffer.
    """

    buffers: Buffers
    first_sample: int
    gaps: tuple[tuple[int, int, str], ...]
    n_lost: int | None
    buffer_size: int


def find_buffers(fif: FifFile, node: Node, n_channels: int) -> BufferDirectory:
    """Where a block's samples are; reads no samples."""
    width = {kind: np.dtype(code).itemsize * n_channels for kind, code in BUFFER_TYPES.items()}
    tags = [tag for tag in node.tags if tag.kind in {Kind.DATA_BUFFER, Kind.DATA_SKIP}]
    part = None if fif.cut is None else fif.cut.tag
    if part is not None and part.kind == Kind.DATA_BUFFER and part.type in width:
        n_bytes = (fif.source.size - part.payload) // width[part.type] * width[part.type]
        tags.append(part._replace(size=max(n_bytes, 0)))
    whole = [tag for tag in tags if tag.kind == Kind.DATA_BUFFER and _is_whole(tag, width)]
    counts = [tag.size // width[tag.type] for tag in whole]
    if not any(counts):
        raise fif.lacks(node, "at least one whole sample")
    sizes = sorted(filter(None, counts))
    usual = sizes[len(sizes) // 2]
    first, rows, gaps = _placed(fif, tags, width, usual)
    first += fif.integer(node, Kind.FIRST_SAMPLE, 0)
    skipped = sum(stop - start for start, stop, _ in gaps)
    if skipped > MOST_SKIPPED * sum(counts) or abs(first) > LAST_SAMPLE:
        raise fif.lacks(node, f"sample numbers below {LAST_SAMPLE} and skips of sensible length")
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    return BufferDirectory(
        buffers=Buffers(
            bounds=np.concatenate([[0], np.cumsum(columns[0])]),
            offsets=columns[1],
            types=columns[2],
        ),
        first_sample=first,
        gaps=tuple(gaps),
        n_lost=_lost_samples(fif, width[whole[-1].type]),
        buffer_size=usual,
    )


def _is_whole(tag: Tag, width: Mapping[int, int]) -> bool:
    return tag.type in width and tag.size % width[tag.type] == 0


def _placed(
    fif: FifFile, tags: Sequence[Tag], width: Mapping[int, int], usual: int
) -> tuple[int, list[tuple[int, int, int]], list[tuple[int, int, str]]]:
    """Samples skipped before the first buffer, then (count, offset, type), then gaps."""
    before = at = skips = 0
    rows: list[tuple[int, int, int]] = []
    gaps: list[tuple[int, int, str]] = []
    for tag in tags:
        if tag.kind == Kind.DATA_SKIP:
            skips += _skip(fif, tag)
            continue
        fine = _is_whole(tag, width)
        count = tag.size // width[tag.type] if fine else usual
        # A skip is counted in buffers of the length of the one that follows it.
        lengths = [
            (skips * count, NOWHERE, SKIP),
            (count, tag.payload if fine else NOWHERE, BROKEN),
        ]
        if not rows:
            before += lengths.pop(0)[0]
        for length, offset, why in lengths:
            if length:
                rows.append((length, offset, tag.type))
                if offset == NOWHERE:
                    gaps.append((at, at + length, why))
                at += length
        skips = 0
    return before, rows, gaps


def _skip(fif: FifFile, tag: Tag) -> int:
    values = decode.numbers(fif.source, tag)
    if values.shape != (1,) or values.dtype.kind not in "iu" or values[0] < 0:
        raise fif.wrong(tag, "a skip must be one number of buffers")
    return int(values[0])


def _lost_samples(fif: FifFile, width: int) -> int | None:
    """Samples that a cut file lacks, None if there is no telling."""
    if fif.cut is None or (fif.cut.tag is not None and fif.cut.tag.kind == Kind.DIR):
        return 0
    return -(-fif.cut.n_missing // width) or None
