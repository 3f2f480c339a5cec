"""View of one panel: everything that stays the same over time, coloured at any time."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Floats32, Ints, lock_arrays
from leadfield.render.blend import blend_layer, downsample
from leadfield.render.glyphs import Layer, arrow_glyphs, join_layers, ring_glyphs
from leadfield.render.projection import PixelMap
from leadfield.render.ray_values import ray_values
from leadfield.render.regions import RegionPixels, region_pixels
from leadfield.render.thinning import spread_out
from leadfield.render.visible_cortex import VisibleCortex, visible_cortex
from leadfield.scene.mesh import Mesh, join_meshes
from leadfield.scene.scene import Panel, Scene

SPACING, LEAST_SPACING = 0.4, 10.0
"""Least distance of arrows as a fraction of the longest one's length, and in pixels."""
PALE = np.float32(0.45)
"""How white the backing of a see-through cortex is."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PanelView:
    """All of a panel that does not change with time."""

    scene: Scene
    panel: Panel
    projection: PixelMap
    """In subpixels."""
    supersampling: int
    """Subpixels a side of one pixel of the picture."""
    cortex: VisibleCortex
    regions: tuple[RegionPixels, ...]
    foci: Layer
    backing: Floats32 | None
    """Red, green, blue times opacity, and opacity, of a backing of the cortex, ``(n, 4)``."""
    covered: Floats32 | None
    """1 where sources reach, 0 where they do not, at each pixel; None for 1 everywhere."""

    def __post_init__(self) -> None:
        lock_arrays(self)

    def has_cortex_of(self, scene: Scene, panel: Panel, projection: PixelMap) -> bool:
        """Whether another view shows the same cortex in the same way."""
        return (
            self.projection.key == projection.key
            and self.panel.hemispheres == panel.hemispheres
            and self.scene.hemispheres == scene.hemispheres
            and self.scene.style == scene.style
        )

    def image(self, amplitudes: Mapping[str, Floats32], sample: float) -> Floats32:
        """Red, green, blue times opacity, and opacity, ``(height, width, 4)``.

        ``amplitudes`` are those at all vertices of each hemisphere at the sample.
        """
        cortex, projection = self.cortex, self.projection
        colours = np.empty((len(cortex.pixels), 4), np.float32)
        colours[:, :3], colours[:, 3] = cortex.colours, 1
        opacity = np.float32(self.scene.style.opacity)
        if opacity < 1:
            colours *= opacity
        self._colour_activity(colours, amplitudes)
        for marked in self.regions:
            bright = cortex.bright[marked.rows, None]
            _cover(colours, marked.rows, marked.colours[:, :3] * bright, marked.colours[:, 3:])
        glyphs = join_layers([self.foci, *self._arrow_layers(sample)])
        glow = self._glow(sample)
        if glow is not None:
            colours += (1 - colours[:, 3:]) * glow[cortex.pixels]
        canvas = self._blended(colours, glyphs, glow)
        return downsample(
            canvas,
            width=projection.width // self.supersampling,
            height=projection.height // self.supersampling,
            times=self.supersampling,
        )

    def _colour_activity(self, colours: Floats32, amplitudes: Mapping[str, Floats32]) -> None:
        activity = self.scene.activity
        if activity is None or activity.opacity == 0:
            return
        values = np.concatenate([amplitudes[name] for name in self.panel.hemispheres])
        found = activity.colour_table(self.cortex.interpolate(values))
        if self.covered is not None:
            found[:, 3] *= self.covered
        rows = np.flatnonzero(found[:, 3])
        found = found[rows]
        found[:, :3] *= self.cortex.bright[rows, None]
        _cover(colours, rows, found[:, :3], found[:, 3:] * np.float32(activity.opacity))

    def _glow(self, sample: float) -> Floats32 | None:
        """Colours times opacity, and opacity, of sources inside at all pixels, ``(n, 4)``."""
        activity = self.scene.activity
        if activity is None or activity.inside is None:
            return None
        inside = activity.inside
        place = (inside.positions, inside.spacing, self.projection)
        found = activity.colour_table(ray_values(inside.amplitudes(sample), *place).ravel())
        if activity.colour_table(np.zeros(1))[0, 3]:  # a value of 0 would be coloured everywhere
            found[:, 3] *= ray_values(np.ones(len(inside.points)), *place).ravel()
        found[:, 3] *= np.float32(inside.opacity)
        found[:, :3] *= found[:, 3:]
        return found

    def _blended(self, colours: Floats32, glyphs: Layer, glow: Floats32 | None) -> Floats32:
        """The canvas with the cortex in its colours, glyphs before and behind, and its backing."""
        cortex, backing = self.cortex, self.backing
        n_pixels = self.projection.height * self.projection.width
        canvas = np.zeros((n_pixels, 4), np.float32) if glow is None else glow
        met = np.zeros(len(canvas), bool)
        met[glyphs.pixels] = True
        rows = np.flatnonzero(met[cortex.pixels])
        bare = colours[rows]
        if backing is not None:
            colours += (1 - colours[:, 3:]) * backing
        canvas[cortex.pixels] = colours
        if len(glyphs.pixels):
            touched = cortex.pixels[rows]
            canvas[touched] = bare
            depths = np.full(len(canvas), np.inf, np.float32)
            depths[cortex.pixels] = cortex.depths
            blend_layer(canvas, depths, glyphs)
            if backing is not None:
                drawn = canvas[touched]
                canvas[touched] = drawn + (1 - drawn[:, 3:]) * backing[rows]
        return canvas

    def _arrow_layers(self, sample: float) -> list[Layer]:
        activity = self.scene.activity
        if activity is None or activity.arrows is None:
            return []
        layers = []
        for name in self.panel.hemispheres:
            sources = activity.sources_of(name)
            if sources is None:
                continue
            moments = sources.at(sample)
            colours = activity.colour_table(np.linalg.norm(moments, axis=1))
            rows = np.flatnonzero(colours[:, 3] > 0)
            colours = colours[rows]
            colours[:, 3] *= np.float32(activity.arrows.opacity)
            vertices = self.scene.hemisphere(name).mesh.vertices
            starts = vertices[sources.vertices[rows]]
            vectors = moments[rows] * activity.arrows.scale
            longest = activity.colour_table.limits.high * activity.arrows.scale
            apart = self._spread_arrows(starts, vectors, longest)
            layers.append(
                arrow_glyphs(starts[apart], vectors[apart], colours[apart], self.projection)
            )
        return layers

    def _spread_arrows(self, starts: Floats, vectors: Floats, longest: float) -> Ints:
        """Rows of arrows to draw: of those on each other in the picture, the strongest."""
        middles = self.projection(starts + vectors / 2)[:, :2]
        strengths = np.linalg.norm(vectors, axis=1).astype(np.float32)
        apart = max(SPACING * longest * self.projection.scale, LEAST_SPACING * self.supersampling)
        return spread_out(middles, strengths, apart)


def render_panel_view(
    scene: Scene,
    panel: Panel,
    projection: PixelMap,
    *,
    supersampling: int,
    earlier: PanelView | None = None,
) -> PanelView:
    """View one panel of a scene; ``supersampling`` is 1 for speed, 2 for smooth edges.

    What still holds of an earlier view is taken from it.
    """
    fine = projection.magnified(supersampling)
    if earlier is not None and not earlier.has_cortex_of(scene, panel, fine):
        earlier = None
    if earlier is None:
        cortex = visible_cortex(panel_mesh(scene, panel), fine, scene.style)
    elif earlier.scene is scene and earlier.supersampling == supersampling:
        return earlier
    else:
        cortex = earlier.cortex
    if earlier is not None and earlier.scene.regions == scene.regions:
        regions = earlier.regions
    else:
        regions = _panel_regions(scene, panel, cortex, projection=fine, supersampling=supersampling)
    foci = [
        ring_glyphs(one, fine, subpixels=supersampling)
        for one in scene.foci
        if one.hemisphere in panel.hemispheres
    ]
    return PanelView(
        scene=scene,
        panel=panel,
        projection=fine,
        supersampling=supersampling,
        cortex=cortex,
        regions=regions,
        foci=join_layers(foci),
        backing=_backing(cortex, scene.style.backing) if earlier is None else earlier.backing,
        covered=_covered(scene, panel, cortex),
    )


def _backing(cortex: VisibleCortex, opacity: float) -> Floats32 | None:
    """The cortex, paler, as what is behind a see-through one."""
    if not opacity:
        return None
    pale = (PALE + (1 - PALE) * cortex.colours) * cortex.bright[:, None]
    found = np.ones((len(pale), 4), np.float32)
    found[:, :3] = pale
    return found * np.float32(opacity)


def _covered(scene: Scene, panel: Panel, cortex: VisibleCortex) -> Floats32 | None:
    """Where there is activity at all, if a value of 0 would be coloured elsewhere."""
    activity = scene.activity
    if activity is None or not activity.colour_table(np.zeros(1))[0, 3]:
        return None
    reached = []
    for name in panel.hemispheres:
        sources, n = activity.sources_of(name), len(scene.hemisphere(name).mesh.vertices)
        reached.append(np.zeros(n, bool) if sources is None else sources.smoothing.reached)
    return cortex.interpolate(np.concatenate(reached).astype(np.float32))


def _panel_regions(
    scene: Scene,
    panel: Panel,
    cortex: VisibleCortex,
    *,
    projection: PixelMap,
    supersampling: int,
) -> tuple[RegionPixels, ...]:
    """The pixels of all marked regions, those above last."""
    sizes = {name: len(scene.hemisphere(name).mesh.vertices) for name in panel.hemispheres}
    found = []
    for regions in scene.regions:
        if regions.hemisphere in sizes:
            own: list[Ints] = [
                regions.vertex_regions if name == regions.hemisphere else np.full(n, -1)
                for name, n in sizes.items()
            ]
            found.append(
                region_pixels(
                    cortex, projection, np.concatenate(own), regions, supersampling=supersampling
                )
            )
    return tuple(found)


def panel_mesh(scene: Scene, panel: Panel) -> Mesh:
    """The hemispheres of a panel as one mesh."""
    return join_meshes([scene.hemisphere(name).mesh for name in panel.hemispheres])


def _cover(under: Floats32, rows: Ints, colours: Floats32, opacity: Floats32) -> None:
    """Lay colours over some rows of colours that are multiplied by their opacity."""
    over = np.concatenate([colours * opacity, opacity], axis=1)
    under[rows] = over + under[rows] * (1 - opacity)
