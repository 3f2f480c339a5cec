"""Make the glass brain that volumes are drawn in, from the pial surfaces of the template subject.

    python scripts/vendor_glass_brain.py

Writes src/leadfield/figures/glass_brain_data/glass_brain.npz: what the cortex looks like along
each axis where it lets light through, darkest where the light grazes it, and the box around it
in MNI coordinates, which are fsaverage's.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import scipy
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints
from leadfield.datasets import template
from leadfield.figures.volume_panels import AXES, IN_PLANE
from leadfield.freesurfer.surface import Surface, read_surface

OUT = Path(__file__).parents[1] / "src/leadfield/figures/glass_brain_data/glass_brain.npz"
STEP, MARGIN = 1.0, 6.0  # mm
BELOW = 15.0  # mm for the cerebellum and brain stem, which the surfaces leave out
POINTS = 24  # on a side of each triangle
GRAZING = 6  # power of the share that the light grazes
BLUR, DARKEST, OUTLINE = 0.8, 0.42, 0.62


def points_on(surface: Surface) -> Iterator[tuple[Floats, Floats, Floats]]:
    """Points (n, 3) on all triangles, the area each stands for, and the normal there."""
    a, b, c = surface.vertices[surface.triangles].transpose(1, 0, 2)
    across = np.cross(b - a, c - a)
    area = np.linalg.norm(across, axis=1)
    u, v = np.meshgrid((np.arange(POINTS) + 0.5) / POINTS, (np.arange(POINTS) + 0.5) / POINTS)
    u, v = u[u + v < 1], v[u + v < 1]
    for s, t in zip(u, v, strict=True):
        yield a + s * (b - a) + t * (c - a), area / len(u), across / area[:, None]


def look_along(
    axis: int, surfaces: list[Surface], lowest: Floats, shape: Ints
) -> NDArray[np.uint8]:
    """Brightness from 0 to 255, (n_up, n_right)."""
    right, up = IN_PLANE[axis]
    light, solid = np.zeros(shape[[up, right]]), np.zeros(shape[[up, right]], bool)
    for surface in surfaces:
        for points, area, normals in points_on(surface):
            x = np.clip(((points - lowest) / STEP).astype(int), 0, shape - 1)
            grazing = area * (1 - np.abs(normals[:, axis])) ** GRAZING
            np.add.at(light, (x[:, up], x[:, right]), grazing)
            solid[x[:, up], x[:, right]] = True
    light = scipy.ndimage.gaussian_filter(light, BLUR)
    light = np.clip(light / np.percentile(light[solid], 98), 0, 1)
    solid = scipy.ndimage.binary_fill_holes(solid)
    rim = solid & ~scipy.ndimage.binary_erosion(solid, iterations=1)
    rim = scipy.ndimage.gaussian_filter(rim.astype(float), 0.6)
    dark = np.maximum(DARKEST * light, OUTLINE * rim / rim.max())
    return np.round(255 * (1 - dark)).astype(np.uint8)


def main() -> None:
    """Write the glass brain."""
    home = template.data_path() / template.SUBJECT / "surf"
    surfaces = [read_surface(home / f"{side}.pial") for side in ("lh", "rh")]
    vertices = np.concatenate([surface.vertices for surface in surfaces])
    lowest = np.floor(vertices.min(axis=0) - [MARGIN, MARGIN, MARGIN + BELOW])
    shape = np.ceil((vertices.max(axis=0) + MARGIN - lowest) / STEP).astype(int)
    content = {
        "lowest": lowest,
        "highest": lowest + STEP * shape,
        "step": np.array(2.0),
        **{name: look_along(i, surfaces, lowest, shape) for i, name in enumerate(AXES)},
    }
    OUT.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in content.items():
            stream = io.BytesIO()
            np.save(stream, array)
            # Without the time, so that the same surfaces give the same bytes.
            entry = zipfile.ZipInfo(f"{name}.npy")
            archive.writestr(entry, stream.getvalue(), zipfile.ZIP_DEFLATED)
    print(OUT, OUT.stat().st_size)


if __name__ == "__main__":
    main()
