"""Epochs made of an array."""

import numpy as np
import pytest

from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.recording.info import Info
from leadfield.base.errors import (
    MismatchError,
)


def test_epochs_of_an_array_are_judged_at_once(info):
    block = np.zeros((3, 7, 5))
    block[2, 5, 1] = 1.0
    epochs = EpochsArray(block, Info(info), reject={"eog": 0.5})
    assert epochs.drop_log == ((), (), ("EOG",))
    assert epochs.events.tolist() == [[0, 0, 1], [1, 0, 1]]
    with pytest.raises(MismatchError, match="epochs must have shape"):
        EpochsArray(3, Info(info))
    with pytest.raises(MismatchError, match="one event an epoch"):
        EpochsArray(block, Info(info), [[0, 0, 1], [1, 0, 2], [2, 0, 1]], event_id=1)


def test_epochs_of_an_array_lie_one_after_another(info):
    """However the array lay: all later steps go epoch by epoch."""
    block = np.random.default_rng(0).standard_normal((5, 3, 7)).transpose(1, 2, 0)
    for given in (block, np.broadcast_to(block[0], (3, 7, 5))):
        data = EpochsArray(given, Info(info), proj=False).get_data(copy=False)
        assert data.flags["C_CONTIGUOUS"]
        assert np.array_equal(data, given)
