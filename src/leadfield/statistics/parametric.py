"""T and F of each test, without their chances; small variances may be raised (Ridgway 2012)."""

from collections.abc import Sequence
from typing import Literal

import numpy as np

from leadfield.base.arrays import Floats

Hat = Literal["relative", "absolute"]
"""What is added to a variance: a share of the largest or median one, or a number."""


def t_of_mean(samples: Floats, sigma: float, hat: Hat) -> Floats:
    """T of the mean over subjects (n_subjects, ...)."""
    variance = np.var(samples, axis=0, ddof=1)
    if sigma > 0:
        variance = variance + (sigma * variance.max() if hat == "relative" else sigma)
    with np.errstate(divide="ignore", invalid="ignore"):
        t: Floats = samples.mean(axis=0) / np.sqrt(variance / len(samples))
    return t


def t_of_difference(first: Floats, second: Floats, sigma: float, *, equal_var: bool) -> Floats:
    """T of the difference between two groups' means, whose variances may be equal or not."""
    n_first, n_second = len(first), len(second)
    variances = np.var(first, axis=0, ddof=1), np.var(second, axis=0, ddof=1)
    if equal_var:
        pooled = (n_first - 1) * variances[0] + (n_second - 1) * variances[1]
        variance = pooled / (n_first + n_second - 2) * (1 / n_first + 1 / n_second)
    else:
        variance = variances[0] / n_first + variances[1] / n_second
    if sigma > 0:
        variance = variance + sigma * variance.max()
    with np.errstate(divide="ignore", invalid="ignore"):
        t: Floats = (first.mean(axis=0) - second.mean(axis=0)) / np.sqrt(variance)
    return t


def f_of_groups(groups: Sequence[Floats], sigma: float, hat: Hat) -> Floats:
    """F of the differences between groups' means."""
    n = sum(map(len, groups))
    mean = sum(one.sum(axis=0) for one in groups) / n
    between = sum(len(one) * (one.mean(axis=0) - mean) ** 2 for one in groups)
    within = sum(((one - one.mean(axis=0)) ** 2).sum(axis=0) for one in groups)
    free = n - len(groups)
    if sigma > 0:
        added = sigma * np.median(within / free) if hat == "relative" else sigma
        within = within + added
    with np.errstate(divide="ignore", invalid="ignore"):
        f: Floats = np.asarray(between / (len(groups) - 1)) / np.asarray(within / free)
    return f
