"""Eigenvectors of symmetric matrices, their complements, and how many values count."""

from typing import Literal

import numpy as np

from leadfield.base.arrays import Floats

Tolerance = float | Literal["auto", "float32"]
# Variances above this share of the total stand clear of the rounding of second moments.
CLEAR = 1e-9


def ascending(a: Floats) -> tuple[Floats, Floats]:
    """Eigenvalues of a symmetric matrix in growing order, and the eigenvectors as rows."""
    values, vectors = np.linalg.eigh(a)
    return values, vectors.T


def complement(patterns: Floats) -> Floats:
    """Orthonormal rows (n - k, n) that span all that independent ``patterns`` (n, k) do not."""
    n, k = patterns.shape
    turned: Floats = np.linalg.qr(patterns, mode="complete")[0] if k else np.eye(n)
    return turned[:, k:].T


def stands_clear(moment: Floats) -> bool:
    """Whether a second moment certainly has full rank, found without its eigenvalues."""
    try:
        np.linalg.cholesky(moment - CLEAR * np.trace(moment) * np.eye(len(moment)))
    except np.linalg.LinAlgError:
        return False
    return True


def cutoff(singular_values: Floats, tolerance: Tolerance, *, relative: bool = False) -> float:
    """What a singular value must be above to count.

    ``"auto"`` is the rounding that a matrix of this size suffers in double precision,
    ``"float32"`` in single precision.
    """
    largest = float(singular_values.max(initial=0.0))
    if isinstance(tolerance, str):
        precision = np.float32 if tolerance == "float32" else np.float64
        return len(singular_values) * largest * float(np.finfo(precision).eps)
    return tolerance * largest if relative else tolerance


def rank_of(singular_values: Floats, tolerance: Tolerance, *, relative: bool = False) -> int:
    """How many singular values count."""
    return int(np.sum(singular_values > cutoff(singular_values, tolerance, relative=relative)))
