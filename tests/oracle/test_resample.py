"""Resampled samples equal MNE-Python's."""

import warnings

import numpy as np
import pytest

from leadfield import Annotations, create_info, find_events
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.io import RawArray, read_raw_fif

mne = pytest.importorskip("mne")

from same.agree import assert_channels_agree  # noqa: E402

RATE = 200.0
SSS, CTF = "sample_audvis_trunc_raw_sss.fif", "test_ctf_comp_raw.fif"

OPTIONS = [
    {},
    {"npad": 0},
    {"npad": 57},
    {"window": "hann"},
    {"window": ("kaiser", 3.0)},
    {"window": lambda f: (np.abs(f) < 0.2).astype(float)},
    {"pad": "edge"},
    {"pad": "symmetric"},
    {"method": "polyphase"},
    {"method": "polyphase", "window": "hamming"},
    {"method": "polyphase", "pad": "edge"},
]


def both_raw(n_times=1501):
    rng = np.random.default_rng(0)
    names = ["MEG 001", "MEG 002", "EEG 001", "EOG 001", "STI 014", "STI 015"]
    types = ["mag", "grad", "eeg", "eog", "stim", "stim"]
    data = rng.standard_normal((6, n_times)).cumsum(axis=1) * 1e-6 + 3e-5
    data[-2:] = 0
    for i, start in enumerate(range(20, n_times - 20, 61)):
        data[-2, start : start + 9] = 1 + i % 3
    data[-1, 30:32] = 7
    theirs = mne.io.RawArray(data, mne.create_info(names, RATE, types), 403, verbose=False)
    ours = RawArray(data, create_info(names, RATE, types), 403)
    ours.set_annotations(Annotations([1.0, 3.0], [0.5, 0.0], ["BAD", "fine"]))
    theirs.set_annotations(mne.Annotations([1.0, 3.0], [0.5, 0.0], ["BAD", "fine"]))
    return ours, theirs


def both_epochs(n_times=301):
    rng = np.random.default_rng(2)
    data = rng.standard_normal((7, 4, n_times)) * 1e-6
    names, types = ["M1", "E1", "EOG", "STI"], ["mag", "eeg", "eog", "stim"]
    events = np.c_[np.arange(7) * 400, np.zeros(7, int), np.ones(7, int)]
    theirs = mne.EpochsArray(
        data.copy(), mne.create_info(names, RATE, types), events, tmin=-0.3, verbose=False
    )
    return EpochsArray(data, create_info(names, RATE, types), events, tmin=-0.3), theirs


def both_evoked(n_times=301):
    ours, theirs = both_epochs(n_times)
    return ours.average("all"), theirs.average("all")


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("sfreq", [100.0, 73.0, 256.0, 400.0])
@pytest.mark.parametrize("n_times", [1501, 1500])
def test_resampled_raw(sfreq, options, n_times):
    ours, theirs = both_raw(n_times)
    events = find_events(ours)
    ours, new = ours.resample(sfreq, events=events, **options)
    theirs, expected = theirs.resample(sfreq, events=events, verbose="error", **options)
    assert_channels_agree(ours.get_data(), theirs.get_data())
    np.testing.assert_array_equal(new, expected)
    assert (ours.first_samp, ours.last_samp) == (theirs.first_samp, theirs.last_samp)
    assert ours.info["sfreq"] == theirs.info["sfreq"] == sfreq
    assert ours.info["lowpass"] == theirs.info["lowpass"]
    np.testing.assert_allclose(ours.annotations.onset, theirs.annotations.onset)
    np.testing.assert_allclose(ours.times, theirs.times)


@pytest.mark.parametrize("stim_picks", [[], [4], [0, 5], "eeg"])
def test_trigger_channels_that_are_named(stim_picks):
    ours, theirs = both_raw()
    events = find_events(ours)
    if not len(stim_picks):
        stim_picks = np.empty(0, int)
        theirs.resample(90.0, stim_picks=[3], events=events, verbose="error")
        ours.resample(90.0, stim_picks=stim_picks, events=events)
        assert_channels_agree(ours.get_data("data"), theirs.get_data("data"))
        assert len(np.unique(ours.get_data("STI 014"))) > 4
        return
    ours.resample(90.0, stim_picks=stim_picks, events=events)
    theirs.resample(90.0, stim_picks=stim_picks, events=events, verbose="error")
    assert_channels_agree(ours.get_data(), theirs.get_data())


@pytest.mark.parametrize(("sfreq", "warned"), [(100.0, False), (8.0, True)])
def test_lost_events_are_warned_of_alike(sfreq, warned):
    for one in both_raw():
        one.info["bads"] = []
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            one.resample(sfreq, verbose="warning")
        assert bool(caught) == warned


def test_the_same_rate_changes_nothing():
    for one in both_raw():
        before = one.get_data()
        again, events = one.resample(RATE, events=np.array([[410, 0, 1]]), verbose="error")
        assert again is one
        np.testing.assert_array_equal(one.get_data(), before)
        np.testing.assert_array_equal(events, [[410, 0, 1]])


@pytest.mark.parametrize("name", [SSS, CTF])
@pytest.mark.parametrize("options", [{}, {"method": "polyphase"}])
def test_real_recordings_are_resampled_to_the_same(name, options, shared):
    found = read_raw_fif(shared / name, verbose=False)
    expected = mne.io.read_raw_fif(shared / name, preload=True, verbose=False)
    for sfreq in (100.0, 333.3):
        a = found.copy().resample(sfreq, events=np.zeros((0, 3), int), **options)[0]
        b = expected.copy().resample(sfreq, events=np.zeros((0, 3), int), **options)[0]
        assert_channels_agree(a.get_data(), b.get_data())
        assert a.first_samp == b.first_samp


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("sfreq", [100.0, 73.0, 256.0])
@pytest.mark.parametrize("make", [both_epochs, both_evoked])
@pytest.mark.parametrize("n_times", [301, 300])
def test_resampled_epochs_and_averages(make, sfreq, options, n_times):
    ours, theirs = make(n_times)
    ours.resample(sfreq, **options)
    theirs.resample(sfreq, verbose="error", **options)
    assert_channels_agree(ours.get_data(), theirs.get_data())
    np.testing.assert_allclose(ours.times, theirs.times, rtol=0, atol=1e-12)
    assert ours.info["sfreq"] == theirs.info["sfreq"]
    assert ours.info["lowpass"] == theirs.info["lowpass"]


def test_resampled_averages_count_their_samples_alike():
    ours, theirs = both_evoked()
    ours.resample(73.0)
    theirs.resample(73.0, verbose="error")
    assert (ours.first, ours.last) == (theirs.first, theirs.last)


def test_resampled_epochs_are_read_back_by_both(tmp_path):
    ours, theirs = both_epochs()
    ours.resample(100.0).save(tmp_path / "a-epo.fif", overwrite=True)
    theirs.resample(100.0, verbose="error")
    again = mne.read_epochs(tmp_path / "a-epo.fif", verbose=False)
    np.testing.assert_allclose(again.times, theirs.times, atol=1e-6)
    np.testing.assert_allclose(again.get_data(), theirs.get_data(), atol=1e-12)
