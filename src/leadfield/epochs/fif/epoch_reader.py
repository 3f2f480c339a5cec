"""Epochs of FIF files (``-epo.fif``), read one by one when they are needed."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self, final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.base.errors import StateError
from leadfield.epochs.fif.samples import calibrated
from leadfield.epochs.samples import EpochReader
from leadfield.fif.source import Source
from leadfield.recording.fif.file_samples import fingerprint_of


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EpochsPart:
    """Where one file has its ``n_epochs``: at a byte offset, in the file's number format."""

    path: Path
    state: tuple[int, int]
    offset: int
    dtype: str
    n_epochs: int


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FifEpochReader(EpochReader):
    """Reads epochs ``rows`` of split files; ``cals`` (n_channels,) turn them into SI units."""

    parts: tuple[EpochsPart, ...]
    rows: Ints
    cals: Floats
    n_times: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", locked(self.rows, np.int64, shape=(None,)))
        object.__setattr__(self, "cals", locked(self.cals, shape=(None,)))
        lock_arrays(self)

    def drop_reason(self, row: int, sample: int) -> str | None:  # noqa: ARG002 - all are there
        """None: all epochs exist."""
        return None

    def read(self, row: int, sample: int) -> Floats:  # noqa: ARG002 - rows are enough
        """A new array."""
        place = int(self.rows[row])
        for part in self.parts:
            if place < part.n_epochs:
                break
            place -= part.n_epochs
        if fingerprint_of(part.path) != part.state:
            msg = f"{part.path} must not change while it is used, it did: read it again"
            raise StateError(msg)
        samples = np.empty((len(self.cals), self.n_times), part.dtype)
        with Source(part.path) as source:
            source.fill(part.offset + place * samples.nbytes, samples.view(np.uint8).data)
        return calibrated(samples, self.cals, part.path)

    def select(self, rows: Ints) -> Self:
        """Only these epochs."""
        return replace(self, rows=self.rows[rows])
