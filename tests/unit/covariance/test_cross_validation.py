"""Folds of samples for cross-validation."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.covariance.cross_validation import split_samples

DATA = np.random.default_rng(0).standard_normal((4, 11))


def test_folds_are_runs_that_cover_all_samples():
    folds = split_samples(DATA, 3).folds
    assert [(a.count, b.count) for a, b in folds] == [(7, 4), (7, 4), (8, 3)]
    held_out = np.hstack([b.samples().T for _, b in folds])
    np.testing.assert_array_equal(held_out, DATA)


def test_what_is_train_from_is_the_rest():
    train, _ = split_samples(DATA, 3).folds[1]
    rest = np.delete(DATA, np.arange(4, 8), axis=1)
    np.testing.assert_array_equal(train.samples(), rest.T)
    np.testing.assert_allclose(train.covariance(assume_centered=False), np.cov(rest, bias=True))


def test_pairs_of_sample_numbers_are_folds_too():
    pairs = [([0, 1, 2], [5]), ([3, 4], [0, 9])]
    (first, _), (_, last) = split_samples(DATA, pairs).folds
    np.testing.assert_allclose(first.second_moment, DATA[:, :3] @ DATA[:, :3].T / 3)
    np.testing.assert_allclose(last.mean, DATA[:, [0, 9]].mean(axis=1))


def test_a_splitter_of_scikit_learn_is_asked_for_its_folds():
    splitter = pytest.importorskip("sklearn.model_selection").KFold(2, shuffle=True, random_state=1)
    expected = [held_out for _, held_out in splitter.split(DATA.T)]
    found = [held_out.rows for _, held_out in split_samples(DATA, splitter).folds]
    np.testing.assert_array_equal(np.concatenate(found), np.concatenate(expected))


def test_a_subspace_is_seen_by_all_parts():
    basis = np.linalg.qr(np.random.default_rng(1).standard_normal((4, 2)))[0].T
    within = split_samples(DATA, 2).along(basis)
    np.testing.assert_allclose(
        within.total.second_moment, basis @ DATA @ DATA.T @ basis.T / 11, atol=1e-14
    )
    np.testing.assert_allclose(within.folds[0][1].samples(), (basis @ DATA[:, :6]).T)


@pytest.mark.parametrize("cv", ["kfold", 2.5, True])
def test_other_folds_are_refused(cv):
    with pytest.raises(ArgumentTypeError, match="cv must be"):
        split_samples(DATA, cv)


@pytest.mark.parametrize("cv", [1, 12, [([0], [11])], [([0.5], [1])], [([], [1])]])
def test_folds_that_do_not_fit_are_refused(cv):
    with pytest.raises(InputError, match="cv must"):
        split_samples(DATA, cv)
