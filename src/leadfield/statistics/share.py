"""Shares of a null distribution: the chance of statistics as extreme as those observed."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.statistics.resampling import Tail

TIE = 1e-10
"""Share by which equal statistics may differ: signs that only swap equal subjects are ties."""


def share_beyond(statistic: Floats, null: Floats, tail: Tail) -> Floats:
    """Share of ``null`` that is at least as extreme as each statistic; 1 where that is NaN.

    The lower tail looks for what is as low, two tails for what is as far from 0.
    """
    if tail < 0:
        statistic, null = -statistic, -null
    elif tail == 0:
        statistic, null = np.abs(statistic), np.abs(null)
    ordered = np.sort(null)
    limit = statistic * np.where(statistic > 0, 1 - TIE, 1 + TIE)
    beyond = len(null) - np.searchsorted(ordered, limit, side="left")
    return np.where(np.isnan(statistic), 1.0, beyond / len(null))
