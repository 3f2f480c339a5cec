"""Event files as users read and write them."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import DataError, FormatError, OverwriteError, StateError

EVENTS = np.array([[100, 0, 1], [200, 0, 2], [300, 0, 5]])


@pytest.fixture(params=["a-eve.fif", "a.eve"])
def path(request, tmp_path):
    leadfield.write_events(tmp_path / request.param, EVENTS)
    return tmp_path / request.param


def test_events_come_back(path):
    assert leadfield.read_events(path).tolist() == EVENTS.tolist()


def test_some_numbers_can_be_left_out(path):
    assert leadfield.read_events(path, exclude=[1, 5])[:, 2].tolist() == [2]


def test_at_least_one_event_must_be_left(path):
    with pytest.raises(DataError, match="at least one event"):
        leadfield.read_events(path, include=9)


def test_a_mask_keeps_bits(path):
    with pytest.warns(RuntimeWarning, match="1 of 3 events are hidden by the mask"):
        assert leadfield.read_events(path, mask=5)[:, 2].tolist() == [1, 5]


def test_names_must_be_there_to_be_returned(path):
    with pytest.raises(StateError, match="names of events"):
        leadfield.read_events(path, return_event_id=True)


def test_a_file_is_not_replaced_unasked(path):
    with pytest.raises(OverwriteError):
        leadfield.write_events(path, EVENTS)


@pytest.mark.parametrize("name", ["a-eve.fif", "a.eve"])
def test_a_file_without_an_event_is_no_file_of_events(tmp_path, name):
    leadfield.write_events(tmp_path / name, np.empty((0, 3), int))
    with pytest.raises(FormatError, match=name):
        leadfield.read_events(tmp_path / name)
