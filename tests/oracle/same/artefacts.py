"""Calls that find blinks and heartbeats, and that make projectors."""

import numpy as np
from same.entries import Entries

same = Entries()
PREPROCESSING = "mne.preprocessing"


@same("find_eog_events create_eog_epochs compute_proj_eog", of=PREPROCESSING)
def blinks(mne, raw):
    make = mne.preprocessing
    yield make.find_eog_events(raw)
    yield make.find_eog_events(raw, 5, l_freq=2, tstart=3.0, reject_by_annotation=True)
    yield make.find_eog_events(raw, ch_name=raw.ch_names[:2], thresh=1e-5)
    yield make.create_eog_epochs(raw)
    yield make.create_eog_epochs(raw, picks="eeg", tmin=-0.2, baseline=(None, 0), decim=2)
    yield make.compute_proj_eog(raw)
    yield make.compute_proj_eog(raw, average=False, n_eeg=1, bads=raw.ch_names[:1])
    yield make.compute_proj_eog(raw, no_proj=True, avg_ref=True, return_drop_log=True)
    yield make.compute_proj_eog(raw, copy=False, filter_method="iir", n_mag=0, n_grad=0)
    yield raw


@same("find_ecg_events create_ecg_epochs compute_proj_ecg", of=PREPROCESSING)
def heartbeats(mne, raw):
    make = mne.preprocessing
    yield make.find_ecg_events(raw)
    yield make.find_ecg_events(raw, 5, raw.ch_names[1], qrs_threshold=0.5, return_ecg=True)
    yield make.create_ecg_epochs(raw)
    yield make.create_ecg_epochs(raw, ch_name=raw.ch_names[2], tmax=0.3, reject={"eog": 1e-3})
    yield make.compute_proj_ecg(raw)
    yield make.compute_proj_ecg(raw, average=False, meg="combined", n_grad=1, n_mag=1, flat={})
    yield make.compute_proj_ecg(raw, no_proj=True, tmin=-0.1, event_id=4, return_drop_log=True)


@same("peak_finder", of=PREPROCESSING)
def peaks(mne):
    signal = np.cumsum(np.random.default_rng(4).standard_normal(900))
    yield mne.preprocessing.peak_finder(signal)
    yield mne.preprocessing.peak_finder(signal, 2.0, -1)


@same("compute_proj_raw compute_proj_epochs compute_proj_evoked", of="mne")
def projectors(mne, raw, epochs, evoked):
    yield mne.compute_proj_raw(raw)
    yield mne.compute_proj_raw(raw, start=2.0, stop=20.0, duration=0.5, n_eeg=0.8, n_jobs=1)
    yield mne.compute_proj_raw(raw, duration=None, meg="combined")
    yield mne.compute_proj_epochs(epochs)
    yield mne.compute_proj_epochs(epochs, n_mag=1, n_eeg=0, desc_prefix="mine")
    yield mne.compute_proj_evoked(evoked)
    yield mne.compute_proj_evoked(evoked, 1, 1, 1, meg="combined")
