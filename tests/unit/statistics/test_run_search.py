"""The search for runs, against thresholds of whole maps."""

import numpy as np
import pytest

from leadfield.statistics import run_search as module
from leadfield.statistics.active_runs import joined_runs, runs_of_map
from leadfield.statistics.cluster_rule import ClusterRule
from leadfield.statistics.comparison import compare_groups, compare_with_zero
from leadfield.statistics.neighbours import alone, in_space, on_lattice
from leadfield.statistics.statistic_maps import ContrastMaps
from leadfield.statistics.threshold import Threshold

N = 40
LATTICE, SPACE = on_lattice((20, 15)), in_space(np.eye(20, k=1), 15)


def maps(kind, seed=0):
    rng = np.random.default_rng(seed)
    if kind == "signs":
        return ContrastMaps(comparison=compare_with_zero(rng.normal(0, 1, (8, 300)), N, 0, rng))
    sizes = (4, 5) if kind == "two groups" else (4, 5, 3)
    groups = [rng.normal(0, 1, (n, 300)) for n in sizes]
    return ContrastMaps(comparison=compare_groups(groups, N, rng, signed=len(groups) == 2))


def assert_same(found, expected):
    for name in ("permutations", "positions", "lengths"):
        np.testing.assert_array_equal(getattr(found, name), getattr(expected, name))
    np.testing.assert_allclose(found.sums, expected.sums, rtol=1e-10)


def found_and_expected(some, neighbours, threshold, power=1):
    rule = ClusterRule(neighbours=neighbours, threshold=threshold, power=power)
    found = joined_runs(some.runs(range(2, N), rule))
    expected = [runs_of_map(t, rule, i) for i, t in enumerate(some.maps(2, N))]
    return found, joined_runs(expected)


@pytest.mark.parametrize("kind", ["signs", "two groups", "three groups"])
@pytest.mark.parametrize("tail", [-1, 0, 1])
@pytest.mark.parametrize("few", [0, 1], ids=["double", "single"])
def test_runs_are_those_of_whole_maps(kind, tail, few, monkeypatch):
    monkeypatch.setattr(module, "FEW", few)
    level = -1.5 if tail < 0 else 1.5
    threshold = Threshold(level=level, tail=tail, included=np.arange(300) % 7 != 0)
    found, expected = found_and_expected(maps(kind), LATTICE, threshold)
    assert_same(found, expected)
    assert len(found.sums) > 100 or (kind == "three groups" and tail < 0)


@pytest.mark.parametrize("neighbours", [SPACE, alone(300), in_space(np.eye(20, k=1), 15, 0)])
@pytest.mark.parametrize("power", [0, 1, 2])
def test_tests_may_be_in_any_order_and_summed_to_a_power(neighbours, power):
    threshold = Threshold(level=1.5, tail=0)
    assert_same(*found_and_expected(maps("signs"), neighbours, threshold, power))


@pytest.mark.parametrize(
    ("values", "most", "once", "together", "blocks"), [(1000, 3, 7, 1, 1), (5000, 64, 1024, 50, 2)]
)
def test_blocks_change_nothing(values, most, once, together, blocks, monkeypatch):
    threshold = Threshold(level=2.0, tail=0)
    whole = found_and_expected(maps("signs"), SPACE, threshold)[0]
    sizes = {"VALUES": values, "MAPS": most, "ONCE": once, "TOGETHER": together, "BLOCKS": blocks}
    for name, size in sizes.items():
        monkeypatch.setattr(module, name, size)
    assert_same(found_and_expected(maps("signs"), SPACE, threshold)[0], whole)


@pytest.mark.parametrize("side", [1 - 1e-12, 1 + 1e-12])
def test_single_precision_decides_nothing_near_the_threshold(side, monkeypatch):
    monkeypatch.setattr(module, "FEW", 1)
    some = maps("signs")
    statistic = some.maps(2, N)
    level = side * np.sort(np.abs(statistic).ravel())[-50]
    found, expected = found_and_expected(some, SPACE, Threshold(level=level, tail=0))
    assert_same(found, expected)
    assert found.lengths.sum() == 50 - (side > 1)


def test_a_threshold_of_0_leaves_out_tests_without_variance(monkeypatch):
    monkeypatch.setattr(module, "FEW", 1)
    rng = np.random.default_rng(0)
    x = rng.normal(0, 1, (8, 300))
    x[:, 100:110] = 0
    some = ContrastMaps(comparison=compare_with_zero(x, N, 0, rng))
    rule = ClusterRule(neighbours=alone(300), threshold=Threshold(level=0, tail=0))
    found = joined_runs(some.runs(range(1, N), rule))
    assert len(found.sums) == (N - 1) * 290
