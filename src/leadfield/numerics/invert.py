"""Inverse of a large matrix, by halves."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.numerics.products import product

SMALL = 512  # rows: such matrices go to LAPACK


def invert(matrix: Floats) -> None:
    """Invert a matrix (n, n) in its place, faster than LAPACK, as nearly all of it is products.

    Rows are not exchanged between the halves: for matrices all whose leading squares are far
    from singular, such as identities with something smaller added.
    """
    n = len(matrix)
    if n <= SMALL:
        matrix[:] = np.linalg.inv(matrix)
        return
    first, second = slice(None, n // 2), slice(n // 2, None)
    a, b, c, d = (matrix[i, j] for i in (first, second) for j in (first, second))
    invert(a)
    left, right = product(c, a), product(a, b)
    d -= product(c, right)
    invert(d)
    product(d, left, out=c)
    c *= -1
    a -= product(right, c)
    product(right, d, out=b)
    b *= -1
