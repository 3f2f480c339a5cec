"""Matplotlib text that knows its size and fits where it must."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    from leadfield.scene.marks import Colour

USUAL, SMALLEST = 12.0, 6.5
"""Points of words in a picture of 8 x 8 inches, and at least."""
GROWTH = 0.6
"""Words grow more slowly than pictures: with this power of their side."""
SHRINK = 0.7
"""Words shrink to this part of their size before they are broken into lines."""


def usual_size(figure: Figure) -> float:
    """Size of words in points that suits a picture."""
    width, height = figure.get_size_inches()
    return float(max(USUAL * ((width * height) ** 0.5 / 8) ** GROWTH, SMALLEST))


def write(figure: Figure, words: str, colour: Colour, size: float) -> Text:
    """Words in a figure, as they are: no sign in them is markup."""
    return figure.text(
        0.5, 0.5, words, color=colour, fontsize=size, ha="left", va="bottom", parse_math=False
    )


def measured(figure: Figure, text: Text) -> tuple[float, float]:
    """Width and height of words in pixels of their figure."""
    from matplotlib.backends.backend_agg import RendererAgg

    renderer = RendererAgg(1, 1, figure.dpi)  # type: ignore[no-untyped-call]
    box = text.get_window_extent(renderer)
    return float(box.width), float(box.height)


def fit(figure: Figure, text: Text, width: float, height: float) -> tuple[float, float]:
    """Make words fit, smaller first, then in more lines, then cut; their new size in pixels."""
    across, down = measured(figure, text)
    if across <= width:
        return across, down
    size = float(text.get_fontsize())
    text.set_fontsize(max(0.98 * size * width / across, min(size, max(SHRINK * size, SMALLEST))))
    across, down = measured(figure, text)
    lines = text.get_text().split("\n")
    letters = max(int(max(map(len, lines)) * width / across), 1)
    while across > width and letters > 1:
        text.set_text("\n".join(part for line in lines for part in textwrap.wrap(line, letters)))
        across, down = measured(figure, text)
        letters -= max(letters // 20, 1)
    lines = text.get_text().split("\n")
    while down > height and len(lines) > 1:
        lines = [*lines[:-2], f"{lines[-2]} …"]
        text.set_text("\n".join(lines))
        across, down = measured(figure, text)
    return across, down


def put(figure: Figure, text: Text, left: float, bottom: float) -> None:
    """Move words so that their lower left corner is there, in pixels."""
    text.set_position((left / figure.bbox.width, bottom / figure.bbox.height))
