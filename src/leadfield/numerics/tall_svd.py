"""Singular value decomposition of tall matrices by matrix products.

A matrix ``a`` (n, k) whose columns are nearly orthonormal has a well conditioned ``aᵀa``,
whose Cholesky factor makes them orthonormal to rounding; its singular values are those of
the factor. The basis that makes the columns of any tall matrix nearly orthonormal can be
estimated from a sample of its rows.
"""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite

BLOCK = 1024  # rows at a time: they stay in the cache
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
    rotation = np.linalg.solve(factor, left)
    for start in range(0, len(b), BLOCK):
        b[start : start + BLOCK] = b[start : start + BLOCK] @ rotation
    return b, s, right @ rows


def _gram(a: Floats) -> Floats:
    gram: Floats = a.T @ a
    all_finite("products of the columns of a lead field", gram, "compute it again")
    return gram
