"""Calls of the functions of ``mne.minimum_norm``."""

from same.entries import Entries

same = Entries()
DOOR = "mne.minimum_norm"
# The precision of operators in files.
SINGLE = 1e-6


@same("InverseOperator", of=DOOR)
def operator_is_a_dict(mne, inverse):
    yield isinstance(inverse, mne.minimum_norm.InverseOperator)
    yield isinstance({}, mne.minimum_norm.InverseOperator)


@same("apply_inverse", of=DOOR, tolerance=SINGLE)
def apply_inverse(mne, evoked, inverse, label):
    apply_inverse = mne.minimum_norm.apply_inverse
    yield apply_inverse(evoked, inverse)
    yield apply_inverse(evoked, inverse, 1 / 4, "MNE", pick_ori="normal")
    yield apply_inverse(evoked, inverse, method="sLORETA", pick_ori="vector")
    yield apply_inverse(evoked, inverse, label=label, use_cps=False, pick_ori="normal")
    stc, residual = apply_inverse(evoked, inverse, return_residual=True)
    yield stc
    yield residual.data


@same("apply_inverse", of=DOOR, tolerance=1e-5)  # eLORETA is iterated
def apply_eloreta(mne, evoked, inverse):
    params = {"eps": 1e-10, "max_iter": 200}
    yield mne.minimum_norm.apply_inverse(evoked, inverse, method="eLORETA", method_params=params)


@same("apply_inverse_cov", of=DOOR, tolerance=SINGLE)
def apply_inverse_cov(mne, evoked, cov, inverse, label):
    apply_inverse_cov = mne.minimum_norm.apply_inverse_cov
    yield apply_inverse_cov(cov, evoked.info, inverse)
    yield apply_inverse_cov(cov, evoked.info, inverse, 3, 0.2, "MNE", label=label)
    yield apply_inverse_cov(cov, evoked.info, inverse, method="sLORETA", pick_ori="normal")


@same("apply_inverse_epochs", of=DOOR, tolerance=SINGLE)
def apply_inverse_epochs(mne, epochs, inverse, label):
    apply_inverse_epochs = mne.minimum_norm.apply_inverse_epochs
    yield apply_inverse_epochs(epochs[:3], inverse, 1 / 9)
    yield apply_inverse_epochs(epochs[:2], inverse, 0.5, "MNE", label, 4, return_generator=True)
    yield apply_inverse_epochs(epochs[:2], inverse, 0.5, "sLORETA", pick_ori="vector")


@same("apply_inverse_raw", of=DOOR, tolerance=SINGLE)
def apply_inverse_raw(mne, raw, inverse, label):
    apply_inverse_raw = mne.minimum_norm.apply_inverse_raw
    yield apply_inverse_raw(raw, inverse, 1 / 9, start=10, stop=200)
    yield apply_inverse_raw(raw, inverse, 1 / 9, "MNE", label, 0, 50, 2, pick_ori="normal")
    yield apply_inverse_raw(raw, inverse, 1 / 9, "sLORETA", stop=90, buffer_size=40)
    mean = {"time_func": lambda x: x - x.mean(axis=1, keepdims=True)}
    yield apply_inverse_raw(raw, inverse, 1 / 9, "MNE", stop=50, pick_ori="vector", **mean)


@same("compute_rank_inverse", of=DOOR)
def compute_rank_inverse(mne, inverse):
    yield mne.minimum_norm.compute_rank_inverse(inverse)


@same("estimate_snr", of=DOOR, tolerance=SINGLE)
def estimate_snr(mne, evoked, inverse):
    snr, estimated = mne.minimum_norm.estimate_snr(evoked, inverse)
    yield snr
    yield estimated


# MNE-Python makes fixed orientations in single precision.
@same("make_inverse_operator", of=DOOR, tolerance=1e-6)
def make_inverse_operator(mne, evoked, fwd, cov):
    make_inverse_operator = mne.minimum_norm.make_inverse_operator
    for options in (
        {},
        {"loose": 1.0, "depth": None},
        {"loose": 0.5, "depth": 0.6, "rank": "info"},
        {"fixed": True, "use_cps": False},
        {"loose": 0.2, "depth": {"exp": 0.7, "limit": 5.0}, "rank": {"meg": 12, "eeg": 11}},
    ):
        inverse = make_inverse_operator(evoked.info, fwd, cov, **options)
        yield inverse
        yield mne.minimum_norm.apply_inverse(evoked, inverse, method="MNE")


