"""Layout of a figure: title, captions, colour bar and time courses, and the space for brains."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leadfield.render.arrow_key import draw_arrow_key
from leadfield.render.colour_bar import draw_colour_bar, has_title
from leadfield.render.figure_text import (
    add_text,
    default_font_size,
    fit_text,
    line_height,
    move_text,
)
from leadfield.render.layout import TextBox, free_space, panel_cells, place_text_box
from leadfield.render.projection import Box, PixelMap, extent, largest_scale
from leadfield.render.time_courses import DrawnCourses, draw_time_courses

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    from leadfield.base.arrays import Floats
    from leadfield.scene.marks import Caption
    from leadfield.scene.scene import Panel, Scene

    Bounds = tuple[float, float, float, float]
    """Left, bottom, width and height."""

TIME_WIDTH = 0.4
"""The largest fraction of the width that the label of the time takes."""
SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
"""The fraction of a caption that lies to the left of its position."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FigureLayout:
    """A figure with everything but its brains."""

    cells: tuple[Box, ...]
    """The box of each panel."""
    titles: tuple[Text | None, ...]
    """The title of each panel."""
    free_boxes: tuple[Box, ...]
    """What text leaves of each cell to the brain."""
    projections: tuple[PixelMap, ...]
    """How each panel's brain fits into its free box."""
    scale: float
    """Pixels per millimetre, in all panels."""
    time_text: Text | None
    """The label of the time, to be kept up to date."""
    courses: DrawnCourses | None
    """The time courses, likewise."""
    colour_bar: Axes | None
    arrow_key: tuple[Artist, ...]
    """The key of arrow lengths, which holds at the common scale."""


def lay_out_figure(figure: Figure, scene: Scene, *, time: str, floor: float = 0.0) -> FigureLayout:
    """Write a scene's text and colour bar into an empty figure.

    ``time`` is the longest label of a time, and ``floor`` the lines left free at the
    bottom.
    """
    width, height = round(figure.bbox.width), round(figure.bbox.height)
    line = line_height(figure)
    title = _add_title(figure, scene, line)
    bottom = round(floor * line)
    top = bottom + round(height * scene.time_courses.height) if scene.time_courses else bottom
    courses = draw_time_courses(figure, scene, bottom=bottom, top=top)
    foot, time_text, bar, key_box = _add_foot(figure, scene, time, top)
    middle = Box(left=0, top=title, width=width, height=max(height - title - foot, 1))
    grid = panel_cells(middle, (scene.rows, scene.columns))
    cells = tuple(_joined_cell(grid, panel) for panel in scene.panels)
    # Also without titles: a brain keeps its place when it is turned and loses its own.
    strip = round(2.2 * line) if len(scene.panels) > 1 else 0
    free_boxes = []
    for panel, cell in zip(scene.panels, cells, strict=True):
        inner = replace(cell, top=cell.top + strip, height=max(cell.height - strip, 1))
        taken = _add_captions(figure, scene, panel, inner)
        free_boxes.append(free_space(inner, taken, 0.4 * line))
    free_boxes = _level(free_boxes, scene.panels)
    spans = [panel_span(scene, panel) for panel in scene.panels]
    largest = min(largest_scale(*span, free) for span, free in zip(spans, free_boxes, strict=True))
    projections = tuple(
        fit_projection(panel, span, cell=cell, free=free, largest=largest)
        for panel, span, cell, free in zip(scene.panels, spans, cells, free_boxes, strict=True)
    )
    tops = [
        projection.target[1] - (high - low)[1] * largest / 2
        for projection, (low, high) in zip(projections, spans, strict=True)
    ]
    titles = []
    for panel, cell in zip(scene.panels, cells, strict=True):
        beside = [t for t, other in zip(tops, scene.panels, strict=True) if other.row == panel.row]
        titles.append(_add_panel_title(figure, scene, panel, cell=cell, above=min(beside)))
    key: tuple[Artist, ...] = ()
    if scene.activity and key_box and all(panel.zoom == 1 for panel in scene.panels):
        size = 0.9 * default_font_size(figure)
        key = draw_arrow_key(
            figure, scene.activity, scene.style, scale=largest, box=key_box, size=size
        )
    return FigureLayout(
        cells=cells,
        arrow_key=key,
        titles=tuple(titles),
        free_boxes=tuple(free_boxes),
        projections=projections,
        scale=largest,
        time_text=time_text,
        courses=courses,
        colour_bar=bar,
    )


def _add_title(figure: Figure, scene: Scene, line: float) -> int:
    """Write the title; the height it takes."""
    if not scene.title:
        return 0
    width, height = figure.bbox.width, figure.bbox.height
    size = 1.2 * default_font_size(figure)
    text = add_text(figure, scene.title, scene.style.foreground, size)
    text.set_multialignment("center")
    across, down = fit_text(figure, text, width - 2 * line, 0.3 * height)
    move_text(figure, text, (width - across) / 2, height - down - 0.6 * line)
    return round(down + 1.2 * line)


