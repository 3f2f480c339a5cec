"""ArrayPool for many arrays that will be kept together."""

import numpy as np

from leadfield.base.arrays import Floats

# From this size on NumPy asks the system for large pages: new memory then costs a tenth.
BLOCK = 1 << 22


class ArrayPool:
    """Arrays cut from large blocks, each of which lives as long as any of its arrays."""

    def __init__(self) -> None:
        self._block: Floats = np.empty(0)
        self._left = 0

    def next(self, shape: tuple[int, ...]) -> Floats:
        """An array to be filled; those of one shape follow each other in a block."""
        if not self._left or self._block.shape[1:] != shape:
            size = max(8 * int(np.prod(shape)), 1)
            self._left = -(-BLOCK // size)
            self._block = np.empty((self._left, *shape))
        self._left -= 1
        out: Floats = self._block[-1 - self._left]
        return out
