"""Posterior covariance of currents: what the minimum-norm prior leaves open, the data given.

Currents have the prior covariance v R / (λ² n), noise has v C / n for an average of n epochs.
With W G R^½ = Uᵀ S Vᵀ the posterior covariance is
v / (λ² n) R^½ (I - V S² / (S² + λ²) Vᵀ) R^½. It is never made: each source's block takes its
own rows of V only, and so does a sum over some sources.
"""

from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.inverse.operator import InverseModel

BLOCK = 512  # sources at once: few enough for the cache


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Posterior:
    """An operator, λ² and the variance v / (λ² n) of currents with a prior of 1, in (A·m)²."""

    model: InverseModel
    lambda2: float
    variance: float

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def shares(self) -> Floats:
        """S² / (S² + λ²) (n_components,): how much of each component's variance is known."""
        squares = self.model.singular_values**2
        shares: Floats = squares / (squares + self.lambda2)
        return shares


def make_posterior(
    model: InverseModel, *, lambda2: float, noise_scale: float, nave: float
) -> Posterior:
    """The posterior for an average of ``nave`` epochs whose noise has the scale v."""
    averages = nave / model.nave
    return Posterior(model=model, lambda2=lambda2, variance=noise_scale / (lambda2 * averages))


def source_covariances(posterior: Posterior) -> Floats:
    """Covariance (n_sources, c, c) of each source's currents along the operator's columns."""
    model = posterior.model
    n, c = model.sources.n_sources, model.per_source
    known = np.empty((n, c, c))
    roots = np.sqrt(posterior.shares)
    for start in range(0, n, BLOCK):
        rows = slice(start, min(start + BLOCK, n))
        leads = roots * weighted_leads(model, np.arange(rows.start, rows.stop))
        for a in range(c):
            for b in range(a + 1):
                known[rows, a, b] = known[rows, b, a] = np.vecdot(leads[:, a], leads[:, b])
    prior = model.source_variances.reshape(n, c, 1) * np.eye(c)
    covariances: Floats = posterior.variance * (prior - known)
    return covariances


def sum_covariance(posterior: Posterior, weights: Floats, rows: Ints) -> tuple[Floats, Floats]:
    """Covariance (o, o) of o weighted sums of the currents of sources, and their rows.

    ``weights`` (o, n_rows, c) multiply the currents of the sources ``rows``; the sums of
    R^½ V (o, n_components) times Γ and the data's components are their means.
    """
    model = posterior.model
    prior = model.source_variances.reshape(-1, model.per_source)[rows]
    sums = np.einsum("olc,lck->ok", weights, weighted_leads(model, rows))
    flat = weights.reshape(len(weights), -1)
    covariance = (flat * prior.ravel()) @ flat.T - (sums * posterior.shares) @ sums.T
    return posterior.variance * covariance, sums


def weighted_leads(model: InverseModel, rows: Ints) -> Floats:
    """R^½ V (n_rows, c, n_components) of some sources."""
    c = model.per_source
    leads: Floats = model.leads.reshape(-1, c, model.leads.shape[1])[rows]
    if model.leads_weighted:
        return leads
    deviations = np.sqrt(model.source_variances).reshape(-1, c, 1)[rows]
    return deviations * leads
