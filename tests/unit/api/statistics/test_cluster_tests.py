"""What cluster tests give, beyond what both packages give alike."""

import logging

import numpy as np
import pytest
import scipy.sparse

from leadfield.stats import (
    permutation_cluster_1samp_test,
    permutation_cluster_test,
    spatio_temporal_cluster_1samp_test,
    ttest_1samp_no_p,
)


def differences(effect=2.0):
    x = np.random.default_rng(0).standard_normal((8, 6, 10))
    x[:, 1:4, 2:5] += effect
    return x


def test_without_clusters_a_warning_says_so_and_the_rest_is_empty():
    with pytest.warns(RuntimeWarning, match="no test exceeds the threshold, so that there are no"):
        t, *rest = permutation_cluster_1samp_test(differences(), 1e3)
    assert t.shape == (6, 10)
    assert [len(one) for one in rest] == [0, 0, 0]


def test_a_start_beyond_all_statistics_is_warned_of():
    with pytest.warns(RuntimeWarning, match="must be exceeded by a statistic"):
        t, clusters, p, _ = permutation_cluster_1samp_test(
            differences(), {"start": 1e3, "step": "exact"}, 20
        )
    assert not t.any()
    assert len(clusters) == 60
    assert (p == 1).all()


@pytest.mark.parametrize("groups", [1, 2])
def test_a_function_of_ones_own_asks_for_a_threshold(groups):
    data, test = differences(), permutation_cluster_1samp_test
    if groups == 2:
        data, test = [data, data[:5] - 1], permutation_cluster_test
    with pytest.warns(RuntimeWarning, match="threshold must come with a stat_fun"):
        test(data, stat_fun=lambda *some: 3 * some[0].mean(axis=0), n_permutations=10)


def test_the_default_threshold_and_the_result_are_said(caplog):
    caplog.set_level(logging.INFO, "leadfield")
    permutation_cluster_1samp_test(differences(), seed=0)
    assert "threshold 2.364624" in caplog.text
    assert "clusters with p at most 0.05" in caplog.text


def test_results_belong_to_the_user():
    for threshold in (1.0, {"start": 0, "step": "exact"}):
        t, clusters, p, h0 = permutation_cluster_1samp_test(differences(), threshold, 20)
        for one in (t, clusters[0][0], p, h0):
            one[...] = 0


def test_data_that_cannot_be_written_to_are_taken():
    x = differences()
    x.flags.writeable = False
    found = permutation_cluster_1samp_test(x, 1.0, 20, seed=0)
    own = permutation_cluster_1samp_test(
        x, 1.0, 20, seed=0, stat_fun=lambda one: ttest_1samp_no_p(one, 0.0)
    )
    np.testing.assert_allclose(found[3], own[3], rtol=1e-10)


def test_the_same_seed_gives_the_same_whatever_the_generator_is_given_as():
    x = np.random.default_rng(0).standard_normal((25, 30))
    both = [
        permutation_cluster_1samp_test(x, 1.0, 30, rng=rng)[3]
        for rng in (3, np.random.default_rng(3))
    ]
    np.testing.assert_array_equal(*both)
    older = [
        permutation_cluster_1samp_test(x, 1.0, 30, seed=seed)[3]
        for seed in (3, np.random.RandomState(3))
    ]
    np.testing.assert_array_equal(*older)
    assert not np.array_equal(both[0], older[0])


def test_pieces_order_clusters_and_change_nothing_else():
    pieces = scipy.sparse.coo_array(
        ([1.0] * 8, ([0, 2, 4, 6, 1, 3, 5, 7], [2, 4, 6, 8, 3, 5, 7, 9]))
    )
    pieces.resize((10, 10))
    x = np.random.default_rng(1).standard_normal((8, 6, 10))
    options = {"threshold": 0.5, "n_permutations": 20, "seed": 0, "adjacency": pieces}
    plain = spatio_temporal_cluster_1samp_test(x, **options)
    apart = spatio_temporal_cluster_1samp_test(x, **options, check_disjoint=True)
    np.testing.assert_array_equal(plain[3], apart[3])
    np.testing.assert_array_equal(np.sort(plain[2]), np.sort(apart[2]))
    sides = [(plain[0][one][0] < 0, one[1][0] % 2) for one in apart[1]]
    assert sides == sorted(sides)
