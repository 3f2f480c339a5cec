"""Segments: numbers over time that are read, or computed, a run of samples at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import final

import numpy as np

from leadfield.base.progress import tracked
from leadfield.estimates.source_courses import Values

NUMBERS = 2_000_000  # in a run: 16 MB


def samples_at_once(n_rows: int) -> int:
    """How many samples of so many rows make a run."""
    return max(1, NUMBERS // max(1, n_rows))


@final
class Segments:
    """An array (n_rows, ..., n_times) that is too large to be held, as a function of samples.

    Parameters
    ----------
    shape : tuple of int
        Shape of the array.
    read : callable
        Gives the array's part from one sample to another, as a new array.
    block : int | None
        Samples to read at once; by default as many as 16 MB hold.
    """

    __slots__ = ("_read", "block", "shape")

    def __init__(
        self, shape: tuple[int, ...], read: Callable[[int, int], Values], block: int | None = None
    ) -> None:
        self.shape, self._read = shape, read
        self.block = block or samples_at_once(int(np.prod(shape[:-1])))

    def read(self, start: int, stop: int) -> Values:
        """New array of the samples from ``start`` to ``stop``."""
        return self._read(start, stop)

    def blocks(self) -> Iterator[tuple[slice, Values]]:
        """Runs of samples and their values, one after the other."""
        starts = range(0, self.shape[-1], self.block)
        for start in tracked(starts, "Computing") if len(starts) > 1 else starts:
            stop = min(start + self.block, self.shape[-1])
            yield slice(start, stop), self.read(start, stop)

    def whole(self) -> Values:
        """The array."""
        out: Values | None = None
        for samples, values in self.blocks():
            if out is None:
                if samples.stop == self.shape[-1]:
                    return values
                out = np.empty(self.shape, values.dtype)
            out[..., samples] = values
        return np.empty(self.shape) if out is None else out

    def cropped(self, start: int, stop: int) -> Segments:
        """The samples from ``start`` to ``stop`` alone."""
        shape = (*self.shape[:-1], stop - start)
        return Segments(shape, lambda a, b: self.read(start + a, start + b), self.block)

    def changed(self, change: Callable[[Values], Values], n_rows: int | None = None) -> Segments:
        """What ``change`` makes of any run of samples, with as many rows or with others."""
        first = self.shape[0] if n_rows is None else n_rows
        shape = (first, *self.shape[1:])
        return Segments(shape, lambda a, b: change(self.read(a, b)), self.block)
