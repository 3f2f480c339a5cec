"""Colours and colour maps by name: red, green, blue and opacity as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import known_options
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.scene.colours import signed_colormap
from leadfield.scene.marks import Colour

SIGNED_MAPS = ("mne", "mne_analyze")
"""Names, not Matplotlib's, of the map for values of both signs."""
DIVERGING = (
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
"""Gyri and sulci of the named styles."""


def parse_colour(name: str, colour: object) -> Colour:
    """Red, green, blue of any opaque colour that Matplotlib knows."""
    from matplotlib.colors import to_rgba

    try:
        red, green, blue, opacity = to_rgba(colour)  # type: ignore[arg-type]
    except (ValueError, TypeError) as problem:
        msg = f"{name} must be a colour that Matplotlib knows, got {colour!r}"
        raise InputError(msg) from problem
    if opacity != 1:
        msg = f"{name} must be opaque, got {colour!r}: opacity has its own arguments"
        raise InputError(msg)
    return float(red), float(green), float(blue)


def is_diverging(colormap: object) -> bool:
    """Whether a map's middle stands for 0."""
    name = colormap if isinstance(colormap, str) else getattr(colormap, "name", "")
    return name.removesuffix("_r") in DIVERGING or name in SIGNED_MAPS


def colormap_colours(colormap: object) -> Floats:
    """The colours of a map, ``(n, 4)``."""
    from matplotlib import colormaps
    from matplotlib.colors import Colormap

    if isinstance(colormap, str):
        if colormap in SIGNED_MAPS:
            return signed_colormap()
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


def cortex_colours(cortex: object) -> tuple[Colour, Colour]:
    """Colours of gyri and sulci.

    ``cortex`` is the name of a style, one colour, two colours, or a colour map with the
    values at its ends, where gyri are 0 and sulci 1: a dict with ``colormap``,
    ``vmin`` and ``vmax``, or a tuple of these and whether to reverse it.
    """
    if isinstance(cortex, str):
        if cortex in CORTEX:
            gyri, sulci = CORTEX[cortex]
            return parse_colour("cortex", gyri), parse_colour("cortex", sulci)
        return parse_colour("cortex", cortex), parse_colour("cortex", cortex)
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
        return _colours_of_map(*cortex)
    if len(cortex) == 2:
        return parse_colour("cortex", cortex[0]), parse_colour("cortex", cortex[1])
    return parse_colour("cortex", cortex), parse_colour("cortex", cortex)


def _colours_of_map(
    colormap: object, low: Any, high: Any, reverse: object
) -> tuple[Colour, Colour]:
    try:
        low, high = float(low), float(high)
    except (TypeError, ValueError) as problem:
        msg = f"the limits of cortex must be numbers, got {low!r} and {high!r}"
        raise ArgumentTypeError(msg) from problem
    if not low < high:
        msg = f"the limits of cortex must grow, got {low} and {high}"
        raise InputError(msg)
    colours = colormap_colours(colormap)[:: -1 if reverse else 1]
    positions = np.clip((np.array([0.0, 1.0]) - low) / (high - low), 0, 1) * (len(colours) - 1)
    gyri, sulci = colours[np.round(positions).astype(int), :3].tolist()
    return tuple(gyri), tuple(sulci)
