"""Sets of vertices: numbers in growing order, each with a position and a value."""

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats, Ints, locked, never_falls
from leadfield.base.errors import InputError


def checked_vertices(
    vertices: ArrayLike, positions: ArrayLike, values: ArrayLike
) -> tuple[Ints, Floats, Floats]:
    """The numbers (n,), positions (n, 3) and values (n,) of a set, read-only."""
    numbers = locked(vertices, np.int64, shape=(None,), name="vertices")
    n = len(numbers)
    places = locked(positions, shape=(n, 3), name="positions")
    weights = locked(values, shape=(n,), name="values")
    if n and (numbers[0] < 0 or not never_falls(numbers, grows=True)):
        msg = "a label's vertices must be numbers from 0 up, each once, in order"
        raise InputError(msg)
    if not (np.isfinite(places).all() and np.isfinite(weights).all()):
        msg = "a label's positions and values must be finite"
        raise InputError(msg)
    return numbers, places, weights
