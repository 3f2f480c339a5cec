"""Where tests of subjects differ from MNE-Python's: what is right, and what that gives instead."""

import itertools

import numpy as np
import pytest
import scipy.sparse
import scipy.stats

import leadfield
from leadfield.base.errors import DataError

mne = pytest.importorskip("mne")

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def _quiet():
    with mne.utils.use_log_level("error"):
        leadfield.set_log_level("error")
        yield
    leadfield.set_log_level("info")


def subjects(n=6, n_tests=5, effect=0.8):
    return np.random.default_rng(0).standard_normal((n, n_tests)) + effect


def maxima(x):
    """The largest t of both sides for each row of signs."""
    signs = np.array(list(itertools.product([1, -1], repeat=len(x))))
    return [np.abs(scipy.stats.ttest_1samp(x * s[:, None], 0).statistic).max() for s in signs]


def test_all_signs_are_tried_once_where_mne_python_leaves_out_one_by_chance():
    x = subjects()
    test = leadfield.stats.permutation_t_test
    np.testing.assert_allclose(test(x, "all")[2], np.sort(maxima(x))[::2], rtol=1e-10)
    np.testing.assert_array_equal(test(x, "all", seed=1)[1], test(x, "all", seed=2)[1])
    assert len(mne.stats.permutation_t_test(x, "all", seed=1)[2]) == 31


def test_an_exact_test_of_one_tail_counts_the_data_as_they_are_once():
    x = subjects(effect=5.0)
    expected = np.sort(maxima(x))
    np.testing.assert_allclose(
        leadfield.stats.permutation_t_test(x, 64, 1)[2], expected, rtol=1e-10
    )
    p = leadfield.stats.permutation_cluster_1samp_test(x, 2.0, 64, tail=1)[2]
    theirs = mne.stats.permutation_cluster_1samp_test(x, 2.0, 64, tail=1)[2]
    assert (p.min(), theirs.min()) == (1 / 64, 2 / 64)


def test_a_test_of_zeros_leaves_the_others_alone():
    x = subjects()
    with_zeros = np.concatenate([x, np.zeros((6, 1))], axis=1)
    t, p, h0 = leadfield.stats.permutation_t_test(with_zeros, 32)
    alone = leadfield.stats.permutation_t_test(x, 32)
    np.testing.assert_array_equal(t[:-1], alone[0])
    np.testing.assert_array_equal(p, [*alone[1], 1.0])
    np.testing.assert_array_equal(h0, alone[2])
    assert not mne.stats.permutation_t_test(with_zeros, 32)[1].any()


def test_what_is_not_a_number_is_refused_where_mne_python_leaves_the_test_out():
    x = subjects()
    x[2, 3] = np.nan
    with pytest.raises(DataError, match="must be finite"):
        leadfield.stats.permutation_cluster_1samp_test(x, 1.0)
    t, *_ = leadfield.stats.permutation_cluster_1samp_test(
        x, 1.0, stat_fun=lambda one: np.nanmean(one, axis=0)
    )
    assert np.isfinite(t).all()


def test_clusters_below_0_count_for_groups_too():
    rng = np.random.default_rng(0)
    groups = [rng.standard_normal((6, 8)), rng.standard_normal((5, 8))]
    options = {"tail": 0, "n_permutations": 100, "seed": 0, "stat_fun": None}
    options["stat_fun"] = leadfield.stats.ttest_ind_no_p
    *_, h0 = leadfield.stats.permutation_cluster_test(groups, 1.0, **options)
    chance = np.random.RandomState(0)
    joined, expected = np.concatenate(groups), []
    for order in [np.arange(11), *(chance.permutation(11) for _ in range(99))]:
        t = scipy.stats.ttest_ind(joined[order[:6]], joined[order[6:]]).statistic
        sums = [0.0]
        for sign in (1, -1):
            labels, n = scipy.ndimage.label(sign * t > 1)
            sums += list(scipy.ndimage.sum(np.abs(t), labels, range(1, n + 1)))
        expected.append(max(sums))
    np.testing.assert_allclose(np.abs(h0), expected, rtol=1e-10)
    theirs = mne.stats.permutation_cluster_test(groups, 1.0, **options)[3]
    assert np.abs(theirs).mean() < np.abs(h0).mean()


def test_the_lower_tail_of_enhancement_is_the_upper_one_of_turned_data():
    x = subjects(8, 12)
    upper = leadfield.stats.permutation_cluster_1samp_test(
        x, {"start": 0, "step": 0.2}, 60, tail=1, seed=0
    )
    lower = leadfield.stats.permutation_cluster_1samp_test(
        -x, {"start": 0, "step": -0.2}, 60, tail=-1, seed=0
    )
    np.testing.assert_allclose(lower[0], -upper[0], rtol=1e-12)
    np.testing.assert_array_equal(lower[2], upper[2])
    theirs = mne.stats.permutation_cluster_1samp_test(
        -x, {"start": 0, "step": -0.2}, 60, tail=-1, seed=0
    )
    assert theirs[2][np.abs(theirs[0]).argmax()] == 1


def test_equal_scores_count_as_equal_whatever_rounding_does():
    t = np.array([[2.0, -1.0, 1.0, 3.0], [1.0, 2.0, -2.0, 1.0], [3.0, 1.0, 1.0, 2.0]])
    x = np.concatenate([t, 0.1 * t, t])  # the first three subjects are equal to the last three
    p = leadfield.stats.permutation_t_test(x, "all", 0)[1]
    shuffled = leadfield.stats.permutation_t_test(x[[6, 1, 5, 3, 4, 2, 0, 7, 8]] * 3.7, "all", 0)[1]
    np.testing.assert_array_equal(p, shuffled)


def test_no_neighbours_at_all_work_for_data_of_several_axes():
    x = subjects(8, 12).reshape(8, 3, 4)
    t, clusters, *_ = leadfield.stats.permutation_cluster_1samp_test(x, 1.0, 60, adjacency=False)
    assert len(clusters) == (np.abs(t) > 1).sum()
    assert all(len(one[0]) == 1 for one in clusters)
    with pytest.raises(Exception, match="Data should be 1D"):
        mne.stats.permutation_cluster_1samp_test(x, 1.0, 60, adjacency=False)


def test_a_step_down_works_for_indices_of_several_axes():
    x = subjects(8, 12, effect=0.3).reshape(8, 3, 4)
    options = {"n_permutations": 100, "seed": 0, "step_down_p": 0.4}
    by_index = leadfield.stats.permutation_cluster_1samp_test(x, 1.0, **options)
    by_mask = leadfield.stats.permutation_cluster_1samp_test(x, 1.0, **options, out_type="mask")
    np.testing.assert_array_equal(by_index[2], by_mask[2])
    with pytest.raises(IndexError, match="too many indices"):
        mne.stats.permutation_cluster_1samp_test(x, 1.0, **options)


def test_the_integral_is_what_small_steps_come_near_to():
    x = subjects(8, 12)
    adjacency = scipy.sparse.diags_array([np.ones(11), np.ones(11)], offsets=[-1, 1]).tocoo()
    options = {"n_permutations": 5, "seed": 0, "adjacency": adjacency}
    exact = leadfield.stats.permutation_cluster_1samp_test(
        x, {"start": 0, "step": "exact"}, **options
    )[0]
    steps = (0.1, 0.01, 0.001)
    errors = [
        np.abs(
            mne.stats.permutation_cluster_1samp_test(x, {"start": 0, "step": step}, **options)[0]
            - exact
        ).max()
        for step in steps
    ]
    assert errors[0] > errors[1] > errors[2]
    assert errors[2] < 0.001 * np.abs(exact).max()
