"""Calls of what recordings, epochs and averages share."""

from same.entries import Entries

same = Entries()
CONTINUOUS = ("Raw", "Evoked")
SEGMENTS = ("Epochs", "Evoked")
ALL = ("Raw", "Epochs", "Evoked")


@same("ch_names times proj compensation_grade get_channel_types", of=ALL)
def attributes(it):
    yield it.ch_names
    yield it.times
    yield it.proj
    yield it.compensation_grade
    yield it.get_channel_types()
    yield it.get_channel_types(picks=["eeg", "eog"], unique=True)
    yield it.get_channel_types(picks="meg", only_data_chs=True)


@same("tmin tmax", of=SEGMENTS)
def ends(it):
    yield it.tmin
    yield it.tmax


@same("filename", of=SEGMENTS)
def filename(it):
    yield str(it.filename)
    yield str(it.copy().pick("eeg").filename)


@same("add_channels", of=ALL)
def add_channels(it):
    a, b, c = it.copy().pick("grad"), it.copy().pick("eeg"), it.copy().pick("eog")
    yield a.add_channels([b, c]) is a
    yield a
    yield b.add_channels([c], force_update_info=True)


@same("add_proj del_proj", of=ALL)
def projections(it):
    kept = it.info["projs"]
    yield it.copy().del_proj()
    yield it.copy().del_proj(1)
    yield it.copy().del_proj([0, 2])
    yield it.copy().add_proj(kept[:2], remove_existing=True)
    yield it.copy().del_proj().add_proj(kept[1])
    yield it.del_proj() is it


@same("apply_proj", of=ALL)
def apply_proj(it):
    yield it.copy().apply_proj()
    yield it.copy().apply_proj().proj
    yield it.copy().apply_proj(projs=it.info["projs"][:2])
    yield it.apply_proj() is it


@same("add_reference_channels", of=ALL)
def add_reference_channels(it):
    yield it.copy().add_reference_channels("REF")
    yield it.add_reference_channels(["A", "B"]) is it


@same("apply_function", of=ALL)
def apply_function(it):
    yield it.copy().apply_function(lambda x: x * 2)
    yield it.copy().apply_function(lambda x, by: x * by, picks="eeg", by=3.0)
    yield it.copy().apply_function(lambda x: x - x.mean(axis=0), channel_wise=False, picks="mag")
    yield it.apply_function(lambda x: -x, picks=[0], n_jobs=None) is it


@same("apply_hilbert", of=ALL)
def apply_hilbert(it):
    yield it.copy().apply_hilbert(envelope=True)
    yield it.copy().apply_hilbert(picks="eeg", envelope=True, n_fft=None)
    yield it.copy().apply_hilbert(picks="mag", envelope=True, n_fft=8192)


@same("copy", of=ALL)
def copy(it):
    other = it.copy()
    yield other is it
    other.drop_channels(other.ch_names[0])
    yield len(it.ch_names), len(other.ch_names)


@same("drop_channels pick pick_channels pick_types reorder_channels", of=ALL)
def channels(it):
    names = it.ch_names
    yield it.copy().drop_channels(names[2])
    yield it.copy().drop_channels([*names[:2], "nothing"], on_missing="ignore")
    yield it.copy().pick("meg")
    yield it.copy().pick(["eeg", "eog"], exclude="bads")
    yield it.copy().pick([3, 1, 0])
    yield it.copy().pick(names[4:1:-1])
    yield it.copy().pick("all", exclude=names[:3])
    yield it.copy().pick_channels(names[5:2:-1])
    yield it.copy().pick_channels(names[5:2:-1], ordered=False)
    yield it.copy().pick_types(meg="grad", eeg=True)
    yield it.copy().pick_types(eog=True, include=[names[1]], exclude=[])
    yield it.copy().pick_types(meg=True, selection=names[:6])
    yield it.copy().reorder_channels([names[7], names[2], names[4]])
    yield it.pick("eeg") is it


@same("filter", of=ALL)
def filter_(it):
    yield it.copy().filter(None, 30.0, l_trans_bandwidth="auto", h_trans_bandwidth=10.0)
    yield it.copy().filter(
        None,
        25.0,
        picks="eeg",
        method="iir",
        iir_params={"order": 3, "ftype": "butter", "output": "sos"},
    )
    yield it.copy().filter(None, 30.0, picks="mag", filter_length=63, fir_window="hann", pad="edge")
    yield (
        it.filter(None, 40.0, phase="zero-double", fir_design="firwin", h_trans_bandwidth=20.0)
        is it
    )


@same("get_data", of=("Epochs", "Evoked"))
def get_data(it):
    yield it.get_data()
    yield it.get_data(picks="eeg", units="uV")
    yield it.get_data(picks=["mag"], units={"mag": "fT"}, tmin=-0.1, tmax=0.2)


