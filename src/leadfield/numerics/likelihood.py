"""The Gaussian log-likelihood of samples that are only known by their second moment."""

import numpy as np

from leadfield.base.arrays import Floats

LOG_2_PI = float(np.log(2 * np.pi))
# The inverse of something worse conditioned has too few right digits.
WORST_CONDITION = 1e12


def log_likelihood(model: Floats, moment: Floats) -> float:
    """Mean log density of samples with mean of x xᵀ ``moment`` under a normal N(0, ``model``).

    -½ (tr(M C⁻¹) + log det C + n log 2π). Directions in which a singular ``model`` has
    nothing count as having the least variance that double precision can tell.
    """
    try:
        log_det = 2 * np.log(np.linalg.cholesky(model).diagonal()).sum()
        inverse = np.linalg.inv(model)
    except np.linalg.LinAlgError:
        return _of_singular(model, moment)
    if np.linalg.norm(model, 1) * np.linalg.norm(inverse, 1) > WORST_CONDITION:
        return _of_singular(model, moment)
    return float(-0.5 * (np.vdot(inverse, moment) + log_det + len(model) * LOG_2_PI))


def _of_singular(model: Floats, moment: Floats) -> float:
    """The same through eigenvalues: those lost in rounding are not inverted."""
    eps = np.finfo(np.float64).eps
    values, vectors = np.linalg.eigh(model)
    kept = np.abs(values) > len(values) * eps * np.abs(values).max()
    precisions = np.zeros_like(values)
    precisions[kept] = 1 / values[kept]
    spread = np.sum((moment @ vectors) * vectors, axis=0)
    least = precisions.max() * len(values) * eps
    log_det = -np.log(np.maximum(precisions, least)).sum()
    return float(-0.5 * (spread @ precisions + log_det + len(values) * LOG_2_PI))
