"""Blending of layers over an image: nearer pixels cover those behind, as far as opaque."""

import numpy as np

from leadfield.base.arrays import Floats32, Ints
from leadfield.render.glyphs import Layer


def blend_layer(canvas: Floats32, depths: Floats32, layer: Layer) -> None:
    """Blend a layer before and behind the surface that a canvas holds, in place.

    ``canvas`` (n_pixels, 4) holds colours times opacity, and opacity; ``depths``
    (n_pixels,) the surface's, infinite where there is none.
    """
    before = layer.depths < depths[layer.pixels]
    hidden = ~before & (canvas[layer.pixels, 3] >= 1)
    rows = np.flatnonzero(~hidden)
    # Within a pixel the farthest comes first.
    order = rows[np.lexsort((-layer.depths[rows], layer.pixels[rows]))]
    touched, owner = np.unique(layer.pixels[order], return_inverse=True)
    colours, before = layer.colours[order], before[order]
    surface = canvas[touched]
    behind = _stack(np.zeros_like(surface), owner[~before], colours[~before])
    with_behind = surface + behind * (1 - surface[:, 3:])
    canvas[touched] = _stack(with_behind, owner[before], colours[before])


def _stack(under: Floats32, owner: Ints, colours: Floats32) -> Floats32:
    """Lay colours, those of each owner in a row, one by one over what is there."""
    result = under.copy()
    _, start = np.unique(owner, return_index=True)
    rank = np.arange(len(owner)) - np.repeat(start, np.diff([*start, len(owner)]))
    for turn in range(rank.max(initial=-1) + 1):
        rows = rank == turn
        pixel, over = owner[rows], colours[rows]
        result[pixel] = over + result[pixel] * (1 - over[:, 3:])
    return result


def downsample(canvas: Floats32, *, width: int, height: int, times: int) -> Floats32:
    """Means over squares of ``times`` x ``times`` pixels, ``(height, width, 4)``."""
    fine = canvas.reshape(height * times, width * times, 4)
    if times == 1:
        return fine
    total = np.zeros((height, width, 4), np.float32)
    for row in range(times):
        for column in range(times):
            total += fine[row::times, column::times]
    return total / np.float32(times * times)
