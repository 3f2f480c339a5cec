"""Epochs and evoked responses as users hold them."""

import copy
import pickle
from dataclasses import replace

import numpy as np
import pytest

from leadfield.api.epochs.epochs import Epochs
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.epochs.epochs_files import read_epochs
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.epochs.evoked_files import combine_evoked, read_evokeds, write_evokeds
from leadfield.api.events.event_files import read_events, write_events
from leadfield.api.events.find_events import find_events
from leadfield.api.recording.info import Info
from leadfield.api.recording.raw import Raw
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    DataError,
    InputError,
    MismatchError,
    MissingFileError,
    StateError,
)
from leadfield.recording.annotation import Annotation


@pytest.fixture
def raw(recording):
    """The recording as users hold it."""
    return Raw(recording)


@pytest.fixture
def epochs(raw, events):
    """Epochs that are not loaded."""
    return Epochs(raw, events, {"a": 1, "b": 2}, reject={"eog": 5e-4})


@pytest.fixture
def evoked(epochs):
    """Their average."""
    return epochs.average("all")


def test_the_information_is_the_same_object_through_changes(evoked):
    info = evoked.info
    assert evoked.pick_types(eeg=True).crop(0, 0.1) is evoked
    assert info is evoked.info
    assert info["ch_names"] == ["E1", "E2", "E3"]


def test_bads_marked_later_have_no_say_in_rejection(raw, events):
    epochs = Epochs(raw, events, reject={"eog": 1e-9})
    epochs.info["bads"] = ["EOG"]
    assert len(epochs) == 12


def test_data_can_be_changed_in_place_and_replaced(evoked):
    before = evoked.data.copy()
    evoked.data *= 2
    np.testing.assert_array_equal(evoked.value.data, 2 * before)
    evoked.data = before
    np.testing.assert_array_equal(evoked.value.data, before)
    with pytest.raises(MismatchError, match="shape"):
        evoked.data = before[:2]
    with pytest.raises(ArgumentTypeError, match="real"):
        evoked.data = before + 1j


def test_a_copy_stands_alone(evoked, epochs):
    other = evoked.copy()
    other.data[:] = 0
    other.info["bads"] = ["E1"]
    assert evoked.data.any()
    assert evoked.info["bads"] == []
    dropped = epochs.copy().drop([0, 1])
    assert len(dropped.events) + 2 == len(epochs.events)


def test_a_value_shows_the_data_without_a_copy_and_read_only(evoked):
    value = evoked.value
    assert np.shares_memory(value.data, evoked.data)
    with pytest.raises(ValueError, match="read-only"):
        value.data[:] = 0
    evoked.data *= 2
    np.testing.assert_array_equal(value.data, evoked.data)


APART = {
    "copy": lambda e: e.copy(),
    "deepcopy": copy.deepcopy,
    "shallow copy": copy.copy,
    "pickle": lambda e: pickle.loads(pickle.dumps(e)),
    "negated": lambda e: -e,
    "combined": lambda e: combine_evoked([e], "equal"),
    "projected": lambda e: e.copy().apply_proj(),
    "cropped": lambda e: e.copy().crop(0, 0.1),
    "of an array": lambda e: EvokedArray(e.data, e.info),
}


@pytest.mark.parametrize("make", APART.values(), ids=APART)
def test_what_is_made_of_a_response_does_not_change_with_it(evoked, make):
    other = make(evoked)
    before = other.data.copy()
    evoked.data[:] = 0
    np.testing.assert_array_equal(other.data, before)
    assert before.any()
    other.data += 1
    assert not evoked.data.any()
    np.testing.assert_array_equal(other.value.data, other.data)


def test_an_earlier_value_stays_when_data_are_replaced(evoked):
    value = evoked.value
    before = value.data.copy()
    evoked.crop(0, 0.1).pick("eeg").data[:] = 0
    np.testing.assert_array_equal(value.data, before)


def test_data_that_cannot_be_written_to_are_copied_when_set(evoked):
    evoked.data = evoked.copy().value.data
    evoked.data *= 2
    assert evoked.data.flags.writeable


def test_a_baseline_is_subtracted_in_the_same_array(evoked):
    data = evoked.data
    assert evoked.apply_baseline((None, None)).data is data


def test_what_is_set_must_make_sense(evoked):
    with pytest.raises(InputError, match="kind must be one of"):
        evoked.kind = "mean"
    with pytest.raises(InputError, match="nave must be above 0"):
        evoked.nave = 0


def test_picking_nothing_is_an_error(evoked):
    with pytest.raises(ChannelError, match="at least one channel"):
        evoked.pick_types(meg="grad")


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


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"metadata": [1]}, ArgumentTypeError),
        ({"proj": "later"}, InputError),
        ({"proj": 1}, InputError),
        ({"tmin": 0.5, "tmax": -0.2}, InputError),
        ({"baseline": (-0.5, 0)}, InputError),
        ({"reject": {"grad": 1e-12}}, ChannelError),
        ({"picks": "grad"}, ChannelError),
        ({"reject_tmin": "early"}, ArgumentTypeError),
        ({"reject": {"eog": None}}, ArgumentTypeError),
        ({"tmin": None}, ArgumentTypeError),
        ({"tmin": -9e9, "tmax": 9e9}, InputError),
        ({"detrend": 2}, InputError),
        ({"decim": 0}, InputError),
        ({"event_repeated": "keep"}, InputError),
        ({"on_missing": "cry", "event_id": 9}, InputError),
        ({"event_id": 9}, InputError),
        ({"events": [[1.5, 0, 1]]}, ArgumentTypeError),
        ({"events": np.empty((0, 3), int)}, DataError),
        ({"raw": "raw.fif"}, ArgumentTypeError),
    ],
)
def test_options_that_mean_nothing_are_refused(raw, events, options, error):
    given = {"raw": raw, "events": events} | options
    with pytest.raises(error):
        Epochs(**given)


