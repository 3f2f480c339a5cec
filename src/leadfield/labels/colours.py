"""Label colours: blending two, and a different one for each label of a parcellation."""

import colorsys
from collections.abc import Iterable, Sequence

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed
from leadfield.base.errors import InputError
from leadfield.base.log import warn
from leadfield.labels.label import Rgba


def blend_colours(one: Rgba | None, other: Rgba | None) -> Rgba | None:
    """The colour between two, with the hue on the shorter way round the circle."""
    if one is None or other is None:
        return one or other
    a, b = (np.array(colorsys.rgb_to_hsv(*colour[:3])) for colour in (one, other))
    mean = (a + b) / 2
    if abs(a[0] - b[0]) >= 0.5:
        mean[0] = (max(a[0], b[0]) + (1 - abs(a[0] - b[0])) / 2) % 1
    red, green, blue = colorsys.hsv_to_rgb(*mean.tolist())
    return red, green, blue, (one[3] + other[3]) / 2


def shades(colour: Rgba | None, n: int) -> list[Rgba | None]:
    """``n`` shades of a colour from dark to light, of its hue and saturation."""
    if colour is None:
        return [None] * n
    hue, saturation, value = colorsys.rgb_to_hsv(*colour[:3])
    width = float(np.sqrt(n / 10))
    if value > 0.5:
        high = min(0.95, value + width / 2)
        low = max(0.05, high - width)
    else:
        low = max(0.05, value - width / 2)
        high = min(0.95, low + width)
    between = np.linspace(low, high, n).tolist()
    return [(*colorsys.hsv_to_rgb(hue, saturation, one), colour[3]) for one in between]


def distinct_colours(
    names: Sequence[str], given: Sequence[Rgba | None], spare: Iterable[Rgba]
) -> Ints:
    """A different colour (n_labels, 4), 0 to 255, for each label of a hemisphere.

    Labels without one take the first of ``spare`` that no label has.
    """
    taken = {as_bytes(colour)[:3] for colour in given if colour is not None}
    unused = (colour for colour in map(as_bytes, spare) if colour[:3] not in taken)
    colours = []
    for colour in given:
        found = next(unused, ()) if colour is None else as_bytes(colour)
        if not found:
            msg = (
                f"colormap must have a colour for each of {len(names)} labels, it has too few: "
                "choose another, or set label.color"
            )
            raise InputError(msg)
        taken.add(found[:3])
        colours.append(found)
    plain = [colour[:3] for colour in colours]
    twice = [name for name, one in zip(names, plain, strict=True) if plain.count(one) > 1]
    if twice:
        msg = f"labels of a hemisphere must have different colours, got one for {listed(twice)}"
        raise InputError(msg)
    if (0, 0, 0) in plain:
        warn("a label is black (0, 0, 0), which FreeSurfer takes for no label: change its color")
    return np.array(colours, np.int64).reshape(-1, 4)


def as_bytes(colour: Rgba) -> tuple[int, ...]:
    """Red, green, blue and alpha, 0 to 255."""
    return tuple(round(255 * channel) for channel in colour)


def unused_grey(colours: Ints) -> list[int]:
    """A transparent grey that none of ``colours`` (n, 4) is."""
    taken = {tuple(colour) for colour in colours[:, :3].tolist()}
    grey = next((i for i in range(1, 256) if (i, i, i) not in taken), None)
    if grey is None:
        msg = "one shade of grey must be free for vertices of no label: change a label's color"
        raise InputError(msg)
    return [grey, grey, grey, 0]
