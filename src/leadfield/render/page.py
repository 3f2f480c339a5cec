"""The words and boxes of a figure: laid out first, so that brains fill what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from leadfield.render.colour_bar import draw_bar
from leadfield.render.courses import draw_courses
from leadfield.render.layout import Words, cells, free_place, room
from leadfield.render.projection import Box, PixelMap, extent, largest_scale
from leadfield.render.text import fit, put, usual_size, write

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.text import Text

    from leadfield.base.arrays import Floats
    from leadfield.scene.camera import Camera
    from leadfield.scene.marks import Caption
    from leadfield.scene.scene import Panel, Scene

TIME = 0.4
"""The largest part of the width that the words for the time take."""
SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of a caption lies to the left of where it was put."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """A figure with everything but its brains."""

    cells: tuple[Box, ...]
    """The box of each panel."""
    rooms: tuple[Box, ...]
    """What words leave of each cell to the brain."""
    projections: tuple[PixelMap, ...]
    """How each panel's brain fits between its words."""
    scale: float
    """Pixels a millimetre, in all panels."""
    time: Text | None
    """The words for the time, kept up to date by who draws."""
    moment: Line2D | None
    """The line at the time among the time courses, likewise."""


def page(figure: Figure, scene: Scene, *, time: str, floor: float = 0.0) -> Page:
    """Write a scene's words and colour bar into an empty figure.

    ``time`` is the longest label of a time, and ``floor`` the lines left free at the
    bottom.
    """
    width, height = round(figure.bbox.width), round(figure.bbox.height)
    size = usual_size(figure)
    line = size * figure.dpi / 72
    title = _title(figure, scene, line)
    below = round(floor * line)
    above = below + round(height * scene.courses.share) if scene.courses else below
    moment = draw_courses(figure, scene, bottom=below, top=above)
    foot, label = _foot(figure, scene, time, above)
    middle = Box(left=0, top=title, width=width, height=max(height - title - foot, 1))
    grid = cells(middle, (scene.rows, scene.columns))
    boxes = tuple(grid[panel.row, panel.column] for panel in scene.panels)
    strip = round(2.2 * line) if any(panel.title for panel in scene.panels) else 0
    rooms = []
    for panel, box in zip(scene.panels, boxes, strict=True):
        inner = replace(box, top=box.top + strip, height=max(box.height - strip, 1))
        rooms.append(room(inner, _captions(figure, scene, panel, inner), 0.4 * line))
    spans = [panel_span(scene, panel) for panel in scene.panels]
    largest = min(largest_scale(*span, free) for span, free in zip(spans, rooms, strict=True))
    projections = tuple(
        projected(panel.camera, span, box=box, room=free, largest=largest)
        for panel, span, box, free in zip(scene.panels, spans, boxes, rooms, strict=True)
    )
    tops = [
        projection.target[1] - (high - low)[1] * largest / 2
        for projection, (low, high) in zip(projections, spans, strict=True)
    ]
    for panel, box in zip(scene.panels, boxes, strict=True):
        beside = [t for t, other in zip(tops, scene.panels, strict=True) if other.row == panel.row]
        _panel_title(figure, scene, panel, box=box, above=min(beside))
    return Page(
        cells=boxes,
        rooms=tuple(rooms),
        projections=projections,
        scale=largest,
        time=label,
        moment=moment,
    )


def _title(figure: Figure, scene: Scene, line: float) -> int:
    """Write the title; the height it takes."""
    if not scene.title:
        return 0
    width, height = figure.bbox.width, figure.bbox.height
    text = write(figure, scene.title, scene.style.foreground, 1.2 * usual_size(figure))
    text.set_multialignment("center")
    across, down = fit(figure, text, width - 2 * line, 0.3 * height)
    put(figure, text, (width - across) / 2, height - down - 0.6 * line)
    return round(down + 1.2 * line)