@same("get_montage set_montage", of=ALL)
def montage(it):
    found = it.get_montage()
    yield found
    found.ch_names  # noqa: B018
    yield it.copy().pick("eeg").set_montage(found, on_missing="ignore")
    it.pick("eeg")
    yield it.set_montage(None) is it
    yield it


@same("interpolate_bads", of=ALL, tolerance=1e-8)  # the head's sphere is fitted
def interpolate_bads(it):
    it.pick("eeg")
    yield it.copy().interpolate_bads()
    yield it.copy().interpolate_bads(reset_bads=False, origin=(0.0, 0.0, 0.04))
    yield it.copy().interpolate_bads(exclude=it.info["bads"])
    yield it.interpolate_bads(mode="fast", method={"eeg": "spline"}) is it


@same("as_type", of=("Epochs", "Evoked"))
def as_type(it):
    yield it.as_type()
    yield it.as_type("mag", mode="accurate")
    yield it.pick("mag").as_type("mag").info["projs"]


@same("interpolate_bads", of=ALL)
def interpolate_meg(it):
    it.pick("meg")
    it.info["bads"] = it.ch_names[1::5]
    yield it.copy().interpolate_bads(origin=(0.0, 0.0, 0.04))
    yield it.interpolate_bads(mode="fast", method="MNE", origin=(0.0, 0.01, 0.03))


@same("reconstruct_proj", of="Evoked")
def reconstruct_proj(it):
    origin = (0.0, 0.0, 0.04)
    yield it.copy().reconstruct_proj(origin=origin)
    yield it.copy().reconstruct_proj(projs=it.info["projs"][1:2], mode="fast", origin=origin)
    yield it.copy().reconstruct_proj(projs=it.info["projs"][-1], origin=origin)
    yield it.copy().del_proj().reconstruct_proj()
    yield it.reconstruct_proj(origin=origin) is it


@same("reconstruct_proj", of=("Raw", "Epochs"), fails=AttributeError)  # it looks for `data`
def reconstruct_proj_of_others(mne, it):
    origin = (0.0, 0.0, 0.04)
    before = it.get_data()
    found = it.copy().reconstruct_proj(origin=origin)
    first = (0,) * (before.ndim - 2)
    evoked = mne.EvokedArray(before[first], it.info)
    yield found.get_data()[first], evoked.reconstruct_proj(origin=origin).data


@same("resample", of=ALL)
def resample(it):
    yield it.copy().resample(100.0)
    yield it.copy().resample(60.0, npad=20, window="hann", pad="edge")
    yield it.copy().resample(75.0, method="polyphase")


@same("savgol_filter", of=ALL)
def savgol_filter(it):
    yield it.copy().savgol_filter(10.0)
    yield it.savgol_filter(20.0) is it


@same("set_channel_types", of=ALL)
def set_channel_types(it):
    names = it.copy().pick("eeg").ch_names
    it.del_proj()
    yield it.copy().set_channel_types({names[0]: "eog", names[1]: "misc"})
    yield it.set_channel_types({names[2]: "ecg"}, on_unit_change="ignore") is it


@same("set_eeg_reference", of=ALL)
def set_eeg_reference(it):
    names = it.copy().pick("eeg", exclude="bads").ch_names
    it.del_proj()
    yield it.copy().set_eeg_reference()
    yield it.copy().set_eeg_reference(names[:2])
    yield it.copy().set_eeg_reference([])
    yield it.copy().set_eeg_reference(projection=True)
    yield it.copy().set_eeg_reference({names[0]: names[1:3]})
    yield it.set_eeg_reference("average", ch_type="eeg") is it


@same("set_meas_date", of=ALL)
def set_meas_date(it):
    yield it.copy().set_meas_date(1_234_567_890.5)
    yield it.copy().set_meas_date((1_234_567_890, 250_000))
    yield it.set_meas_date(None) is it
    yield it


@same("time_as_index", of=ALL)
def time_as_index(it):
    yield it.time_as_index(0.1)
    yield it.time_as_index([0.0, 0.117, 0.2], use_rounding=True)
    yield it.time_as_index([0.0, 0.117, 0.2], use_rounding=False)


@same("to_data_frame", of=ALL)
def to_data_frame(it):
    yield it.to_data_frame()
    yield it.copy().pick("eeg").to_data_frame(index="time", time_format="ms")
    yield it.to_data_frame(picks=it.ch_names[:3], long_format=True, scalings={"grad": 1.0})


@same("apply_baseline crop decimate shift_time", of=SEGMENTS)
def times(it):
    yield it.copy().apply_baseline((None, 0))
    yield it.copy().apply_baseline((-0.1, 0.1))
    yield it.copy().crop(-0.05, 0.2)
    yield it.copy().crop(tmin=0.0, include_tmax=False, tmax=0.3)
    yield it.copy().decimate(3)
    yield it.copy().decimate(3, offset=1)
    yield it.copy().shift_time(0.1)
    yield it.copy().shift_time(-0.3, relative=False)
    yield it.crop(0) is it
