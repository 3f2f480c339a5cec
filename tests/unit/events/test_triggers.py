"""Events in a trigger channel."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError
from leadfield.events.triggers import TriggerRules, find_in_trigger, find_steps, whole_values

STAIRS = np.array([0.0, 32, 32, 33, 32, 0])


def found(trigger, first_sample=0, **rules):
    values = np.asarray(trigger, float)
    rules = TriggerRules(**rules)
    return find_in_trigger(values, rules, first_sample=first_sample, name="STI").tolist()


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ({}, [[1, 0, 32], [3, 32, 33]]),
        ({"consecutive": False}, [[1, 0, 32]]),
        ({"consecutive": True}, [[1, 0, 32], [3, 32, 33], [4, 33, 32]]),
        ({"consecutive": True, "output": "offset"}, [[2, 33, 32], [3, 32, 33], [4, 0, 32]]),
        (
            {"consecutive": True, "output": "step"},
            [[1, 0, 32], [3, 32, 33], [4, 33, 32], [5, 32, 0]],
        ),
        ({"output": "offset"}, [[2, 33, 32], [4, 0, 33]]),
        ({"consecutive": False, "output": "step"}, [[1, 0, 32], [5, 32, 0]]),
    ],
)
def test_the_rules_say_which_changes_are_events(rules, expected):
    assert found(STAIRS, **rules) == expected


def test_samples_are_counted_from_the_first_sample():
    assert found([0, 1, 1, 0], first_sample=100) == [[101, 0, 1]]


def test_an_event_that_lasts_to_the_end_counts():
    assert found([0, 0, 5, 5]) == [[2, 0, 5]]


def test_a_constant_trigger_has_no_events():
    assert found([3, 3, 3]) == []
    assert found([0, 0, 0], initial=True) == []


def test_a_first_value_is_an_event_only_if_asked_for():
    assert found([4, 4, 0, 1, 0]) == [[3, 0, 1]]
    assert found([4, 4, 0, 1, 0], initial=True) == [[0, 0, 4], [3, 0, 1]]


def test_the_end_of_a_first_value_that_is_no_event_is_left_out():
    assert found([5, 5, 7, 7, 0], output="offset") == [[3, 0, 7]]


def test_steps_close_together_are_one_from_the_first_value_to_the_last():
    trigger = [0, 1, 3, 7, 7, 7, 0]
    assert found(trigger, merge=1) == [[3, 0, 7]]


def test_a_glitch_that_comes_back_is_no_step():
    assert find_steps(np.array([5, 5, 6, 5, 5]), merge=1)[:, 1:].tolist() == [[5, 0]]


@pytest.mark.parametrize(("mask_type", "expected"), [("and", 5), ("not_and", 2)])
def test_a_mask_keeps_or_clears_bits(mask_type, expected):
    assert found([0, 7, 7, 0], mask=37, mask_type=mask_type) == [[1, 0, expected]]


def test_an_event_whose_bits_are_all_masked_is_gone():
    assert found([0, 2, 2, 0, 1, 0], mask=1) == [[4, 0, 1]]


def test_negative_values_are_turned_positive_with_a_warning():
    with pytest.warns(RuntimeWarning, match="negative"):
        assert found([0, -3, -3, 0]) == [[1, 0, 3]]


def test_sixteen_bit_values_are_read_as_unsigned_without_a_warning():
    assert found([0, -32768, -32768, 0], unsigned=True) == [[1, 0, 32768]]


def test_a_trigger_with_nan_is_refused():
    with pytest.raises(DataError, match="NaN"):
        whole_values(np.array([0.0, np.nan]))


@pytest.mark.parametrize(
    "wrong", [{"output": "begin"}, {"consecutive": 1}, {"mask_type": "or"}, {"consecutive": "yes"}]
)
def test_unknown_rules_are_refused(wrong):
    with pytest.raises(InputError, match="must be one of"):
        TriggerRules(**wrong)


def test_values_beyond_what_floats_tell_apart_are_refused():
    with pytest.raises(DataError, match="at most"):
        whole_values(np.array([0.0, 1e300]))
