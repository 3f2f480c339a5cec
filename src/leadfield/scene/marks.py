"""Marks on a brain: foci, regions of the cortex (labels, parcellations), captions."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked

Colour = tuple[float, float, float]
"""Red, green, blue from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Foci:
    """Marked points of one size and colour in one hemisphere."""

    hemisphere: str
    centres: Floats
    """In mm, where the hemisphere is drawn, ``(n_foci, 3)``."""
    radius: float
    colour: Colour
    opacity: float = 1.0
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "centres", locked(self.centres, shape=(None, 3), name="centres"))
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Regions:
    """Regions of one hemisphere's cortex, each in its colour, filled or outlined."""

    hemisphere: str
    vertex_regions: Ints
    """Index into ``colours`` of each vertex's region, -1 for none, ``(n_vertices,)``."""
    colours: Floats
    """Red, green, blue, opacity, ``(n_regions, 4)``."""
    outline: int = 0
    """Width of an outline, 1 for the narrowest, 0 to fill."""
    name: str = ""
    names: tuple[str, ...] = ()
    """Of the regions, in the order of their colours."""
    parcellation: bool = False
    """Whether they are a parcellation, which replaces another."""

    def __post_init__(self) -> None:
        regions = locked(self.vertex_regions, np.int64, shape=(None,), name="vertex_regions")
        object.__setattr__(self, "vertex_regions", regions)
        object.__setattr__(self, "colours", locked(self.colours, shape=(None, 4), name="colours"))
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Text on a panel, at fractions of its width and height from the lower left."""

    text: str
    x: float
    y: float
    row: int | None = 0
    """Rows and columns of panels; None for all of them."""
    column: int | None = 0
    colour: Colour | None = None
    opacity: float = 1.0
    size: float | None = None
    """In points; None for the default size of the picture."""
    justification: str = "left"
    name: str = ""
