"""Calls of source estimates of all kinds."""

import numpy as np
import pytest
import scipy.signal
from same.entries import Entries

same = Entries()
VECTORS = ("VectorSourceEstimate", "VolVectorSourceEstimate", "MixedVectorSourceEstimate")
SCALARS = ("SourceEstimate", "VolSourceEstimate", "MixedSourceEstimate")
ALL = (*SCALARS, *VECTORS)
CORTICAL = ("SourceEstimate", "VectorSourceEstimate")
VOLUMES = ("VolSourceEstimate", "VolVectorSourceEstimate")
MIXED = ("MixedSourceEstimate", "MixedVectorSourceEstimate")


@same("data sfreq shape times tmin tstep", of=ALL)
def attributes(it):
    yield it.data
    yield it.sfreq
    yield it.shape
    yield it.times
    yield it.tmin
    yield it.tstep
    it.data = it.data * 2
    it.tmin = 0.3
    it.tstep = 0.02
    yield it
    yield it.times


@same("apply_baseline crop bin resample time_as_index", of=ALL)
def times(it):
    yield it.copy().apply_baseline()
    yield it.copy().apply_baseline((-0.05, 0.02))
    yield it.copy().crop(-0.04, 0.05)
    yield it.copy().crop(tmax=0.05, include_tmax=False)
    yield it.bin(0.033)
    yield it.bin(0.043, tstart=-0.062, tstop=0.075, func=np.max)
    yield it.copy().resample(60.0)
    yield it.copy().resample(80.0, npad=10, window="hann")
    yield it.copy().resample(50.0, method="polyphase")
    yield it.time_as_index([-0.1, 0.004, 0.05])
    yield it.time_as_index(0.038, use_rounding=True)
    yield it.crop(0) is it


@same("apply_function filter savgol_filter", of=ALL)
def waves(it):
    yield it.copy().apply_function(lambda x: x * 2)
    yield it.copy().apply_function(lambda x, by: x + by, picks=[0, 2], by=1.0)
    iir = {"order": 2, "ftype": "butter", "output": "sos"}
    yield it.copy().filter(None, 20.0, method="iir", iir_params=iir)
    yield it.copy().filter(None, 20.0, h_trans_bandwidth=25.0)
    yield it.copy().savgol_filter(10.0)
    yield it.savgol_filter(12.0) is it


@same("apply_hilbert", of=SCALARS)
def apply_hilbert(it):
    yield it.copy().apply_hilbert(envelope=True)
    yield it.copy().apply_hilbert(picks=[1, 3], envelope=True, n_fft=64)
    yield it.apply_hilbert(envelope=False) is it
    yield it


@same("apply_hilbert", of=VECTORS, fails=IndexError)
def apply_hilbert_to_vectors(it):
    every = it.data.reshape(-1, it.shape[-1])
    expected = np.abs(scipy.signal.hilbert(every)).reshape(it.shape)
    yield it.apply_hilbert(envelope=True, n_fft=None).data, expected


@same("copy mean sqrt sum", of=ALL)
def sums(it):
    yield it.copy()
    yield it.copy() is it
    yield it.mean()
    yield it.sum()
    positive = it.copy()
    positive.data = abs(positive.data)
    yield positive.sqrt()


@same("to_data_frame", of=SCALARS)
def to_data_frame(it):
    yield it.to_data_frame()
    yield it.to_data_frame(index="time", time_format="ms")
    yield it.to_data_frame(long_format=True)


@same("to_data_frame", of=VECTORS)
def no_data_frame_of_vectors(it):
    with pytest.raises(ValueError):  # noqa: PT011
        it.to_data_frame()
    yield "refused"


@same("transform_data", of=ALL)
def transform_data(it):
    yield it.transform_data(abs)
    yield it.transform_data(lambda x: x.cumsum(axis=-1), tmin_idx=2, tmax_idx=8)
    yield it.transform_data(abs, idx=np.array([0, 4]))


@same("transform", of="SourceEstimate")
def transform(it):
    yield it.copy().transform(abs)
    yield it.copy().transform(lambda x: x[:, ::2], tmin=-50.0, tmax=50.0)
    yield it.copy().transform(abs, idx=np.array([0, 4, 70]))
    yield it.transform(lambda x: np.stack([x, -x], axis=-1), copy=True)
    yield it.transform(abs) is it


@same("transform", of=VECTORS[:1], fails=ValueError)
def transform_vectors(it):
    expected = abs(it.data)
    yield it.transform(abs).data, expected


@same("transform", of=(*VOLUMES, *MIXED), fails=AttributeError)
def transform_volumes(it):
    expected = abs(it.data)
    yield it.transform(abs).data, expected


@same("get_peak", of=SCALARS)
def get_peak(it):
    yield it.get_peak()
    yield it.get_peak(tmin=-0.05, tmax=0.05, mode="pos")
    yield it.get_peak(mode="neg", vert_as_index=True, time_as_index=True)


