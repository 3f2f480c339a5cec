"""Eigendecomposition of symmetric matrices, orthogonal complements, numerical rank."""

from typing import Literal

import numpy as np

from leadfield.base.arrays import Floats

Tolerance = float | Literal["auto", "float32"]
# Variances above this share of the total are well above the rounding of second moments.
ABOVE_ROUNDING = 1e-9


def sorted_eigh(a: Floats) -> tuple[Floats, Floats]:
    """Eigenvalues of a symmetric matrix in ascending order, and the eigenvectors as rows."""
    values, vectors = np.linalg.eigh(a)
    return values, vectors.T


def orthogonal_complement(patterns: Floats) -> Floats:
    """Orthonormal rows (n - k, n) orthogonal to linearly independent ``patterns`` (n, k)."""
    n, k = patterns.shape
    basis: Floats = np.linalg.qr(patterns, mode="complete")[0] if k else np.eye(n)
    return basis[:, k:].T


def without_span(rows: Floats, basis: Floats) -> Floats:
    """Rows (..., n) without what the orthonormal columns of ``basis`` (n, k) span.

    x - (x U) Uᵀ: k is a few, so this beats the n x n projector.
    """
    return rows - (rows @ basis) @ basis.T


def surely_full_rank(moment: Floats) -> bool:
    """Whether a second moment certainly has full rank, decided by a Cholesky factorisation."""
    try:
        np.linalg.cholesky(moment - ABOVE_ROUNDING * np.trace(moment) * np.eye(len(moment)))
    except np.linalg.LinAlgError:
        return False
    return True


def singular_value_cutoff(
    singular_values: Floats, tolerance: Tolerance, *, relative: bool = False
) -> float:
    """The value above which a singular value counts towards the rank.

    ``"auto"`` is the rounding error of a matrix of this size in double precision,
    ``"float32"`` in single precision.
    """
    largest = float(singular_values.max(initial=0.0))
    if isinstance(tolerance, str):
        precision = np.float32 if tolerance == "float32" else np.float64
        return len(singular_values) * largest * float(np.finfo(precision).eps)
    return tolerance * largest if relative else tolerance


def rank_of(singular_values: Floats, tolerance: Tolerance, *, relative: bool = False) -> int:
    """Numerical rank: the number of singular values above the cutoff."""
    return int(
        np.sum(
            singular_values > singular_value_cutoff(singular_values, tolerance, relative=relative)
        )
    )
