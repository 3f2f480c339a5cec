"""Clusters as a map: ``summarize_clusters_stc``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.estimates.kinds import estimate_class
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.checks import number
from leadfield.base.errors import InputError, MismatchError, StateError
from leadfield.base.front_door import public
from leadfield.estimates.minimum_norm import KINDS
from leadfield.statistics.durations import cluster_durations

if TYPE_CHECKING:
    from leadfield.api.estimates.base_estimate import BaseSourceEstimate
    from leadfield.estimates.source_courses import Kind

ICO_5 = 10242
"""Sources of a hemisphere of "ico5", which are the first vertices of fsaverage."""
BY_COUNT: dict[int, Kind] = {1: "volume", 2: "surface"}
"""By the number of source spaces."""


@public("leadfield.stats")
def summarize_clusters_stc(
    clu: tuple[Any, Any, Any, Any],
    p_thresh: float = 0.05,
    tstep: float = 1.0,
    tmin: float = 0,
    subject: str = "fsaverage",
    vertices: Sequence[ArrayLike] | SourceSpaces | None = None,
) -> BaseSourceEstimate:
    """Make a map of for how long sources are part of clusters.

    Parameters
    ----------
    clu : tuple
        What :func:`spatio_temporal_cluster_1samp_test` or :func:`spatio_temporal_cluster_test`
        returned: statistics (n_times, n_sources), clusters, their p and the null distribution.
    p_thresh : float
        What p must be below.
    tstep : float
        Time from a sample to the next, in s; 1 counts samples.
    tmin : float
        Time of the first sample of the map.
    subject : str
        Whose cortex it is.
    vertices : list of array_like | SourceSpaces | None
        Vertices of the sources of each hemisphere, or space; None for those of "ico5".

    Returns
    -------
    stc : SourceEstimate | VolSourceEstimate | MixedSourceEstimate
        Durations, below 0 where the statistic is: at the first time of all clusters together, then
        of each.

    Raises
    ------
    StateError
        If no cluster has so small a p.

    See Also
    --------
    spatio_temporal_cluster_1samp_test : Makes clusters.

    Examples
    --------
    >>> import numpy as np
    >>> t = np.array([[3.0, 0.0], [4.0, 0.0], [0.0, 0.0]])
    >>> clusters = [(np.array([0, 1]), np.array([0, 0]))]
    >>> result = t, clusters, np.array([0.01]), np.array([7.0])
    >>> stc = summarize_clusters_stc(result, tstep=0.1, vertices=[[5], [8]])
    >>> stc.data[0].round(3)
    array([0.2, 0.2])
    """
    t_obs, clusters, p, _ = clu
    kind, numbers = _sources(vertices)
    statistic, n_sources = np.asarray(t_obs, np.float64), sum(map(len, numbers))
    if statistic.ndim != 2 or statistic.shape[1] != n_sources:
        msg = f"clu must have statistics (n_times, {n_sources}), got shape {statistic.shape}"
        raise MismatchError(msg)
    found = np.flatnonzero(np.asarray(p) < number("p_thresh", p_thresh))
    if not len(found):
        least = f"the least p is {np.min(p):.2g}" if len(p) else "there are no clusters"
        msg = f"clu must have a cluster with p below {p_thresh}, {least}"
        raise StateError(msg)
    members = [_places(clusters[i]) for i in found]
    data = cluster_durations(statistic, members, number("tstep", tstep, above=0))
    make = estimate_class(kind, vector=False)
    stc: BaseSourceEstimate = make(data, numbers, tmin=tmin, tstep=tstep, subject=subject)
    return stc


def _sources(vertices: Any) -> tuple[Kind, list[Any]]:
    """Kind and vertices of the sources."""
    if vertices is None:
        return "surface", [np.arange(ICO_5)] * 2
    if isinstance(vertices, list | tuple):
        numbers = [np.asarray(one, np.int64) for one in vertices]
        return BY_COUNT.get(len(numbers), "mixed"), numbers
    sources = as_sources(vertices)
    return KINDS[sources.kind], [space.vertices for space in sources.spaces]


def _places(cluster: Any) -> tuple[Any, Any]:
    """Times and sources of a cluster that is a tuple of indices or a mask."""
    if isinstance(cluster, np.ndarray) and cluster.dtype == np.bool_:
        cluster = np.nonzero(cluster)
    if len(cluster) != 2:
        msg = f"clu must have clusters of times and sources, got one of {len(cluster)} axes"
        raise InputError(msg)
    return cluster[0], cluster[1]
