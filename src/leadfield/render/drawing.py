"""A scene in a Matplotlib figure, laid out when it is drawn and not before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from leadfield.render.page import TIME, Page, page, panel_span, projected
from leadfield.render.panel import Shot, shot
from leadfield.render.text import fit, usual_size

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.image import AxesImage

    from leadfield.render.projection import Box
    from leadfield.scene.camera import Camera
    from leadfield.scene.marks import Colour
    from leadfield.scene.scene import Scene

Single = NDArray[np.float32]
FINE = 2
"""Fine pixels a side of one pixel, for smooth edges."""
MANY = 2_500_000
"""Pictures of more pixels than this are smooth enough without."""


class Drawing:
    """What a figure shows: a scene at a time, and as much of the work as still holds."""

    def __init__(self, figure: Figure, scene: Scene, place: float) -> None:
        self.figure = figure
        self.scene = scene
        self.place = place
        self.opaque = True
        self.rough = False
        """Whether speed matters more than smooth edges, as while a brain is turned."""
        self.slider_lines = 0.0
        """Height left free at the bottom of the figure, in lines."""
        self.when_laid_out: Callable[[tuple[float, float, float, float]], None] | None = None
        """Told the box that was left free, as parts of the figure, after each layout."""
        self._page: Page | None = None
        self._laid_out: tuple[object, ...] = ()
        self._artists: set[Artist] = set()
        self._shots: Sequence[Shot] = ()
        self._pictures: list[tuple[Shot, float, Single]] = []
        self._strengths: tuple[object, float, dict[str, Single]] = (None, 0.0, {})
        self._image: AxesImage | None = None

    @property
    def cells(self) -> tuple[Box, ...]:
        """The boxes of the panels as last drawn."""
        return () if self._page is None else self._page.cells

    def refresh(self, magnification: float = 1.0) -> None:
        """Bring the figure up to date; ``magnification`` is image pixels a figure pixel."""
        size = (round(self.figure.bbox.width), round(self.figure.bbox.height))
        now = self._page
        if now is None or self._laid_out != (self.scene, size, self.slider_lines):
            now = self._lay_out(size)
        sharp = max(round(magnification), 1)
        fine = 1 if self.rough or size[0] * size[1] * sharp**2 > MANY else FINE
        before: Sequence[Shot | None] = self._shots or [None] * len(self.scene.panels)
        self._shots = [
            shot(self.scene, panel, projection.finer(sharp), fine=fine, before=old)
            for panel, projection, old in zip(
                self.scene.panels, now.projections, before, strict=True
            )
        ]
        self._draw(now, size, sharp)

    def turn(self, index: int, camera: Camera) -> None:
        """Look at one panel from elsewhere, leaving everything else where it is."""
        self.scene = self.scene.seen_from(camera, index)
        if self._page is not None:
            old = self._page
            projections = list(old.projections)
            projections[index] = projected(
                camera,
                panel_span(self.scene, self.scene.panels[index]),
                box=old.cells[index],
                room=old.rooms[index],
                largest=old.scale,
            )
            self._page = replace(old, projections=tuple(projections))
            self._laid_out = (self.scene, *self._laid_out[1:])

    def _lay_out(self, size: tuple[int, int]) -> Page:
        figure, style = self.figure, self.scene.style
        if self._page is None:
            figure.clear()
        for artist in self._artists:  # what users have added stays
            artist.remove()
        others = {*figure.axes, *figure.texts}
        figure.set_facecolor(style.background)
        axes = figure.add_axes((0, 0, 1, 1), zorder=-1)
        axes.set_axis_off()
        self._image = axes.imshow(
            np.zeros((1, 1, 4), np.uint8),
            extent=(0, 1, 0, 1),
            aspect="auto",
            interpolation="antialiased",
        )
        labels = self._time_labels()
        lines = self.slider_lines
        self._page = page(figure, self.scene, time=max(labels, key=len, default=""), floor=lines)
        self._laid_out = (self.scene, size, lines)
        if self.when_laid_out is not None and lines:
            tall = lines * usual_size(figure) * figure.dpi / 72 / figure.bbox.height
            self.when_laid_out((0.22, 0.15 * tall, 0.56, 0.7 * tall))
        self._artists = {*figure.axes, *figure.texts} - others
        return self._page

    def _time_labels(self) -> list[str]:
        """What the time's label says now, at the beginning and at the end."""
        activity = self.scene.activity
        if activity is None or activity.time_label is None:
            return []
        times = (activity.time_at(self.place), *activity.times[[0, -1]].tolist())
        return [activity.time_label(time) for time in times]

    def _draw(self, now: Page, size: tuple[int, int], sharp: int) -> None:
        if now.time is not None:
            now.time.set_text(self._time_labels()[0])
            fit(self.figure, now.time, TIME * self.figure.bbox.width, np.inf)
        if now.moment is not None and self.scene.activity is not None:
            time = self.scene.activity.time_at(self.place)
            now.moment.set_xdata([time, time])
        strengths = self._strengths_now()
        old = {id(one): (place, picture) for one, place, picture in self._pictures}
        self._pictures = []
        canvas = np.zeros((size[1] * sharp, size[0] * sharp, 4), np.float32)
        for one, cell in zip(self._shots, now.cells, strict=True):
            place, picture = old.get(id(one), (None, None))
            if picture is None or place != self.place:
                picture = one.picture(strengths, self.place)
            self._pictures.append((one, self.place, picture))
            top, left = cell.top * sharp, cell.left * sharp
            canvas[top : top + picture.shape[0], left : left + picture.shape[1]] = picture
        if self._image is not None:
            self._image.set_data(
                _eight_bit(canvas, self.scene.style.background if self.opaque else None)
            )

    def _strengths_now(self) -> dict[str, Single]:
        """The values of all vertices of each hemisphere at the time."""
        activity = self.scene.activity
        if activity is None:
            return {}
        if self._strengths[:2] != (activity, self.place):
            found = {
                half.name: np.zeros(len(half.mesh.vertices), np.float32)
                for half in self.scene.hemispheres
            }
            for sources in activity.sources:
                found[sources.hemisphere] = sources.spread(sources.strengths(self.place))
            self._strengths = (activity, self.place, found)
        return self._strengths[2]


def _eight_bit(canvas: Single, background: Colour | None) -> NDArray[np.uint8]:
    """Colours times opacity as plain colours, on a background or, without, with opacity."""
    opacity = canvas[..., 3:]
    shown = canvas.copy()
    if background is None:
        shown[..., :3] /= np.maximum(opacity, np.float32(1e-6))
    else:
        shown[..., :3] += np.array(background, np.float32) * (1 - opacity)
        shown[..., 3] = 1
    np.clip(shown, 0, 1, out=shown)
    whole: NDArray[np.uint8] = (shown * 255 + np.float32(0.5)).astype(np.uint8)
    return whole
