"""Epochs: dropping, reading, iterating, names."""

import copy
import pickle
from dataclasses import replace

import numpy as np
import pytest

from leadfield.api.epochs.epochs import Epochs
from leadfield.api.epochs.epochs_files import read_epochs
from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.events.event_files import read_events, write_events
from leadfield.api.events.find_events import find_events
from leadfield.api.recording.raw import Raw
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    InputError,
    MissingFileError,
    StateError,
)
from leadfield.recording.annotation import Annotation


def test_bads_marked_later_have_no_say_in_rejection(raw, events):
    epochs = Epochs(raw, events, reject={"eog": 1e-9})
    epochs.info["bads"] = ["EOG"]
    assert len(epochs) == 12


def test_a_copy_stands_alone(evoked, epochs):
    other = evoked.copy()
    other.data[:] = 0
    other.info["bads"] = ["E1"]
    assert evoked.data.any()
    assert evoked.info["bads"] == []
    dropped = epochs.copy().drop([0, 1])
    assert len(dropped.events) + 2 == len(epochs.events)


@pytest.mark.parametrize(
    "change",
    [
        lambda e: e.pick("eeg"),
        lambda e: e.crop(0, 0.1),
        lambda e: e.shift_time(0.1),
    ],
    ids=["pick", "crop", "shift_time"],
)
def test_changes_of_samples_need_them_in_memory(epochs, change):
    with pytest.raises(StateError, match="load_data"):
        change(epochs)


def test_nothing_is_kept_in_memory_unless_asked_for(epochs):
    epochs.get_data()
    epochs.average()
    assert not epochs.preload
    assert epochs.load_data().preload


def test_what_is_in_memory_can_be_shown_but_not_changed(epochs):
    shown = epochs.load_data().get_data(copy=False)
    assert not shown.flags.writeable
    assert epochs.get_data().flags.writeable


def test_a_loop_that_ends_drops_the_bad_ones_and_one_that_breaks_does_not(epochs):
    for _ in epochs:
        break
    assert len(epochs.events) == 12
    good = sum(1 for _ in epochs)
    assert len(epochs.events) == good < 12


def test_epochs_as_evoked_responses_are_numbered(epochs):
    responses = list(epochs.iter_evoked())
    assert [one.comment for one in responses] == [str(n) for n in epochs.events[:, 2]]
    np.testing.assert_array_equal(responses[0].data, epochs.get_data()[0])


def test_names_can_be_changed_but_none_left_out(epochs):
    epochs.event_id = {"x": 1, "y": 2}
    assert epochs["x"].event_id == {"x": 1}
    with pytest.raises(InputError, match="2 lack one"):
        epochs.event_id = {"x": 1}


def test_names_change_in_place(epochs):
    epochs.event_id["c"] = 5
    assert epochs.event_id == {"a": 1, "b": 2, "c": 5}
    epochs.event_id.pop("c")
    assert epochs.event_id == {"a": 1, "b": 2}
    epochs.event_id |= {"d": 7}
    assert "d" in epochs.event_id


def test_changes_in_place_that_would_be_wrong_are_refused(epochs):
    with pytest.raises(InputError, match="'a', 'new' for 1"):
        epochs.event_id["new"] = 1
    with pytest.raises(InputError, match="1 lack one"):
        del epochs.event_id["a"]
    assert epochs.event_id == {"a": 1, "b": 2}
    with pytest.raises(StateError, match="drop_bad"):
        epochs.reject["eog"] = 1e-4
    assert epochs.reject == {"eog": 5e-4}


def test_a_copy_of_names_belongs_to_nobody(epochs):
    for names in (
        dict(epochs.event_id),
        epochs.event_id.copy(),
        copy.deepcopy(epochs.event_id),
        pickle.loads(pickle.dumps(epochs.event_id)),
    ):
        names["new"] = 1
    assert epochs.event_id == {"a": 1, "b": 2}


def test_no_projections_need_nothing_to_be_applied(evoked, epochs):
    before = evoked.data.copy()
    np.testing.assert_array_equal(evoked.apply_proj().data, before)
    assert not epochs.apply_proj().proj


def test_files_that_are_not_there_are_named(tmp_path):
    for read in (read_epochs, read_evokeds, read_events):
        with pytest.raises(MissingFileError, match="no-such"):
            read(tmp_path / "no-such.fif")


def test_a_recording_without_triggers_says_what_to_do(recording):
    with pytest.raises(ArgumentTypeError, match="stim_channel must be"):
        find_events(Raw(recording), 3)
    with pytest.raises(ChannelError, match="have none"):
        find_events(Raw(recording))
    span = Annotation(onset=2.0, duration=0, description="a")
    recording = replace(recording, annotations=(span,))
    with pytest.raises(ChannelError, match="events_from_annotations"):
        find_events(Raw(recording))


def test_names_of_events_are_returned_only_where_a_file_has_them(epochs, tmp_path):
    epochs.save(tmp_path / "a-epo.fif")
    events, names = read_events(tmp_path / "a-epo.fif", return_event_id=True)
    assert names == {"a": 1, "b": 2}
    write_events(tmp_path / "a-eve.fif", events)
    with pytest.raises(StateError, match="must hold names"):
        read_events(tmp_path / "a-eve.fif", return_event_id=True)


def test_words_for_people_say_what_there_is(epochs, evoked):
    assert "events (all good), -0.2 to 0.5 s" in repr(epochs.copy().drop_bad())
    assert "'a': 3, 'b': 3" in repr(epochs)
    assert "(average, N=" in repr(evoked)
    assert "baseline -0.2 to 0 s" in repr(evoked)
    assert "(cropped since)" in repr(evoked.crop(0.1, 0.3))
