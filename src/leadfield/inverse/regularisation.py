"""Regularisation by the data: the λ² under which their components are likely, and their noise.

A component j of the whitened data has variance v (1 + S_j² / λ²) in the model of a minimum-norm
estimate: v of noise, the rest of sources. REML takes the λ² of the largest likelihood, with v
at its best for each, given that v is about 1; GCV the λ² that predicts left-out data best
(Golub, Heath & Wahba 1979).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import looked_up
from leadfield.base.errors import DataError
from leadfield.inverse.operator import InverseModel

LOWEST, HIGHEST = -6.0, 6.0  # decades of λ² that are searched
STEPS = 121  # of the first search; later ones look between two of its steps
ZOOMS, ZOOM_STEPS = 3, 21
# The logarithm of v before there are data, Student's t: a spread as of noise covariances of the
# baselines of the same trials, and tails for wrong ones. With many sensors it hardly matters; with
# few, errors of the head model would pass for noise, and the noise of one response for sources.
PRIOR_SPREAD, PRIOR_TAIL = 0.2, 6  # the second one are degrees of freedom
NEWTON_STEPS = 30
NO_SIGNAL = 1e3  # λ² above which the data look like noise alone
# So much likelier than noise alone (minus twice the logarithm) noise makes itself in less than
# 0.1 % of single samples, and in some 1 % of the strongest ones of 200 ms: the 99.9 % quantile
# of χ² with one degree of freedom.
LEAST_EVIDENCE = 10.8

# The keys of CRITERIA, which a type checker cannot read from the table.
Criterion = Literal["reml", "gcv"]


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RegularisationFit:
    """The λ² that minimises a criterion, and the noise's scale v with it.

    ``criterion`` (n,) are its values at ``candidates`` (n,), growing values of λ², less the
    smallest one; those of REML are minus twice the log-likelihood of one sample. ``evidence``
    is by how much that is smaller with sources of this λ² than with noise alone.
    """

    method: str
    lambda2: float
    noise_scale: float
    evidence: float
    candidates: Floats
    criterion: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def has_signal(self) -> bool:
        """Whether the data show more than noise."""
        return self.lambda2 <= NO_SIGNAL and self.evidence >= LEAST_EVIDENCE

    @property
    def snr(self) -> float:
        """The amplitude signal-to-noise ratio 1 / λ; 0 where there is no signal."""
        return float(1 / np.sqrt(self.lambda2)) if self.has_signal else 0.0


def fit_regularisation(
    energies: Floats,
    singular_values: Floats,
    method: str = "reml",
    *,
    lambda2: float | None = None,
) -> RegularisationFit:
    """λ² for components whose mean squares are ``energies`` (n_components,).

    They are scaled so that noise has variance 1 in each, if the noise covariance is right.
    ``lambda2`` that is given stays, and the rest is found for it.
    """
    criterion = looked_up("method", method, CRITERIA)
    if not energies.sum() > 0:
        msg = "lambda2 cannot be estimated from data that are 0: give a window with a response"
        raise DataError(msg)
    squares = singular_values**2
    decades = np.linspace(LOWEST, HIGHEST, STEPS)
    candidates = 10.0**decades
    curve = criterion(energies, _noise_shares(squares, candidates))
    if lambda2 is None:
        best, step = decades[curve.argmin()], decades[1] - decades[0]
        for _ in range(ZOOMS):
            ends = max(best - step, LOWEST), min(best + step, HIGHEST)
            fine = np.linspace(*ends, ZOOM_STEPS)
            best = fine[criterion(energies, _noise_shares(squares, 10.0**fine)).argmin()]
            step = fine[1] - fine[0]
        lambda2 = float(10.0**best)
    shares = _noise_shares(squares, np.array([lambda2, 10.0**HIGHEST]))
    found, without = _restricted_likelihood(energies, shares)
    return RegularisationFit(
        method=method,
        lambda2=lambda2,
        noise_scale=profile_noise_scale(energies, singular_values, lambda2),
        evidence=float(without - found),
        candidates=candidates,
        criterion=curve - curve.min(),
    )


def profile_noise_scale(energies: Floats, singular_values: Floats, lambda2: float) -> float:
    """The likeliest v for one λ²: 1 where data and noise covariance belong together."""
    shares = _noise_shares(singular_values**2, np.array([lambda2]))
    return float(_noise_scales(energies, shares)[0])


def source_weights(singular_values: Floats, lambda2: float) -> Floats:
    """Weights (n_components,) of sum 1: the shares that sources have of variances at one λ²."""
    shares = 1 - _noise_shares(singular_values**2, np.array([lambda2]))[0]
    weights: Floats = shares / shares.sum()
    return weights


def components_matrix(model: InverseModel) -> Floats:
    """U W P (n_components, n_channels): from data to components of variance 1 in noise."""
    matrix: Floats = model.fields @ model.whitening
    return matrix


def _noise_shares(squares: Floats, lambda2: Floats) -> Floats:
    """1 / (1 + S² / λ²), the noise's share of each component's variance, a row for each λ²."""
    rows = lambda2[:, np.newaxis]
    shares: Floats = rows / (rows + squares)
    return shares


def _noise_scales(energies: Floats, shares: Floats) -> Floats:
    """The likeliest v for each row of shares.

    It is the mean of e_j times the share, drawn towards 1 by the prior: Newton's iteration for
    its logarithm, in each step with the parabola that touches the prior from above.
    """
    n = shares.shape[1]
    means = (energies * shares).mean(axis=1)
    logs = np.log(means)
    for _ in range(NEWTON_STEPS):
        ratios = means * np.exp(-logs)
        pull = (PRIOR_TAIL + 1) / (PRIOR_TAIL * PRIOR_SPREAD**2 + logs**2)
        logs = logs - (n * (1 - ratios) + 2 * pull * logs) / (n * ratios + 2 * pull)
    scales: Floats = np.exp(logs)
    return scales


def _restricted_likelihood(energies: Floats, shares: Floats) -> Floats:
    """Minus twice the log-likelihood of one sample, but for what does not depend on λ²."""
    scales = _noise_scales(energies, shares)
    logs, n = np.log(scales), shares.shape[1]
    misfit = n * (energies * shares).mean(axis=1) / scales - n
    prior = (PRIOR_TAIL + 1) * np.log1p(logs**2 / (PRIOR_TAIL * PRIOR_SPREAD**2))
    likelihood: Floats = n * logs + misfit + prior - np.log(shares).sum(axis=1)
    return likelihood


def _cross_validation(energies: Floats, shares: Floats) -> Floats:
    """Logarithm of the generalised cross-validation error."""
    left = (energies * shares**2).sum(axis=1)
    error: Floats = np.log(left) - 2 * np.log(shares.sum(axis=1))
    return error


CRITERIA: Mapping[str, Callable[[Floats, Floats], Floats]] = {
    "reml": _restricted_likelihood,
    "gcv": _cross_validation,
}
