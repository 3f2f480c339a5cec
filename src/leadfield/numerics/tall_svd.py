"""Singular value decomposition of a tall matrix by products, which machines do fastest."""

import numpy as np

from leadfield.base.arrays import Floats

BLOCK = 1024  # rows at a time: they stay in the cache
# Squared singular values below this share of the largest drown in the rounding of aᵀa.
DROWNED = 1e-12


def tall_svd(a: Floats) -> tuple[Floats, Floats, Floats]:
    """V (n, k), S (k,) falling and Uᵀ (k, k) with ``a = V S Uᵀ``; ``a`` (n, k) is used up.

    The eigenvectors of aᵀa turn the columns of ``a`` nearly orthonormal, the Cholesky
    factor of what they lack makes them so to rounding, and one k x k decomposition joins
    both: as accurate as decomposing ``a``, several times faster. Where columns depend on
    each other too much for that, ``a`` itself is decomposed.
    """
    squares, rows = _gram_eigen(a)
    if len(a) < a.shape[1] or squares[-1] <= DROWNED * squares[0]:
        left, s, right = np.linalg.svd(a, full_matrices=False)
        return left, s, right
    s = np.sqrt(squares)
    _multiply(a, rows.T / s)
    factor = np.linalg.cholesky(a.T @ a).T
    left, s, right = np.linalg.svd(factor * s)
    _multiply(a, np.linalg.solve(factor, left))
    return a, s, right @ rows


def _gram_eigen(a: Floats) -> tuple[Floats, Floats]:
    """Falling eigenvalues of aᵀa, and eigenvectors as rows."""
    values, vectors = np.linalg.eigh(a.T @ a)
    return values[::-1], vectors.T[::-1]


def _multiply(a: Floats, by: Floats) -> None:
    """Turn ``a`` into ``a @ by``, in place."""
    for start in range(0, len(a), BLOCK):
        a[start : start + BLOCK] = a[start : start + BLOCK] @ by
