"""Triangular matrices: their inverse by halves, nearly all of it products."""

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats

SMALL = 48  # rows that are left to a plain solution


def inverse_of_triangle(lower: NDArray[np.floating]) -> Floats:
    """The inverse of a lower triangular matrix (n, n), lower triangular itself."""
    n = len(lower)
    if n <= SMALL:
        return np.tril(np.linalg.solve(lower, np.eye(n)))
    half = n // 2
    out = np.zeros((n, n))
    first, last = (inverse_of_triangle(lower[s, s]) for s in (slice(half), slice(half, n)))
    out[:half, :half], out[half:, half:] = first, last
    out[half:, :half] = -last @ (lower[half:, :half] @ first)
    return out
