"""Annotations are a list that stays in order."""

from datetime import UTC, datetime

import numpy as np
import pytest

from leadfield.api.recording.annotations import Annotations
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError

DAY = datetime(2002, 12, 3, 19, 1, 10, 720100, UTC)


@pytest.fixture
def three():
    return Annotations([3, 1, 2], [0.1, 0.2, 0.3], ["c", "a", "b"])


def test_they_are_in_order_of_onset(three):
    assert three.description.tolist() == ["a", "b", "c"]
    np.testing.assert_allclose(three.duration, [0.2, 0.3, 0.1])


def test_one_is_a_dict(three):
    assert three[0]["description"] == "a"
    assert [one["onset"] for one in three] == [1, 2, 3]


@pytest.mark.parametrize("key", [slice(1, None), [1, 2], np.array([False, True, True])])
def test_several_are_annotations(key, three):
    assert three[key].description.tolist() == ["b", "c"]


def test_they_are_added_and_deleted_in_place(three):
    three.append([0, 9], 1, ["x", "y"]).delete([1, 2])
    assert three.description.tolist() == ["x", "c", "y"]


def test_they_are_joined(three):
    assert (three + Annotations(0, 0, "x")).count() == {"a": 1, "b": 1, "c": 1, "x": 1}


def test_of_two_dates_they_are_not_joined(three):
    with pytest.raises(MismatchError, match="orig_time"):
        three + Annotations(0, 0, "x", orig_time=DAY)


def test_a_copy_is_its_own(three):
    three.copy().delete(0)
    assert len(three) == 3
    assert three.copy() == three


@pytest.mark.parametrize(
    "written", [DAY, DAY.replace(tzinfo=None), "2002-12-03 19:01:10.720100", (1038942070, 720100)]
)
def test_a_date_may_be_written_in_many_ways(written):
    assert Annotations(0, 0, "x", orig_time=written).orig_time == DAY


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (([1, 2], 1, ["a"]), InputError, "2 onsets need as many"),
        ((1, -1, "a"), InputError, "at least 0 s"),
        ((np.nan, 1, "a"), InputError, "finite onset"),
        ((1, 1, "a", "yesterday"), InputError, "date like"),
        ((1, 1, "a", [1, 2, 3]), ArgumentTypeError, "orig_time must be"),
        ((1, 1, "a", None, [["x"], ["y"]]), InputError, "1 onsets need as many"),
    ],
)
def test_what_does_not_fit_is_refused(arguments, error, message):
    with pytest.raises(error, match=message):
        Annotations(*arguments)
