"""Large products of matrices, their rows shared among threads."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.numerics.threads import share

ROWS = 256  # of a product at once


def product(a: Floats, b: Floats, out: Floats | None = None) -> Floats:
    """``a @ b`` for large matrices, in ``out`` if there is one."""
    found = np.empty((len(a), b.shape[1])) if out is None else out
    starts = range(0, len(a), ROWS)

    def work(some: Iterator[int]) -> None:
        for start in some:
            rows = slice(start, start + ROWS)
            np.matmul(a[rows], b, out=found[rows])

    share(work, starts, len(starts))
    return found
