"""Cluster tests of one group, or of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from numpy.typing import ArrayLike

from leadfield.api.recording.filter_samples import check_jobs
from leadfield.api.statistics.arguments import (
    ClusterOptions,
    as_samples,
    excluded_places,
)
from leadfield.api.statistics.cluster_tests import clusters_of_one_group
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.numerics.chance import Random, as_random

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadfield.api.statistics.arguments import Adjacency, OutType, Statistic, Threshold
    from leadfield.api.statistics.cluster_tests import ClusterResult
    from leadfield.statistics.resampling import Tail


@public("leadfield.stats")
@verbose_aware
def permutation_cluster_1samp_test(
    X: ArrayLike,
    threshold: Threshold | None = None,
    n_permutations: int | Literal["all"] = 1024,
    tail: Tail = 0,
    stat_fun: Statistic | None = None,
    adjacency: Adjacency = None,
    n_jobs: int | None = None,
    max_step: int = 1,
    exclude: ArrayLike | None = None,
    step_down_p: float = 0,
    t_power: float = 1,
    out_type: OutType = "indices",
    check_disjoint: bool = False,
    buffer_size: int | None = 1000,
    verbose: Verbose = None,
    *,
    rng: Random | int | None = None,
    seed: Random | int | None = None,
) -> ClusterResult:
    """Test means over subjects, or of differences of pairs, by clusters of neighbouring tests.

    The data of subjects get random signs, which change nothing where there is no effect. The sum of
    statistics in a cluster is compared with that of the largest cluster of each row of signs. It
    says that there is an effect, and not where it begins and ends.

    Parameters
    ----------
    X : array_like, shape (n_subjects, p[, q][, r])
        The data.
    threshold : float | dict | None
        What t must exceed, or lie below for ``tail=-1``; None for p = 0.05 of a single test.
        A dict asks for threshold-free enhancement: ``dict(start=0, step=0.2)`` sums over
        thresholds, ``dict(start=0, step="exact")`` is the integral; ``h_power`` and ``e_power``
        are the powers of heights and of extents, 2 and 0.5.
    n_permutations : int | "all"
        How many rows of signs, that of the data as they are among them; "all", or as many as there
        are, tries each once.
    tail : 0 | 1 | -1
        Whether to look for clusters on both sides of 0, above it, or below.
    stat_fun : callable | None
        What turns data (n_subjects, n_tests) into an array of statistics (n_tests,),
        None for t. :func:`ttest_1samp_no_p` is as fast.
    adjacency : sparse matrix | None | False
        Which tests are neighbours: as many rows as tests, or as places, which are the last axis:
        then so are ``max_step`` steps along the first one. None for neighbours along each axis of
        the data, False for none.
    n_jobs : int | None
        Has no effect.
    max_step : int
        How many steps along the first axis after that of subjects may lie between neighbours,
        where ``adjacency`` is that of places.
    exclude : array of bool | None
        Which tests are in no cluster, in the shape of a subject's data.
    step_down_p : float
        Clusters with a smaller p are left out, and the others compared again; 0 for none.
    t_power : float
        Statistics are summed to this power, with their sign; 0 counts tests.
    out_type : "indices" | "mask"
        Whether clusters come as tuples of indices, or as masks (slices of the only axis, if there
        are no other neighbours).
    check_disjoint : bool
        Whether clusters come by the pieces that ``adjacency`` falls into, such as hemispheres.
    buffer_size : int | None
        How many tests ``stat_fun`` gets at once, None for all.
    verbose : bool | str | int | None
        Verbosity.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    seed : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    t_obs : array, shape (p[, q][, r])
        The statistic of each test; with enhancement its score.
    clusters : list
        The clusters, each as ``out_type`` says; with enhancement each test is one.
    cluster_pv : array, shape (n_clusters,)
        Chances that any cluster is as large where there is no effect.
    H0 : array, shape (n_permutations,)
        The largest cluster of each permutation, the first that of the data as they are.

    Raises
    ------
    DataError
        If there are NaN, which only a ``stat_fun`` of one's own may make sense of.
    MismatchError
        If ``adjacency`` does not fit the data.

    See Also
    --------
    spatio_temporal_cluster_1samp_test : Of places over time.
    permutation_cluster_test : Of groups.
    permutation_t_test : Of single tests.

    Examples
    --------
    >>> import numpy as np
    >>> differences = np.random.default_rng(0).normal(0, 1, (8, 20))
    >>> differences[:, 5:9] += 2
    >>> t, clusters, p, h0 = permutation_cluster_1samp_test(differences, n_permutations="all")
    >>> clusters[p.argmin()], float(p.min())
    ((array([5, 6, 7, 8]),), 0.0078125)
    """
    check_jobs(n_jobs)
    samples = as_samples("X", X)
    options = ClusterOptions(
        threshold=threshold,
        tail=tail,
        stat_fun=stat_fun,
        adjacency=adjacency,
        max_step=max_step,
        exclude=exclude,
        step_down_p=step_down_p,
        t_power=t_power,
        out_type=out_type,
        check_disjoint=check_disjoint,
        buffer_size=buffer_size,
    )
    chance = as_random(rng, seed, older="seed")
    return clusters_of_one_group(samples, n_permutations, chance, options)


@public("leadfield.stats")
@verbose_aware
def spatio_temporal_cluster_1samp_test(
    X: ArrayLike,
    threshold: Threshold | None = None,
    n_permutations: int | Literal["all"] = 1024,
    tail: Tail = 0,
    stat_fun: Statistic | None = None,
    adjacency: Adjacency = None,
    n_jobs: int | None = None,
    max_step: int = 1,
    spatial_exclude: Sequence[int] | None = None,
    step_down_p: float = 0,
    t_power: float = 1,
    out_type: OutType = "indices",
    check_disjoint: bool = False,
    buffer_size: int | None = 1000,
    verbose: Verbose = None,
    *,
    rng: Random | int | None = None,
    seed: Random | int | None = None,
) -> ClusterResult:
    """Test means over subjects, or of differences of pairs, by clusters over space and time.

    The data of subjects get random signs, which change nothing where there is no effect. The sum of
    statistics in a cluster is compared with that of the largest cluster of each row of signs. It
    says that there is an effect, and not where it begins and ends.

    Parameters
    ----------
    X : array_like, shape (n_subjects, p[, q], n_places)
        The data, with times, or times and frequencies, before places.
    threshold : float | dict | None
        What t must exceed, or lie below for ``tail=-1``; None for p = 0.05 of a single test.
        A dict asks for threshold-free enhancement: ``dict(start=0, step=0.2)`` sums over
        thresholds, ``dict(start=0, step="exact")`` is the integral; ``h_power`` and ``e_power``
        are the powers of heights and of extents, 2 and 0.5.
    n_permutations : int | "all"
        How many rows of signs, that of the data as they are among them; "all", or as many as there
        are, tries each once.
    tail : 0 | 1 | -1
        Whether to look for clusters on both sides of 0, above it, or below.
    stat_fun : callable | None
        What turns data (n_subjects, n_tests) into an array of statistics (n_tests,),
        None for t. :func:`ttest_1samp_no_p` is as fast.
    adjacency : sparse matrix | None | False
        Which places, the last axis, are neighbours, such as those of
        :func:`leadfield.spatial_src_adjacency`; or which tests. None for neighbours along each axis
        of the data, False for none.
    n_jobs : int | None
        Has no effect.
    max_step : int
        How many steps along the first axis after that of subjects may lie between neighbours,
        where ``adjacency`` is that of places.
    spatial_exclude : list of int | None
        Places that are in no cluster.
    step_down_p : float
        Clusters with a smaller p are left out, and the others compared again; 0 for none.
    t_power : float
        Statistics are summed to this power, with their sign; 0 counts tests.
    out_type : "indices" | "mask"
        Whether clusters come as tuples of indices, or as masks (slices of the only axis, if there
        are no other neighbours).
    check_disjoint : bool
        Whether clusters come by the pieces that ``adjacency`` falls into, such as hemispheres.
    buffer_size : int | None
        How many tests ``stat_fun`` gets at once, None for all.
    verbose : bool | str | int | None
        Verbosity.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    seed : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    t_obs : array, shape (p[, q], n_places)
        The statistic of each test; with enhancement its score.
    clusters : list
        The clusters, each as ``out_type`` says; with enhancement each test is one.
    cluster_pv : array, shape (n_clusters,)
        Chances that any cluster is as large where there is no effect.
    H0 : array, shape (n_permutations,)
        The largest cluster of each permutation, the first that of the data as they are.

    Raises
    ------
    DataError
        If there are NaN, which only a ``stat_fun`` of one's own may make sense of.
    MismatchError
        If ``adjacency`` does not fit the data.

    See Also
    --------
    permutation_cluster_1samp_test : Of data of any shape.
    summarize_clusters_stc : The clusters as a map.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import spatial_tris_adjacency
    >>> differences = np.random.default_rng(0).normal(0, 1, (8, 10, 4))
    >>> differences[:, 3:7, :2] += 2
    >>> adjacency = spatial_tris_adjacency([[0, 1, 2], [1, 2, 3]])
    >>> t, clusters, p, h0 = spatio_temporal_cluster_1samp_test(differences, adjacency=adjacency)
    >>> times, places = clusters[p.argmin()]
    >>> float(p.min()), np.unique(times), np.unique(places)
    (0.0078125, array([3, 4, 5, 6]), array([0, 1]))
    """
    check_jobs(n_jobs)
    samples = as_samples("X", X)
    options = ClusterOptions(
        threshold=threshold,
        tail=tail,
        stat_fun=stat_fun,
        adjacency=adjacency,
        max_step=max_step,
        exclude=excluded_places(spatial_exclude, samples.shape[1:]),
        step_down_p=step_down_p,
        t_power=t_power,
        out_type=out_type,
        check_disjoint=check_disjoint,
        buffer_size=buffer_size,
    )
    chance = as_random(rng, seed, older="seed")
    return clusters_of_one_group(samples, n_permutations, chance, options)
