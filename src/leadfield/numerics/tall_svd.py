"""Singular value decomposition of tall matrices by matrix products.

A matrix ``a`` (n, k) whose columns are nearly orthonormal has a well conditioned ``aᵀa``,
whose Cholesky factor makes them orthonormal to rounding; its singular values are those of
the factor. The basis that makes the columns of any tall matrix nearly orthonormal can be
estimated from a sample of its rows.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite
from leadfield.numerics.products import product
from leadfield.numerics.scratch import Scratch
from leadfield.numerics.threads import share, sum_shared
from leadfield.numerics.triangle_inverse import inverse_of_triangle

BLOCK = 512  # rows at a time: they stay in the cache
PARTS = 8  # of a sum over rows, for as many threads
# Squared singular values below this share of the largest are lost in the rounding of aᵀa.
LOST_IN_ROUNDING = 1e-13
# Columns further than this from orthogonal lose digits that a plain decomposition retains.
NEARLY_ORTHOGONAL = 1e-3


def rough_basis(sample: Floats) -> tuple[Floats, Floats]:
    """Scales (k,) and orthogonal rows (k, k): ``sample @ rows.T / scales`` is near orthonormal.

    Small singular values of ``sample`` (n, k) are rough, too small ones are bounded.
    """
    values, vectors = np.linalg.eigh(_gram(sample))
    floor = LOST_IN_ROUNDING * max(values[-1], np.finfo(float).tiny)
    return np.sqrt(values[::-1].clip(floor)), vectors.T[::-1]


def tall_svd(b: Floats, scales: Floats, rows: Floats) -> tuple[Floats, Floats, Floats]:
    """V (n, k), S (k,) falling and Uᵀ (k, k) with ``V S Uᵀ = a``, where ``b = a rowsᵀ / scales``.

    As accurate as decomposing ``a``. ``b`` (n, k) is overwritten. Where ``scales`` and ``rows``
    fail to make the columns of ``b`` nearly orthonormal, ``a`` is decomposed.
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
    rotation = product(inverse_of_triangle(factor.T).T, left)
    starts = range(0, len(b), BLOCK)

    def work(some: Iterator[int]) -> None:
        scratch = Scratch(1, BLOCK * len(rotation))
        for start in some:
            block = b[start : start + BLOCK]
            block[:] = np.matmul(block, rotation, out=scratch.arrays(*block.shape)[0])

    share(work, starts, len(starts))
    return b, s, right @ rows


def _gram(a: Floats) -> Floats:
    edges = np.linspace(0, len(a), PARTS + 1).astype(int)
    gram = sum_shared(lambda rows: a[rows].T @ a[rows], [slice(*pair) for pair in pairwise(edges)])
    all_finite("products of the columns of a lead field", gram, "compute it again")
    return gram
