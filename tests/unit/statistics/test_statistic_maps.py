"""Maps of a statistic and what of them exceeds a threshold."""

import numpy as np
import pytest
import scipy.stats

from leadfield.statistics import statistic_maps as module
from leadfield.statistics.comparison import compare_groups, compare_with_zero
from leadfield.statistics.statistic_maps import ContrastMaps, Threshold, joined_parts


def maps(kind):
    rng = np.random.default_rng(0)
    if kind == "signs":
        return ContrastMaps(comparison=compare_with_zero(rng.normal(0, 1, (8, 300)), 40, 0, rng))
    sizes = (4, 5) if kind == "two groups" else (4, 5, 3)
    groups = [rng.normal(0, 1, (n, 300)) for n in sizes]
    return ContrastMaps(comparison=compare_groups(groups, 40, rng, signed=len(groups) == 2))


KINDS = ["signs", "two groups", "three groups"]


def test_maps_are_those_of_permuted_data():
    some = maps("signs")
    data, signs = some.comparison.samples[0], some.comparison.draws
    expected = [scipy.stats.ttest_1samp(data * s[:, None], 0).statistic for s in signs[3:6]]
    np.testing.assert_allclose(some.maps(3, 6), expected, rtol=1e-10)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tail", [-1, 0, 1])
def test_active_tests_are_those_that_exceed(kind, tail, monkeypatch):
    monkeypatch.setattr(module, "VALUES", 1000)  # several parts
    some = maps(kind)
    included = np.arange(300) % 7 != 0
    threshold = Threshold(level=-1.5 if tail < 0 else 1.5, tail=tail, included=included)
    whole = some.maps(2, 40)
    expected = np.nonzero(threshold.exceeded(whole))
    parts = list(some.active(2, 40, threshold))
    found = [
        np.concatenate([getattr(p, n) for p in parts] or [[]])
        for n in ("permutations", "tests", "statistic")
    ]
    order = np.lexsort(found[1::-1])
    np.testing.assert_array_equal(found[0][order], expected[0])
    np.testing.assert_array_equal(found[1][order], expected[1])
    np.testing.assert_allclose(found[2][order], whole[expected], rtol=1e-12)
    assert len(parts) > 1 or (kind == "three groups" and tail < 0)


def test_parts_are_joined_by_permutations():
    some = maps("signs")
    parts = list(some.active(0, 40, Threshold(level=1.0, tail=0)))
    steps = list(joined_parts(parts, 7, 40))
    assert len(steps) == 6
    counts = np.concatenate([np.bincount(one.permutations, minlength=7) for one in steps])[:40]
    np.testing.assert_array_equal(counts, (np.abs(some.maps(0, 40)) > 1.0).sum(axis=1))


def test_a_threshold_without_some_tests_is_never_exceeded_there():
    threshold = Threshold(level=1.0, tail=0).without(np.array([True, False, True, False]))
    exceeded = threshold.exceeded(np.array([2.0, -2.0, 3.0, 0.5]))
    np.testing.assert_array_equal(exceeded, [False, True, False, False])
