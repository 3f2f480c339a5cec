"""Colour tables: red, green, blue and opacity of each value."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Floats32, lock_arrays
from leadfield.scene.limits import Limits

LEVELS = 1024
COLD_TO_HOT = np.array([(0, 1, 1), (0, 0, 1), (0.5, 0.5, 0.5), (1, 0, 0), (1, 1, 0)])
"""Cyan, blue, grey, red, yellow: the map that MNE-Python calls ``mne``."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ColourTable:
    """Colours at evenly spaced values between the bounds of the limits."""

    colours: Floats32
    """Red, green, blue, opacity from 0 to 1, ``(n_levels, 4)``."""
    limits: Limits
    base: Floats
    """The colour map before it was stretched, ``(n, 4)``."""
    transparent: bool
    """Whether values fade in from the low to the middle limit."""

    def __post_init__(self) -> None:
        lock_arrays(self)

    def __call__(self, values: NDArray[np.floating]) -> Floats32:
        """Colours of values, ``(*values.shape, 4)``; beyond the bounds, those at them."""
        low, high = self.limits.bounds
        last = len(self.colours) - 1
        level = np.clip((values - np.float32(low)) * np.float32(last / (high - low)), 0, last)
        found: Floats32 = self.colours[(level + np.float32(0.5)).astype(np.int64)]
        return found


def make_colour_table(base: Floats, limits: Limits, *, transparent: bool) -> ColourTable:
    """A colour map stretched so that its middle is at the middle limit.

    Parameters
    ----------
    base
        The map's colours, ``(n, 4)``.
    limits
        Signed limits put the map's middle at 0 and mirror the rest.
    transparent
        Whether values fade in from the low to the middle limit.
    """
    low, high = limits.bounds
    values = np.linspace(low, high, LEVELS)
    size = np.abs(values) if limits.signed else values
    # Interpolation needs limits that differ.
    knots = np.array([limits.low, limits.middle, limits.high])
    knots[1] = np.clip(knots[1], *(knots[[0, 2]] + np.ptp(knots) * np.array([1e-5, -1e-5])))
    share = np.interp(size, knots, [0.0, 0.5, 1.0])
    position = 0.5 + np.copysign(share, values) / 2 if limits.signed else share
    grid = np.linspace(0, 1, len(base))
    colours = np.stack([np.interp(position, grid, channel) for channel in base.T], axis=1)
    if transparent:
        colours[:, 3] *= np.clip(2 * share, 0, 1)
    return ColourTable(
        colours=colours.astype(np.float32), limits=limits, base=base, transparent=transparent
    )


def signed_colormap() -> Floats:
    """The colour map for values of both signs, ``(257, 4)``."""
    knots, grid = np.linspace(0, 1, len(COLD_TO_HOT)), np.linspace(0, 1, 257)
    channels = [np.interp(grid, knots, channel) for channel in COLD_TO_HOT.T]
    return np.stack([*channels, np.ones(len(grid))], axis=1)
