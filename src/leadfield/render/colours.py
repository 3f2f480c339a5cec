"""Colours and colour maps as users name them, to numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import known_options
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.scene.colours import cold_to_hot
from leadfield.scene.marks import Colour

OWN = ("mne", "mne_analyze")
TWO_SIDED = (
    *("PiYG", "PRGn", "BrBG", "PuOr", "RdGy", "RdBu", "RdYlBu", "RdYlGn", "Spectral"),
    *("coolwarm", "bwr", "seismic", "berlin", "managua", "vanimo"),
)
"""Matplotlib's maps whose middle stands for 0."""
CORTEX = {
    "classic": ((0.74,) * 3, (0.41,) * 3),
    "high_contrast": ((0.92,) * 3, (0.28,) * 3),
    "low_contrast": ((0.62,) * 3, (0.52,) * 3),
    "bone": ((0.88, 0.93, 0.93), (0.38, 0.45, 0.52)),
}
"""Ridges and folds of the named styles."""


def colour_of(name: str, colour: Any) -> Colour:
    """Red, green, blue of any opaque colour that Matplotlib knows."""
    from matplotlib.colors import to_rgba

    try:
        red, green, blue, opacity = to_rgba(colour)
    except (ValueError, TypeError) as problem:
        msg = f"{name} must be a colour that Matplotlib knows, got {colour!r}"
        raise InputError(msg) from problem
    if opacity != 1:
        msg = f"{name} must be opaque, got {colour!r}: opacity has its own arguments"
        raise InputError(msg)
    return float(red), float(green), float(blue)


def is_two_sided(colormap: Any) -> bool:
    """Whether a map's middle stands for 0."""
    name = colormap if isinstance(colormap, str) else getattr(colormap, "name", "")
    return name.removesuffix("_r") in TWO_SIDED or name in OWN


def base_colours(colormap: Any) -> Floats:
    """The colours of a map, ``(n, 4)``."""
    from matplotlib import colormaps
    from matplotlib.colors import Colormap

    if isinstance(colormap, str):
        if colormap in OWN:
            return cold_to_hot()
        if colormap not in colormaps:
            msg = (
                f"colormap must be 'auto', 'mne' or a name that Matplotlib knows, got {colormap!r}"
            )
            raise InputError(msg)
        colormap = colormaps[colormap]
    if not isinstance(colormap, Colormap):
        msg = f"colormap must be a name or a Matplotlib colour map, got {colormap!r}"
        raise ArgumentTypeError(msg)
    colours: Floats = np.asarray(colormap(np.linspace(0, 1, max(colormap.N, 2))), float)
    return colours


def cortex_colours(cortex: Any) -> tuple[Colour, Colour]:
    """Colours of ridges and folds.

    ``cortex`` is the name of a style, one colour, two colours, or a colour map with the
    values at its ends, where ridges are 0 and folds 1: a dict with ``colormap``,
    ``vmin`` and ``vmax``, or a tuple of these and whether to reverse it.
    """
    if isinstance(cortex, str):
        if cortex in CORTEX:
            ridges, folds = CORTEX[cortex]
            return colour_of("cortex", ridges), colour_of("cortex", folds)
        return colour_of("cortex", cortex), colour_of("cortex", cortex)
    if isinstance(cortex, Mapping):
        known_options("cortex", cortex, ["colormap", "vmin", "vmax"])
        cortex = (cortex.get("colormap"), cortex.get("vmin"), cortex.get("vmax"), False)
    if not isinstance(cortex, list | tuple) or len(cortex) not in {2, 3, 4}:
        msg = (
            "cortex must be one of 'classic', 'high_contrast', 'low_contrast', 'bone', "
            f"a colour, two colours, or a colour map and its limits, got {cortex!r}"
        )
        raise ArgumentTypeError(msg)
    if len(cortex) == 4 and isinstance(cortex[0], str):
        return _of_map(*cortex)
    if len(cortex) == 2:
        return colour_of("cortex", cortex[0]), colour_of("cortex", cortex[1])
    return colour_of("cortex", cortex), colour_of("cortex", cortex)


def _of_map(colormap: Any, low: Any, high: Any, reverse: Any) -> tuple[Colour, Colour]:
    try:
        low, high = float(low), float(high)
    except (TypeError, ValueError) as problem:
        msg = f"the limits of cortex must be numbers, got {low!r} and {high!r}"
        raise ArgumentTypeError(msg) from problem
    if not low < high:
        msg = f"the limits of cortex must grow, got {low} and {high}"
        raise InputError(msg)
    colours = base_colours(colormap)[:: -1 if reverse else 1]
    places = np.clip((np.array([0.0, 1.0]) - low) / (high - low), 0, 1) * (len(colours) - 1)
    ridges, folds = colours[np.round(places).astype(int), :3].tolist()
    return tuple(ridges), tuple(folds)
