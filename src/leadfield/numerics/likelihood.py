"""Gaussian log-likelihood of samples, from their second moment."""

import numpy as np

from leadfield.base.arrays import Floats

LOG_2_PI = float(np.log(2 * np.pi))
# Beyond this condition number an inverse has too few correct digits.
MAX_CONDITION = 1e12


def log_likelihood(model: Floats, moment: Floats) -> float:
    """Mean log density of samples with mean of x xᵀ ``moment`` under a normal N(0, ``model``).

    -½ (tr(M C⁻¹) + log det C + n log 2π). The null space of a singular ``model`` counts as
    having the smallest variance that double precision can represent beside the others.
    """
    try:
        log_det = 2 * np.log(np.linalg.cholesky(model).diagonal()).sum()
        inverse = np.linalg.inv(model)
    except np.linalg.LinAlgError:
        return _of_singular(model, moment)
    if np.linalg.norm(model, 1) * np.linalg.norm(inverse, 1) > MAX_CONDITION:
        return _of_singular(model, moment)
    return float(-0.5 * (np.vdot(inverse, moment) + log_det + len(model) * LOG_2_PI))


def _of_singular(model: Floats, moment: Floats) -> float:
    """The same by eigenvalues; those that are only rounding are not inverted."""
    eps = np.finfo(np.float64).eps
    values, vectors = np.linalg.eigh(model)
    nonzero = np.abs(values) > len(values) * eps * np.abs(values).max()
    precisions = np.zeros_like(values)
    precisions[nonzero] = 1 / values[nonzero]
    spread = np.sum((moment @ vectors) * vectors, axis=0)
    least = precisions.max() * len(values) * eps
    log_det = -np.log(np.maximum(precisions, least)).sum()
    return float(-0.5 * (spread @ precisions + log_det + len(values) * LOG_2_PI))
