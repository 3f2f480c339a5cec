"""Power and spectra of sources: python spectra.py PACKAGE FOLDER.

PACKAGE is ``mne`` or ``leadfield``, FOLDER what problems.py filled. Loose orientations of 8196
sources, 68 labels that share them. MNE-Python has spectra of sources, of which the means in labels
are taken. Prints one line of JSON: seconds of each step, and megabytes that it took beyond what the
process had before.
"""

import sys
from importlib import import_module
from pathlib import Path

import numpy as np
from laps import Laps, forget_peak, memory
from problems import MEG, OCT_6

PACKAGE, FOLDER = sys.argv[1], Path(sys.argv[2])
N_EPOCHS, FEW_EPOCHS, N_TIMES, N_LABELS = 60, 20, 421, 68
RATE, MINUTES, SECONDS = 600.0, 10, 20
POWER = {"freqs": np.arange(10.0, 31.0, 5.0), "n_cycles": 3, "decim": 4, "return_plv": False}
mne = import_module(PACKAGE)
minimum_norm = import_module(f"{PACKAGE}.minimum_norm")
mne.set_log_level("error")


def noise(n_times, seed=0):
    """White noise of all sensors."""
    return np.random.default_rng(seed).standard_normal((MEG, n_times))


def problem():
    """An operator of loose orientations, epochs and a recording for it."""
    name = FOLDER / f"{OCT_6}-{MEG}"
    fwd = mne.read_forward_solution(f"{name}-fwd.fif")
    cov = mne.read_cov(f"{name}-cov.fif")
    info = mne.create_info(list(cov["names"]), RATE, "mag")
    inv = minimum_norm.make_inverse_operator(info, fwd, cov, loose=0.2, rank="full")
    trials = np.stack([noise(N_TIMES, seed) for seed in range(N_EPOCHS)])
    epochs = mne.EpochsArray(trials, info, tmin=-0.2)
    return inv, epochs, mne.io.RawArray(noise(int(60 * MINUTES * RATE)), info)


def labels_of(src):
    """Labels of as many sources each."""
    out = []
    for hemi, space in zip(("lh", "rh"), src, strict=True):
        for vertices in np.array_split(space["vertno"], N_LABELS // 2):
            out.append(mne.Label(vertices, hemi=hemi, name=f"{len(out)}-{hemi}", subject="made"))
    return out


def label_spectra():
    """Densities in labels."""
    if PACKAGE == "leadfield":
        return minimum_norm.compute_source_psd(raw, inv, pick_ori="normal", label=labels)
    stc = minimum_norm.compute_source_psd(raw, inv, pick_ori="normal")
    return mne.extract_label_time_course(stc, labels, inv["src"], mode="mean")


inv, epochs, raw = problem()
labels = labels_of(inv["src"])
steps = {
    f"induced power of {N_EPOCHS} epochs in 68 labels": lambda: minimum_norm.source_induced_power(
        epochs, inv, label=labels, **POWER
    ),
    f"induced power of {FEW_EPOCHS} epochs": lambda: minimum_norm.source_induced_power(
        epochs[:FEW_EPOCHS], inv, **POWER
    ),
    f"spectra of {MINUTES} min in 68 labels, pick_ori='normal'": label_spectra,
    f"spectra of {SECONDS} s, pick_ori=None": lambda: (
        minimum_norm.compute_source_psd(raw, inv, tmax=SECONDS).data
    ),
}
laps, needed = Laps(), {}
for step, compute in steps.items():
    forget_peak()
    before = memory("VmRSS")
    laps.start()
    found = compute()
    laps.done(step)
    needed[step] = (memory("VmHWM") - before, found.nbytes / 2**20)
    del found
laps.tell(needed=needed)
