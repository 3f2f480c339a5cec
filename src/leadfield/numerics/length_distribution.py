"""Distribution of the length of a normally distributed vector."""

import numpy as np
import scipy

from leadfield.base.arrays import Floats

POINTS = 4096
BLOCK = 64  # vectors at once
# The generalised golden ratio of three dimensions, whose powers spread points evenly
# (Roberts 2018): x⁴ = x + 1.
PLASTIC = 1.2207440846057596


def length_quantiles(means: Floats, covariance: Floats, probabilities: Floats) -> Floats:
    """Quantiles (n, n_probabilities) of the lengths of vectors with these means (n, 3).

    All have the same covariance (3, 3). They are those of 4096 evenly spread points, whose
    probabilities are right to about 0.002.
    """
    values, vectors = np.linalg.eigh(covariance)
    spread = _normal_points() * np.sqrt(np.maximum(values, 0))
    turned = means @ vectors
    out = np.empty((len(means), len(probabilities)))
    for start in range(0, len(means), BLOCK):
        some = turned[start : start + BLOCK, np.newaxis]
        lengths = np.linalg.norm(some + spread, axis=2)
        out[start : start + BLOCK] = np.quantile(lengths, probabilities, axis=1).T
    return out


def _normal_points() -> Floats:
    """Points (POINTS, 3) spread as three independent standard normal numbers are."""
    steps = PLASTIC ** -np.arange(1.0, 4.0)
    even = (0.5 + np.arange(1, POINTS + 1)[:, np.newaxis] * steps) % 1
    points: Floats = scipy.special.ndtri(even)
    return points
