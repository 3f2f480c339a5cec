"""Values of sources inside a cortex along rays: at each pixel the one that is farthest from 0."""

import numpy as np

from leadfield.base.arrays import Floats, Floats32
from leadfield.render.projection import PixelMap

FINE = 6.0
"""Points from a source to the next at which rays are followed; pixels between them get means."""
REACH = 1.5
"""How far a source is seen, in distances between sources: it fades from half of one on."""


def ray_values(values: Floats, positions: Floats, spacing: float, projection: PixelMap) -> Floats32:
    """Values (height, width) of sources on a grid with ``spacing`` between them, in mm.

    Where a ray passes between sources it sees what they fade to, 0 far from all.
    """
    apart = spacing * projection.scale
    step = max(apart / FINE, 1.0)  # pixels
    width, height = (int(n / step) + 2 for n in (projection.width, projection.height))
    centres = projection(positions)[:, :2].astype(np.float64) / step
    reach = REACH * apart / step
    steps = np.arange(-np.ceil(reach), np.ceil(reach) + 1)
    across, down = (
        np.floor(centres[:, axis, np.newaxis]) + steps for axis in range(2)
    )  # (n_sources, n_steps)
    far = np.hypot(
        (across + 0.5 - centres[:, :1])[:, np.newaxis],
        (down + 0.5 - centres[:, 1:])[:, :, np.newaxis],
    )
    faded = values[:, np.newaxis, np.newaxis] * np.clip(REACH - far * step / apart, 0, 1)
    there = ((across >= 0) & (across < width))[:, np.newaxis]
    there = there & ((down >= 0) & (down < height))[:, :, np.newaxis]
    pixels = (down[:, :, np.newaxis] * width + across[:, np.newaxis])[there].astype(np.int64)
    highest, lowest = np.zeros((2, height * width))
    np.maximum.at(highest, pixels, faded[there])
    np.minimum.at(lowest, pixels, faded[there])
    found = np.where(highest >= -lowest, highest, lowest).reshape(height, width)
    rows = np.clip((np.arange(projection.height) + 0.5) / step - 0.5, 0, None)
    columns = np.clip((np.arange(projection.width) + 0.5) / step - 0.5, 0, None)
    return _between(_between(found, rows).T, columns).T.astype(np.float32)


def _between(values: Floats, places: Floats) -> Floats:
    """Means of the rows on both sides of places between rows, weighted by nearness."""
    before = np.minimum(places.astype(np.int64), len(values) - 2)
    share = (places - before)[:, np.newaxis]
    found: Floats = (1 - share) * values[before] + share * values[before + 1]
    return found
