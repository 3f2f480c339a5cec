"""``events.tsv`` becomes annotations and numbers of their names."""

import pytest

from leadfield.base.errors import FormatError
from leadfield.bids.event_table import read_event_table


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "sub-01_task-x_events.tsv"

    def read(*lines):
        path.write_text("\n".join("\t".join(line.split()) for line in lines) + "\n")
        return read_event_table(path)

    return read


def names(read):
    return [one.description for one in read.annotations]


def test_events_are_called_by_their_trial_type_and_numbered_by_their_value(table):
    read = table("onset duration trial_type value", "2 0.5 b 9", "1 n/a a 4")
    assert [(a.onset, a.duration, a.description) for a in read.annotations] == [
        (1.0, 0.0, "a"),
        (2.0, 0.5, "b"),
    ]
    assert read.numbers == {"a": 4, "b": 9}


def test_without_values_numbers_follow_the_alphabet(table):
    assert table("onset duration trial_type", "1 0 b", "2 0 a").numbers == {"a": 1, "b": 2}


@pytest.mark.parametrize("values", [("x", "2"), ("1", "1"), ("1", "n/a"), ("1.5", "2")])
def test_values_that_tell_nothing_apart_are_not_numbers(table, values):
    read = table(
        "onset duration trial_type value",
        *(f"1 0 {n} {v}" for n, v in zip("ab", values, strict=True)),
    )
    assert read.numbers == {"a": 1, "b": 2}


def test_one_type_of_several_values_is_called_after_both(table):
    read = table("onset duration trial_type value", "1 0 face 3", "2 0 face 4", "3 0 house 5")
    assert names(read) == ["face/3", "face/4", "house"]
    assert read.numbers == {"face/3": 3, "face/4": 4, "house": 5}


def test_without_types_values_are_the_names(table):
    assert names(table("onset duration value", "1 0 12")) == ["12"]
    assert names(table("onset duration trial_type value", "1 0 n/a 12")) == ["12"]
    assert names(table("onset duration", "1 0")) == ["n/a"]


def test_rows_without_an_onset_or_a_type_are_left_out(table):
    read = table("onset duration trial_type", "n/a 0 a", "1 0 n/a", "2 0 b")
    assert names(read) == ["b"]


def test_further_columns_are_extras_with_their_types(table):
    read = table("onset duration trial_type response_time key", "1 0 a 0.5 left")
    assert read.annotations[0].extras == (("response_time", 0.5), ("key", "left"))


def test_columns_that_annotations_have_themselves_are_left_out(table):
    assert table("onset duration description", "1 0 x").annotations[0].extras == ()


@pytest.mark.parametrize("row", ["soon 0 a", "1 -2 a", "1e300 0 a", "inf 0 a"])
def test_times_must_be_times(table, row):
    with pytest.raises(FormatError, match="onset and duration of an event must be numbers"):
        table("onset duration trial_type", row)


def test_a_table_without_onsets_is_refused(table):
    with pytest.raises(FormatError, match="must have the columns 'onset', 'duration'"):
        table("time name", "1 a")
