"""Shrinking covariances towards a multiple of the identity, and how far it pays.

(1 - a) S + a μ I with μ = tr S / n: Ledoit & Wolf 2004.
"""

from collections.abc import Iterable

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.numerics.eigen import ascending
from leadfield.numerics.likelihood import LOG_2_PI


def shrunk(covariance: Floats, amount: float) -> Floats:
    """The covariance with the share ``amount`` of it replaced by its mean variance."""
    out = (1 - amount) * covariance
    out.flat[:: len(out) + 1] += amount * np.trace(covariance) / len(out)
    return out


def held_out_scores(pairs: Iterable[tuple[Floats, Floats]], amounts: Floats) -> Floats:
    """Mean log-likelihood of held-out samples for each amount of shrinkage (n_amounts,).

    Each pair is the covariance of the samples a fold learns from and the second moment of
    those it holds out. S = V D Vᵀ makes all amounts cost one decomposition: shrunk, it has
    eigenvalues (1 - a) D + a μ in the same directions, in which the others have the
    variances diag(Vᵀ M V).
    """
    scores = []
    for learnt, held_out in pairs:
        values, vectors = ascending(learnt)
        spread = np.sum((vectors @ held_out) * vectors, axis=1)
        kept = np.multiply.outer(1 - amounts, values) + amounts[:, None] * values.mean()
        with np.errstate(divide="ignore", invalid="ignore"):
            score = -0.5 * (spread / kept + np.log(kept) + LOG_2_PI).sum(axis=1)
        # Without shrinkage, too few samples span too little: no density at all.
        score[kept.min(axis=1) <= 0] = -np.inf
        scores.append(score)
    mean: Floats = np.mean(scores, axis=0)
    return mean
