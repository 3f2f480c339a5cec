"""Evoked responses: data in place, values, copies."""

import copy
import pickle

import numpy as np
import pytest

from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.epochs.evoked_files import combine_evoked
from leadfield.api.recording.info import Info
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    InputError,
    MismatchError,
)


def test_the_information_is_the_same_object_through_changes(evoked):
    info = evoked.info
    assert evoked.pick_types(eeg=True).crop(0, 0.1) is evoked
    assert info is evoked.info
    assert info["ch_names"] == ["E1", "E2", "E3"]


def test_data_can_be_changed_in_place_and_replaced(evoked):
    before = evoked.data.copy()
    evoked.data *= 2
    np.testing.assert_array_equal(evoked.value.data, 2 * before)
    evoked.data = before
    np.testing.assert_array_equal(evoked.value.data, before)
    with pytest.raises(MismatchError, match="shape"):
        evoked.data = before[:2]
    with pytest.raises(ArgumentTypeError, match="must be numbers"):
        evoked.data = before.astype(str)


def test_a_value_shows_the_data_without_a_copy_and_read_only(evoked):
    value = evoked.value
    assert np.shares_memory(value.data, evoked.data)
    with pytest.raises(ValueError, match="read-only"):
        value.data[:] = 0
    evoked.data *= 2
    np.testing.assert_array_equal(value.data, evoked.data)


APART = {
    "copy": lambda e: e.copy(),
    "deepcopy": copy.deepcopy,
    "shallow copy": copy.copy,
    "pickle": lambda e: pickle.loads(pickle.dumps(e)),
    "negated": lambda e: -e,
    "combined": lambda e: combine_evoked([e], "equal"),
    "projected": lambda e: e.copy().apply_proj(),
    "cropped": lambda e: e.copy().crop(0, 0.1),
    "of an array": lambda e: EvokedArray(e.data, e.info),
}


@pytest.mark.parametrize("make", APART.values(), ids=APART)
def test_what_is_made_of_a_response_does_not_change_with_it(evoked, make):
    other = make(evoked)
    before = other.data.copy()
    evoked.data[:] = 0
    np.testing.assert_array_equal(other.data, before)
    assert before.any()
    other.data += 1
    assert not evoked.data.any()
    np.testing.assert_array_equal(other.value.data, other.data)


def test_an_earlier_value_stays_when_data_are_replaced(evoked):
    value = evoked.value
    before = value.data.copy()
    evoked.crop(0, 0.1).pick("eeg").data[:] = 0
    np.testing.assert_array_equal(value.data, before)


def test_data_that_cannot_be_written_to_are_copied_when_set(evoked):
    evoked.data = evoked.copy().value.data
    evoked.data *= 2
    assert evoked.data.flags.writeable


def test_a_baseline_is_subtracted_in_the_same_array(evoked):
    data = evoked.data
    assert evoked.apply_baseline((None, None)).data is data


def test_what_is_set_must_make_sense(evoked):
    with pytest.raises(InputError, match="kind must be one of"):
        evoked.kind = "mean"
    with pytest.raises(InputError, match="nave must be above 0"):
        evoked.nave = 0


def test_picking_nothing_is_an_error(evoked):
    with pytest.raises(ChannelError, match="at least one channel"):
        evoked.pick_types(meg="grad")


def test_projections_for_other_channels_change_nothing(evoked):
    evoked.set_eeg_reference(projection=True)
    before = evoked.copy().pick(["M1", "M2"]).data
    np.testing.assert_array_equal(evoked.copy().pick(["M1", "M2"]).apply_proj().data, before)


def test_a_response_of_an_array_must_fit_its_channels(info):
    with pytest.raises(InputError, match="shape 7 x any"):
        EvokedArray(np.zeros((6, 10)), Info(info))
    with pytest.raises(ArgumentTypeError, match="must be numbers"):
        EvokedArray(np.zeros((7, 10), str), Info(info))
