"""The face of aligning signs: what users pass and get."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import ArgumentTypeError


def courses(seed=0):
    rng = np.random.default_rng(seed)
    shared = rng.standard_normal((4, 2)) @ rng.standard_normal((2, 300))
    return [shared + 0.1 * rng.standard_normal((4, 300)) for _ in range(4)]


def test_signs_are_arrays_that_may_be_changed():
    signs, clear, together = leadfield.align_label_signs(courses())
    assert signs.shape == clear.shape == (4, 4)
    assert together.shape == (4,)
    signs *= -1
    clear[:] = False


def test_an_array_of_all_subjects_is_taken_as_a_list_is():
    found = leadfield.align_label_signs(np.stack(courses()))
    for one, other in zip(found, leadfield.align_label_signs(courses()), strict=True):
        np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize(("wrong", "why"), [("lh", "got str"), (3, "got int"), ({}, "got dict")])
def test_what_is_no_list_is_refused(wrong, why):
    with pytest.raises(ArgumentTypeError, match=why):
        leadfield.align_label_signs(wrong)


@pytest.mark.parametrize("lags", [2.5, True, "7"])
def test_lags_must_be_whole(lags):
    with pytest.raises(ArgumentTypeError, match="n_lags must be a whole number"):
        leadfield.align_label_signs(courses(), lags)
