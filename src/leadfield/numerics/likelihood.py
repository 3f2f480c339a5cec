"""The Gaussian log-likelihood of samples that are only known by their second moment."""

import numpy as np
import scipy

from leadfield.base.arrays import Floats

LOG_2_PI = float(np.log(2 * np.pi))
# A Cholesky factor of something worse conditioned has too few right digits.
WORST_CONDITION = 1e-12


def log_likelihood(model: Floats, moment: Floats) -> float:
    """Mean log density of samples with mean of x xᵀ ``moment`` under a normal N(0, ``model``).

    -½ (tr(M C⁻¹) + log det C + n log 2π). Directions in which a singular ``model`` has
    nothing count as having the least variance that double precision can tell.
    """
    n = len(model)
    factor, failed = scipy.linalg.lapack.dpotrf(model, lower=1)
    if not failed:
        condition, _ = scipy.linalg.lapack.dpocon(factor, np.abs(model).sum(0).max(), uplo="L")
        if condition > WORST_CONDITION:
            inverse, _ = scipy.linalg.lapack.dpotri(factor, lower=1)
            distance = 2 * np.vdot(np.tril(inverse, -1), moment) + inverse.diagonal() @ np.diag(
                moment
            )
            log_det = 2 * np.log(np.diag(factor)).sum()
            return float(-0.5 * (distance + log_det + n * LOG_2_PI))
    return _of_singular(model, moment)


def _of_singular(model: Floats, moment: Floats) -> float:
    """The same through eigenvalues: those lost in rounding are not inverted."""
    eps = np.finfo(np.float64).eps
    values, vectors = scipy.linalg.eigh(model)
    kept = np.abs(values) > len(values) * eps * np.abs(values).max()
    precisions = np.zeros_like(values)
    precisions[kept] = 1 / values[kept]
    spread = np.sum((moment @ vectors) * vectors, axis=0)
    least = precisions.max() * len(values) * eps
    log_det = -np.log(np.maximum(precisions, least)).sum()
    return float(-0.5 * (spread @ precisions + log_det + len(values) * LOG_2_PI))
