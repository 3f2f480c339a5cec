"""Calls of beamformers."""

import numpy as np
from same.entries import Entries

same = Entries()
DOOR = "mne.beamformer"
# MNE-Python's lead fields are in single precision, and nearly singular matrices are inverted.
SINGLE = 1e-5


@same("make_lcmv apply_lcmv", of=DOOR, tolerance=SINGLE)
def apply_lcmv(mne, evoked, fwd, cov, label):
    make_lcmv, apply_lcmv = mne.beamformer.make_lcmv, mne.beamformer.apply_lcmv
    turned = mne.convert_forward_solution(fwd, surf_ori=True)
    for options in (
        {"pick_ori": "normal", "depth": 0.8},
        {"weight_norm": "unit-noise-gain", "reg": 0.2},
        {"weight_norm": "nai", "pick_ori": "max-power", "label": label},
        {"weight_norm": None, "pick_ori": "vector"},
    ):
        filters = make_lcmv(evoked.info, turned, cov, noise_cov=cov, reduce_rank=True, **options)
        yield apply_lcmv(evoked, filters)


@same("apply_lcmv_epochs apply_lcmv_raw apply_lcmv_cov", of=DOOR, tolerance=SINGLE)
def apply_to_others(mne, epochs, raw, cov, filters):
    yield mne.beamformer.apply_lcmv_epochs(epochs[:2], filters)
    yield next(mne.beamformer.apply_lcmv_epochs(epochs[:2], filters, return_generator=True))
    yield mne.beamformer.apply_lcmv_raw(raw, filters, 10, 90)
    yield mne.beamformer.apply_lcmv_cov(cov, filters)


@same("make_lcmv_resolution_matrix", of=DOOR, tolerance=SINGLE)
def resolution(mne, evoked, fwd, filters):
    turned = mne.convert_forward_solution(fwd, surf_ori=True)
    yield mne.beamformer.make_lcmv_resolution_matrix(filters, turned, evoked.info)


@same("Beamformer", of=DOOR)
def filters_are_a_dict(mne, filters):
    yield isinstance(filters, mne.beamformer.Beamformer)
    yield isinstance({}, mne.beamformer.Beamformer)


@same("copy get items keys values", of="Beamformer", tolerance=SINGLE)
def of_filters(it):
    yield it.copy()["kind"]
    yield it.get("nothing", 3)
    yield {"weights", "data_cov", "noise_cov", "source_nn"} <= set(it.keys())
    yield len(dict(it.items())) == len(list(it.values()))
    for key in ("weight_norm", "pick_ori", "inversion", "ch_names", "n_sources", "src_type"):
        yield it[key]
    for key in ("whitener", "proj", "rank", "subject", "is_free_ori", "is_ssp", "vertices"):
        yield it[key]
    yield np.abs(it["max_power_ori"])
    yield np.abs(it["weights"])
