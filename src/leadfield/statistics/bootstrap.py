"""Confidence intervals of statistics over subjects that are drawn again, with repetition."""

from collections.abc import Callable
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints

COLUMNS = 2**10
"""Values of a subject at once."""


def interval_of_means(data: Floats, drawn: Ints, level: float) -> Floats:
    """Ends (2, ...) of an interval for the mean over subjects (n_subjects, ...).

    ``drawn`` (n_times, n_subjects) are the subjects of each time: their numbers are weights, and
    means are products, a part of the values at a time.
    """
    n_times, n = drawn.shape
    rows = n * np.arange(n_times)[:, None]
    weights = np.bincount((rows + drawn).ravel(), minlength=n_times * n).reshape(n_times, n) / n
    flat = data.reshape(n, -1)
    ends = [
        _ends(weights @ flat[:, start : start + COLUMNS], level)
        for start in range(0, flat.shape[1], COLUMNS)
    ]
    return np.concatenate(ends, axis=1).reshape(2, *data.shape[1:])


def interval_of_statistic(
    data: Floats, drawn: Ints, level: float, statistic: Callable[[Floats], Any]
) -> Floats:
    """Ends (2, ...) of an interval for a statistic of subjects (n_subjects, ...)."""
    return _ends(np.array([statistic(data[some]) for some in drawn]), level)


def _ends(statistics: Floats, level: float) -> Floats:
    tail = 50 * (1 - level)
    ends: Floats = np.percentile(statistics, [tail, 100 - tail], axis=0)
    return ends
