"""Cluster tests of one group and of several, as all functions of the room make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from leadfield.api.statistics.arguments import (
    CHANCE,
    ClusterOptions,
    as_enhancement,
    as_included,
    as_level,
    as_neighbours,
    flat,
)
from leadfield.api.statistics.parametric import f_oneway, ttest_1samp_no_p, ttest_ind_no_p
from leadfield.base.arrays import Floats, Ints
from leadfield.base.errors import InputError
from leadfield.base.log import LOGGER, warn
from leadfield.statistics.called_maps import CalledMaps, size_of_calls
from leadfield.statistics.cluster_test import cluster_test
from leadfield.statistics.comparison import compare_groups, compare_with_zero
from leadfield.statistics.contrast import Contrast, one_sample_t, one_way_f
from leadfield.statistics.enhanced_test import enhanced_test
from leadfield.statistics.resampling import draw_shuffles, draw_signs
from leadfield.statistics.statistic_maps import ContrastMaps, StatisticMaps
from leadfield.statistics.threshold import Threshold

if TYPE_CHECKING:
    from leadfield.numerics.chance import Random
    from leadfield.statistics.neighbours import Neighbours

ClusterResult = tuple[Floats, Any, Floats, Floats]
"""Statistics, clusters, their p, and the null distribution."""


def clusters_of_one_group(
    samples: NDArray[Any],
    n_permutations: int | Literal["all"],
    chance: Random,
    options: ClusterOptions,
) -> ClusterResult:
    """The mean over subjects (n_subjects, ...) against 0, by turning signs."""
    data, call = flat(samples), options.stat_fun
    contrast = one_sample_t(len(data))
    if call is None or call is ttest_1samp_no_p:
        comparison = compare_with_zero(data, n_permutations, options.tail, chance)
        maps: StatisticMaps = ContrastMaps(comparison=comparison)
    else:
        _check_default(options, "ttest_1samp_no_p")
        draws = draw_signs(len(data), n_permutations, options.tail, chance)
        size = size_of_calls(call, (data,), options.buffer_size)
        maps = CalledMaps(samples=(data,), draws=draws, call=call, size=size)
    return _tested(maps, contrast, samples.shape[1:], options)


def clusters_of_groups(
    groups: Sequence[NDArray[Any]],
    n_permutations: int,
    chance: Random,
    options: ClusterOptions,
) -> ClusterResult:
    """Groups of subjects (n_subjects, ...) against each other, by changing places."""
    data, call = tuple(map(flat, groups)), options.stat_fun
    contrast = one_way_f(tuple(map(len, data)))
    signed = call is ttest_ind_no_p and len(groups) == 2
    if signed or call is None or call is f_oneway:
        comparison = compare_groups(data, n_permutations, chance, signed=signed)
        maps: StatisticMaps = ContrastMaps(comparison=comparison)
    else:
        draws = draw_shuffles(sum(map(len, data)), n_permutations, chance)
        size = size_of_calls(call, data, options.buffer_size)
        maps = CalledMaps(samples=data, draws=draws, call=call, size=size)
    if call is not None and call is not f_oneway:
        _check_default(options, "f_oneway")
    return _tested(maps, contrast, groups[0].shape[1:], options)


def _check_default(options: ClusterOptions, usual: str) -> None:
    if options.threshold is None:
        warn(
            f"threshold must come with a stat_fun of one's own, got None: that of {usual} is taken"
        )


def _tested(
    maps: StatisticMaps, contrast: Contrast, shape: tuple[int, ...], options: ClusterOptions
) -> ClusterResult:
    neighbours = as_neighbours(options.adjacency, shape, options.max_step)
    if isinstance(options.threshold, Mapping):
        return _enhanced(maps, neighbours, shape, options)
    if options.threshold is None:
        level = contrast.critical(CHANCE, options.tail)
        LOGGER.info("threshold %.6f, which one test exceeds by chance at p = %g", level, CHANCE)
    else:
        level = options.threshold
    threshold = Threshold(
        level=as_level(level, options.tail),
        tail=options.tail,
        included=as_included(options.exclude, maps.n_tests),
    )
    found = cluster_test(
        maps, neighbours, threshold, power=options.t_power, step_down=options.step_down_p
    )
    statistic = found.statistic.reshape(shape).copy()
    if not found.clusters:
        warn(f"{found.words}: clusters, cluster_pv and H0 are empty")
        return statistic, np.array([]), np.array([]), np.array([])
    LOGGER.info(found.words)
    order = np.arange(len(found.clusters))
    if options.check_disjoint and options.adjacency is not None:
        order = _by_pieces(found.clusters, found.sizes, neighbours)
    clusters = [_as_asked(found.clusters[int(i)], shape, options) for i in order]
    return statistic, clusters, found.p[order].copy(), found.null.copy()


def _enhanced(
    maps: StatisticMaps, neighbours: Neighbours, shape: tuple[int, ...], options: ClusterOptions
) -> ClusterResult:
    """Every test by itself, with a score for its statistic."""
    if options.t_power != 1:
        msg = f"t_power must be 1 with a dict for threshold, got {options.t_power}: pass h_power"
        raise InputError(msg)
    found = enhanced_test(
        maps,
        neighbours,
        as_enhancement(options.threshold, options.tail),  # type: ignore[arg-type]
        included=as_included(options.exclude, maps.n_tests),
        step_down=options.step_down_p,
    )
    if not np.nan_to_num(found.statistic).any():
        warn('threshold["start"] must be exceeded by a statistic, none does: all scores are 0')
    LOGGER.info(found.words)
    tests = np.arange(maps.n_tests)[:, None]
    if options.out_type == "indices":
        clusters: list[Any] = list(zip(*np.unravel_index(tests, shape), strict=True))
    else:
        clusters = [_as_asked(one, shape, options) for one in tests]
    return found.statistic.reshape(shape).copy(), clusters, found.p.copy(), found.null.copy()


def _by_pieces(clusters: tuple[Ints, ...], sizes: Floats, neighbours: Neighbours) -> Ints:
    """The order of clusters above and below 0 by the pieces that the adjacency falls into."""
    first = np.array([one[0] for one in clusters])
    places = neighbours.places_of(first)
    return np.lexsort([neighbours.pieces()[places], sizes < 0])


def _as_asked(tests: Ints, shape: tuple[int, ...], options: ClusterOptions) -> Any:
    """A cluster as arrays of indices, as a mask, or as a slice of the only axis."""
    if options.out_type == "indices":
        return np.unravel_index(tests, shape)
    if options.adjacency is None and len(shape) == 1:
        return (slice(int(tests[0]), int(tests[-1]) + 1),)
    mask = np.zeros(int(np.prod(shape)), np.bool_)
    mask[tests] = True
    return mask.reshape(shape)
