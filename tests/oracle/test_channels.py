"""Channels added, ordered and given types as MNE-Python does."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import ArgumentTypeError, ChannelError, MismatchError, StateError

mne = pytest.importorskip("mne")

KEYS = ("ch_name", "kind", "unit", "coil_type", "unit_mul", "logno")


@pytest.fixture
def both(made_raw):
    ours = leadfield.io.read_raw_fif(made_raw, preload=True, verbose=False)
    return ours, mne.io.read_raw_fif(made_raw, preload=True, verbose=False)


def assert_same(ours, theirs):
    np.testing.assert_array_equal(ours.get_data(), theirs.get_data())
    for mine, other in zip(ours.info["chs"], theirs.info["chs"], strict=True):
        assert [mine[key] for key in KEYS] == [other[key] for key in KEYS]
    assert ours.get_channel_types() == theirs.get_channel_types()
    assert list(ours.info["bads"]) == theirs.info["bads"]
    assert len(ours.info["projs"]) == len(theirs.info["projs"])


@pytest.mark.parametrize(
    "kind",
    ["eog", "ecg", "emg", "misc", "stim", "bio", "resp", "seeg", "ecog", "dbs", "gsr", "hbo"],
)
def test_types_are_set_alike(kind, both):
    arguments = {"on_unit_change": "ignore", "verbose": False}
    for one in both:
        one.del_proj()
        one.set_channel_types({"EEG 013": kind, "MISC 021": "eeg"}, **arguments)
    assert_same(*both)


def test_a_change_of_the_unit_is_said(both):
    with pytest.warns(RuntimeWarning, match="from NA to V"):
        both[0].set_channel_types({"MISC 021": "eeg"})


def test_channels_of_projections_keep_their_type(both):
    with pytest.raises(StateError, match="'EEG 013'"):
        both[0].set_channel_types({"EEG 013": "eog"})


def test_types_set_before_epochs_are_read_say_what_the_baseline_corrects(both):
    events = mne.find_events(both[1], "STI 014", verbose=False)
    ours = leadfield.Epochs(both[0], events, baseline=(None, 0), proj=False)
    ours.set_channel_types({"MISC 021": "eog"}, on_unit_change="ignore")
    row = ours.ch_names.index("MISC 021")
    before = ours.get_data()[:, row, ours.times <= 0]
    np.testing.assert_allclose(before.mean(axis=1), 0, atol=1e-12)


def test_channels_are_ordered_alike(both):
    names = both[1].ch_names[::-2]
    assert_same(*(one.reorder_channels(names) for one in both))
    with pytest.raises(ChannelError, match="each once"):
        both[0].reorder_channels([names[0], names[0]])


@pytest.mark.parametrize("kind", ["raw", "epochs", "evoked"])
def test_channels_are_added_alike(kind, both):
    ours, theirs = both
    if kind != "raw":
        events = mne.find_events(theirs, "STI 014", verbose=False)
        ours = leadfield.Epochs(ours, events, preload=True, proj=False, verbose=False)
        theirs = mne.Epochs(theirs, events, preload=True, proj=False, verbose=False)
    if kind == "evoked":
        ours, theirs = ours.average(picks="all"), theirs.average(picks="all")
        ours.data[:] = theirs.data
    for one in (ours, theirs):
        rest = one.copy().pick("eeg")
        one.pick("meg").add_channels([rest])
    np.testing.assert_allclose(ours.get_data(), theirs.get_data(), rtol=1e-12, atol=1e-20)
    assert ours.ch_names == theirs.ch_names
    assert list(ours.info["bads"]) == theirs.info["bads"]
    assert [one["desc"] for one in ours.info["projs"]] == [p["desc"] for p in theirs.info["projs"]]


class TestAddingRefuses:
    def test_channels_that_are_there(self, both):
        with pytest.raises(MismatchError, match="'EEG 013'"):
            both[0].add_channels([both[0].copy().pick(["EEG 013"])])

    def test_other_rates_unless_forced(self, both):
        raw = both[0]
        info = leadfield.create_info(["X"], 2 * raw.info["sfreq"], "misc")
        other = leadfield.io.RawArray(np.ones((1, raw.n_times)), info)
        with pytest.raises(MismatchError, match="sampling rate"):
            raw.add_channels([other])
        assert raw.add_channels([other], force_update_info=True).ch_names[-1] == "X"

    def test_other_lengths(self, both):
        with pytest.raises(MismatchError, match="same epochs and times"):
            both[0].copy().pick("meg").add_channels([both[0].pick("eeg").crop(0, 1)])

    def test_other_classes(self, both):
        with pytest.raises(ArgumentTypeError, match="Raw"):
            both[0].add_channels([3])
