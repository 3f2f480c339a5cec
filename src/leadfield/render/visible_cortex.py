"""Visible cortex of one panel, pixel by pixel: computed once, coloured at every time."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats32, Ints, lock_arrays
from leadfield.numerics.raster import rasterize
from leadfield.render.projection import PixelMap
from leadfield.render.shading import brightness, gloss, softened
from leadfield.scene.mesh import Mesh
from leadfield.scene.scene import Style


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VisibleCortex:
    """The triangles of a mesh that are visible, and their own colour under light."""

    pixels: Ints
    """Row times width plus column, growing, ``(n,)``."""
    corners: Ints
    """Vertices of the triangle at each pixel, ``(3, n)``."""
    weights: Floats32
    """How much of each corner, ``(3, n)``."""
    depths: Floats32
    colours: Floats32
    """Of the cortex without activity, ``(n, 3)``."""
    bright: Floats32
    """Factor on colours of activity, ``(n,)``."""

    def __post_init__(self) -> None:
        lock_arrays(self)

    def interpolate(self, values: Floats32) -> Floats32:
        """Values of vertices, ``(n_vertices,)``, at each pixel."""
        return interpolate(values, self.corners, self.weights)


def visible_cortex(mesh: Mesh, projection: PixelMap, style: Style) -> VisibleCortex:
    """Look at a mesh; the sign of the curvature tells sulci from gyri."""
    found = rasterize(
        projection(mesh.vertices),
        mesh.triangles,
        width=projection.width,
        height=projection.height,
    )
    corners, weights = mesh.triangles.T[:, found.triangles], found.weights
    # By components: many times faster than by rows of three.
    x, y, z = np.ascontiguousarray(mesh.normals.T)
    facing = [
        interpolate(x * right + y * front + z * up, corners, weights)
        for right, front, up in projection.axes.T.astype(np.float32)
    ]
    length = np.sqrt(facing[0] ** 2 + facing[1] ** 2 + facing[2] ** 2)
    normals = np.stack(facing, axis=1) / np.maximum(length, np.float32(1e-6))[:, None]
    curvature = interpolate(mesh.curvature.astype(np.float32), corners, weights)
    bright = brightness(normals)
    greys = np.array([style.gyri, style.sulci], np.float32)
    colours = greys[(curvature > 0).astype(np.int64)]
    colours *= bright[:, None]
    colours += gloss(normals)[:, None]
    return VisibleCortex(
        pixels=found.pixels,
        corners=corners,
        weights=weights,
        depths=found.depths,
        colours=np.clip(colours, 0, 1),
        bright=softened(bright),
    )


def interpolate(values: Floats32, corners: Ints, weights: Floats32) -> Floats32:
    """Values of vertices, ``(n_vertices,)``, at points inside triangles."""
    found: Floats32 = weights[0] * values[corners[0]]
    found += weights[1] * values[corners[1]]
    found += weights[2] * values[corners[2]]
    return found
