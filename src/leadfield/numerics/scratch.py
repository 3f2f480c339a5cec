"""Memory that a computation in blocks keeps from block to block."""

import math

import numpy as np

from leadfield.base.arrays import Floats, Ints


class Scratch:
    """Room for ``n_arrays`` arrays of ``numbers`` at most.

    Arrays of some hundred kilobytes come fresh from the system each time that they are made:
    filling those takes several times as long as computing what is in them.
    """

    def __init__(self, n_arrays: int, numbers: int) -> None:
        self._memory = np.empty((n_arrays, numbers))

    def arrays(self, *shape: int) -> Floats:
        """The arrays (n_arrays, *shape), whatever is in them."""
        n = math.prod(shape)
        return self._memory[:, :n].reshape(len(self._memory), *shape)


def take_rows(source: Floats, rows: Ints, out: Floats) -> None:
    """Put rows of ``source`` into ``out``; their numbers are known to be right."""
    np.take(source, rows, axis=0, out=out, mode="clip")  # checking them costs NumPy a copy
