"""Events equal MNE-Python's."""

import warnings

import numpy as np
import pytest

import leadfield as ours
from leadfield.api.recording.info import create_info
from leadfield.api.recording.raw_array import RawArray
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import InputError

mne = pytest.importorskip("mne")

RATE = 1000.0


def both(triggers, first_samp=0):
    """The same recording of trigger channels, theirs and ours."""
    triggers = np.atleast_2d(np.asarray(triggers, float))
    names = [f"STI {i:03}" for i in range(14, 14 + len(triggers))]
    theirs = mne.io.RawArray(
        triggers, mne.create_info(names, RATE, "stim"), first_samp=first_samp, verbose=False
    )
    return theirs, RawArray(triggers, create_info(names, RATE, "stim"), first_samp, verbose=False)


def random_trigger(rng, gaps):
    """Values that hold for 3 to 9 samples, with or without zeros between them."""
    values = rng.integers(0, 8, 40)
    if gaps:
        values[::2] = 0
    return np.repeat(values, rng.integers(3, 10, 40))


@pytest.mark.parametrize("output", ["onset", "offset", "step"])
@pytest.mark.parametrize("consecutive", ["increasing", True, False])
@pytest.mark.parametrize("initial_event", [False, True])
@pytest.mark.parametrize("mask", [None, (3, "and"), (3, "not_and")])
def test_events_of_random_triggers_are_equal(output, consecutive, initial_event, mask):
    rng = np.random.default_rng(1)
    options = {"output": output, "consecutive": consecutive, "initial_event": initial_event}
    if mask is not None:
        options |= {"mask": mask[0], "mask_type": mask[1]}
    for i in range(8):
        trigger = random_trigger(rng, gaps=i % 2 == 0)
        if output == "offset" and not initial_event:
            # MNE-Python fails where a first value that is no event goes up to the next.
            trigger[:3] = 0
        theirs, raw = both(trigger, first_samp=70 * i)
        expected = mne.find_events(theirs, **options, shortest_event=1, verbose=False)
        found = ours.find_events(raw, **options, shortest_event=1, verbose=False)
        np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("min_duration", [0, 0.002, 0.0025, 0.004])
def test_short_values_are_passed_over_alike(min_duration):
    trigger = np.repeat([0, 1, 0, 2, 5, 0, 3, 0, 7, 0], [20, 1, 20, 2, 30, 20, 3, 20, 4, 20])
    theirs, raw = both(trigger)
    expected = mne.find_events(theirs, min_duration=min_duration, shortest_event=1)
    found = ours.find_events(raw, min_duration=min_duration, shortest_event=1)
    np.testing.assert_array_equal(found, expected)


def test_several_channels_are_put_together_alike():
    first = np.repeat([0, 1, 0, 2, 0], 10)
    second = np.repeat([0, 1, 0, 4, 0], [10, 10, 15, 10, 5])
    theirs, raw = both([first, second])
    with pytest.warns(RuntimeWarning, match="dupl"):
        expected = mne.find_events(theirs, ["STI 014", "STI 015"])
    with pytest.warns(RuntimeWarning, match="several trigger channels"):
        found = ours.find_events(raw, ["STI 014", "STI 015"])
    np.testing.assert_array_equal(found, expected)


def test_negative_and_unsigned_values_are_read_alike():
    theirs, raw = both(np.repeat([0, -32768, -32760, 0], 10))
    expected = mne.find_events(theirs, uint_cast=True, verbose=False)
    np.testing.assert_array_equal(ours.find_events(raw, uint_cast=True), expected)


@pytest.mark.parametrize("variables", [{}, {"MNE_STIM_CHANNEL": "STI 015"}])
def test_the_channel_is_chosen_alike(monkeypatch, variables):
    theirs, raw = both([np.repeat([0, 1, 0], 10), np.repeat([0, 2, 3, 0], [5, 10, 10, 5])])
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    expected = mne.find_events(theirs, verbose=False)
    np.testing.assert_array_equal(ours.find_events(raw), expected)


@pytest.mark.parametrize("overlap", [0.0, 0.3])
@pytest.mark.parametrize("first_samp", [True, False])
@pytest.mark.parametrize("span", [(0, None), (1.5, 4.2), (0.1234, 20)])
def test_evenly_spaced_events_are_equal(made_raw, overlap, first_samp, span):
    theirs, raw = mne.io.read_raw_fif(made_raw), read_raw_fif(made_raw)
    options = {"id": 3, "duration": 0.7312, "overlap": overlap, "first_samp": first_samp}
    options |= {"start": span[0], "stop": span[1]}
    np.testing.assert_array_equal(
        ours.make_fixed_length_events(raw, **options),
        mne.make_fixed_length_events(theirs, **options),
    )


@pytest.mark.parametrize("event_id", ["auto", None, {"fine": 7}, len])
@pytest.mark.parametrize("regexp", [None, "^.*i.*$"])
def test_events_of_annotations_are_equal(made_raw, event_id, regexp):
    theirs, raw = mne.io.read_raw_fif(made_raw), read_raw_fif(made_raw)
    expected = mne.events_from_annotations(theirs, event_id, regexp, verbose=False)
    found = ours.events_from_annotations(raw, event_id, regexp)
    np.testing.assert_array_equal(found[0], expected[0])
    assert found[1] == expected[1]


@pytest.mark.parametrize("replace", [True, False])
def test_merged_events_are_equal(replace):
    events = np.array([[134, 0, 1], [341, 1, 2], [502, 2, 3]])
    np.testing.assert_array_equal(
        ours.merge_events(events, [1, 2], 12, replace),
        mne.merge_events(events, [1, 2], 12, replace),
    )


def test_a_real_event_file_reads_alike(shared):
    path = shared / "test-eve.fif"
    np.testing.assert_array_equal(ours.read_events(path), mne.read_events(path))


@pytest.mark.parametrize("name", ["a-eve.fif", "a-eve.fif.gz", "a-eve.txt", "a.eve", "a-eve.lst"])
def test_files_are_read_by_the_other_side(tmp_path, name):
    events = np.array([[27977, 0, 2], [28345, 2, 3], [28771, 0, 12]])
    ours.write_events(tmp_path / name, events)
    np.testing.assert_array_equal(mne.read_events(tmp_path / name, verbose=False), events)
    mne.write_events(tmp_path / name, events, overwrite=True)
    np.testing.assert_array_equal(ours.read_events(tmp_path / name), events)


@pytest.mark.parametrize(
    "options",
    [{"include": 2}, {"exclude": [2, 3]}, {"mask": 4}, {"mask": 1, "mask_type": "not_and"}],
)
@pytest.mark.parametrize("name", ["a-eve.fif", "a-eve.txt"])
def test_choosing_while_reading_is_equal(tmp_path, options, name):
    events = np.array([[5, 0, 0], [27977, 0, 2], [28345, 2, 3], [28771, 0, 12]])
    ours.write_events(tmp_path / name, events)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # both warn of hidden events and of a first row of 0
        expected = mne.read_events(tmp_path / name, **options)
        found = ours.read_events(tmp_path / name, **options)
    np.testing.assert_array_equal(found, expected)


def test_events_too_close_together_are_refused_alike():
    theirs, raw = both([0, 0, 1, 2, 2, 2, 0, 0])
    with pytest.raises(ValueError, match="shorter than the shortest_event"):
        mne.find_events(theirs, verbose=False)
    with pytest.raises(InputError, match=r"on STI 014 1 are not: .* min_duration"):
        ours.find_events(raw)
    np.testing.assert_array_equal(
        ours.find_events(raw, shortest_event=1), mne.find_events(theirs, shortest_event=1)
    )
