"""Affine transforms as matrices (4, 4)."""

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats


def apply_affine(affine: NDArray[np.floating], points: NDArray[np.number]) -> Floats:
    """Points (..., 3) through a transform."""
    moved = np.asarray(points @ affine[:3, :3].T)
    moved += affine[:3, 3]
    return moved
