"""Drawing of a scene into a Matplotlib figure: laid out, rendered and cached when needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, final

import numpy as np
from numpy.typing import NDArray

from leadfield.render.figure_layout import (
    TIME_WIDTH,
    FigureLayout,
    fit_projection,
    lay_out_figure,
    panel_span,
)
from leadfield.render.figure_text import fit_text, line_height
from leadfield.render.panel_view import PanelView, render_panel_view

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.image import AxesImage

    from leadfield.base.arrays import Floats32
    from leadfield.render.projection import Box
    from leadfield.scene.marks import Colour
    from leadfield.scene.scene import Panel, Scene
    from leadfield.scene.state import SceneState

SUPERSAMPLING = 2
"""Subpixels a side of one pixel, for smooth edges."""
Bounds = tuple[float, float, float, float]
"""Left, bottom, width and height as fractions of a figure."""
LARGE_IMAGE = 2_500_000
"""Images of more pixels than this are smooth enough without supersampling."""


@final
class Drawing:
    """A figure that shows the scene of a state, and the work on it that still holds."""

    def __init__(self, figure: Figure, state: SceneState) -> None:
        self.figure = figure
        self.state = state
        self.opaque = True
        self.draft = False
        """Whether speed matters more than smooth edges, as while a brain is turned."""
        self.slider_lines = 0.0
        """Height left free at the bottom of the figure for controls, in lines of text."""
        self.controls = True
        """Whether there are controls, or the picture goes into a file."""
        self.on_layout: Callable[[FigureLayout, Bounds | None], None] | None = None
        """Called after each layout, which removes all artists, with the bounds left free for a
        slider; None without controls."""
        self._layout: FigureLayout | None = None
        self._layout_key: tuple[object, ...] = ()
        self._artists: set[Artist] = set()
        self._views: Sequence[PanelView] = ()
        self._images: list[tuple[PanelView, float, Floats32]] = []
        self._amplitudes: tuple[object, float, dict[str, Floats32]] = (None, 0.0, {})
        self._axes_image: AxesImage | None = None

    @property
    def layout(self) -> FigureLayout | None:
        """Where everything is, as last drawn."""
        return self._layout

    @property
    def cells(self) -> tuple[Box, ...]:
        """The boxes of the panels as last drawn."""
        return () if self._layout is None else self._layout.cells

    @property
    def views(self) -> Sequence[PanelView]:
        """The views of the panels as last drawn."""
        return self._views

    def refresh(self, magnification: float = 1.0) -> None:
        """Bring the figure up to date; ``magnification`` is image pixels per figure pixel."""
        scene = self.state.scene
        size = (round(self.figure.bbox.width), round(self.figure.bbox.height))
        layout = self._layout
        if layout is None or self._layout_key != (scene, size, self.controls):
            layout = self._lay_out(scene, size)
        zoom = max(round(magnification), 1)
        plain = self.draft or size[0] * size[1] * zoom**2 > LARGE_IMAGE
        earlier: Sequence[PanelView | None] = self._views or [None] * len(scene.panels)
        self._views = [
            render_panel_view(
                scene,
                panel,
                projection.magnified(zoom),
                supersampling=1 if plain else SUPERSAMPLING,
                earlier=view,
            )
            for panel, projection, view in zip(
                scene.panels, layout.projections, earlier, strict=True
            )
        ]
        self._draw(layout, size, zoom)

    def look(self, index: int, panel: Panel) -> None:
        """Look at one panel from elsewhere or nearer, leaving everything else where it is."""
        scene = self.state.scene.with_panel(panel, index)
        if self._layout is not None:
            layout = self._layout
            title = layout.titles[index]
            if title is not None:
                title.set_text(panel.title)
            projections = list(layout.projections)
            projections[index] = fit_projection(
                panel,
                panel_span(scene, panel),
                cell=layout.cells[index],
                free=layout.free_boxes[index],
                largest=layout.scale,
            )
            same = all(one.scale == layout.scale for one in projections)
            for artist in layout.arrow_key:
                artist.set_visible(same)
            self._layout = replace(layout, projections=tuple(projections))
            self._layout_key = (scene, *self._layout_key[1:])
        self.state.set_scene(scene)

    def _lay_out(self, scene: Scene, size: tuple[int, int]) -> FigureLayout:
        figure, lines = self.figure, self.slider_lines if self.controls else 0.0
        if self._layout is None:
            figure.clear()
        for artist in self._artists:  # what users have added stays
            artist.remove()
        others = {*figure.axes, *figure.texts, *figure.artists, *figure.patches}
        figure.set_facecolor(scene.style.background)
        axes = figure.add_axes((0, 0, 1, 1), zorder=-1)
        axes.set_axis_off()
        self._axes_image = axes.imshow(
            np.zeros((1, 1, 4), np.uint8),
            extent=(0, 1, 0, 1),
            aspect="auto",
            interpolation="antialiased",
        )
        longest = max(self._time_labels(), key=len, default="")
        layout = lay_out_figure(figure, scene, time=longest, floor=lines)
        self._layout, self._layout_key = layout, (scene, size, self.controls)
        if self.on_layout is not None:
            height = lines * line_height(figure) / figure.bbox.height
            bounds = (0.22, 0.15 * height, 0.56, 0.7 * height)
            self.on_layout(layout, bounds if self.controls else None)
        made = {*figure.axes, *figure.texts, *figure.artists, *figure.patches}
        self._artists = made - others
        return layout

    def _time_labels(self) -> list[str]:
        """The label of the time that is shown, of the first and of the last time."""
        activity = self.state.scene.activity
        if activity is None or activity.time_label is None:
            return []
        times = (activity.time_at(self.state.sample), *activity.times[[0, -1]].tolist())
        return [activity.time_label(time) for time in times]

    def _draw(self, layout: FigureLayout, size: tuple[int, int], zoom: int) -> None:
        scene, sample = self.state.scene, self.state.sample
        if layout.time_text is not None:
            layout.time_text.set_text(self._time_labels()[0])
            fit_text(self.figure, layout.time_text, TIME_WIDTH * self.figure.bbox.width, np.inf)
        if layout.courses is not None and scene.activity is not None:
            layout.courses.show(scene.activity, sample)
        amplitudes = self._vertex_amplitudes()
        earlier = {id(view): (time, image) for view, time, image in self._images}
        self._images = []
        canvas = np.zeros((size[1] * zoom, size[0] * zoom, 4), np.float32)
        for view, cell in zip(self._views, layout.cells, strict=True):
            shown, image = earlier.get(id(view), (None, None))
            if image is None or shown != sample:
                image = view.image(amplitudes, sample)
            self._images.append((view, sample, image))
            top, left = cell.top * zoom, cell.left * zoom
            canvas[top : top + image.shape[0], left : left + image.shape[1]] = image
        if self._axes_image is not None:
            background = scene.style.background if self.opaque else None
            self._axes_image.set_data(_to_bytes(canvas, background))

    def _vertex_amplitudes(self) -> dict[str, Floats32]:
        """The amplitudes at all vertices of each hemisphere at the sample shown."""
        scene, sample = self.state.scene, self.state.sample
        activity = scene.activity
        if activity is None:
            return {}
        if self._amplitudes[:2] != (activity, sample):
            found = {
                hemisphere.name: np.zeros(len(hemisphere.mesh.vertices), np.float32)
                for hemisphere in scene.hemispheres
            }
            for sources in activity.sources:
                found[sources.hemisphere] = sources.smoothing(sources.amplitudes(sample))
            self._amplitudes = (activity, sample, found)
        return self._amplitudes[2]


def _to_bytes(canvas: Floats32, background: Colour | None) -> NDArray[np.uint8]:
    """Colours times opacity as plain colours, on a background or, without, with opacity."""
    opacity = canvas[..., 3:]
    plain = canvas.copy()
    if background is None:
        plain[..., :3] /= np.maximum(opacity, np.float32(1e-6))
    else:
        plain[..., :3] += np.array(background, np.float32) * (1 - opacity)
        plain[..., 3] = 1
    np.clip(plain, 0, 1, out=plain)
    rounded: NDArray[np.uint8] = (plain * 255 + np.float32(0.5)).astype(np.uint8)
    return rounded
