"""Epochs of a FIF file that are read one by one when they are asked for."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats, Ints, locked
from leadfield.base.errors import StateError
from leadfield.epochs.preparation import Preparation
from leadfield.epochs.samples import LazyEpochs
from leadfield.fif.source import Source
from leadfield.recording.fif.file_samples import fingerprint_of


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EpochsPart:
    """Where one file keeps ``n_epochs``: from a byte on, as numbers of a type in file order."""

    path: Path
    state: tuple[int, int]
    offset: int
    dtype: str
    n_epochs: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FileEpochs(LazyEpochs):
    """Epochs ``rows`` of a row of files; ``cals`` (n_channels,) turn them into SI units."""

    parts: tuple[EpochsPart, ...]
    rows: Ints
    cals: Floats
    recipe: Preparation

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", locked(self.rows, np.int64, shape=(None,)))
        object.__setattr__(self, "cals", locked(self.cals, shape=(None,)))

    def refusal(self, row: int, sample: int) -> str | None:  # noqa: ARG002 - all are in the file
        """Nothing is refused."""
        return None

    def read(self, row: int, sample: int) -> Floats:  # noqa: ARG002 - rows are enough
        """A fresh array."""
        place = int(self.rows[row])
        for part in self.parts:
            if place < part.n_epochs:
                break
            place -= part.n_epochs
        if fingerprint_of(part.path) != part.state:
            msg = f"{part.path} must not change while it is used, it did: read it again"
            raise StateError(msg)
        shape = (len(self.cals), len(self.recipe.times))
        found = np.empty(shape, part.dtype)
        with Source(part.path) as source:
            source.fill(part.offset + place * found.nbytes, found.view(np.uint8).data)
        return self.recipe.applied(found * self.cals[:, np.newaxis])

    def taken(self, rows: Ints) -> "FileEpochs":
        """Only these epochs."""
        return replace(self, rows=self.rows[rows])

    def cooked(self, recipe: Preparation) -> "FileEpochs":
        """The same epochs made by another recipe."""
        return replace(self, recipe=recipe)