def test_without_events_there_must_be_annotations(raw):
    with pytest.raises(DataError, match="no annotations"):
        Epochs(raw)


def test_descriptions_choose_among_annotations(recording):
    spans = [Annotation(onset=2.0 + i, duration=0, description="ab"[i % 2]) for i in range(5)]
    recording = replace(recording, annotations=tuple(spans))
    assert len(Epochs(Raw(recording), event_id="a").events) == 3
    assert Epochs(Raw(recording), event_id=["a", "b"]).event_id == {"a": 1, "b": 2}
    assert len(Epochs(Raw(recording), event_id={"b": 2}).events) == 2
    with pytest.raises(InputError, match="must name annotations"):
        Epochs(Raw(recording), event_id="c")


def test_projected_recordings_stay_projected(recording, events):
    raw = Raw(recording)
    raw.set_eeg_reference(projection=True).apply_proj()
    epochs = Epochs(raw, events, proj=False)
    assert epochs.proj
    np.testing.assert_allclose(epochs.get_data("eeg").mean(axis=1), 0, atol=1e-18)


def test_no_projections_need_nothing_to_be_applied(evoked, epochs):
    before = evoked.data.copy()
    np.testing.assert_array_equal(evoked.apply_proj().data, before)
    assert not epochs.apply_proj().proj


def test_projections_for_other_channels_change_nothing(evoked):
    evoked.set_eeg_reference(projection=True)
    before = evoked.copy().pick(["M1", "M2"]).data
    np.testing.assert_array_equal(evoked.copy().pick(["M1", "M2"]).apply_proj().data, before)


def test_files_that_do_not_fit_together_are_not_written(evoked, tmp_path):
    other = evoked.copy()
    other.info["bads"] = ["E1"]
    with pytest.raises(MismatchError, match="bad channels"):
        write_evokeds(tmp_path / "a-ave.fif", [evoked, other])
    with pytest.raises(MismatchError, match="channels"):
        write_evokeds(tmp_path / "a-ave.fif", [evoked, evoked.copy().pick("eeg")])
    with pytest.raises(DataError, match="at least one"):
        write_evokeds(tmp_path / "a-ave.fif", [])
    for wrong in ([evoked, 3], 3):
        with pytest.raises(ArgumentTypeError, match="Evoked objects"):
            combine_evoked(wrong, "equal")


def test_another_head_position_is_told_as_wished(evoked, tmp_path):
    moved = evoked.copy()
    moved.info["dev_head_t"] = {"from": 1, "to": 4, "trans": np.eye(4)}
    with pytest.raises(MismatchError, match="dev_head_t"):
        write_evokeds(tmp_path / "a-ave.fif", [evoked, moved])
    with pytest.warns(RuntimeWarning, match="dev_head_t"):
        write_evokeds(tmp_path / "a-ave.fif", [evoked, moved], on_mismatch="warn")


def test_several_responses_in_a_file_must_be_told_apart(evoked, tmp_path):
    evoked.comment = "left"
    path = tmp_path / "a-ave.fif"
    write_evokeds(path, [evoked, -evoked])
    with pytest.raises(InputError, match="condition must say"):
        Evoked(path)
    assert [one.comment for one in read_evokeds(path, [1, 0])] == ["- left", "left"]


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


def test_epochs_of_an_array_are_judged_at_once(info):
    block = np.zeros((3, 7, 5))
    block[2, 5, 1] = 1.0
    epochs = EpochsArray(block, Info(info), reject={"eog": 0.5})
    assert epochs.drop_log == ((), (), ("EOG",))
    assert epochs.events.tolist() == [[0, 0, 1], [1, 0, 1]]
    with pytest.raises(MismatchError, match="epochs must have shape"):
        EpochsArray(3, Info(info))
    with pytest.raises(MismatchError, match="one event an epoch"):
        EpochsArray(block, Info(info), [[0, 0, 1], [1, 0, 2], [2, 0, 1]], event_id=1)


def test_epochs_of_an_array_lie_one_after_another(info):
    """However the array lay: all later steps go epoch by epoch."""
    block = np.random.default_rng(0).standard_normal((5, 3, 7)).transpose(1, 2, 0)
    for given in (block, np.broadcast_to(block[0], (3, 7, 5))):
        held = EpochsArray(given, Info(info), proj=False).get_data(copy=False)
        assert held.flags["C_CONTIGUOUS"]
        assert np.array_equal(held, given)


def test_a_response_of_an_array_must_fit_its_channels(info):
    with pytest.raises(InputError, match="shape 7 x any"):
        EvokedArray(np.zeros((6, 10)), Info(info))
    with pytest.raises(ArgumentTypeError, match="real"):
        EvokedArray(np.zeros((7, 10), complex), Info(info))


def test_words_for_people_say_what_there_is(epochs, evoked):
    assert "events (all good), -0.2 to 0.5 s" in repr(epochs.copy().drop_bad())
    assert "'a': 3, 'b': 3" in repr(epochs)
    assert "(average, N=" in repr(evoked)
    assert "baseline -0.2 to 0 s" in repr(evoked)
    assert "(cropped since)" in repr(evoked.crop(0.1, 0.3))
