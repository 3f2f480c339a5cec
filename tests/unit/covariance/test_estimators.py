"""Estimators by name, and their options."""

from typing import get_args

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.covariance.estimators import (
    AUTO,
    ESTIMATORS,
    CovarianceMethod,
    CrossValidatedShrinkage,
    DiagonalLoading,
    Empirical,
    choose_estimators,
)


def test_auto_stands_for_three_and_a_fourth_with_full_rank():
    assert list(choose_estimators("auto", None, full_rank=False)) == [
        "shrunk",
        "diagonal_fixed",
        "empirical",
    ]
    assert list(choose_estimators("auto", None, full_rank=True))[3:] == ["factor_analysis"]


def test_type_checkers_know_all_names():
    assert set(get_args(CovarianceMethod)) == set(ESTIMATORS) >= set(AUTO)


def test_none_stands_for_empirical():
    assert isinstance(choose_estimators(None, None, full_rank=False)["empirical"], Empirical)


def test_options_reach_their_estimator():
    params = {"shrunk": {"shrinkage": [0.1, 0.2]}, "diagonal_fixed": {"mag": 0.3}}
    found = choose_estimators(["shrunk", "diagonal_fixed"], params, full_rank=False)
    assert isinstance(found["shrunk"], CrossValidatedShrinkage)
    np.testing.assert_array_equal(found["shrunk"].shrinkage, [0.1, 0.2])
    assert isinstance(found["diagonal_fixed"], DiagonalLoading)
    assert found["diagonal_fixed"].mag == 0.3
    assert found["diagonal_fixed"].grad == 0.1


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("shrink", None, "one of 'empirical'"),
        (["shrunk", "auto"], None, "got 'auto'"),
        ([], None, "empty list"),
        ("pca", None, "rank='full'"),
        ("shrunk", {"shrinkk": {}}, "got 'shrinkk'"),
        ("shrunk", {"shrunk": {"shrink": 0.1}}, "got 'shrink'"),
        ("shrunk", {"shrunk": {"shrinkage": [0.1, 2.0]}}, "between 0 and 1"),
        ("shrinkage", {"shrinkage": {"shrinkage": -0.1}}, "at least 0"),
        ("diagonal_fixed", {"diagonal_fixed": {"mag": -1}}, "at least 0"),
        ("empirical", {"empirical": {"store_precision": True}}, "store_precision"),
        ("oas", {"oas": {"assume_centered": 1}}, "True, False"),
    ],
)
def test_what_cannot_be_used_is_refused(method, params, words):
    with pytest.raises(InputError, match=words):
        choose_estimators(method, params, full_rank=False)
