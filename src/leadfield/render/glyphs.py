"""Glyphs of a panel: foci as balls and moments as arrows, pixel by pixel with depth."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Floats32, Ints, lock_arrays
from leadfield.numerics.raster import rasterize
from leadfield.render.projection import PixelMap
from leadfield.render.shading import brightness, gloss
from leadfield.scene.arrows import arrow_mesh, arrow_meshes
from leadfield.scene.marks import Foci


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


def ball_glyphs(foci: Foci, projection: PixelMap) -> Layer:
    """Foci as shaded balls, each pixel computed from the equation of a sphere."""
    radius = np.float32(foci.radius * projection.scale)
    centres = projection(foci.centres)
    return join_layers([_ball_glyph(centre, radius, foci, projection) for centre in centres])


def _ball_glyph(centre: Floats32, radius: np.float32, foci: Foci, projection: PixelMap) -> Layer:
    x, y, depth = centre
    first = np.clip(np.floor([x - radius, y - radius]), 0, None).astype(int)
    last = np.ceil([x + radius, y + radius]).astype(int)
    columns = np.arange(first[0], min(last[0], projection.width))
    rows = np.arange(first[1], min(last[1], projection.height))
    right = (columns.astype(np.float32) + np.float32(0.5) - x) / radius
    down = (rows.astype(np.float32) + np.float32(0.5) - y) / radius
    squared = right[None, :] ** 2 + down[:, None] ** 2
    inside = np.nonzero(squared < 1)
    towards = np.sqrt(1 - squared[inside])
    normals = np.stack([right[inside[1]], -down[inside[0]], towards], axis=1)
    return Layer(
        pixels=rows[inside[0]] * projection.width + columns[inside[1]],
        depths=depth - towards * np.float32(foci.radius),
        colours=_shade(normals, np.array([*foci.colour, foci.opacity], np.float32)),
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
