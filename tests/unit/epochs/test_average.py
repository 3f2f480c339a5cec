"""Averages of epochs."""

import numpy as np
import pytest

from leadfield.base.errors import (
    DataError,
    InputError,
)
from leadfield.epochs.average import average
from leadfield.epochs.rejection import Rejection


def test_standard_error_survives_a_large_offset(in_memory):
    noise = np.random.default_rng(0).standard_normal((50, 7, 3))
    _, (error,) = average(in_memory(noise + 1e8), "std")
    np.testing.assert_allclose(error.data, noise.std(axis=0) / np.sqrt(50), rtol=1e-6)


def test_names_that_lost_all_epochs_cannot_be_averaged(in_memory):
    block = np.zeros((4, 7, 5))
    block[1::2, 5, 2] = 1.0
    epochs = in_memory(block, {"a": 1, "b": 2}, rejection=Rejection(reject={"eog": 0.5}))
    with pytest.raises(DataError, match="of 'b' must be left to average"):
        average(epochs, by_event_type=True)


NO_EPOCH = {
    "all": lambda x: x,
    "too few times": lambda x: x[0, :, :2],
    "complex": lambda x: x[0] + 0j,
    "a number": lambda x: x.mean(),
}


@pytest.mark.parametrize("method", NO_EPOCH.values(), ids=NO_EPOCH)
def test_a_function_must_give_one_epoch(in_memory, method):
    with pytest.raises(InputError, match="method must turn"):
        average(in_memory(np.ones((3, 7, 5))), method)


def test_an_unknown_method_is_refused(in_memory):
    with pytest.raises(InputError, match="method must be one of"):
        average(in_memory(np.ones((3, 7, 5))), "mode")
