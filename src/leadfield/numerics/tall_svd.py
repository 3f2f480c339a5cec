"""Singular value decomposition of tall matrices by matrix products.

The eigenvectors of ``aᵀa`` (k, k) are the right singular vectors of ``a`` (n, k), and its
eigenvalues the squares of the singular values. Rounding adds a share of the largest eigenvalue
to all of them. Where the smallest is far above it, they serve as they are. Else they make the
columns of ``a`` nearly orthonormal, so that rounding takes a share of 1, and are corrected.
"""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite
from leadfield.numerics.products import product
from leadfield.numerics.scratch import Scratch
from leadfield.numerics.threads import even_slices, share, sum_shared
from leadfield.numerics.triangle_inverse import inverse_of_triangle

BLOCK = 512  # rows at a time: they stay in the cache
PARTS = 8  # of a sum over rows, for as many threads
# Squared singular values above this share of the largest differ by less than 1e-6 of themselves
# after the rounding of aᵀa; what is made of all of them, by the rounding alone.
WELL_ABOVE_ROUNDING = 1e-10
# Below this share they are lost.
LOST_IN_ROUNDING = 1e-13
# Columns further than this from orthogonal lose digits that a plain decomposition retains.
NEARLY_ORTHOGONAL = 1e-3


def tall_svd(a: Floats) -> tuple[Floats, Floats, Floats]:
    """V (n, k), S (k,) falling and Uᵀ (k, k) with ``V S Uᵀ = a`` (n, k), which is overwritten."""
    values, vectors = np.linalg.eigh(_gram(a))
    values, vectors = values[::-1], vectors[:, ::-1]
    if values[-1] > WELL_ABOVE_ROUNDING * values[0]:
        s = np.sqrt(values)
        return _turn(a, vectors / s), s, vectors.T
    floor = LOST_IN_ROUNDING * max(values[0], np.finfo(float).tiny)
    scales = np.sqrt(values.clip(floor))
    return _corrected(_turn(a, vectors / scales), scales, vectors.T)


def _corrected(b: Floats, scales: Floats, rows: Floats) -> tuple[Floats, Floats, Floats]:
    """The decomposition of ``a = (b scales) rows``, as accurate as a plain one.

    Where ``scales`` and ``rows`` fail to make the columns of ``b`` nearly orthonormal, it is one.
    """
    gram = _gram(b)
    try:
        factor = np.linalg.cholesky(gram).T
        diagonal = np.diag(factor)
        orthogonal = diagonal.min() > NEARLY_ORTHOGONAL * diagonal.max()
    except np.linalg.LinAlgError:
        orthogonal = False
    if not orthogonal:
        return np.linalg.svd((b * scales) @ rows, full_matrices=False)
    left, s, right = np.linalg.svd(factor * scales)
    return _turn(b, product(inverse_of_triangle(factor.T).T, left)), s, right @ rows


def _turn(a: Floats, rotation: Floats) -> Floats:
    """``a @ rotation`` in the place of ``a``."""
    rotation = np.ascontiguousarray(rotation)
    starts = range(0, len(a), BLOCK)

    def work(some: Iterator[int]) -> None:
        scratch = Scratch(1, BLOCK * len(rotation))
        for start in some:
            block = a[start : start + BLOCK]
            block[:] = np.matmul(block, rotation, out=scratch.arrays(*block.shape)[0])

    share(work, starts, len(starts))
    return a


def _gram(a: Floats) -> Floats:
    gram = sum_shared(lambda rows: a[rows].T @ a[rows], even_slices(len(a), PARTS))
    all_finite("products of the columns of a lead field", gram, "compute it again")
    return gram
