"""One view of the brain, seen once and coloured at any time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Ints
from leadfield.render.blend import blended, coarser
from leadfield.render.glyphs import Layer, arrow_glyphs, ball_glyphs, together
from leadfield.render.projection import PixelMap
from leadfield.render.regions import part_colours
from leadfield.render.surface import VisibleCortex, seen
from leadfield.scene.mesh import Mesh, joined
from leadfield.scene.scene import Panel, Scene

Single = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shot:
    """All of a panel that does not change with time."""

    scene: Scene
    panel: Panel
    projection: PixelMap
    """In fine pixels."""
    fine: int
    """Fine pixels a side of one pixel of the picture."""
    surface: VisibleCortex
    marks: tuple[tuple[Ints, Single], ...]
    """Places in the surface's pixels that are marked, and the colours there."""
    ball_glyphs: Layer
    covered: Single | None
    """1 where sources reach, 0 where they do not, at each pixel; None for 1 everywhere."""

    def sees(self, scene: Scene, panel: Panel, projection: PixelMap) -> bool:
        """Whether the surface of this shot is that of another."""
        return (
            self.projection.key == projection.key
            and self.panel.hemispheres == panel.hemispheres
            and self.scene.hemispheres == scene.hemispheres
            and self.scene.style == scene.style
        )

    def picture(self, strengths: dict[str, Single], place: float) -> Single:
        """Red, green, blue times opacity, and opacity, ``(height, width, 4)``.

        ``strengths`` are the values of all vertices of each hemisphere at that time.
        """
        surface, projection = self.surface, self.projection
        colours = np.empty((len(surface.pixels), 4), np.float32)
        colours[:, :3], colours[:, 3] = surface.colours, 1
        opacity = np.float32(self.scene.style.opacity)
        if opacity < 1:
            colours *= opacity
        self._colour_activity(colours, strengths)
        for places, over in self.marks:
            _cover(colours, places, over[:, :3] * surface.bright[places, None], over[:, 3:])
        canvas = np.zeros((projection.height * projection.width, 4), np.float32)
        canvas[surface.pixels] = colours
        things = together([self.ball_glyphs, *self._darts(place)])
        if len(things.pixels):
            depths = np.full(len(canvas), np.inf, np.float32)
            depths[surface.pixels] = surface.depths
            blended(canvas, depths, things)
        return coarser(
            canvas,
            width=projection.width // self.fine,
            height=projection.height // self.fine,
            times=self.fine,
        )

    def _colour_activity(self, colours: Single, strengths: dict[str, Single]) -> None:
        activity = self.scene.activity
        if activity is None or activity.opacity == 0:
            return
        values = np.concatenate([strengths[name] for name in self.panel.hemispheres])
        found = activity.table(self.surface.at_pixels(values))
        if self.covered is not None:
            found[:, 3] *= self.covered
        places = np.flatnonzero(found[:, 3])
        found = found[places]
        found[:, :3] *= self.surface.bright[places, None]
        _cover(colours, places, found[:, :3], found[:, 3:] * np.float32(activity.opacity))

    def _darts(self, place: float) -> list[Layer]:
        activity = self.scene.activity
        if activity is None or activity.arrows is None:
            return []
        layers = []
        for name in self.panel.hemispheres:
            sources = activity.of(name)
            if sources is None:
                continue
            moments = sources.at(place)
            colours = activity.table(np.linalg.norm(moments, axis=1))
            shown = np.flatnonzero(colours[:, 3] > 0)
            colours = colours[shown]
            colours[:, 3] *= np.float32(activity.arrows.opacity)
            vertices = self.scene.hemisphere(name).mesh.vertices
            starts = vertices[sources.vertices[shown]]
            vectors = moments[shown] * activity.arrows.scale
            layers.append(arrow_glyphs(starts, vectors, colours, self.projection))
        return layers


def shot(
    scene: Scene, panel: Panel, projection: PixelMap, *, fine: int, before: Shot | None = None
) -> Shot:
    """See one panel of a scene; ``fine`` is 1 for speed, 2 for smooth edges.

    What still holds of an earlier shot is taken from it.
    """
    finer = projection.finer(fine)
    kept = before if before is not None and before.sees(scene, panel, finer) else None
    if kept is not None and kept.scene is scene and kept.fine == fine:
        return kept
    surface = seen(panel_mesh(scene, panel), finer, scene.style) if kept is None else kept.surface
    if kept is not None and kept.scene.parts == scene.parts:
        marks = kept.marks
    else:
        marks = _marks(scene, panel, surface, projection=finer, fine=fine)
    foci = [ball_glyphs(f, finer) for f in scene.foci if f.hemisphere in panel.hemispheres]
    return Shot(
        scene=scene,
        panel=panel,
        projection=finer,
        fine=fine,
        surface=surface,
        marks=marks,
        ball_glyphs=together(foci),
        covered=_covered(scene, panel, surface),
    )


def _covered(scene: Scene, panel: Panel, surface: VisibleCortex) -> Single | None:
    """Where there is activity at all, if a value of 0 would be coloured elsewhere."""
    activity = scene.activity
    if activity is None or not activity.table(np.zeros(1))[0, 3]:
        return None
    reached = []
    for name in panel.hemispheres:
        sources, n = activity.of(name), len(scene.hemisphere(name).mesh.vertices)
        reached.append(np.zeros(n, bool) if sources is None else sources.spread.reached)
    return surface.at_pixels(np.concatenate(reached).astype(np.float32))


def _marks(
    scene: Scene, panel: Panel, surface: VisibleCortex, *, projection: PixelMap, fine: int
) -> tuple[tuple[Ints, Single], ...]:
    sizes = {h: len(scene.hemisphere(h).mesh.vertices) for h in panel.hemispheres}
    marks = []
    for mark in scene.parts:
        if mark.hemisphere in sizes:
            parts = np.concatenate(
                [mark.parts if h == mark.hemisphere else np.full(n, -1) for h, n in sizes.items()]
            )
            marks.append(part_colours(surface, projection, parts, mark, fine=fine))
    return tuple(marks)


def panel_mesh(scene: Scene, panel: Panel) -> Mesh:
    """The hemispheres of a panel as one mesh."""
    return joined([scene.hemisphere(name).mesh for name in panel.hemispheres])


def _cover(under: Single, places: Ints, colours: Single, opacity: Single) -> None:
    """Lay colours over some rows of colours that are multiplied by their opacity."""
    over = np.concatenate([colours * opacity, opacity], axis=1)
    under[places] = over + under[places] * (1 - opacity)
