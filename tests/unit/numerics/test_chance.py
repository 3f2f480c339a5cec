"""Generators as users give them."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.numerics.chance import as_random


def test_generators_are_taken_as_they_are():
    new, old = np.random.default_rng(0), np.random.RandomState(0)
    assert as_random(new, None) is new
    assert as_random(old, None) is as_random(None, old) is old


def test_seeds_repeat_what_comes():
    assert as_random(3, None).integers(1000) == np.random.default_rng(3).integers(1000)
    assert as_random(None, 3).randint(1000) == np.random.RandomState(3).randint(1000)
    assert as_random(None, None).integers(2**60) != as_random(None, None).integers(2**60)


def test_one_of_both_may_come():
    with pytest.raises(ArgumentTypeError, match="only one"):
        as_random(1, 2)
    with pytest.raises(InputError, match="random_state"):
        as_random(None, -1)
