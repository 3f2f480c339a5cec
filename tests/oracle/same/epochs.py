"""Calls of epochs and averages alone."""

import numpy as np
import pytest
from same.entries import Entries
from same.facts import bars

same = Entries()


@same("average standard_error", of="Epochs")
def average(it):
    yield it.average()
    yield it.average(picks="all")
    yield it.average(picks=["eeg"], method="median")
    yield it.average(method=lambda x: x.max(axis=0))
    yield it.average(by_event_type=True)
    yield it.standard_error()
    yield it.standard_error(picks="mag", by_event_type=True)


@same("drop drop_bad drop_log_stats", of="Epochs")
def drop(it):
    yield it.drop_log_stats()
    yield it.drop_log_stats(ignore=["USER"])
    yield it.copy().drop([0, 3])
    yield it.copy().drop(2, reason="tired")
    yield it.copy().drop(np.arange(len(it)) < 4, reason=["a", "b"])
    yield it.copy().drop_bad()
    yield it.copy().drop_bad({"eeg": 60e-6}, {"mag": 1e-15})
    yield it.drop_bad(reject={"eog": 100e-6}, flat=None) is it
    yield it.drop_log_stats()


@same("equalize_event_counts", of="Epochs")
def equalize_event_counts(it):
    names = list(it.event_id)
    yield it.copy().equalize_event_counts()[1]
    yield it.copy().equalize_event_counts(names[:2], method="truncate")
    for chance in (3, np.random.RandomState(3)):
        yield it.copy().equalize_event_counts(names, "random", random_state=chance)[1]
        yield it.copy().equalize_event_counts(names, "random", rng=chance)[1]
    with pytest.raises(TypeError, match="one of rng"):
        it.equalize_event_counts(method="random", rng=1, random_state=1)
    yield it.equalize_event_counts(method="random", rng=np.random.default_rng(4))[0] is it


@same("metadata", of="Epochs")
def metadata(it):
    import pandas as pd

    yield it.metadata
    it.metadata = pd.DataFrame({"rt": np.arange(len(it)) / 10, "side": ["l", "r"] * (len(it) // 2)})
    yield it.metadata
    yield it["rt > 0.5"]
    yield it["side == 'l' and rt < 0.9"].metadata
    it.metadata = None
    yield it.metadata


@same("iter_evoked", of="Epochs")
def iter_evoked(it):
    yield list(it[:3].iter_evoked())
    yield list(it[2:4].iter_evoked(copy=True))


@same("reset_drop_log_selection reset_index", of="Epochs")
def reset(mne, it, files):
    cut = mne.Epochs(mne.io.read_raw_fif(files.raw), files.events, {"a": 1, "b": 3}, preload=True)
    cut.drop([0, 2])
    yield cut.selection
    cut.reset_drop_log_selection()
    yield cut
    import pandas as pd

    it.metadata = pd.DataFrame({"rt": np.arange(len(it))}, index=np.arange(len(it)) + 5)
    it.reset_index()
    yield it.selection
    yield it.metadata["rt"].tolist()


@same("plot_drop_log", of="Epochs")
def plot_drop_log(it):
    it.drop_bad({"eeg": 60e-6})
    yield bars(it.plot_drop_log(show=False))
    yield bars(it.plot_drop_log(subject="ann", n_max_plot=2, show=False))
    yield it.plot_drop_log(threshold=99.0, show=False)


@same("save", of="Epochs")
def save(oracle, it, folder):
    yield len(it.save(folder / "one-epo.fif", fmt="double"))
    yield oracle.read_epochs(folder / "one-epo.fif", proj=False)
    it.save(folder / "one-epo.fif", fmt="single", overwrite=True)
    yield oracle.read_epochs(folder / "one-epo.fif", proj=False)


@same("subtract_evoked", of="Epochs")
def subtract_evoked(it):
    yield it.copy().subtract_evoked()
    yield it.copy().subtract_evoked(it.average(picks="all"))
    yield it.subtract_evoked() is it


@same("data kind", of="Evoked")
def attributes(it):
    yield it.data
    it.data = it.data * 2
    yield it
    yield it.kind
    it.kind = "standard_error"
    yield it.kind


@same("detrend", of="Evoked")
def detrend(it):
    yield it.copy().detrend()
    yield it.copy().detrend(0)
    yield it.copy().detrend(1, picks="eeg")
    yield it.detrend(order=0, picks=[0]) is it


@same("get_peak", of="Evoked")
def get_peak(it):
    yield it.get_peak("eeg")
    yield it.get_peak("mag", 0.0, 0.3, "pos", time_as_index=True)
    yield it.get_peak("grad", mode="neg", return_amplitude=True)
    yield it.copy().pick("eeg").get_peak(tmin=0.05)
    yield it.get_peak("eeg", tmax=0.1, mode="neg", strict=False)


@same("save", of="Evoked")
def save_evoked(oracle, it, folder):
    it.save(folder / "one-ave.fif")
    it.save(folder / "one-ave.fif", overwrite=True)
    yield oracle.read_evokeds(folder / "one-ave.fif", 0, proj=False)
