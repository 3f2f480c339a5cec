"""Calls of the functions of ``mne`` and ``mne.io`` on recordings, events and averages."""

import numpy as np
import pytest
from same.entries import Entries

same = Entries()


@same("Epochs", of="mne")
def epochs(mne, raw, events):
    codes = {"aud/l": 1, "aud/r": 2, "vis/l": 3, "vis/r": 4}
    yield mne.Epochs(raw, events, codes, preload=True)
    yield mne.Epochs(raw, events, [1, 3], -0.1, 0.3, baseline=None, picks="meg", proj=False)
    options = {"reject": {"eeg": 80e-6}, "flat": {"mag": 1e-15}, "reject_tmin": -0.1}
    yield mne.Epochs(raw, events, codes, **options, reject_tmax=0.3, preload=True)
    yield mne.Epochs(raw, events, 2, decim=2, detrend=1, preload=True)
    yield mne.Epochs(raw, events, codes, tmin=0.0, tmax=0.2, baseline=(0, 0.1), detrend=0)
    yield mne.Epochs(raw, events, {"a": 1, "b": 9}, on_missing="ignore", reject_by_annotation=False)
    twice = np.concatenate([events[:6], events[5:]])
    yield mne.Epochs(raw, twice, codes, event_repeated="drop", preload=True)
    with pytest.raises(RuntimeError, match="event_repeated"):
        mne.Epochs(raw, twice, codes)
    merged = twice.copy()
    merged[5, 2] = 3
    yield mne.Epochs(raw, merged, event_repeated="merge", preload=True).events


@same("Evoked EvokedArray", of="mne")
def evoked(mne, files, info):
    yield mne.Evoked(files.evoked)
    yield mne.Evoked(files.evoked, 0, proj=False)
    data = np.random.default_rng(0).standard_normal((len(info["ch_names"]), 30))
    yield mne.EvokedArray(data, info)
    yield mne.EvokedArray(data.copy(), info, -0.1, "made", 12, baseline=(None, 0))
    yield mne.EvokedArray(data, info, kind="standard_error")


@same("RawArray", of="mne.io")
def raw_array(mne, info):
    data = np.random.default_rng(0).standard_normal((len(info["ch_names"]), 300))
    yield mne.io.RawArray(data, info)
    yield mne.io.RawArray(data, info, first_samp=100, copy="both")


@same("read_raw_fif read_info write_info anonymize_info", of="mne.io")
def files_of_io(mne, oracle, files, folder, info):
    yield mne.io.read_raw_fif(files.raw)
    yield mne.io.read_raw_fif(files.raw, preload=True, on_split_missing="ignore")
    yield mne.io.read_info(files.raw)
    mne.io.write_info(folder / "info.fif", info)
    mne.io.write_info(folder / "info.fif", info, overwrite=True)
    yield oracle.io.read_info(folder / "info.fif")
    yield mne.io.anonymize_info(info.copy())
    yield mne.io.anonymize_info(info, daysback=3, keep_his=True)


@same("add_reference_channels set_eeg_reference", of="mne")
def references(mne, raw):
    raw.del_proj()
    yield mne.add_reference_channels(raw, "REF")
    yield mne.add_reference_channels(raw, ["A", "B"], copy=False) is raw
    yield raw
    data, mean = mne.set_eeg_reference(raw.copy().pick("eeg"))
    yield data
    yield mean
    names = raw.copy().pick("eeg", exclude="bads").ch_names
    yield mne.set_eeg_reference(raw, names[:2])[0]
    yield mne.set_eeg_reference(raw, projection=True)[1]
    yield mne.set_eeg_reference(raw, ch_type="eeg", copy=False)[0] is raw


@same("annotations_from_events events_from_annotations", of="mne")
def annotations_and_events(mne, raw, events):
    rate = raw.info["sfreq"]
    yield mne.annotations_from_events(events, rate)
    names = {1: "a", 2: "b"}
    yield mne.annotations_from_events(events, rate, names, raw.first_samp, raw.info["meas_date"])
    yield mne.annotations_from_events(events, rate, [1, 4])
    yield mne.events_from_annotations(raw)
    yield mne.events_from_annotations(raw, {"note": 7, "BAD_blink": 9}, regexp=None)
    yield mne.events_from_annotations(raw, regexp="^t", use_rounding=False)
    yield mne.events_from_annotations(raw, {"tone": 3}, chunk_duration=0.3, tol=1e-6)


