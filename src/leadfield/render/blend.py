"""Layers to a picture: what is nearer covers what is behind, as far as it is opaque."""

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Ints
from leadfield.render.glyphs import Layer

Single = NDArray[np.float32]


def blended(canvas: Single, depths: Single, things: Layer) -> None:
    """Put things before and behind the surface that a canvas holds, in place.

    ``canvas`` (n_pixels, 4) holds colours times opacity, and opacity; ``depths``
    (n_pixels,) the surface's, infinite where there is none.
    """
    before = things.depths < depths[things.pixels]
    hidden = ~before & (canvas[things.pixels, 3] >= 1)
    kept = np.flatnonzero(~hidden)
    # Within a pixel the farthest comes first.
    order = kept[np.lexsort((-things.depths[kept], things.pixels[kept]))]
    touched, owner = np.unique(things.pixels[order], return_inverse=True)
    colours, before = things.colours[order], before[order]
    surface = canvas[touched]
    behind = _stacked(np.zeros_like(surface), owner[~before], colours[~before])
    whole = surface + behind * (1 - surface[:, 3:])
    canvas[touched] = _stacked(whole, owner[before], colours[before])


def _stacked(under: Single, owner: Ints, colours: Single) -> Single:
    """Lay colours, those of each owner in a row, one by one over what is there."""
    result = under.copy()
    _, start = np.unique(owner, return_index=True)
    rank = np.arange(len(owner)) - np.repeat(start, np.diff([*start, len(owner)]))
    for turn in range(rank.max(initial=-1) + 1):
        now = rank == turn
        place, over = owner[now], colours[now]
        result[place] = over + result[place] * (1 - over[:, 3:])
    return result


def coarser(canvas: Single, *, width: int, height: int, times: int) -> Single:
    """Means over squares of ``times`` x ``times`` pixels, ``(height, width, 4)``."""
    fine = canvas.reshape(height * times, width * times, 4)
    if times == 1:
        return fine
    total = np.zeros((height, width, 4), np.float32)
    for row in range(times):
        for column in range(times):
            total += fine[row::times, column::times]
    return total / np.float32(times * times)
