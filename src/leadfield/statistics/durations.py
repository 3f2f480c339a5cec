"""Durations of clusters: for how long each place is part of one."""

from collections.abc import Iterable, Sequence

import numpy as np

from leadfield.base.arrays import Floats, Ints


def cluster_durations(statistic: Floats, clusters: Iterable[Sequence[Ints]], step: float) -> Floats:
    """Durations (n_places, 1 + n_clusters), below 0 where the statistic is; first all together.

    Of the statistic (n_times, n_places) clusters name times and places; a time lasts a ``step``.
    """
    columns = []
    for times, places in clusters:
        signs = np.sign(statistic[times, places])
        columns.append(step * np.bincount(places, signs, statistic.shape[1]))
    return np.stack([np.sum(columns, axis=0), *columns], axis=1)
