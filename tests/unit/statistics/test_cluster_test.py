"""Cluster tests against a loop over signs."""

import numpy as np
import pytest
import scipy.ndimage
import scipy.stats

from leadfield.base.errors import MismatchError
from leadfield.statistics import cluster_test as module
from leadfield.statistics.cluster_test import cluster_test
from leadfield.statistics.comparison import compare_with_zero
from leadfield.statistics.neighbours import on_lattice
from leadfield.statistics.statistic_maps import ContrastMaps
from leadfield.statistics.threshold import Threshold

SHAPE = (9, 12)
LEVEL = 1.5


def subjects(effect=1.2, n=8):
    x = np.random.default_rng(0).standard_normal((n, *SHAPE))
    x = scipy.ndimage.gaussian_filter(x, (0, 0.7, 0.7))
    x /= x.std()
    x[:, 2:5, 3:7] += effect
    x[:, 7:, 9:] -= effect
    return x.reshape(n, -1)


def maps_of(x, n_permutations=60, tail=0):
    comparison = compare_with_zero(x, n_permutations, tail, np.random.default_rng(3))
    return ContrastMaps(comparison=comparison)


def sizes_of(t, tail, level):
    """Sums of clusters on a grid, by SciPy's labels."""
    out = []
    for sign in (1, -1):
        if sign == -tail:
            continue
        labels, count = scipy.ndimage.label(sign * t.reshape(SHAPE) > abs(level))
        out += list(scipy.ndimage.sum(t.reshape(SHAPE), labels, range(1, count + 1)))
    return np.array(out)


@pytest.mark.parametrize("tail", [-1, 0, 1])
def test_sizes_chances_and_null_are_those_of_a_loop(tail):
    x, level = subjects(), LEVEL * (-1 if tail < 0 else 1)
    maps = maps_of(x, tail=tail)
    found = cluster_test(maps, on_lattice(SHAPE), Threshold(level=level, tail=tail))
    null = []
    for signs in maps.comparison.draws:
        t = scipy.stats.ttest_1samp(x * signs[:, None], 0).statistic
        sizes = sizes_of(t, tail, level)
        null.append(sizes[np.abs(sizes).argmax()] if len(sizes) else 0.0)
    null[0] = abs(null[0]) if tail == 0 else null[0]
    np.testing.assert_allclose(found.null, null, rtol=1e-10)
    observed = scipy.stats.ttest_1samp(x, 0).statistic
    np.testing.assert_allclose(found.statistic, observed, rtol=1e-10)
    np.testing.assert_allclose(found.sizes, sizes_of(observed, tail, level), rtol=1e-10)
    expected = [np.mean(np.abs(found.null) >= abs(size)) for size in found.sizes]
    np.testing.assert_array_equal(found.p, expected)


def test_members_of_clusters_exceed_the_threshold_on_one_side():
    found = cluster_test(maps_of(subjects()), on_lattice(SHAPE), Threshold(level=LEVEL, tail=0))
    for members, size in zip(found.clusters, found.sizes, strict=True):
        values = found.statistic[members]
        assert (np.sign(size) * values > LEVEL).all()
        assert size == pytest.approx(values.sum())
    everything = np.sort(np.concatenate(found.clusters))
    np.testing.assert_array_equal(everything, np.flatnonzero(np.abs(found.statistic) > LEVEL))


@pytest.mark.parametrize(
    ("runs", "together", "places", "most"),
    [(1, 1, 2**20, 7), (300, 5, 1, 2**15), (10**6, 40, 30, 9)],
)
def test_blocks_of_permutations_change_nothing(runs, together, places, most, monkeypatch):
    given = maps_of(subjects()), on_lattice(SHAPE), Threshold(level=LEVEL, tail=0)
    whole = cluster_test(*given)
    monkeypatch.setattr(module, "RUNS", runs)
    monkeypatch.setattr(module, "TOGETHER", together)
    monkeypatch.setattr(module, "PLACES", places)
    monkeypatch.setattr(module, "MOST", most)
    np.testing.assert_allclose(cluster_test(*given).null, whole.null, rtol=1e-12)


def test_a_step_down_leaves_out_what_was_found():
    maps, lattice = maps_of(subjects(effect=2.0)), on_lattice(SHAPE)
    threshold = Threshold(level=LEVEL, tail=0)
    plain = cluster_test(maps, lattice, threshold)
    stepped = cluster_test(maps, lattice, threshold, step_down=0.05)
    gone = np.concatenate([c for c, p in zip(plain.clusters, plain.p, strict=True) if p < 0.05])
    without = cluster_test(maps, lattice, threshold.without(np.isin(np.arange(maps.n_tests), gone)))
    np.testing.assert_allclose(stepped.null[1:], without.null[1:], rtol=1e-12)
    assert (stepped.p <= plain.p).all()
    assert (stepped.p < plain.p).any()


def test_without_clusters_there_is_nothing_to_compare():
    found = cluster_test(maps_of(subjects()), on_lattice(SHAPE), Threshold(level=1e3, tail=0))
    assert (found.clusters, len(found.p), len(found.null)) == ((), 0, 0)
    assert found.words == "no test exceeds the threshold, so that there are no clusters"


def test_words_say_how_many_clusters_are_found():
    found = cluster_test(maps_of(subjects(3.0)), on_lattice(SHAPE), Threshold(level=4, tail=0))
    assert found.words.startswith("2 of ")
    assert found.words.endswith(" permutations)")


def test_neighbours_of_other_tests_are_refused():
    with pytest.raises(MismatchError, match="of 108 tests, got 20"):
        cluster_test(maps_of(subjects()), on_lattice((4, 5)), Threshold(level=1, tail=0))
