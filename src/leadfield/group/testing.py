"""Tests of a group's maps: differences between conditions, or signed values, against 0.

Signs of subjects are turned, so that nothing is assumed of how values are distributed but that
without an effect they are as often above 0 as below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.progress import tracked
from leadfield.group.averages import GroupAverages, read_person
from leadfield.group.maps import MapTests
from leadfield.group.member import by_person
from leadfield.group.settings import Contrast, GroupSettings, GroupTest
from leadfield.group.significance import LEVEL, Significance
from leadfield.group.source_neighbours import neighbours_of_sources
from leadfield.statistics.cluster_test import cluster_test
from leadfield.statistics.comparison import SubjectComparison, compare_with_zero
from leadfield.statistics.max_test import max_test
from leadfield.statistics.neighbours import in_space
from leadfield.statistics.statistic_maps import ContrastMaps
from leadfield.statistics.threshold import Threshold

if TYPE_CHECKING:
    from leadfield.statistics.resampling import Tail

MOST_VALUES = 2**27
"""Of all subjects at once, in single precision: half a GiB."""
UNSIGNED = "sizes are above 0 where there is nothing, too: only contrasts can be tested"
TAIL: Tail = 0
"""Two tails: more as well as less."""


def find_significant(group: GroupAverages, settings: GroupSettings) -> MapTests:
    """Tests of all maps that can be tested, and why others cannot."""
    asked, n = settings.test, len(by_person(group.members))
    if asked is None or not n:
        return MapTests()
    least = 2.0 ** (1 - n)
    adjacency = None
    if asked.kind == "clusters":
        vertices = next(iter(group.conditions.values())).axes.vertices
        adjacency = neighbours_of_sources(settings.subjects_dir, settings.subject, vertices)
    found, untested = {}, {}
    for name, what in settings.maps.items():
        if least >= LEVEL:
            untested[name] = f"signs of {n} give no p below {least:.2g}: it takes 6 subjects"
        elif isinstance(what, str) and not (group.conditions[what].data < 0).any():
            untested[name] = UNSIGNED
        else:
            found[name] = find_in_map(group, what, asked, adjacency)
    return MapTests(found=found, untested=untested)


def find_in_map(
    group: GroupAverages, what: str | Contrast, asked: GroupTest, adjacency: Any
) -> Significance:
    """Where and when a map of all members is more than their signs give by chance.

    Without ``adjacency`` each place and time is tested against the largest statistic of all.
    """
    average = next(iter(group.conditions.values()))
    n_sources, n_times = average.data.shape
    people = by_person(group.members)
    samples = _tested_samples(group, len(people) * n_sources)
    # In single precision: blocks of it are compared in double.
    values: Any = np.empty((len(people), len(samples), n_sources), np.float32)
    for place, members in enumerate(tracked(people, "Reading maps to be tested")):
        values[place] = read_person(members, what).data[:, samples].T
    comparison = compare_with_zero(
        values.reshape(len(values), -1),
        asked.n_permutations,
        TAIL,
        np.random.default_rng(asked.seed),
    )
    if adjacency is None:
        p = max_test(comparison, TAIL).p
        words = "each place and time against the largest t of all"
    else:
        p, words = _cluster_p(comparison, adjacency, len(samples), asked.cluster_p)
    places = np.zeros((n_sources, n_times), np.bool_)
    step = int(samples[1] - samples[0]) if len(samples) > 1 else 1
    nearest = np.arange(group.samples.start, group.samples.stop)
    nearest = (nearest - samples[0]) // step
    places[:, group.samples] = (p < LEVEL).reshape(len(samples), n_sources).T[:, nearest]
    first, last = 1e3 * average.times[samples[[0, -1]]]
    rest = f", one in {step} times" if step > 1 else ""
    return Significance(
        places=places,
        least_p=float(p.min(initial=1.0)),
        method=f"{words}; {comparison.n_permutations} signs, {first:.0f} to {last:.0f} ms{rest}",
    )


def _tested_samples(group: GroupAverages, n_values: int) -> Ints:
    """Samples between the times asked for, as many as there is room for of so many values each."""
    n = group.samples.stop - group.samples.start
    step = -(-n * n_values // MOST_VALUES)
    return np.arange(group.samples.start, group.samples.stop, max(step, 1))


def _cluster_p(
    comparison: SubjectComparison, adjacency: Any, n_times: int, cluster_p: float
) -> tuple[Floats, str]:
    """P of each test, that of its cluster, and how it was found."""
    threshold = Threshold(level=comparison.contrast.critical(cluster_p, TAIL), tail=TAIL)
    found = cluster_test(
        ContrastMaps(comparison=comparison), in_space(adjacency, n_times), threshold
    )
    p = np.ones(comparison.n_tests)
    for members, chance in zip(found.clusters, found.p, strict=True):
        p[members] = chance
    words = (
        f"clusters of places and times with t beyond ±{threshold.level:.2f} (p < {cluster_p:g} "
        "each), whose p is that of the whole cluster and not of each place in it"
    )
    return p, words
