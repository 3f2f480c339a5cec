"""Colours of a page's map: 256 steps, and the values that they stand for."""

from dataclasses import dataclass
from typing import final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import lock_arrays, locked
from leadfield.scene.colours import ColourTable
from leadfield.scene.limits import Limits


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapColours:
    """Red, green, blue, opacity (256, 4) from 0 to 255, from the low limit to the high one.

    ``transparent`` tells whether values fade in from the low to the middle limit.
    """

    table: NDArray[np.uint8]
    limits: Limits
    transparent: bool

    def __post_init__(self) -> None:
        table = locked(self.table, np.uint8, shape=(256, 4), name="table")
        object.__setattr__(self, "table", table)
        lock_arrays(self)


def map_colours(table: ColourTable, *, opacity: float = 1.0) -> MapColours:
    """The colours of a table, ``opacity`` times as opaque."""
    steps, grid = np.linspace(0, 1, 256), np.linspace(0, 1, len(table.base))
    colours = np.stack([np.interp(steps, grid, channel) for channel in table.base.T], axis=1)
    colours[:, 3] *= opacity
    return MapColours(
        table=np.rint(255 * colours).astype(np.uint8),
        limits=table.limits,
        transparent=table.transparent,
    )
