"""Values of ``numerics``."""

import numpy as np

from leadfield.numerics.raster import rasterize
from leadfield.numerics.sparse_rows import SparseRows


def values():
    points = np.array([[0.0, 0, 1], [0, 8, 1], [8, 0, 1]])
    yield rasterize(points, np.array([[0, 1, 2]]), width=8, height=8)
    yield SparseRows.of_ones(np.array([2, 0]), 3)
