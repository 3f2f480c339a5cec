"""Which epochs are dropped so that conditions have equally many."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError, UnknownNameError
from leadfield.epochs.equalize import METHODS, find_surplus_epochs, one_source_of_chance
from leadfield.epochs.selection import select_events

RNG = np.random.default_rng(0)


def kept(method, shorter, longer):
    mask = METHODS[method](np.array(shorter), np.array(longer), RNG)
    return np.array(longer)[mask].tolist()


def test_the_nearest_in_time_stay():
    assert kept("mintime", [35, 45, 1205, 1215], [10, 20, 30, 40, 1200, 1210]) == [
        30,
        40,
        1200,
        1210,
    ]


def test_the_nearest_to_one_stays():
    assert kept("mintime", [100], [10, 90, 120]) == [90]
    assert kept("mintime", [], [10, 90]) == []


def test_what_goes_is_what_hurts_most_of_all_that_could():
    rng = np.random.default_rng(4)
    for _ in range(20):
        shorter = np.sort(rng.choice(500, 6, replace=False))
        longer = np.sort(rng.choice(500, 7, replace=False))
        padded = np.append(shorter, shorter[-1])
        costs = []
        for i in range(7):
            left = np.delete(longer, i)
            costs.append(np.abs(left - shorter).sum() + np.abs(padded[:6] - left).sum())
        assert kept("mintime", shorter, longer) == np.delete(longer, np.argmin(costs)).tolist()


def test_the_first_stay_when_truncated():
    assert kept("truncate", [1, 2], [5, 6, 7]) == [5, 6]


def test_random_ones_are_as_many():
    assert len(kept("random", [1, 2], [5, 6, 7])) == 2


@pytest.fixture
def epochs(in_memory):
    """Six epochs under three names."""
    epochs = in_memory(np.zeros((6, 7, 5)))
    numbers = np.array([1, 1, 1, 2, 2, 3])
    events = np.column_stack([np.arange(6), np.zeros(6, int), numbers])
    selected = select_events(events, {"a/left": 1, "a/right": 2, "b/left": 3})
    return replace(epochs, event_selection=selected)


def test_parts_of_names_are_conditions_too(epochs):
    rows = find_surplus_epochs(epochs, ["a", "b"], "truncate", lambda: RNG)
    assert rows.tolist() == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("conditions", "error"),
    [
        (["a", "left"], InputError),
        (["a/left", "a/left"], InputError),
        ([["a/left", "b"]], InputError),
        (["a/left", "c"], UnknownNameError),
    ],
)
def test_conditions_that_are_none_are_refused(epochs, conditions, error):
    with pytest.raises(error):
        find_surplus_epochs(epochs, conditions, "mintime", lambda: RNG)


def test_an_unknown_method_is_refused(epochs):
    with pytest.raises(InputError, match="method must be one of"):
        find_surplus_epochs(epochs, ["a", "b"], "best", lambda: RNG)


def test_a_number_as_random_state_is_the_seed_for_each_condition():
    chance = one_source_of_chance(None, 3)
    assert chance().random() == chance().random() == np.random.RandomState(3).random()
    same = one_source_of_chance(3, None)
    assert same() is same()
    with pytest.raises(ArgumentTypeError, match="only one of rng and random_state"):
        one_source_of_chance(3, 3)
