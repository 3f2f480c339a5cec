"""Text in Matplotlib figures: font sizes, extents, wrapping to a width and height."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    from leadfield.scene.marks import Colour

DEFAULT_SIZE, SMALLEST_SIZE = 12.0, 6.5
"""Font size in points for a picture of 8 x 8 inches, and the smallest."""
GROWTH = 0.6
"""Text grows more slowly than pictures: with this power of their side."""
SHRINK = 0.7
"""Text shrinks to this fraction of its size before it is broken into lines."""


def default_font_size(figure: Figure) -> float:
    """Font size in points that suits a picture."""
    width, height = figure.get_size_inches()
    return float(max(DEFAULT_SIZE * ((width * height) ** 0.5 / 8) ** GROWTH, SMALLEST_SIZE))


def line_height(figure: Figure) -> float:
    """Height in pixels of a line of the default size."""
    return default_font_size(figure) * figure.dpi / 72


def add_text(figure: Figure, content: str, colour: Colour, size: float) -> Text:
    """Plain text in a figure, without math markup."""
    return figure.text(
        0.5, 0.5, content, color=colour, fontsize=size, ha="left", va="bottom", parse_math=False
    )


def text_extent(figure: Figure, text: Text) -> tuple[float, float]:
    """Width and height of text in pixels of its figure."""
    from matplotlib.backends.backend_agg import RendererAgg

    renderer = RendererAgg(1, 1, figure.dpi)  # type: ignore[no-untyped-call]
    box = text.get_window_extent(renderer)
    return float(box.width), float(box.height)


def fit_text(figure: Figure, text: Text, width: float, height: float) -> tuple[float, float]:
    """Make text fit, smaller first, then wrapped, then cut; its new extent in pixels."""
    across, down = text_extent(figure, text)
    if across <= width:
        return across, down
    size = float(text.get_fontsize())
    smallest = min(size, max(SHRINK * size, SMALLEST_SIZE))
    text.set_fontsize(max(0.98 * size * width / across, smallest))
    across, down = text_extent(figure, text)
    lines = text.get_text().split("\n")
    letters = max(int(max(map(len, lines)) * width / across), 1)
    while across > width and letters > 1:
        text.set_text("\n".join(short for line in lines for short in textwrap.wrap(line, letters)))
        across, down = text_extent(figure, text)
        letters -= max(letters // 20, 1)
    lines = text.get_text().split("\n")
    while down > height and len(lines) > 1:
        lines = [*lines[:-2], f"{lines[-2]} …"]
        text.set_text("\n".join(lines))
        across, down = text_extent(figure, text)
    return across, down


def move_text(figure: Figure, text: Text, left: float, bottom: float) -> None:
    """Move text so that its lower left corner is there, in pixels."""
    text.set_position((left / figure.bbox.width, bottom / figure.bbox.height))
