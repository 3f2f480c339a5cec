"""Structures of a segmentation: their numbers, names and colours in a FreeSurfer colour table."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.bounded_text import MOST_BYTES
from leadfield.freesurfer.buffer import Buffer

STANDARD = Path(__file__).with_name("colour_table") / "FreeSurferColorLUT.txt"
COLUMNS = 6  # number, name, red, green, blue, alpha


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Structures:
    """Structures, in the order of their table.

    ``numbers`` (n,) stand for them in a segmentation; ``colours`` (n, 4) are red, green, blue
    and alpha from 0 to 255.
    """

    names: tuple[str, ...]
    numbers: Ints
    colours: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def by_name(self) -> dict[str, int]:
        """The number of each structure."""
        return dict(zip(self.names, self.numbers.tolist(), strict=True))


@cache
def standard_structures() -> Structures:
    """Those of FreeSurfer's own table, which its segmentations use."""
    return read_structures(STANDARD)


def read_structures(path: str | Path) -> Structures:
    """The structures in a colour table."""
    file = Buffer(path, "colour table", most=MOST_BYTES)
    names, rows = [], []
    for line in file.rest().decode("utf-8", "replace").splitlines():
        words = line.split()
        if not words or line.lstrip().startswith("#"):
            continue
        try:
            number, *colour = (int(word) for word in [words[0], *words[2:]])
        except ValueError:
            colour = []
        if len(colour) != COLUMNS - 2 or max(map(abs, [number, *colour])) >= 2**31:
            msg = f"a line of a colour table must be a number, a name and 4 numbers, got {line!r}"
            raise file.wrong(msg)
        names.append(words[1])
        rows.append([number, *colour])
    if not names:
        msg = "a colour table must name a structure, it names none"
        raise file.wrong(msg)
    table = np.array(rows, np.int64)
    return Structures(names=tuple(names), numbers=table[:, 0], colours=table[:, 1:].astype(float))


def structures_in(values: NDArray[np.generic], numbers: dict[str, int]) -> list[str]:
    """Names of the structures that a segmentation holds, in the order of their numbers."""
    there = set(np.unique(values).tolist())
    return sorted((name for name in numbers if numbers[name] in there), key=numbers.__getitem__)
