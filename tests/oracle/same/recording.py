"""Calls of recordings, annotations and what describes a recording."""

import numpy as np
from same.entries import Entries
from same.facts import Times

same = Entries()
# Dates are no finer.
MICROSECOND = 1.1e-6


@same("annotations duration filenames first_samp first_time last_samp n_times", of="Raw")
def attributes(it):
    yield it.annotations
    yield it.duration
    yield [path.name for path in it.filenames]
    yield it.first_samp
    yield it.first_time
    yield it.last_samp
    yield it.n_times


@same("anonymize", of=("Raw", "Epochs", "Evoked"))
def anonymize(it):
    yield it.copy().anonymize()
    yield it.copy().anonymize(daysback=100)
    yield it.anonymize(keep_his=True) is it


@same("append", of="Raw")
def append(it):
    one, two = it.copy().crop(0, 3), it.copy().crop(5, 9)
    one.append([two, it.copy().crop(10, 12)])
    yield one
    yield it.append(two)


@same("apply_gradient_compensation", of="Raw")
def apply_gradient_compensation(it):
    yield it.apply_gradient_compensation(0) is it
    yield it


@same("close", of="Raw")
def close(mne, files):
    with mne.io.read_raw_fif(files.raw) as raw:
        yield raw.n_times
    yield raw.close()


@same("crop crop_by_annotations", of="Raw")
def crop(it):
    yield it.copy().crop(2.0, 8.5)
    yield it.copy().crop(tmax=4.0, include_tmax=False)
    yield it.copy().set_annotations(None).crop(3.0, reset_first_samp=True)
    yield it.crop_by_annotations()
    yield it.crop_by_annotations(it.annotations[[0, 3]])
    yield it.crop(1.0) is it


@same("describe", of="Raw")
def describe(it):
    yield it.describe(data_frame=True)


@same("get_data", of="Raw")
def get_data(it):
    yield it.get_data()
    yield it.get_data("eeg", 100, 300, return_times=True)
    yield it.get_data(["mag", "eog"], reject_by_annotation="omit")
    yield it.get_data([0, 3], reject_by_annotation="NaN", exclude=[it.ch_names[0]])
    yield it.get_data("grad", units="fT/cm", tmin=1.0, tmax=2.5)
    yield it.get_data(units={"eeg": "uV", "mag": "pT"}, stop=50)


@same("notch_filter", of="Raw")
def notch_filter(it):
    yield it.copy().notch_filter(50.0)
    yield it.copy().notch_filter([30.0, 60.0], picks="eeg", notch_widths=2.0, trans_bandwidth=3.0)
    yield it.copy().notch_filter(50.0, picks="mag", method="iir")
    yield it.notch_filter(50.0, picks=[0], phase="zero-double", fir_window="hann") is it


@same("rename_channels", of=("Raw", "Epochs", "Evoked"))
def rename_channels(it):
    names = it.ch_names
    yield it.copy().rename_channels({names[0]: "first", names[3]: "bad one"})
    yield it.copy().rename_channels(lambda name: name.replace(" ", "_"))
    yield it.rename_channels({"nothing": "x"}, on_missing="ignore") is it


@same("save", of="Raw")
def save(oracle, it, folder):
    yield len(it.save(folder / "all_raw.fif", fmt="double"))
    yield oracle.io.read_raw_fif(folder / "all_raw.fif")
    it.save(folder / "part_raw.fif", picks=["eeg"], tmin=1.0, tmax=4.2, fmt="double")
    yield oracle.io.read_raw_fif(folder / "part_raw.fif")
    it.save(folder / "part_raw.fif", tmax=2.0, proj=True, fmt="double", overwrite=True)
    yield oracle.io.read_raw_fif(folder / "part_raw.fif")


@same("set_annotations", of="Raw")
def set_annotations(mne, it):
    yield it.copy().set_annotations(None)
    marks = mne.Annotations([1.0, 2.0], [0.5, 0.0], ["BAD_x", "y"])
    yield it.copy().set_annotations(marks)
    yield it.set_annotations(marks) is it


@same("add_events", of="Raw")
def add_events(mne, it):
    marks = np.array([[it.first_samp + 100, 0, 5], [it.first_samp + 900, 0, 7]])
    it.add_events(marks)
    yield it
    it.add_events(marks + np.array([20, 0, 0]), "STI 014", replace=True)
    yield mne.find_events(it)


@same("fix_mag_coil_types rescale", of="Raw")
def types_and_scales(it):
    for channel in it.info["chs"]:
        yield int(channel["coil_type"])
    yield it.fix_mag_coil_types() is it
    yield it
    yield it.copy().pick("eeg").rescale(2.0)
    yield it.rescale({"eeg": 1e6, "mag": 3.0}) is it
    yield it


@same("load_bad_channels", of="Raw")
def load_bad_channels(it, folder):
    path = folder / "bads.txt"
    path.write_text("EEG 001\nMEG 9999\n")
    it.load_bad_channels(path, force=True)
    yield it
    path.write_text("EEG 005\n")
    it.load_bad_channels(path)
    yield it
    it.load_bad_channels()
    yield it


@same("get_annotation_spans", of="Raw")
def get_annotation_spans(it):
    yield [Times(one, MICROSECOND) for one in it.get_annotation_spans()]


