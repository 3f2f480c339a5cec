"""Colours of labels: as users give them, mixed, and many that can be told apart."""

import colorsys
from typing import Any

import numpy as np

from leadfield.base.errors import InputError

Rgba = tuple[float, float, float, float]


def as_rgba(color: Any) -> Rgba | None:
    """Red, green, blue and alpha, 0 to 1, of any colour that Matplotlib knows."""
    if color is None:
        return None
    if isinstance(color, tuple) and len(color) == 4 and all(isinstance(c, float) for c in color):
        red, green, blue, alpha = color
        if 0 <= min(color) <= max(color) <= 1:
            return red, green, blue, alpha
    from matplotlib.colors import to_rgba

    try:
        return to_rgba(color)
    except ValueError as problem:
        msg = f"color must be one that Matplotlib knows, got {color!r}"
        raise InputError(msg) from problem


def blended(first: Any, second: Any) -> Rgba | None:
    """The colour between two, with the hue on the shorter way round the circle."""
    one, other = as_rgba(first), as_rgba(second)
    if one is None or other is None:
        return one or other
    a, b = (np.array(colorsys.rgb_to_hsv(*color[:3])) for color in (one, other))
    mean = (a + b) / 2
    if abs(a[0] - b[0]) >= 0.5:
        mean[0] = (max(a[0], b[0]) + (1 - abs(a[0] - b[0])) / 2) % 1
    red, green, blue = colorsys.hsv_to_rgb(*mean.tolist())
    return red, green, blue, (one[3] + other[3]) / 2


def distinct(count: int, colormap: str) -> list[Rgba]:
    """``count`` colours of a colour map, as far apart as can be."""
    from matplotlib import colormaps

    # A cyclic map's ends are one colour.
    return [as_tuple(c) for c in colormaps[colormap](np.linspace(0, 1, count, endpoint=False))]


def as_tuple(color: Any) -> Rgba:
    """Four plain floats."""
    red, green, blue, alpha = map(float, color)
    return red, green, blue, alpha
