"""Symmetric orthogonalisation of label courses, as users ask for it."""

import numpy as np
import pytest

from leadfield.api.estimates.symmetric_orth import symmetric_orth
from leadfield.base.errors import ArgumentTypeError, DataError, InputError


@pytest.fixture
def epochs():
    rng = np.random.default_rng(0)
    return rng.standard_normal((4, 3, 50)) + rng.standard_normal((4, 1, 50))


def test_each_epoch_is_made_orthogonal_by_itself(epochs):
    clean = symmetric_orth(epochs)
    assert clean.shape == epochs.shape
    for one, whole in zip(clean, epochs, strict=True):
        np.testing.assert_array_equal(one, symmetric_orth(whole))


def test_of_a_generator_one_comes_after_another(epochs):
    asked = []

    def courses():
        for one in epochs:
            asked.append(len(asked))
            yield one

    clean = symmetric_orth(courses())
    assert not asked
    np.testing.assert_array_equal(next(clean), symmetric_orth(epochs[0]))
    assert asked == [0]


def test_no_epochs_stay_none(epochs):
    assert symmetric_orth(epochs[:0]).shape == (0, 3, 50)


def test_the_input_stays_as_it_is(epochs):
    before = epochs.copy()
    symmetric_orth(epochs)
    np.testing.assert_array_equal(epochs, before)


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        (lambda x: x[0, 0], ArgumentTypeError, "signals by times"),
        (lambda x: x[0] * 1j, ArgumentTypeError, "must be real"),
        (lambda x: x[0].round().astype(int), ArgumentTypeError, "must be real"),
        (lambda x: x[0] * np.nan, DataError, "finite"),
        (lambda x: x[0] * 0, DataError, "linearly independent"),
    ],
    ids=["one signal", "complex", "whole numbers", "NaN", "zeros"],
)
def test_other_courses_are_refused(epochs, change, error, words):
    with pytest.raises(error, match=words):
        symmetric_orth(change(epochs))


def test_turns_are_counted_from_one(epochs):
    with pytest.raises(InputError, match="n_iter must be at least 1"):
        symmetric_orth(epochs, n_iter=0)
    with pytest.raises(InputError, match="tol must be at least 0"):
        symmetric_orth(epochs, tol=-1.0)
