"""Cluster tests: how large clusters of active tests are, against the largest ones by chance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.numerics.threads import share
from leadfield.statistics.active_runs import ActiveRuns, grouped_runs, runs_of_map
from leadfield.statistics.cluster_rule import ClusterRule
from leadfield.statistics.components import find_components
from leadfield.statistics.neighbours import Neighbours
from leadfield.statistics.statistic_maps import StatisticMaps
from leadfield.statistics.step_down import compare_in_steps
from leadfield.statistics.threshold import Threshold

LEVEL = 0.05
RUNS = 2**23
"""Of as many permutations as are searched at once: some 200 MB."""
TOGETHER = 2**15
"""Runs of permutations whose components are found together, if one has no more."""
PLACES = 2**20
"""Of such permutations."""
MOST = 2**15
"""Permutations at once: their numbers have 16 bits."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClusterTest:
    """Clusters of tests, and the chance ``p`` (n_clusters,) of one as large anywhere.

    ``statistic`` (n_tests,); ``clusters`` are numbers of tests, in order, those above the threshold
    first; ``sizes`` (n_clusters,) are the sums of their statistics; ``null`` (n_permutations,) is
    the largest size of each permutation, the first that of the data as they are.
    """

    statistic: Floats
    clusters: tuple[Ints, ...]
    sizes: Floats
    p: Floats
    null: Floats
    threshold: Threshold

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def n_permutations(self) -> int:
        """How many signs or orders were tried, those as they come among them."""
        return len(self.null)

    @property
    def words(self) -> str:
        """The result in a sentence."""
        if not self.clusters:
            return "no test exceeds the threshold, so that there are no clusters"
        found = int((self.p <= LEVEL).sum())
        return (
            f"{found} of {len(self.p)} clusters with p at most {LEVEL}, corrected for all places "
            f"and times (least p = {self.p.min():.2g}, {self.n_permutations} permutations)"
        )


def cluster_test(
    maps: StatisticMaps,
    neighbours: Neighbours,
    threshold: Threshold,
    *,
    power: float = 1,
    step_down: float = 0,
) -> ClusterTest:
    """Clusters of a map against those of its permutations.

    Statistics are summed to a ``power``, with their sign. With ``step_down`` clusters of a smaller
    p are left out and the others compared again, until no more are found.
    """
    neighbours.check(maps.n_tests)
    rule = ClusterRule(neighbours=neighbours, threshold=threshold, power=power)
    statistic = maps.observed()
    clusters, sizes = clusters_of(statistic, rule)
    p, null = np.empty(0), np.empty(0)
    if clusters:
        p, null = compare_in_steps(
            sizes,
            threshold.tail,
            lambda gone: largest_sizes(maps, rule.without(gone)),
            lambda found: _tests_of([clusters[int(i)] for i in found], maps.n_tests),
            level=step_down,
        )
    return ClusterTest(
        statistic=statistic, clusters=clusters, sizes=sizes, p=p, null=null, threshold=threshold
    )


def clusters_of(statistic: Floats, rule: ClusterRule) -> tuple[tuple[Ints, ...], Floats]:
    """Clusters of a map (n_tests,) and their sizes, in the order of their first tests.

    Those above 0 come before those below.
    """
    runs, neighbours = runs_of_map(statistic, rule), rule.neighbours
    found = find_components(runs, neighbours)
    sizes = found.sums(runs.sums)
    lengths, n = runs.lengths, int(runs.lengths.sum())
    steps = np.arange(n) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    tests = neighbours.tests_of(np.repeat(runs.positions.astype(np.int64), lengths) + steps)
    labels = np.repeat(found.labels, lengths)
    order = np.lexsort([tests, labels])
    bounds = np.cumsum(np.bincount(labels, minlength=found.n))[:-1]
    members = np.split(tests[order], bounds) if found.n else []
    below = np.array([statistic[one[0]] < 0 for one in members], np.bool_)
    first = np.array([one[0] for one in members], np.int64)
    ranked = np.lexsort([first, below])
    return tuple(members[i] for i in ranked), sizes[ranked]


def largest_sizes(maps: StatisticMaps, rule: ClusterRule) -> Floats:
    """The largest size of a cluster (n_permutations - 1,) with its sign, 0 without clusters."""
    start, n = 1, maps.n_permutations
    out = np.zeros(n)
    # How many runs a map has is seen from those before; at first it is guessed.
    expected = max(4 * len(runs_of_map(maps.observed(), rule).sums), maps.n_tests // 200)
    while start < n:
        stop = min(start + min(max(RUNS // expected, 1), MOST), n)
        parts = maps.runs(range(start, stop), rule)
        out[start:stop] = _sizes_of(parts, rule.neighbours, stop - start)
        expected = max(sum(len(one.sums) for one in parts) // (stop - start), 1)
        start = stop
    return out[1:]


def _sizes_of(parts: Sequence[ActiveRuns], neighbours: Neighbours, n_permutations: int) -> Floats:
    out = np.empty(n_permutations)

    def work(groups: Iterator[tuple[slice, ActiveRuns]]) -> None:
        for some, runs in groups:
            out[some] = _largest_of_each(runs, neighbours, some.stop - some.start)

    most = PLACES // neighbours.n_places
    groups = grouped_runs(parts, n_permutations, runs=TOGETHER, permutations=most)
    share(work, groups, n_permutations)
    return out


def _largest_of_each(runs: ActiveRuns, neighbours: Neighbours, count: int) -> Floats:
    found = find_components(runs, neighbours)
    sizes = found.sums(runs.sums)
    permutations = np.empty(found.n, np.int64)
    permutations[found.labels] = runs.permutations
    high, low = np.zeros(count), np.zeros(count)
    np.maximum.at(high, permutations, sizes)
    np.minimum.at(low, permutations, sizes)
    return np.where(high >= -low, high, low)


def _tests_of(clusters: Sequence[Ints], n_tests: int) -> Bools:
    """Which tests are in some clusters."""
    out = np.zeros(n_tests, np.bool_)
    for tests in clusters:
        out[tests] = True
    return out
