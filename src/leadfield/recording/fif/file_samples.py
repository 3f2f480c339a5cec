"""Samples in raw FIF files, read buffer by buffer when they are needed."""

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
from leadfield.recording.fif.buffers import NOWHERE, Buffers, BufferSlice
from leadfield.recording.samples import Samples, Values

COMPLEX = (Type.COMPLEX_FLOAT, Type.COMPLEX_DOUBLE)
CHUNK = 2**20  # bytes decoded at a time: they stay in the processor's cache


def fingerprint_of(path: Path) -> tuple[int, int]:
    """Size and time of the last change, by which a changed file is noticed."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SplitFile:
    """One file of a recording, as it was when it was opened.

    A ``.gz`` stays unpacked in ``source``; a plain file is opened for each reading.
    """

    path: Path
    fingerprint: tuple[int, int]
    buffers: Buffers
    source: Source | None

    @property
    def n_samples(self) -> int:
        """Samples in this file."""
        return int(self.buffers.bounds[-1])


@final
class FileSamples(Samples):
    """Samples in one file or in several that follow each other."""

    def __init__(self, files: Sequence[SplitFile], scales: Floats) -> None:
        self._files = tuple(files)
        self._scales = locked(scales, shape=(None,), name="calibrations")
        self._bounds = np.cumsum([0, *(file.n_samples for file in self._files)])
        types = np.concatenate([file.buffers.types for file in self._files])
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
        # Zeros, of which those that no buffer has take no memory until somebody changes them.
        out: Values = np.zeros((len(rows), stop - start), self._dtype)
        longest = max(1, CHUNK // (16 * len(self._scales)))
        for file, begin in zip(self._files, self._bounds[:-1].tolist(), strict=True):
            first, last = max(start - begin, 0), min(stop - begin, file.n_samples)
            if first < last:
                place = out[:, begin + first - start : begin + last - start]
                with _opened(file) as source:
                    self._fill(source, file.buffers.slices(first, last, longest), rows, place)
        return out

    @np.errstate(invalid="ignore", over="ignore")  # damaged samples
    def _fill(self, source: Source, slices: Iterable[BufferSlice], rows: Ints, out: Values) -> None:
        n = len(self._scales)
        everything = len(rows) == n and np.array_equal(rows, np.arange(n))
        scales = self._scales[rows][:, None]
        # One array for all slices: new ones would cost more than decoding.
        buffer = np.empty(max(CHUNK, 16 * n), np.uint8)
        at = 0
        for part in slices:
            place = out[:, at : at + part.length]
            at += part.length
            if part.offset == NOWHERE:
                continue
            width = n * part.dtype.itemsize
            block = buffer[: part.length * width]
            source.fill(part.offset + part.skip * width, block.data)
            values = block.view(part.dtype).reshape(part.length, n)
            picked = values if everything else values[:, rows]
            native = picked.byteswap(inplace=True).view(part.dtype.newbyteorder("="))
            np.multiply(native.T, scales, out=place)


@contextmanager
def _opened(file: SplitFile) -> Iterator[Source]:
    if file.source is not None:
        yield file.source
        return
    with Source(file.path) as source:
        if fingerprint_of(file.path) != file.fingerprint:
            msg = f"{file.path} must not change while it is used, it did: read it again"
            raise StateError(msg)
        yield source
