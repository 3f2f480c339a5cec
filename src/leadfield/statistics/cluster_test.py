"""Cluster tests: how large clusters of active tests are, against the largest ones by chance."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.progress import tracked
from leadfield.statistics.components import ActiveComponents, find_components
from leadfield.statistics.neighbours import Neighbours
from leadfield.statistics.statistic_maps import ActiveTests, StatisticMaps, Threshold, joined_parts
from leadfield.statistics.step_down import compare_in_steps

LEVEL = 0.05
TESTS = 2**21
"""Of permutations whose components are found at once: one large map, or many small ones."""
MAPS = 32
"""Permutations of large maps whose products are made at once: fewer make poor products."""


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
    statistic = maps.maps(0, 1)[0]
    clusters, sizes = clusters_of(statistic, neighbours, threshold, power)
    p, null = np.empty(0), np.empty(0)
    if clusters:
        p, null = compare_in_steps(
            sizes,
            threshold.tail,
            lambda gone: largest_sizes(maps, neighbours, threshold.without(gone), power),
            lambda found: _tests_of([clusters[int(i)] for i in found], maps.n_tests),
            level=step_down,
        )
    return ClusterTest(
        statistic=statistic, clusters=clusters, sizes=sizes, p=p, null=null, threshold=threshold
    )


def clusters_of(
    statistic: Floats, neighbours: Neighbours, threshold: Threshold, power: float = 1
) -> tuple[tuple[Ints, ...], Floats]:
    """Clusters of a map (n_tests,) and their sizes, in the order of their first tests.

    Those above 0 come before those below.
    """
    tests = np.flatnonzero(threshold.exceeded(statistic))
    active = ActiveTests(
        permutations=np.zeros(len(tests), np.int64), tests=tests, statistic=statistic[tests]
    )
    found = find_components(active, neighbours, np.zeros(neighbours.n_tests, np.int32))
    sizes = found.sums(power)
    tests, labels = neighbours.tests_at(found.places, found.steps), found.component_of_tests()
    order = np.lexsort([tests, labels])
    bounds = np.cumsum(np.bincount(labels, minlength=found.n_components))[:-1]
    members = np.split(tests[order], bounds) if found.n_components else []
    below = np.array([statistic[one[0]] < 0 for one in members], np.bool_)
    first = np.array([one[0] for one in members], np.int64)
    ranked = np.lexsort([first, below])
    return tuple(members[i] for i in ranked), sizes[ranked]


def largest_sizes(
    maps: StatisticMaps, neighbours: Neighbours, threshold: Threshold, power: float
) -> Floats:
    """The largest size of a cluster (n_permutations - 1,) with its sign, 0 without clusters."""
    n_tests, n = maps.n_tests, maps.n_permutations
    together = min(max(TESTS // n_tests, 1), n)
    count = together * -(-MAPS // together)
    numbers = np.zeros(together * n_tests, np.int32)
    out = [np.empty(0)]
    steps = range(1, n, count)
    for start in tracked(steps, "Permutations", len(steps)):
        parts = list(maps.active(start, start + count, threshold))
        for active in joined_parts(parts, together, min(count, n - start)):
            found = find_components(active, neighbours, numbers)
            out.append(_largest_of_each(found, power, together, neighbours.n_places))
    return np.concatenate(out)[: n - 1]


def _largest_of_each(found: ActiveComponents, power: float, count: int, n_places: int) -> Floats:
    permutations = found.places_of_components() // n_places
    sizes = found.sums(power)
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
