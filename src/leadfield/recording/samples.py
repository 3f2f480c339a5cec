"""Sample sources: an array in memory, or others cropped, picked, projected or joined."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints, locked

# float64, or complex128 where a file's samples are complex.
Values = NDArray[Any]
# Samples multiplied at a time, so that mixing needs little memory of its own.
BLOCK = 10_000


class Samples(ABC):
    """Samples of some channels, read where and when they are asked for."""

    @property
    @abstractmethod
    def shape(self) -> tuple[int, int]:
        """Number of channels and of samples."""

    @property
    @abstractmethod
    def dtype(self) -> np.dtype[Any]:
        """Type of what is read."""

    @abstractmethod
    def read(self, start: int, stop: int, rows: Ints) -> Values:
        """New array (n_rows, stop - start) in SI units; the bounds are inside."""


@final
class ArraySamples(Samples):
    """Samples in memory."""

    def __init__(self, data: Values) -> None:
        self._data = locked(data, data.dtype, shape=(None, None), name="samples")

    @property
    def shape(self) -> tuple[int, int]:
        """Number of channels and of samples."""
        return self._data.shape[0], self._data.shape[1]

    @property
    def dtype(self) -> np.dtype[Any]:
        """Type of what is read."""
        return self._data.dtype

    def read(self, start: int, stop: int, rows: Ints) -> Values:
        """Copy of a part."""
        return self._data[:, start:stop][rows]


@final
class CroppedSamples(Samples):
    """Part of the time."""

    def __init__(self, source: Samples, start: int, stop: int) -> None:
        self._source, self._start, self._stop = source, start, stop

    @property
    def shape(self) -> tuple[int, int]:
        """Number of channels and of samples."""
        return self._source.shape[0], self._stop - self._start

    @property
    def dtype(self) -> np.dtype[Any]:
        """Type of what is read."""
        return self._source.dtype

    def read(self, start: int, stop: int, rows: Ints) -> Values:
        """Read that part of the source."""
        return self._source.read(self._start + start, self._start + stop, rows)


@final
class PickedSamples(Samples):
    """Some of the channels."""

    def __init__(self, source: Samples, rows: Ints) -> None:
        self._source, self._rows = source, locked(rows, np.int64)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of channels and of samples."""
        return len(self._rows), self._source.shape[1]

    @property
    def dtype(self) -> np.dtype[Any]:
        """Type of what is read."""
        return self._source.dtype

    def read(self, start: int, stop: int, rows: Ints) -> Values:
        """Read those channels of the source."""
        return self._source.read(start, stop, self._rows[rows])


@final
class MixedSamples(Samples):
    """Weighted sums of channels: projected or compensated samples."""

    def __init__(self, source: Samples, operator: Floats) -> None:
        n = source.shape[0]
        self._source, self._operator = source, locked(operator, shape=(n, n))

    @property
    def shape(self) -> tuple[int, int]:
        """Number of channels and of samples."""
        return self._source.shape

    @property
    def dtype(self) -> np.dtype[Any]:
        """Type of what is read."""
        return self._source.dtype

    @np.errstate(invalid="ignore")  # infinite samples become NaN
    def read(self, start: int, stop: int, rows: Ints) -> Values:
        """Sums over only the channels that the rows need."""
        operator = self._operator[rows]
        needed = np.flatnonzero(operator.any(axis=0))
        operator = operator[:, needed]
        out = np.empty((len(rows), stop - start), self.dtype)
        for first in range(start, stop, BLOCK):
            last = min(first + BLOCK, stop)
            part = self._source.read(first, last, needed)
            np.matmul(operator, part, out=out[:, first - start : last - start])
        return out


@final
class JoinedSamples(Samples):
    """Several sources of the same channels, one after another."""

    def __init__(self, sources: Sequence[Samples]) -> None:
        self._sources = tuple(sources)
        ends = np.cumsum([one.shape[1] for one in self._sources])
        self._bounds = locked(np.concatenate([[0], ends]), np.int64)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of channels and of samples."""
        return self._sources[0].shape[0], int(self._bounds[-1])

    @property
    def dtype(self) -> np.dtype[Any]:
        """Type of what is read: complex if any source is."""
        return np.result_type(*(one.dtype for one in self._sources))

    def read(self, start: int, stop: int, rows: Ints) -> Values:
        """Read of each source what lies inside."""
        out = np.empty((len(rows), stop - start), self.dtype)
        starts = self._bounds[:-1].tolist()
        for source, first, end in zip(
            self._sources, starts, self._bounds[1:].tolist(), strict=True
        ):
            begin, finish = max(start, first), min(stop, end)
            if begin < finish:
                part = source.read(begin - first, finish - first, rows)
                out[:, begin - start : finish - start] = part
        return out
