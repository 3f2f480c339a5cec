"""Event lists: checks, selection, merging."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, DataError, InputError
from leadfield.events.lists import as_events, evenly_spaced, merge_numbers, select_events, union

EVENTS = np.array([[134, 0, 1], [341, 0, 2], [502, 0, 3]])


@pytest.mark.parametrize(
    ("events", "error"),
    [
        ([[1, 0]], InputError),
        ([1, 0, 1], InputError),
        ([[1.5, 0, 1]], ArgumentTypeError),
        ([[1, 0, 1], [2]], ArgumentTypeError),
        ([[2**40, 0, 1]], InputError),
    ],
)
def test_what_is_no_event_list_is_refused(events, error):
    with pytest.raises(error, match="events must"):
        as_events(events)


def test_an_empty_list_is_a_list():
    assert as_events(np.empty((0, 3), int)).shape == (0, 3)


def test_included_numbers_stay():
    assert select_events(EVENTS, include=[1, 3])[:, 2].tolist() == [1, 3]


def test_excluded_numbers_go():
    assert select_events(EVENTS, exclude=2)[:, 2].tolist() == [1, 3]


def test_choosing_nothing_is_an_error_that_says_what_was_asked():
    with pytest.raises(DataError, match="include=9"):
        select_events(EVENTS, include=9)


def test_merged_numbers_become_one():
    assert merge_numbers(EVENTS, [1, 2], 12, replace=True)[:, 2].tolist() == [12, 12, 3]


def test_merged_events_can_stand_beside_the_old_ones():
    out = merge_numbers(EVENTS, [1, 2], 12, replace=False)
    assert out.tolist() == [[134, 0, 1], [134, 0, 12], [341, 0, 2], [341, 0, 12], [502, 0, 3]]


def test_the_union_of_lists_has_each_event_once_in_time_order():
    other = np.array([[200, 0, 7], [134, 0, 1]])
    with pytest.warns(RuntimeWarning, match="1 events were on several"):
        out = union([EVENTS, other])
    assert out.tolist() == [[134, 0, 1], [200, 0, 7], [341, 0, 2], [502, 0, 3]]


def test_spaced_events_all_have_their_length_before_the_end():
    out = evenly_spaced((100, 200), step=30.0, length=30, event_number=4)
    assert out.tolist() == [[100, 0, 4], [130, 0, 4], [160, 0, 4]]


def test_no_room_for_an_event_is_an_error():
    with pytest.raises(DataError, match="at least one event must fit"):
        evenly_spaced((0, 10), step=30.0, length=30)


def test_events_less_than_a_sample_apart_are_refused():
    with pytest.raises(InputError, match="spacing of events"):
        evenly_spaced((0, 100), step=1e-7, length=1)
