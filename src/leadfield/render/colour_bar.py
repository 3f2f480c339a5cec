"""The colour bar: what a value looks like on the cortex, and the limits as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadfield.render.text import measured, put, write

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.scene.limits import Limits
    from leadfield.scene.scene import Style
    from leadfield.scene.source_activity import Activity

SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
LEVELS = 256


def ticks(limits: Limits) -> list[float]:
    """Values marked on the bar, the most important first."""
    low, middle, high = limits.low, limits.middle, limits.high
    if not limits.signed:
        return [low, high, middle]
    return [-high, high, *([-low, low] if low else [0.0]), -middle, middle]


def power_of(high: float) -> int:
    """The power of ten, a multiple of three, that numbers of that size are given in."""
    power = int(np.floor(np.log10(high))) if high > 0 else 0
    return 0 if -3 < power < 4 else 3 * (power // 3)


def heading(quantity: str, power: int) -> str:
    """What stands above the bar."""
    factor = f"×10{str(power).translate(SUPERSCRIPT)}" if power else ""
    return " ".join(part for part in (factor, quantity) if part)


def draw_bar(
    figure: Figure,
    activity: Activity,
    style: Style,
    *,
    box: tuple[float, float, float, float],
    size: float,
) -> None:
    """Draw a bar into ``box`` (left, bottom, width, height in pixels), words of ``size``."""
    left, bottom, across, tall = box
    width, height = figure.bbox.width, figure.bbox.height
    axes = figure.add_axes((left / width, bottom / height, across / width, tall / height))
    limits = activity.table.limits
    low, high = limits.bounds
    colours = activity.table(np.linspace(low, high, LEVELS))
    grey = (np.array(style.ridges) + style.folds) / 2
    strongest = max(activity.opacity, 0.0 if activity.arrows is None else activity.arrows.opacity)
    opacity = colours[:, 3:] * strongest
    shown = colours[:, :3] * opacity + grey * (1 - opacity)
    axes.imshow(shown[None], extent=(low, high, 0, 1), aspect="auto", interpolation="nearest")
    for spine in axes.spines.values():
        spine.set_color(style.foreground)
        spine.set_linewidth(0.8)
    scale = max(abs(low), abs(high))
    power = power_of(scale)
    kept = _apart(figure, limits, across, size=size, power=power)
    axes.set_xticks(kept, [_number(value, power) for value in kept], fontsize=size)
    axes.set_yticks([])
    axes.tick_params(colors=style.foreground, length=size / 3, width=0.8, pad=size / 5)
    words = heading(activity.quantity, power)
    if words:
        text = write(figure, words, style.foreground, size)
        wide, _ = measured(figure, text)
        put(figure, text, left + (across - wide) / 2, bottom + 1.3 * tall)


def _apart(
    figure: Figure, limits: Limits, across: float, *, size: float, power: int
) -> list[float]:
    """The marked values whose numbers do not touch."""
    low, high = limits.bounds
    taken: list[tuple[float, float]] = []
    kept = []
    for value in ticks(limits):
        text = write(figure, _number(value, power), (0, 0, 0), size)
        wide, _ = measured(figure, text)
        text.remove()
        middle = across * (value - low) / (high - low)
        start, stop = middle - 0.6 * wide - size / 4, middle + 0.6 * wide + size / 4
        if all(stop < begin or end < start for begin, end in taken):
            taken.append((start, stop))
            kept.append(value)
    return sorted(kept)


def _number(value: float, power: int) -> str:
    return f"{value / 10.0**power:.3g}".replace("-", "−")
