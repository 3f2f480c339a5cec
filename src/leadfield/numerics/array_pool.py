"""Memory pool: many arrays of one shape allocated in large blocks."""

import numpy as np

from leadfield.base.arrays import Floats

# From this size on NumPy asks the system for large pages: new memory then costs a tenth.
BLOCK = 1 << 22


class ArrayPool:
    """Allocator of arrays that are views of large blocks.

    A block is freed with the last of its arrays.
    """

    def __init__(self) -> None:
        self._block: Floats = np.empty(0)
        self._left = 0

    def allocate(self, shape: tuple[int, ...]) -> Floats:
        """An uninitialised array; consecutive ones of the same shape share a block."""
        if not self._left or self._block.shape[1:] != shape:
            size = max(8 * int(np.prod(shape)), 1)
            self._left = -(-BLOCK // size)
            self._block = np.empty((self._left, *shape))
        self._left -= 1
        out: Floats = self._block[-1 - self._left]
        return out