def in_columns(annotations):
    """How many annotations each epoch has, their times, and their texts."""
    every = [one for epoch in annotations for one in epoch]
    yield [len(epoch) for epoch in annotations]
    yield Times([one[:2] for one in every], MICROSECOND)
    yield [one[2:] for one in every]


@same("annotations set_annotations get_annotations_per_epoch", of="Epochs")
def annotations_of_epochs(mne, it, files):
    yield it.annotations
    yield in_columns(it.get_annotations_per_epoch())
    raw = mne.io.read_raw_fif(files.raw)
    cut = mne.Epochs(raw, files.events, tmin=-0.2, tmax=0.4, reject_by_annotation=False)
    yield cut.annotations
    yield in_columns(cut.get_annotations_per_epoch(with_extras=True))
    yield cut.set_annotations(raw.annotations[:2]) is cut
    yield in_columns(cut.get_annotations_per_epoch())
    yield cut.set_annotations(None).annotations


@same("add_annotations_to_metadata", of="Epochs")
def add_annotations_to_metadata(mne, raw, files):
    cut = mne.Epochs(raw, files.events, tmin=-0.2, tmax=0.4, reject_by_annotation=False)
    yield cut.add_annotations_to_metadata() is cut
    yield cut.metadata["annot_description"].tolist()
    for name in ("annot_onset", "annot_duration"):
        yield Times(np.concatenate(cut.metadata[name].tolist()), MICROSECOND)
    yield len(cut.add_annotations_to_metadata(overwrite=True, with_extras=False).metadata)


@same("append extras", of="Annotations")
def append_and_extras(it):
    yield it.extras
    yield it.copy().append(5.0, 0.5, "more")
    it.append([6.0, 6.5], [0.0, 1.0], ["a", "b"], ch_names=[("EEG 001",), ()])
    yield it
    it.append(7.0, 0.0, "c", extras=[{"rating": 3, "by": "me"}])
    yield it
    yield [dict(one or {}) for one in it.extras]


@same("ch_names description duration onset orig_time", of="Annotations")
def columns(it):
    yield [tuple(one) for one in it.ch_names]
    yield list(it.description)
    yield it.duration
    yield it.onset
    yield it.orig_time


@same("copy count crop delete rename set_durations", of="Annotations")
def edits(it):
    yield it.copy()
    yield it.count()
    first = it.orig_time.timestamp()
    yield it.copy().crop(2.0 + first, 4.5 + first)
    yield it.copy().crop(tmin=3.0, use_orig_time=False)
    yield it.copy().crop(tmax=2.7, use_orig_time=False, emit_warning=False)
    for which in (1, [0, 2]):
        fewer = it.copy()
        fewer.delete(which)
        yield fewer
    yield it.copy().rename({"tone": "beep"})
    yield it.copy().set_durations(0.25)
    yield it.set_durations({"tone": 2.0}) is it
    yield it


@same("save", of="Annotations")
def save_annotations(oracle, it, folder):
    it.save(folder / "one-annot.fif")
    yield oracle.read_annotations(folder / "one-annot.fif")
    it.save(folder / "one.csv")
    yield oracle.read_annotations(folder / "one.csv")
    it.save(folder / "one.txt")
    it.save(folder / "one.txt", overwrite=True)
    yield oracle.read_annotations(folder / "one.txt")


@same("to_data_frame", of="Annotations")
def annotations_to_data_frame(it):
    yield it.to_data_frame().drop(columns="ch_names")
    yield it.to_data_frame("timedelta").drop(columns="ch_names")
    yield it.to_data_frame(None).drop(columns="ch_names")
    yield it.to_data_frame(time_format="ms").drop(columns="ch_names")


@same("ch_names compensation_grade get_channel_types get_montage", of="Info")
def of_info(it):
    yield it.ch_names
    yield it.compensation_grade
    yield it.get_channel_types()
    yield it.get_channel_types(picks="data", unique=True)
    yield it.get_montage()


@same("get items keys values", of="Info")
def mapping(it, oracle, files):
    yield it.get("sfreq")
    yield it.get("nothing", 3)
    yield oracle.io.read_info(files.raw).keys() <= it.keys()
    yield it["bads"] in it.values()
    yield dict(it.items())["lowpass"]


@same("copy anonymize normalize_proj rename_channels set_channel_types set_meas_date", of="Info")
def edit_info(it):
    yield it.copy()
    yield it.copy().anonymize()
    yield it.copy().anonymize(daysback=10, keep_his=True)
    normal = it.copy()
    normal.normalize_proj()
    yield normal
    other, names = it.copy(), it["ch_names"]
    other.rename_channels({names[0]: "first"})
    yield other
    other["projs"]
    other.set_channel_types({names[-1]: "misc"}, on_unit_change="ignore")
    yield other
    yield it.copy().set_meas_date(1_234_567_890)
    yield it.set_meas_date(None) is it


@same("set_montage", of="Info")
def set_montage(it):
    yield it.set_montage(it.get_montage(), on_missing="ignore") is it
    yield it


@same("save", of="Info")
def save_info(oracle, it, folder):
    it.save(folder / "info.fif")
    it.save(folder / "info.fif", overwrite=True)
    yield oracle.io.read_info(folder / "info.fif")
