"""Finding events in recordings, and what is refused."""

import pytest

import leadfield
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError


def recording(types, *rows):
    names = [f"C{i}" for i in range(len(types))]
    return leadfield.io.RawArray(rows, leadfield.create_info(names, 100.0, types), first_samp=10)


@pytest.fixture
def raw():
    return recording(["stim", "stim"], [0, 1, 0, 0, 2, 0, 0], [0, 0, 0, 0, 2, 0, 0])


def test_samples_count_as_in_the_recording(raw):
    assert leadfield.find_events(raw, "C0", shortest_event=1)[:, 0].tolist() == [11, 14]


def test_an_event_on_two_channels_counts_once(raw):
    with pytest.warns(RuntimeWarning, match="1 events were on several trigger channels"):
        events = leadfield.find_events(raw, shortest_event=1)
    assert events[:, 2].tolist() == [1, 2]


def test_a_minimum_duration_passes_over_short_values(raw):
    assert not len(leadfield.find_events(raw, "C0", min_duration=0.02))


def test_events_that_are_too_close_are_an_error():
    raw = recording(["stim"], [0, 1, 0, 1, 0, 0])
    with pytest.raises(InputError, match="at least shortest_event=5 samples apart"):
        leadfield.find_events(raw, shortest_event=5)


def test_a_recording_without_triggers_says_where_else_to_look():
    raw = recording(["eeg"], [0, 1, 0])
    raw.set_annotations(leadfield.Annotations([0.0], 0.0, "tone"))
    with pytest.raises(ChannelError, match="events_from_annotations"):
        leadfield.find_events(raw)


@pytest.mark.parametrize(
    "find",
    [leadfield.find_events, leadfield.make_fixed_length_events, leadfield.events_from_annotations],
)
def test_anything_but_a_recording_is_refused(find):
    with pytest.raises(ArgumentTypeError, match="raw must be a Raw, got str"):
        find("sub_raw.fif")
