"""Bounded reading of binary files: never beyond the end."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats
from leadfield.base.errors import FormatError
from leadfield.base.files import existing
from leadfield.base.foreign_formats import FREESURFER, HEAD, TEXT, other_format


class Buffer:
    """The bytes of one file and the place that reading has come to.

    Nothing is allocated for a count that the file claims before the bytes are there.
    """

    __slots__ = ("_data", "_path", "offset")

    def __init__(self, path: str | Path, what: str, *, most: int | None = None) -> None:
        self._path = existing(path, what)
        size = self._path.stat().st_size
        if most is not None and size > most:
            raise FormatError(self._path, f"a {what} must take at most {most} bytes, got {size}")
        self._data = self._path.read_bytes()
        self.offset = 0

    def wrong(self, problem: str) -> FormatError:
        """The error for what stands before the place reached."""
        family = [FREESURFER, TEXT]
        return other_format(
            self._path, self._data[:HEAD], problem, family=family, offset=self.offset
        )

    def array(self, count: int, dtype: str, what: str) -> NDArray[Any]:
        """``count`` numbers as they stand in the file."""
        left = len(self._data) - self.offset
        size = count * np.dtype(dtype).itemsize
        if count < 0 or size > left:
            msg = f"{count} {what} must fit in the {left} bytes left"
            raise self.wrong(msg)
        found = np.frombuffer(self._data, dtype, count, self.offset)
        self.offset += size
        return found

    def reals(self, count: int, dtype: str, what: str) -> Floats:
        """``count`` numbers as float64; NaN is the caller's to find."""
        with np.errstate(invalid="ignore"):  # some NaNs shout when converted
            return self.array(count, dtype, what).astype(np.float64)

    def whole(self, what: str) -> int:
        """One 4-byte whole number."""
        return int(self.array(1, ">i4", what)[0])

    def short(self, what: str) -> int:
        """One 3-byte whole number without sign."""
        return int.from_bytes(self.array(3, "u1", what).tobytes(), "big")

    def text(self, size: int, what: str) -> str:
        """Text of ``size`` bytes, up to its closing zero."""
        held = self.array(size, "u1", what).tobytes()
        return held.split(b"\0", 1)[0].decode("utf-8", "replace")

    def line(self, what: str) -> str:
        """Text up to the next end of line."""
        end = self._data.find(b"\n", self.offset)
        if end < 0:
            msg = f"{what} must end with a new line"
            raise self.wrong(msg)
        held = self._data[self.offset : end]
        self.offset = end + 1
        return held.decode("utf-8", "replace")

    def rest(self) -> bytes:
        """All that is left."""
        held = self._data[self.offset :]
        self.offset = len(self._data)
        return held