@same("Annotations count_annotations", of="mne")
def annotations(mne, annotations):
    yield mne.count_annotations(annotations)
    yield mne.Annotations(1.0, 0.5, "one")
    yield mne.Annotations([1.0, 0.5], 0.5, ["late", "early"], 1_000_000_000.25)
    made = mne.Annotations([1, 2], [0, 1], "x", ch_names=[["A"], []], extras=[{"a": 1}, None])
    yield made
    yield [dict(one or {}) for one in made.extras]


@same("count_events pick_channels_cov pick_channels_regexp", of="mne")
def counts_and_picks(mne, events, cov):
    yield mne.count_events(events)
    yield mne.count_events(events, ids=[1, 9])
    names = cov.ch_names
    yield mne.pick_channels_cov(cov, names[4:1:-1])
    yield mne.pick_channels_cov(cov, names[4:1:-1], ordered=False)
    yield mne.pick_channels_cov(cov, exclude=names[:3], copy=False) is cov
    yield mne.pick_channels_regexp(names, "EEG 0[0-2].")
    yield mne.pick_channels_regexp(names, "MEG ...[23]")


@same("find_events merge_events pick_events concatenate_events", of="mne")
def events(mne, raw, events):
    yield mne.find_events(raw)
    yield mne.find_events(raw, output="offset", consecutive=True, min_duration=0.01)
    yield mne.find_events(raw, output="step", shortest_event=1, initial_event=True)
    yield mne.find_events(raw, "STI 014", mask=1, mask_type="not_and", uint_cast=True)
    yield mne.merge_events(events, [1, 2], 12)
    yield mne.merge_events(events, [1, 2], 12, replace_events=False)
    yield mne.pick_events(events, include=[1, 3])
    yield mne.pick_events(events, exclude=2)
    yield mne.concatenate_events([events[:4], events[4:]], [10, 300], [2000, 4000])


@same("make_fixed_length_events make_fixed_length_epochs", of="mne")
def fixed_length(mne, raw):
    yield mne.make_fixed_length_events(raw)
    yield mne.make_fixed_length_events(raw, 5, 1.0, 20.0, 2.5, first_samp=False, overlap=0.5)
    yield mne.make_fixed_length_epochs(raw, 2.0, preload=True)
    options = {"reject_by_annotation": False, "proj": False, "overlap": 0.5, "id": 4}
    yield mne.make_fixed_length_epochs(raw, 3.0, **options)


@same("concatenate_raws concatenate_epochs equalize_channels match_channel_orders", of="mne")
def joined(mne, raw, epochs, events):
    parts = [raw.copy().crop(0, 10), raw.copy().crop(12, 20)]
    yield mne.concatenate_raws([one.copy() for one in parts])
    yield mne.concatenate_raws(parts, events_list=[events[:5], events[10:15]])[1]
    yield mne.concatenate_epochs([epochs[:4], epochs[4:]])
    yield mne.concatenate_epochs([epochs[:4], epochs[4:7]], add_offset=False)
    with pytest.raises(RuntimeError, match=r"add_offset|unique"):
        mne.concatenate_epochs([epochs[:4], epochs[2:6]], add_offset=False)
    names = epochs.ch_names
    fewer = [epochs.copy().pick(names[:9]), epochs.copy().pick(names[8:2:-1])]
    yield mne.match_channel_orders([fewer[1], epochs, raw])
    with pytest.raises(ValueError, match=r"not in list|lacks"):
        mne.match_channel_orders(fewer)
    yield mne.equalize_channels(fewer)
    yield mne.equalize_channels(fewer, copy=False)[0] is fewer[0]


@same("combine_evoked", of="mne")
def combine_evoked(mne, epochs):
    some = [epochs["aud"].average(), epochs["vis"].average()]
    yield mne.combine_evoked(some, "nave")
    yield mne.combine_evoked(some, "equal")
    yield mne.combine_evoked(some, [1, -1])


@same("channel_type create_info pick_channels pick_info pick_types rename_channels", of="mne")
def channels(mne, info):
    names = info["ch_names"]
    yield [mne.channel_type(info, i) for i in range(len(names))]
    yield mne.create_info(3, 100.0)
    yield mne.create_info(["a", "b"], 250.0, ["eeg", "stim"])
    yield mne.pick_channels(names, names[3:6])
    yield mne.pick_channels(names, names[6:3:-1], exclude=[names[5]], ordered=False)
    yield mne.pick_info(info, [3, 1, 5])
    yield mne.pick_info(info, np.arange(4), copy=False) is info
    other = info.copy()
    yield mne.pick_types(other, meg=True)
    yield mne.pick_types(other, meg="mag", eeg=True, eog=True, exclude=[])
    yield mne.pick_types(other, include=[names[1]], selection=names[:3], meg="grad")
    mne.rename_channels(other, {names[0]: "first"})
    yield other
    mne.rename_channels(other, str.lower)
    yield other


