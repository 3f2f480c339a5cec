"""Layout of panels and text boxes, so that none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass

from leadfield.render.projection import Box

MARGIN = 0.03
"""Left free around a brain, as a fraction of its cell."""
TOP, BOTTOM = 0.6, 0.4
"""Text above or below these heights of a cell pushes the brain aside; other text lies on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox:
    """The box of some text in a cell, from the cell's lower left corner, in pixels."""

    left: float
    bottom: float
    width: float
    height: float

    def overlaps(self, other: "TextBox") -> bool:
        """Whether two boxes have an area in common."""
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.bottom < other.bottom + other.height
            and other.bottom < self.bottom + self.height
        )


def panel_cells(whole: Box, shape: tuple[int, int]) -> dict[tuple[int, int], Box]:
    """Boxes of panels, by row and column, that fill a box."""
    n_rows, n_columns = shape
    tops = [whole.top + whole.height * i // n_rows for i in range(n_rows + 1)]
    lefts = [whole.left + whole.width * i // n_columns for i in range(n_columns + 1)]
    return {
        (i, j): Box(
            left=lefts[j],
            top=tops[i],
            width=max(lefts[j + 1] - lefts[j], 1),
            height=max(tops[i + 1] - tops[i], 1),
        )
        for i in range(n_rows)
        for j in range(n_columns)
    }


def place_text_box(wanted: TextBox, taken: Sequence[TextBox], cell: Box, gap: float) -> TextBox:
    """The wanted box, moved into the cell and off all others, upwards or downwards.

    Boxes in the upper half move down, those in the lower half up.
    """
    left = min(max(wanted.left, 0.0), max(cell.width - wanted.width, 0.0))
    bottom = min(max(wanted.bottom, 0.0), max(cell.height - wanted.height, 0.0))
    upper = bottom + wanted.height / 2 > cell.height / 2
    box = TextBox(left=left, bottom=bottom, width=wanted.width, height=wanted.height)
    for _ in taken:
        hit = next((other for other in taken if box.overlaps(other)), None)
        if hit is None:
            break
        bottom = hit.bottom - gap - wanted.height if upper else hit.bottom + hit.height + gap
        box = TextBox(left=left, bottom=bottom, width=wanted.width, height=wanted.height)
    return box


def free_space(cell: Box, taken: Sequence[TextBox], gap: float) -> Box:
    """The box inside a cell, in pixels of the picture, that text leaves to the brain."""
    low, high = 0.0, float(cell.height)
    for box in taken:
        if box.bottom >= TOP * cell.height:
            high = min(high, box.bottom - gap)
        elif box.bottom + box.height <= BOTTOM * cell.height:
            low = max(low, box.bottom + box.height + gap)
    across, down = MARGIN * cell.width, MARGIN * (high - low)
    return Box(
        left=round(cell.left + across),
        top=round(cell.top + cell.height - high + down),
        width=max(round(cell.width - 2 * across), 1),
        height=max(round(high - low - 2 * down), 1),
    )
