"""Values of ``numerics``."""

import numpy as np

from leadfield.numerics.raster import rasterize


def values():
    points = np.array([[0.0, 0, 1], [0, 8, 1], [8, 0, 1]])
    yield rasterize(points, np.array([[0, 1, 2]]), width=8, height=8)
