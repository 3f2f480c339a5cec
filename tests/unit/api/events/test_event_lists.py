"""Merging events, making them at even distances, and taking them from annotations."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import DataError, InputError


@pytest.fixture
def raw():
    return leadfield.io.RawArray(
        np.zeros((1, 100)), leadfield.create_info(1, 10.0, "eeg"), first_samp=20
    )


def test_events_are_as_far_apart_as_they_are_long(raw):
    events = leadfield.make_fixed_length_events(raw, id=3, duration=2.0)
    assert events.tolist() == [[20 * i, 0, 3] for i in range(1, 6)]


def test_samples_can_count_from_0(raw):
    events = leadfield.make_fixed_length_events(raw, duration=2.0, first_samp=False)
    assert events[0].tolist() == [0, 0, 1]


def test_an_overlap_brings_events_closer(raw):
    events = leadfield.make_fixed_length_events(raw, duration=2.0, overlap=1.0)
    assert set(np.diff(events[:, 0])) == {10}


def test_an_overlap_must_be_below_the_duration(raw):
    with pytest.raises(InputError, match="overlap must be below duration"):
        leadfield.make_fixed_length_events(raw, duration=1.0, overlap=1.0)


def test_at_least_one_event_must_fit(raw):
    with pytest.raises(DataError, match="at least one event must fit"):
        leadfield.make_fixed_length_events(raw, duration=20.0)


def test_merged_events_can_stand_beside_the_old_ones():
    events = [[1, 0, 1], [2, 0, 2], [3, 0, 3]]
    both = leadfield.merge_events(events, [1, 2], 12, replace_events=False)
    assert both[:, 2].tolist() == [1, 12, 2, 12, 3]


def test_annotations_become_events_but_for_bad_ones(raw):
    raw.set_annotations(leadfield.Annotations([1.0, 2.0, 3.0], 0.1, ["tone", "BAD", "light"]))
    events, event_id = leadfield.events_from_annotations(raw)
    assert event_id == {"light": 1, "tone": 2}
    assert events.tolist() == [[30, 0, 2], [50, 0, 1]]
