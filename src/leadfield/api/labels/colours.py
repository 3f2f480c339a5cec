"""Label colours by Matplotlib's names and colour maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.errors import InputError

if TYPE_CHECKING:
    from leadfield.labels.label import Rgba

# What ``color=`` may be: a name, red, green, blue and maybe alpha from 0 to 1, or none.
Color = str | tuple[float, ...] | None


def as_rgba(color: object) -> Rgba | None:
    """Red, green, blue and alpha, 0 to 1, of any colour that Matplotlib knows."""
    if color is None:
        return None
    if isinstance(color, tuple) and len(color) == 4 and all(isinstance(c, float) for c in color):
        red, green, blue, alpha = color
        if 0 <= min(color) <= max(color) <= 1:
            return red, green, blue, alpha
    from matplotlib.colors import to_rgba

    try:
        return to_rgba(color)  # type: ignore[arg-type]
    except ValueError as problem:
        msg = f"color must be one that Matplotlib knows, got {color!r}"
        raise InputError(msg) from problem


def colormap_colours(colormap: str, count: int) -> list[Rgba]:
    """``count`` colours of a colour map, as far apart as can be."""
    from matplotlib import colormaps

    # A cyclic map's ends are one colour.
    shares = np.linspace(0, 1, count, endpoint=False)
    return [(float(r), float(g), float(b), float(a)) for r, g, b, a in colormaps[colormap](shares)]