def _add_foot(
    figure: Figure, scene: Scene, time: str, floor: int
) -> tuple[int, Text | None, Axes | None, Bounds | None]:
    """Write the time at the left and the colour bar in the middle.

    The height they take, the time, the bar, and the box in pixels of a key at the right.
    """
    size, style, activity = default_font_size(figure), scene.style, scene.activity
    if activity is None:
        return floor, None, None, None
    line = line_height(figure)
    below = floor + (2.3 * line if scene.colour_bar else 0.7 * line)
    label, wide, bar, key = None, 0.0, None, None
    if activity.time_label is not None:
        label = add_text(figure, time, style.foreground, size)
        wide, tall = fit_text(figure, label, TIME_WIDTH * figure.bbox.width, 2.8 * line)
        move_text(figure, label, 0.8 * line, below + 0.4 * line - tall / 2)
    if scene.colour_bar:
        width = figure.bbox.width
        left = max(0.26 * width, wide + 2.4 * line if wide else 0)
        right = width - left
        if right - left < 0.4 * width:  # a narrow picture: the bar takes the rest
            right = width - 1.6 * line
        key = (right + 1.6 * line, below, width - right - 2.4 * line, 0.8 * line)
        box = (left, below, right - left, 0.8 * line)
        bar = draw_colour_bar(figure, activity, style, box=box, size=0.9 * size)
    above = 2.4 * line if bar and has_title(activity) else 1.3 * line
    return round(below + above) if bar or label else floor, label, bar, key


def _level(boxes: Sequence[Box], panels: Sequence[Panel]) -> list[Box]:
    """Free boxes cut to the height that is free in all panels of their row."""
    found = []
    for box, panel in zip(boxes, panels, strict=True):
        row = [b for b, other in zip(boxes, panels, strict=True) if other.row == panel.row]
        top, bottom = max(b.top for b in row), min(b.top + b.height for b in row)
        found.append(replace(box, top=top, height=max(bottom - top, 1)))
    return found


def _joined_cell(grid: Mapping[tuple[int, int], Box], panel: Panel) -> Box:
    """The cells that a panel takes as one."""
    first = grid[panel.row, panel.column]
    last = grid[panel.row + panel.rows - 1, panel.column + panel.columns - 1]
    return replace(
        first,
        width=last.left + last.width - first.left,
        height=last.top + last.height - first.top,
    )


def _add_panel_title(
    figure: Figure, scene: Scene, panel: Panel, *, cell: Box, above: float
) -> Text | None:
    """Write a panel's title over its brain, or over the captions that are there."""
    if not panel.title:
        return None
    line = line_height(figure)
    text = add_text(figure, panel.title, scene.style.foreground, 0.9 * default_font_size(figure))
    _, down = fit_text(figure, text, cell.width - line, 1.5 * line)
    row = [other for other in scene.panels if other.row == panel.row]
    written = any(_captions_of(scene, other) for other in row)
    top = line / 2 if written else max(above - 1.2 * line - down, line / 2)
    box = TextBox(left=line / 2, bottom=cell.height - top - down, width=0, height=down)
    _move_into_cell(figure, text, box, cell)
    return text


def _captions_of(scene: Scene, panel: Panel) -> list[Caption]:
    return [caption for caption in scene.captions if panel.is_at(caption.row, caption.column)]


def _add_captions(figure: Figure, scene: Scene, panel: Panel, cell: Box) -> list[TextBox]:
    """Write the captions of one panel where they do not overlap; the boxes they take."""
    taken: list[TextBox] = []
    for caption in _captions_of(scene, panel):
        taken.append(_add_caption(figure, scene, caption, cell=cell, taken=taken))
    return taken


def _add_caption(
    figure: Figure, scene: Scene, caption: Caption, *, cell: Box, taken: list[TextBox]
) -> TextBox:
    colour = scene.style.foreground if caption.colour is None else caption.colour
    text = add_text(figure, caption.text, colour, caption.size or default_font_size(figure))
    text.set_alpha(caption.opacity)
    text.set_multialignment(caption.justification)  # type: ignore[arg-type]
    share = SHARES[caption.justification]
    line = line_height(figure)
    # From its anchor to the edges of the cell.
    before, after = caption.x * cell.width, (1 - caption.x) * cell.width
    reach = {0.0: after, 0.5: 2 * min(before, after), 1.0: before}[share] - line / 2
    across, down = fit_text(figure, text, max(reach, cell.width / 3), 0.35 * cell.height)
    wanted = TextBox(
        left=before - share * across, bottom=caption.y * cell.height, width=across, height=down
    )
    box = place_text_box(wanted, taken, cell, 0.3 * line)
    _move_into_cell(figure, text, box, cell)
    return box


def _move_into_cell(figure: Figure, text: Text, box: TextBox, cell: Box) -> None:
    floor = figure.bbox.height - cell.top - cell.height
    move_text(figure, text, cell.left + box.left, floor + box.bottom)


def fit_projection(
    panel: Panel, span: tuple[Floats, Floats], *, cell: Box, free: Box, largest: float
) -> PixelMap:
    """A panel that spans so much, in the middle of a free box; its zoom goes beyond a scale."""
    low, high = span
    return PixelMap(
        axes=panel.camera.axes,
        middle=(low + high) / 2,
        target=(free.left - cell.left + free.width / 2, free.top - cell.top + free.height / 2),
        scale=min(largest, largest_scale(low, high, free)) * panel.zoom,
        width=cell.width,
        height=cell.height,
    )


def panel_span(scene: Scene, panel: Panel) -> tuple[Floats, Floats]:
    """Least and largest right and up, in mm, of what a panel shows."""
    spans = [
        extent(scene.hemisphere(name).mesh.vertices, panel.camera) for name in panel.hemispheres
    ]
    lows, highs = zip(*spans, strict=True)
    return np.min(lows, axis=0), np.max(highs, axis=0)