@same("get_peak", of=VECTORS)
def get_peak_of_vectors(it):
    yield it.get_peak()
    yield it.get_peak(tmin=-0.05, tmax=0.05, vert_as_index=True, time_as_index=True)


@same("magnitude project", of=VECTORS)
def magnitude(it):
    yield it.magnitude()
    directions = np.random.default_rng(2).standard_normal((len(it.data), 3))
    yield it.project(directions)[0]
    yield abs(it.project("pca")[0].data)
    yield abs(it.project("pca")[1])


# MNE-Python averages normals in single precision.
@same("project", of="VectorSourceEstimate", tolerance=1e-6)
def project_along_normals(it, src):
    yield it.project("normal", src)[0]
    yield it.project("normal", src, use_cps=False)[0]
    yield it.project("pca", src)[1]


@same("lh_data rh_data lh_vertno rh_vertno expand in_label", of=CORTICAL)
def hemispheres(it, label):
    yield it.lh_data
    yield it.rh_data
    yield it.lh_vertno
    yield it.rh_vertno
    yield it.in_label(label)
    more = [np.append(one, one[-1] + 3) for one in it.vertices]
    yield it.expand(more)


@same("extract_label_time_course", of=CORTICAL)
def extract_label_time_course(it, labels, src):
    yield it.extract_label_time_course(labels, src, allow_empty=True)
    yield it.extract_label_time_course(labels, src, mode="mean", allow_empty=True)
    yield it.extract_label_time_course(labels[2], src, mode="max")
    yield it.extract_label_time_course(labels[:3], src)
    if it.data.ndim == 2:
        yield it.extract_label_time_course(labels[:3], src, mode="pca_flip")


@same("extract_label_time_course", of=MIXED)
def extract_from_both(mne, it, labels, src, files):
    grid = mne.read_source_spaces(files.volume)
    yield it.extract_label_time_course(labels, src + grid, mode="mean", allow_empty=True)


@same("surface volume", of=MIXED)
def parts(it):
    yield it.surface()
    yield it.volume()


@same("center_of_mass", of="SourceEstimate")
def center_of_mass(it, files):
    it.data = abs(it.data)
    yield it.center_of_mass(subjects_dir=files.subjects, hemi=0)
    yield it.center_of_mass("sample", 1, restrict_vertices=True, subjects_dir=files.subjects)
    yield it.center_of_mass("sample", 0, subjects_dir=files.subjects, surf="white")


# MNE-Python makes fixed orientations in single precision.
@same("estimate_snr", of="SourceEstimate", tolerance=1e-6)
def estimate_snr(mne, evoked, inverse, fwd, cov):
    stc = mne.minimum_norm.apply_inverse(evoked, inverse, method="MNE", pick_ori="normal")
    fixed = mne.convert_forward_solution(fwd, surf_ori=True, force_fixed=True)
    yield stc.estimate_snr(evoked.info, fixed, cov)


@same("save", of="SourceEstimate")
def save(mne, oracle, it, folder):
    it.save(folder / "one")
    yield oracle.read_source_estimate(folder / "one")
    yield mne.read_source_estimate(folder / "one-lh.stc")
    it.save(folder / "whole", ftype="h5")
    yield oracle.read_source_estimate(folder / "whole")
    it.crop(0, 0).save(folder / "two", "w")
    yield oracle.read_source_estimate(folder / "two-rh.w")


@same("save", of="VolSourceEstimate")
def save_volume(oracle, it, folder):
    it.save(folder / "one-vl.stc")
    yield oracle.read_source_estimate(folder / "one-vl.stc")


@same("save", of=ALL)
def save_whole(mne, oracle, it, folder):
    it.data = it.data * (1 + 2j)
    it.save(folder / "one", ftype="h5")
    yield oracle.read_source_estimate(folder / "one-stc.h5")
    theirs = getattr(oracle, type(it).__name__)(it.data, it.vertices, 0.1, 0.5)
    theirs.save(folder / "one", ftype="h5", overwrite=True)
    yield mne.read_source_estimate(folder / "one")


@same("save", of=(*VECTORS, "MixedSourceEstimate"))
def save_without_a_choice(mne, it, folder):
    it.save(folder / "one.h5")
    yield mne.read_source_estimate(folder / "one.h5", subject="sample")


@same("save_as_surface", of="SourceEstimate")
def save_as_surface(it, src, folder):
    it.save_as_surface(folder / "one", src)
    it.save_as_surface(folder / "two", src, scale=1e9, scale_rr=1.0)
    import nibabel

    for name in ("one-lh.gii", "one-rh.gii", "two-lh.gii"):
        yield [np.asarray(array.data) for array in nibabel.load(folder / name).darrays]