@same("compute_rank", of="mne")
def compute_rank(mne, raw, epochs, evoked, cov):
    yield mne.compute_rank(raw)
    yield mne.compute_rank(raw, "info", proj=False)
    yield mne.compute_rank(epochs, {"meg": 10}, tol="float32")
    yield mne.compute_rank(epochs, tol=1e-3, tol_kind="relative", scalings={"eeg": 1e6})
    yield mne.compute_rank(cov, info=evoked.info)
    yield mne.compute_rank(cov, "full", info=evoked.info)
    yield mne.compute_rank(cov, {"meg": 12}, info=evoked.info, on_rank_mismatch="ignore")


@same("compute_raw_covariance make_ad_hoc_cov", of="mne")
def covariances(mne, raw, info):
    few = {"on_few_samples": "ignore"}
    yield mne.compute_raw_covariance(raw, **few)
    yield mne.compute_raw_covariance(raw, 2.0, 20.0, 0.5, {"eeg": 90e-6}, {"mag": 1e-15}, **few)
    yield mne.compute_raw_covariance(raw, picks="eeg", reject_by_annotation=False, tstep=None)
    yield mne.make_ad_hoc_cov(info)
    yield mne.make_ad_hoc_cov(info, {"grad": 1e-13, "mag": 2e-15, "eeg": 3e-7})


@same("whiten_evoked", of="mne", tolerance=1e-8)
def whiten_evoked(mne, evoked, cov):
    yield abs(mne.whiten_evoked(evoked, cov).get_data("data")).sum(axis=0)
    yield abs(mne.whiten_evoked(evoked, cov, picks=[20, 22, 23], diag=True).data)


@same("read_cov read_epochs read_events read_evokeds read_proj", of="mne")
def readers(mne, files):
    yield mne.read_cov(files.cov)
    yield mne.read_epochs(files.epochs)
    yield mne.read_epochs(files.epochs, proj=False, preload=False)
    path = files.sample / "sample_audvis_filt-0-40_raw-eve.fif"
    yield mne.read_events(path)
    yield mne.read_events(path, include=[1, 2], return_event_id=False)
    yield mne.read_events(path, exclude=[3], mask=5, mask_type="and")
    yield mne.read_evokeds(files.evoked)
    yield mne.read_evokeds(files.evoked, 0, (None, 0), proj=False)
    yield mne.read_evokeds(files.evoked, [0])[0].comment
    yield mne.read_proj(files.proj)


@same("write_cov write_events write_evokeds write_proj", of="mne")
def writers(mne, oracle, cov, events, evoked, info, folder):
    for _ in range(2):
        mne.write_cov(folder / "x-cov.fif", cov, overwrite=True)
        mne.write_events(folder / "x-eve.fif", events, overwrite=True)
        mne.write_evokeds(folder / "x-ave.fif", [evoked, evoked], overwrite=True)
        mne.write_proj(folder / "x-proj.fif", info["projs"], overwrite=True)
    mne.write_events(folder / "x.eve", events)
    yield oracle.read_cov(folder / "x-cov.fif")
    yield oracle.read_events(folder / "x-eve.fif")
    yield oracle.read_events(folder / "x.eve")
    yield oracle.read_evokeds(folder / "x-ave.fif")
    yield oracle.read_proj(folder / "x-proj.fif")


@same("make_dig_montage", of="mne.channels")
def make_dig_montage(mne):
    places = {"Fz": [0.0, 0.08, 0.05], "Cz": [0.0, 0.0, 0.1]}
    yield mne.channels.make_dig_montage(places)
    points = {"nasion": [0, 0.1, 0], "lpa": [-0.08, 0, 0], "rpa": [0.08, 0, 0]}
    yield mne.channels.make_dig_montage(places, **points, coord_frame="head")


@same("find_stim_steps", of="mne")
def find_stim_steps(mne, raw):
    yield mne.find_stim_steps(raw)
    yield mne.find_stim_steps(raw, pad_start=0, pad_stop=0, merge=2, stim_channel="STI 014")


@same("read_fiducials write_fiducials", of="mne.io")
def fiducials(mne, oracle, info, folder):
    path = folder / "x-fiducials.fif"
    mne.io.write_fiducials(path, info["dig"][:3], "head")
    mne.io.write_fiducials(path, info["dig"][:3], "head", overwrite=True)
    for package in (mne, oracle):
        points, frame = package.io.read_fiducials(path)
        yield int(frame)
        yield [[int(one["kind"]), int(one["ident"]), np.array(one["r"])] for one in points]
