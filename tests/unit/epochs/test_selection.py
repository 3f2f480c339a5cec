"""Which events become epochs."""

import numpy as np
import pytest

from leadfield.base.errors import (
    ArgumentTypeError,
    DataError,
    InputError,
    OutOfRangeError,
    UnknownNameError,
)
from leadfield.epochs.event_names import match_event_names, parse_event_id
from leadfield.epochs.indexing import find_rows
from leadfield.epochs.selection import check_inside, select_events

EVENTS = np.array([[10, 0, 1], [20, 0, 2], [30, 0, 1], [40, 0, 5]])
NAMES = ["aud/left", "aud/right", "vis/left"]


def test_numbers_without_names_are_named_by_their_digits():
    assert parse_event_id([1, 5], EVENTS) == {"1": 1, "5": 5}
    assert parse_event_id(2, EVENTS) == {"2": 2}
    assert parse_event_id(None, EVENTS) == {"1": 1, "2": 2, "5": 5}


@pytest.mark.parametrize("wrong", ["aud", {"a": 1.5}, {1: 1}, [True], 1.0])
def test_what_is_no_event_number_is_refused(wrong):
    with pytest.raises(ArgumentTypeError):
        parse_event_id(wrong, EVENTS)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["aud"], NAMES[:2]),
        (["left"], [NAMES[0], NAMES[2]]),
        (["left/aud"], NAMES[:1]),
        (["vis", "right"], [NAMES[2], NAMES[1]]),
        (["aud", "left"], NAMES),
    ],
)
def test_names_are_found_by_all_their_parts(wanted, found):
    assert match_event_names(NAMES, wanted) == found


def test_a_part_of_a_word_is_no_part_of_a_name():
    with pytest.raises(UnknownNameError, match="'aud/left'"):
        match_event_names(NAMES, ["au"])


def test_the_drop_log_says_which_events_were_not_asked_for():
    choice = select_events(EVENTS, {"x": 1})
    assert choice.drop_log == ((), ("IGNORED",), (), ("IGNORED",))
    assert choice.selection.tolist() == [0, 2]


def test_a_number_that_no_event_has_is_an_error_unless_wished():
    with pytest.raises(InputError, match=r"number 7 .* there are 1, 2, 5"):
        select_events(EVENTS, [1, 7])
    with pytest.warns(RuntimeWarning, match="number 7"):
        assert len(select_events(EVENTS, [1, 7], on_missing="warn").events) == 2
    assert len(select_events(EVENTS, [1, 7], on_missing="ignore").events) == 2


def test_no_events_left_is_an_error():
    with pytest.raises(DataError, match="at least one of 4 events"):
        select_events(EVENTS, 7, on_missing="ignore")


def test_two_events_at_a_sample_are_an_error():
    with pytest.raises(InputError, match="several at 20"):
        select_events(np.vstack([EVENTS, [20, 0, 5]]), None)


def test_events_out_of_order_are_warned_about():
    with pytest.warns(RuntimeWarning, match="order of time"):
        select_events(EVENTS[::-1], None)


def test_an_average_is_called_by_the_shares_of_its_names():
    assert select_events(EVENTS, {"a": 1, "b": 2}).comment() == "0.67 × a + 0.33 × b"
    assert select_events(EVENTS, {"a": 1}).comment() == "a"


def test_events_outside_are_told_as_wished():
    choice = select_events(EVENTS, None)
    with pytest.raises(InputError, match="15 to 34, got 2 of 4"):
        check_inside(choice, 15, 35, "raise")
    with pytest.warns(RuntimeWarning, match="2 of 4 outside"):
        check_inside(choice, 15, 35, "warn")
    check_inside(choice, 15, 35, "ignore")


@pytest.mark.parametrize(
    ("item", "error"),
    [
        (12, OutOfRangeError),
        (-13, OutOfRangeError),
        ([0, 12], OutOfRangeError),
        (np.ones(5, bool), OutOfRangeError),
        (1.5, ArgumentTypeError),
        ("other", UnknownNameError),
    ],
)
def test_epochs_that_are_not_there_cannot_be_chosen(cut, item, error):
    with pytest.raises(error):
        find_rows(cut(), item)


def test_choosing_nothing_gives_nothing(cut):
    assert find_rows(cut(), []).size == 0
