"""Samples in files, read buffer by buffer when they are asked for."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, final

import numpy as np

from leadfield.base.arrays import Floats, Ints, locked
from leadfield.base.errors import StateError
from leadfield.fif.kinds import Type
from leadfield.fif.source import Source
from leadfield.recording.fif.buffers import NOWHERE, Buffers, Piece
from leadfield.recording.samples import Samples, Values

COMPLEX = (Type.COMPLEX_FLOAT, Type.COMPLEX_DOUBLE)
CHUNK = 2**20  # bytes decoded at a time: they stay in the processor's cache


def state_of(path: Path) -> tuple[int, int]:
    """What changes when a file does."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FilePart:
    """One file of a recording, as it was when it was opened.

    A ``.gz`` stays unpacked in ``source``; a plain file is opened for each reading.
    """

    path: Path
    state: tuple[int, int]
    buffers: Buffers
    source: Source | None

    @property
    def n_samples(self) -> int:
        """Samples in this file."""
        return int(self.buffers.bounds[-1])


@final
class FileSamples(Samples):
    """Samples in one file or in several that follow each other."""

    def __init__(self, parts: Sequence[FilePart], scales: Floats) -> None:
        self._parts = tuple(parts)
        self._scales = locked(scales, shape=(None,), name="calibrations")
        self._bounds = np.cumsum([0, *(part.n_samples for part in self._parts)])
        types = np.concatenate([part.buffers.types for part in self._parts])
        self._dtype = np.dtype(np.complex128 if np.isin(types, COMPLEX).any() else np.float64)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of channels and of samples."""
        return len(self._scales), int(self._bounds[-1])

    @property
    def dtype(self) -> np.dtype[Any]:
        """Type of what is read."""
        return self._dtype

    def read(self, start: int, stop: int, rows: Ints) -> Values:
        """Decode the buffers that overlap and keep the rows."""
        out: Values = np.empty((len(rows), stop - start), self._dtype)
        longest = max(1, CHUNK // (16 * len(self._scales)))
        for part, begin in zip(self._parts, self._bounds[:-1].tolist(), strict=True):
            first, last = max(start - begin, 0), min(stop - begin, part.n_samples)
            if first < last:
                place = out[:, begin + first - start : begin + last - start]
                with _opened(part) as source:
                    self._fill(source, part.buffers.pieces(first, last, longest), rows, place)
        return out

    def _fill(self, source: Source, pieces: Iterable[Piece], rows: Ints, out: Values) -> None:
        n = len(self._scales)
        everything = len(rows) == n and np.array_equal(rows, np.arange(n))
        scales = self._scales[rows][:, None]
        # One array for all pieces: new ones would cost more than decoding.
        room = np.empty(max(CHUNK, 16 * n), np.uint8)
        at = 0
        for piece in pieces:
            place = out[:, at : at + piece.length]
            at += piece.length
            if piece.offset == NOWHERE:
                place[:] = 0
                continue
            width = n * piece.dtype.itemsize
            block = room[: piece.length * width]
            source.fill(piece.offset + piece.skip * width, block.data)
            stored = block.view(piece.dtype).reshape(piece.length, n)
            picked = stored if everything else stored[:, rows]
            native = picked.byteswap(inplace=True).view(piece.dtype.newbyteorder("="))
            with np.errstate(invalid="ignore", over="ignore"):  # damaged samples
                np.multiply(native.T, scales, out=place)


@contextmanager
def _opened(part: FilePart) -> Iterator[Source]:
    if part.source is not None:
        yield part.source
        return
    with Source(part.path) as source:
        if state_of(part.path) != part.state:
            msg = f"{part.path} must not change while it is used, it did: read it again"
            raise StateError(msg)
        yield source