@same("prepare_inverse_operator", of=DOOR, tolerance=SINGLE)
def prepare_inverse_operator(mne, evoked, inverse):
    prepare = mne.minimum_norm.prepare_inverse_operator
    for method in ("MNE", "dSPM"):
        ready = prepare(inverse, evoked.nave, 1 / 9, method)
        yield mne.minimum_norm.apply_inverse(evoked, ready, 1 / 9, method, prepared=True)
    yield prepare(inverse, 1, 1 / 9, copy=True) is inverse


@same("read_inverse_operator write_inverse_operator", of=DOOR)
def inverse_files(mne, oracle, inverse, files, folder):
    yield mne.minimum_norm.read_inverse_operator(files.inverse)
    mne.minimum_norm.write_inverse_operator(folder / "x-inv.fif", inverse)
    mne.minimum_norm.write_inverse_operator(folder / "x-inv.fif", inverse, overwrite=True)
    yield oracle.minimum_norm.read_inverse_operator(folder / "x-inv.fif")


@same("apply_inverse_tfr_epochs", of=DOOR, tolerance=SINGLE)
def apply_inverse_tfr_epochs(mne, oracle, epochs, inverse):
    mine = epochs[:2] if mne is oracle else epochs[:2].to_mne()
    transforms = mine.compute_tfr("morlet", [30.0, 40.0], n_cycles=2, output="complex")
    apply = mne.minimum_norm.apply_inverse_tfr_epochs
    for options in ({}, {"pick_ori": "normal", "method": "MNE"}, {"pick_ori": "vector"}):
        yield from apply(transforms, inverse, 1 / 9, **options)


@same("source_induced_power", of=DOOR, tolerance=SINGLE)
def source_induced_power(mne, epochs, inverse, label):
    power = mne.minimum_norm.source_induced_power
    options = {"n_cycles": 2, "pca": False}
    yield power(epochs[:3], inverse, [30.0, 40.0], **options)
    yield power(epochs[:3], inverse, [40.0], label, 0.5, "MNE", 2, pick_ori="normal", **options)
    options |= {"return_plv": False, "baseline": (None, 0), "decim": 2}
    yield power(epochs[:3], inverse, [40.0], [label], method="sLORETA", **options)


@same("source_band_induced_power", of=DOOR, tolerance=SINGLE)
def source_band_induced_power(mne, epochs, inverse, label):
    power = mne.minimum_norm.source_band_induced_power
    options = {"n_cycles": 2, "pca": False, "df": 5}
    yield power(epochs[:3], inverse, {"low": [30, 40], "high": [45, 55]}, **options)
    options |= {"baseline": (None, 0), "baseline_mode": "percent", "use_fft": True, "decim": 3}
    yield power(epochs[:3], inverse, {"low": [30, 40]}, label, method="MNE", **options)


@same("compute_source_psd", of=DOOR, tolerance=SINGLE)
def compute_source_psd(mne, raw, inverse, label):
    psd = mne.minimum_norm.compute_source_psd
    options = {"pca": False, "n_fft": 128, "tmax": 5}
    stc, sensors = psd(raw, inverse, return_sensor=True, **options)
    yield stc
    yield sensors.data
    yield psd(raw, inverse, 0.5, "MNE", label=label, pick_ori="normal", dB=True, **options)
    yield psd(raw, inverse, method="sLORETA", bandwidth=8.0, fmax=40, overlap=0.2, **options)


@same("compute_source_psd_epochs", of=DOOR, tolerance=SINGLE)
def compute_source_psd_epochs(mne, epochs, inverse, label):
    psds = mne.minimum_norm.compute_source_psd_epochs
    options = {"pca": False, "bandwidth": 20.0, "fmax": 60}
    yield psds(epochs[:2], inverse, **options)
    yield psds(epochs[:2], inverse, 0.5, "MNE", label=label, pick_ori="normal", **options)
    yield psds(epochs[:1], inverse, method="sLORETA", low_bias=False, adaptive=True, **options)
