"""Glyphs of a panel: foci as rings and moments as arrows, pixel by pixel with depth."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Floats32, Ints, lock_arrays
from leadfield.numerics.raster import rasterize
from leadfield.render.projection import PixelMap
from leadfield.render.shading import brightness, gloss
from leadfield.scene.arrows import arrow_mesh, arrow_meshes
from leadfield.scene.marks import Foci

RING, LEAST_RING = 0.22, 1.6
"""Width of a ring as a fraction of its radius, and the least in pixels."""
EDGE, EDGE_OPACITY = 0.75, 0.7
"""Width in pixels of its dark edges, and how dark they are."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Layer:
    """Pixels of glyphs; a pixel may come more than once."""

    pixels: Ints
    """Row times width plus column, ``(n,)``."""
    depths: Floats32
    colours: Floats32
    """Red, green, blue times opacity, and opacity, ``(n, 4)``."""

    def __post_init__(self) -> None:
        lock_arrays(self)


def join_layers(layers: Sequence[Layer]) -> Layer:
    """Several layers as one."""
    none = Layer(
        pixels=np.zeros(0, np.int64),
        depths=np.zeros(0, np.float32),
        colours=np.zeros((0, 4), np.float32),
    )
    layers = [none, *layers]
    return Layer(
        pixels=np.concatenate([layer.pixels for layer in layers]),
        depths=np.concatenate([layer.depths for layer in layers]),
        colours=np.concatenate([layer.colours for layer in layers]),
    )


def ring_glyphs(foci: Foci, projection: PixelMap, *, subpixels: int) -> Layer:
    """Foci as rings with thin dark edges, so that the colours that they mark stay visible.

    ``subpixels`` is how many a side a pixel has.
    """
    centres = projection(foci.centres)
    return join_layers(
        [_ring_glyph(centre, foci, projection, subpixels=subpixels) for centre in centres]
    )


def _ring_glyph(centre: Floats32, foci: Foci, projection: PixelMap, *, subpixels: int) -> Layer:
    x, y, depth = centre.tolist()
    radius = foci.radius * projection.scale
    left, top = max(int(np.floor(x - radius)), 0), max(int(np.floor(y - radius)), 0)
    columns = np.arange(left, min(int(np.ceil(x + radius)), projection.width))
    rows = np.arange(top, min(int(np.ceil(y + radius)), projection.height))
    inward = radius - np.hypot(columns[None, :] + 0.5 - x, rows[:, None] + 0.5 - y)
    edge = EDGE * subpixels
    wide = edge + max(RING * radius, LEAST_RING * subpixels)
    down, right = np.nonzero((inward > 0) & (inward < wide + edge))
    inward = inward[down, right]
    colours = np.tile(np.array([*foci.colour, 1], np.float32), (len(inward), 1))
    colours[(inward < edge) | (inward >= wide)] = (0, 0, 0, EDGE_OPACITY)
    # As near as the front of a ball of this size, so that a bend of the cortex does not cut it.
    return Layer(
        pixels=rows[down] * projection.width + columns[right],
        depths=np.full(len(inward), depth - foci.radius, np.float32),
        colours=colours * np.float32(foci.opacity),
    )


def arrow_glyphs(starts: Floats, vectors: Floats, colours: Floats32, projection: PixelMap) -> Layer:
    """Moments as arrows, ``colours`` (n, 4) with opacity; of those at a pixel the nearest."""
    points, triangles, normals = arrow_meshes(starts, vectors)
    found = rasterize(
        projection(points), triangles, width=projection.width, height=projection.height
    )
    corners = triangles[found.triangles]
    facing = normals @ projection.axes.astype(np.float32)
    mean = np.einsum("kn,nkj->nj", found.weights, facing[corners])
    mean /= np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), np.float32(1e-6))
    owner = corners[:, 0] // len(arrow_mesh()[0])
    return Layer(pixels=found.pixels, depths=found.depths, colours=_shade(mean, colours[owner]))


def _shade(normals: Floats32, colours: Floats32) -> Floats32:
    """Colours with opacity under the lamps, multiplied by their opacity."""
    lit = np.empty((len(normals), 4), np.float32)
    shaded = colours[..., :3] * brightness(normals)[:, None] + gloss(normals)[:, None]
    lit[:, :3] = np.clip(shaded, 0, 1) * colours[..., 3:]
    lit[:, 3] = colours[..., 3]
    return lit
