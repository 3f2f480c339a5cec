"""Shrinkage of covariances towards a multiple of the identity, and its cross-validation.

(1 - a) S + a μ I with μ = tr S / n: Ledoit & Wolf 2004.
"""

from collections.abc import Sequence

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.numerics.eigen import sorted_eigh
from leadfield.numerics.likelihood import LOG_2_PI
from leadfield.numerics.threads import map_shared


def shrunk_covariance(covariance: Floats, amount: float) -> Floats:
    """The covariance with the share ``amount`` of it replaced by its mean variance."""
    out = (1 - amount) * covariance
    out.flat[:: len(out) + 1] += amount * np.trace(covariance) / len(out)
    return out


def held_out_log_likelihoods(pairs: Sequence[tuple[Floats, Floats]], amounts: Floats) -> Floats:
    """Mean log-likelihood of held-out samples for each amount of shrinkage (n_amounts,).

    Each pair is the covariance S of a fold's training samples and the second moment M of its
    held-out samples. With S = V D Vᵀ all amounts cost one eigendecomposition: the shrunk
    covariance has eigenvalues (1 - a) D + a μ and the same eigenvectors, along which the
    held-out samples have the variances diag(Vᵀ M V).
    """

    def score_of(pair: tuple[Floats, Floats]) -> Floats:
        trained, held_out = pair
        values, vectors = sorted_eigh(trained)
        spread = np.sum((vectors @ held_out) * vectors, axis=1)
        shrunk = np.multiply.outer(1 - amounts, values) + amounts[:, None] * values.mean()
        with np.errstate(divide="ignore", invalid="ignore"):
            score: Floats = -0.5 * (spread / shrunk + np.log(shrunk) + LOG_2_PI).sum(axis=1)
        # Too few samples without shrinkage give a singular covariance: no density.
        score[shrunk.min(axis=1) <= 0] = -np.inf
        return score

    mean: Floats = np.mean(map_shared(score_of, pairs), axis=0)
    return mean
