"""Samples summed up, and their folds."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.covariance.moments import divided

DATA = np.random.default_rng(0).standard_normal((4, 11))


def test_folds_are_runs_that_cover_all_samples():
    folds = divided(DATA, 3).folds
    assert [(a.count, b.count) for a, b in folds] == [(7, 4), (7, 4), (8, 3)]
    held_out = np.hstack([b.values().T for _, b in folds])
    np.testing.assert_array_equal(held_out, DATA)


def test_what_is_learnt_from_is_the_rest():
    learnt, _ = divided(DATA, 3).folds[1]
    rest = np.delete(DATA, np.arange(4, 8), axis=1)
    np.testing.assert_array_equal(learnt.values(), rest.T)
    np.testing.assert_allclose(learnt.covariance(centred=False), np.cov(rest, bias=True))


def test_pairs_of_sample_numbers_are_folds_too():
    pairs = [([0, 1, 2], [5]), ([3, 4], [0, 9])]
    (first, _), (_, last) = divided(DATA, pairs).folds
    np.testing.assert_allclose(first.moment, DATA[:, :3] @ DATA[:, :3].T / 3)
    np.testing.assert_allclose(last.mean, DATA[:, [0, 9]].mean(axis=1))


def test_a_splitter_of_scikit_learn_is_asked_for_its_folds():
    splitter = pytest.importorskip("sklearn.model_selection").KFold(2, shuffle=True, random_state=1)
    expected = [held_out for _, held_out in splitter.split(DATA.T)]
    found = [held_out.rows for _, held_out in divided(DATA, splitter).folds]
    np.testing.assert_array_equal(np.concatenate(found), np.concatenate(expected))


def test_a_subspace_is_seen_by_all_parts():
    basis = np.linalg.qr(np.random.default_rng(1).standard_normal((4, 2)))[0].T
    seen = divided(DATA, 2).seen(basis)
    np.testing.assert_allclose(seen.whole.moment, basis @ DATA @ DATA.T @ basis.T / 11, atol=1e-14)
    np.testing.assert_allclose(seen.folds[0][1].values(), (basis @ DATA[:, :6]).T)


@pytest.mark.parametrize("cv", ["kfold", 2.5, True])
def test_other_folds_are_refused(cv):
    with pytest.raises(ArgumentTypeError, match="cv must be"):
        divided(DATA, cv)


@pytest.mark.parametrize("cv", [1, 12, [([0], [11])], [([0.5], [1])], [([], [1])]])
def test_folds_that_do_not_fit_are_refused(cv):
    with pytest.raises(InputError, match="cv must"):
        divided(DATA, cv)