def _foot(figure: Figure, scene: Scene, time: str, floor: int) -> tuple[int, Text | None]:
    """Write the time at the left and the colour bar in the middle; the height they take."""
    size, style, activity = usual_size(figure), scene.style, scene.activity
    if activity is None:
        return floor, None
    line = size * figure.dpi / 72
    bar = scene.colour_bar
    below = floor + (2.3 * line if bar else 0.7 * line)
    label, wide = None, 0.0
    if activity.time_label is not None:
        label = write(figure, time, style.foreground, size)
        wide, tall = fit(figure, label, TIME * figure.bbox.width, 2.8 * line)
        put(figure, label, 0.8 * line, below + 0.4 * line - tall / 2)
    if bar:
        width = figure.bbox.width
        left = max(0.26 * width, wide + 2.4 * line if wide else 0)
        right = width - left
        if right - left < 0.4 * width:  # a narrow picture: the bar takes the rest
            right = width - 1.6 * line
        box = (left, below, right - left, 0.8 * line)
        draw_bar(figure, activity, style, box=box, size=0.9 * size)
    above = 2.4 * line if bar and activity.quantity else 1.3 * line
    return round(below + above) if bar or label else floor, label


def _panel_title(figure: Figure, scene: Scene, panel: Panel, *, box: Box, above: float) -> None:
    """Write a panel's title over its brain, or over the captions that are there."""
    if not panel.title:
        return
    size = usual_size(figure)
    line = size * figure.dpi / 72
    text = write(figure, panel.title, scene.style.foreground, 0.9 * size)
    _, down = fit(figure, text, box.width - line, 1.5 * line)
    top = line / 2 if _captions_of(scene, panel) else max(above - 1.2 * line - down, line / 2)
    words = Words(left=line / 2, bottom=box.height - top - down, width=0, height=down)
    _put_in(figure, text, words, box)


def _captions_of(scene: Scene, panel: Panel) -> list[Caption]:
    return [
        caption
        for caption in scene.captions
        if caption.row in {None, panel.row} and caption.column in {None, panel.column}
    ]


def _captions(figure: Figure, scene: Scene, panel: Panel, box: Box) -> list[Words]:
    """Write the captions of one panel where they do not meet; the boxes they take."""
    taken: list[Words] = []
    for caption in _captions_of(scene, panel):
        taken.append(_caption(figure, scene, caption, box=box, taken=taken))
    return taken


def _caption(
    figure: Figure, scene: Scene, caption: Caption, *, box: Box, taken: list[Words]
) -> Words:
    colour = scene.style.foreground if caption.colour is None else caption.colour
    text = write(figure, caption.text, colour, caption.size or usual_size(figure))
    text.set_alpha(caption.opacity)
    text.set_multialignment(caption.justification)  # type: ignore[arg-type]
    share = SHARES[caption.justification]
    line = usual_size(figure) * figure.dpi / 72
    # From its anchor to the edges of the cell.
    before, after = caption.x * box.width, (1 - caption.x) * box.width
    reach = {0.0: after, 0.5: 2 * min(before, after), 1.0: before}[share] - line / 2
    across, down = fit(figure, text, max(reach, box.width / 3), 0.35 * box.height)
    wanted = Words(
        left=before - share * across, bottom=caption.y * box.height, width=across, height=down
    )
    place = free_place(wanted, taken, box, 0.3 * line)
    _put_in(figure, text, place, box)
    return place


def _put_in(figure: Figure, text: Text, words: Words, box: Box) -> None:
    floor = figure.bbox.height - box.top - box.height
    put(figure, text, box.left + words.left, floor + words.bottom)


def projected(
    camera: Camera, span: tuple[Floats, Floats], *, box: Box, room: Box, largest: float
) -> PixelMap:
    """What spans so much, from a camera, in the middle of a room and not larger than a scale."""
    low, high = span
    return PixelMap(
        axes=camera.axes,
        middle=(low + high) / 2,
        target=(room.left - box.left + room.width / 2, room.top - box.top + room.height / 2),
        scale=min(largest, largest_scale(low, high, room)),
        width=box.width,
        height=box.height,
    )


def panel_span(scene: Scene, panel: Panel) -> tuple[Floats, Floats]:
    """Least and largest right and up, in mm, of what a panel shows."""
    spans = [
        extent(scene.hemisphere(name).mesh.vertices, panel.camera) for name in panel.hemispheres
    ]
    lows, highs = zip(*spans, strict=True)
    return np.min(lows, axis=0), np.max(highs, axis=0)
