"""Arguments of cluster tests that users get wrong, and forms that they may have."""

import numpy as np
import pytest
import scipy.sparse

from leadfield.api.statistics.arguments import (
    as_enhancement,
    as_neighbours,
    as_samples,
    excluded_places,
)
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.stats import (
    permutation_cluster_1samp_test,
    permutation_cluster_test,
    spatio_temporal_cluster_1samp_test,
    spatio_temporal_cluster_test,
)

X = np.random.default_rng(0).standard_normal((6, 4, 5))
RING = scipy.sparse.coo_array(np.roll(np.eye(5), 1, axis=0))


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"tail": 2}, ValueError, "tail must be one of -1, 0, 1, got 2"),
        ({"tail": True}, ValueError, "tail must be one of"),
        ({"out_type": "slices"}, ValueError, "out_type must be one of 'mask', 'indices'"),
        ({"threshold": "high"}, TypeError, "threshold must be a number, got 'high'"),
        ({"threshold": np.nan}, ValueError, "threshold must be finite"),
        ({"threshold": -1.0}, ValueError, "threshold must be at least 0 with tail=0, got -1.0"),
        ({"threshold": 1.0, "tail": -1}, ValueError, "threshold must be at most 0 with tail=-1"),
        ({"threshold": {"start": 0}}, KeyError, 'must have "start" and "step"'),
        ({"threshold": {"start": 0, "step": 0}}, ValueError, "must be above 0 with tail=0"),
        ({"threshold": {"start": 0, "step": "fine"}}, TypeError, 'if it is not "exact",'),
        ({"threshold": {"start": -1, "step": 1}}, ValueError, "must be at least 0 with tail=0"),
        ({"threshold": {"start": 0, "step": 1, "hpower": 1}}, ValueError, "got 'hpower'"),
        ({"threshold": {"start": 0, "step": 1}, "t_power": 2}, ValueError, "pass h_power"),
        ({"n_permutations": 0}, ValueError, "n_permutations must be at least 1"),
        ({"n_permutations": 10.5}, TypeError, "n_permutations must be a whole number"),
        ({"n_permutations": "some"}, ValueError, "n_permutations"),
        ({"stat_fun": "mean"}, TypeError, "stat_fun must be a function or None"),
        ({"adjacency": np.eye(5)}, ValueError, "must be a SciPy sparse matrix"),
        ({"adjacency": RING[:4]}, ValueError, "20 rows for all tests, or 5 for those of one time"),
        ({"max_step": -1}, ValueError, "max_step must be at least 0"),
        ({"exclude": np.zeros(7, bool)}, ValueError, "exclude must have the shape"),
        ({"exclude": np.zeros(20)}, TypeError, "exclude must hold True and False"),
        ({"step_down_p": 2}, ValueError, "step_down_p must be at least 0 and at most 1"),
        ({"buffer_size": 0}, ValueError, "buffer_size must be at least 1"),
        ({"n_jobs": "two"}, TypeError, "n_jobs must be a whole number"),
        ({"seed": "now"}, TypeError, "seed must be a whole number"),
        ({"seed": 1, "rng": 1}, TypeError, "only one of rng and seed may come"),
    ],
)
def test_wrong_options_are_refused(options, error, words):
    for test, data in (
        (permutation_cluster_1samp_test, X),
        (permutation_cluster_test, [X[:3], X[3:]]),
    ):
        with pytest.raises(error, match=words):
            test(data, **{"threshold": 0.1, **options})


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (X.astype(complex), TypeError, "X must hold real numbers, got complex128"),
        (3.0, ValueError, "an axis for subjects, got a single number"),
        (X[:1], ValueError, "at least 2 subjects to be tested, got 1"),
        (X[:, :0], ValueError, "one test or more, .* got 0"),
        (np.full((6, 2), np.nan), ValueError, "X must be finite, got 12 NaN"),
    ],
    ids=["complex", "number", "one subject", "no tests", "NaN"],
)
def test_wrong_data_are_refused(data, error, words):
    with pytest.raises(error, match=words):
        permutation_cluster_1samp_test(data, 1.0)


def test_groups_of_different_shapes_are_refused():
    with pytest.raises(MismatchError, match=r"same shape for a subject, got \[\(4,\), \(4, 5\)\]"):
        permutation_cluster_test([X, X[:, :, 0]])


def test_a_single_group_is_refused():
    with pytest.raises(InputError, match="two groups or more"):
        permutation_cluster_test([X], 1.0)


@pytest.mark.parametrize("places", [[5], [-6]])
def test_places_that_there_are_not_are_refused(places):
    with pytest.raises(IndexError, match="spatial_exclude must be below 5"):
        spatio_temporal_cluster_1samp_test(X, spatial_exclude=places, adjacency=RING)
    with pytest.raises(IndexError, match="spatial_exclude must be below 5"):
        spatio_temporal_cluster_test([X, X], spatial_exclude=places, adjacency=RING)


def test_excluded_places_are_so_at_all_times():
    out = excluded_places([1, -1], (2, 3))
    np.testing.assert_array_equal(out, [[False, True, True]] * 2)


def test_data_of_one_value_a_subject_have_one_test():
    assert as_samples("X", [1, 2, 3]).shape == (3, 1)


def test_a_matrix_of_all_tests_is_taken_before_one_of_places():
    whole = as_neighbours(scipy.sparse.eye_array(20), (4, 5), 1)
    assert (whole.n_places, whole.n_steps) == (20, 1)
    space = as_neighbours(RING, (4, 5), 2)
    assert (space.n_places, space.n_steps, space.reach) == (5, 4, 2)


def test_enhancement_of_the_lower_tail_is_given_below_0():
    lower = as_enhancement({"start": -1, "step": -0.5}, -1)
    assert (lower.start, lower.step) == (1, 0.5)
    with pytest.raises(InputError, match="must be below 0 with tail=-1"):
        as_enhancement({"start": 0, "step": 0.5}, -1)
    with pytest.raises(InputError, match="must be at most 0 with tail=-1"):
        as_enhancement({"start": 1, "step": -0.5}, -1)


def test_samples_that_are_text_are_refused():
    with pytest.raises(ArgumentTypeError, match="X must hold real numbers"):
        as_samples("X", ["a", "b"])
