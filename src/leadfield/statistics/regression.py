"""Ordinary least squares: how much each regressor does to each of many values."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.errors import InputError, MismatchError

COLUMNS = 2**12
"""Values at once."""
LEAST_P = float(np.finfo(np.float64).tiny)
"""What smaller p are said to be."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LeastSquaresFit:
    """Coefficients (n_regressors, n_values), their standard errors, t and p, on both sides."""

    coefficients: Floats
    errors: Floats
    t: Floats
    p: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


def least_squares(design: Floats, values: Floats) -> LeastSquaresFit:
    """Fit of values (n_observations, n_values) by a design (n_observations, n_regressors).

    Where nothing is left to explain, t is infinite, or 0 for coefficients of 0.
    """
    from scipy.special import stdtr  # slow to load

    _check(design, len(values))
    n, k = design.shape
    q, r = np.linalg.qr(design)
    inverse = np.linalg.inv(r)
    # What a regressor explains that the others do not.
    lengths = np.sqrt(np.square(inverse).sum(axis=1))
    coefficients, left = np.empty((k, values.shape[1])), np.empty(values.shape[1])
    for start in range(0, len(left), COLUMNS):
        part = slice(start, start + COLUMNS)
        some = values[:, part]
        shares = q.T @ some
        coefficients[:, part] = inverse @ shares
        left[part] = np.square(some - q @ shares).sum(axis=0)
    errors = lengths[:, None] * np.sqrt(left / (n - k))
    with np.errstate(divide="ignore", invalid="ignore"):
        t = coefficients / errors
    t[np.isnan(t)] = 0
    p = np.clip(2 * stdtr(n - k, -np.abs(t)), LEAST_P, 1)
    return LeastSquaresFit(coefficients=coefficients, errors=errors, t=t, p=p)


def _check(design: Floats, n_observations: int) -> None:
    if design.ndim != 2 or len(design) != n_observations:
        msg = (
            f"design_matrix must have shape ({n_observations} observations, n_regressors), "
            f"got {design.shape}"
        )
        raise MismatchError(msg)
    n, k = design.shape
    rank = np.linalg.matrix_rank(design) if design.size else 0
    if not 0 < k < n or rank < k:
        msg = (
            "design_matrix must have fewer regressors than observations, none of which the others "
            f"make, got {k} of rank {rank} for {n} observations"
        )
        raise InputError(msg)
