"""What a lab does many times, with one package: python throughput.py MODULE DATA RECORDING.fif.

RECORDING is ten minutes at 600 Hz. eLORETA at 20 SNRs takes MNE-Python minutes, so it does two;
what is told is seconds a piece.
"""

import sys
from importlib import import_module
from pathlib import Path

import numpy as np
from first_steps import FORWARD, PARCELS, epochs_of, recordings
from laps import Laps, forget_peak, memory

MODULE, DATA, RECORDING = sys.argv[1:4]
N_EPOCHS, N_SNRS, N_PEOPLE = 300, 20, 20
N_FITS = N_SNRS if MODULE == "leadfield" else 2
LAMBDA2 = 1 / 9
BUFFER = 6000  # samples, ten seconds

mne = import_module(MODULE)
minimum_norm = import_module(f"{MODULE}.minimum_norm")
mne.set_log_level("error")
subjects_dir = Path(DATA) / "subjects"


def first_steps():
    """Epochs, their average, and an operator for them."""
    epochs = epochs_of(mne, DATA)
    cov = mne.compute_covariance(epochs, tmax=0.0, method="empirical")
    evoked = epochs.average()
    fwd = mne.read_forward_solution(recordings(DATA) / FORWARD)
    inv = minimum_norm.make_inverse_operator(evoked.info, fwd, cov, loose=0.2, depth=0.8)
    return epochs, evoked, inv


def parcels(src):
    """Labels that share the sources among them, as parcellations of the cortex do."""
    rng = np.random.default_rng(1)
    out = []
    for hemi, space in zip(("lh", "rh"), src, strict=True):
        places = space["rr"][space["vertno"]]
        seeds = places[rng.permutation(len(places))[:PARCELS]]
        nearest = ((places[:, None] - seeds) ** 2).sum(axis=2).argmin(axis=1)
        for k in range(PARCELS):
            vertices = space["vertno"][nearest == k]
            out.append(mne.Label(vertices, hemi=hemi, name=f"{k}-{hemi}", subject="sample"))
    return out


def many(epochs, n):
    """As many epochs, drawn from those there are, a little noisier."""
    rng = np.random.default_rng(0)
    data = epochs.get_data(copy=False)
    data = data[rng.integers(0, len(data), n)]
    data += 1e-14 * rng.standard_normal(data.shape[1:])
    return mne.EpochsArray(data, epochs.info, tmin=-0.2, proj=False)


def estimates(some, orientation=None, *, lazy=True):
    return minimum_norm.apply_inverse_epochs(
        some, inv, LAMBDA2, "dSPM", pick_ori=orientation, return_generator=lazy
    )


def walk(stcs):
    """Ask each estimate for its data and let it go."""
    return sum(float(stc.data[0, 0]) for stc in stcs)


epochs, evoked, inv = first_steps()
src = inv["src"]
labels = parcels(src)
crowd = many(epochs, N_EPOCHS)
few = estimates(crowd[:10], "normal", lazy=False)
walk(few)
mne.extract_label_time_course(few, labels, src, mode="mean")  # loads what all steps need

laps = Laps()
walk(estimates(crowd))
laps.done(f"apply_inverse_epochs, {N_EPOCHS} epochs: an epoch", N_EPOCHS)
walk(estimates(crowd, "normal"))
laps.done("the same, pick_ori='normal': an epoch", N_EPOCHS)
for mode in ("mean", "mean_flip"):
    courses = mne.extract_label_time_course(estimates(crowd, "normal"), labels, src, mode=mode)
    laps.done(f"{N_EPOCHS} epochs to 68 label courses, {mode!r}: an epoch", N_EPOCHS)
del crowd

laps.start()
for mode in ("mean", "mean_flip", "pca_flip", "max", "auto"):
    mne.extract_label_time_course(few, labels, src, mode=mode)
    laps.done(f"extract_label_time_course, {mode!r}: an estimate", len(few))
del few

laps.start()
for method, n in (("MNE", N_SNRS), ("dSPM", N_SNRS), ("sLORETA", N_SNRS), ("eLORETA", N_FITS)):
    for snr in np.linspace(1, 5, n):
        minimum_norm.apply_inverse(evoked, inv, 1 / snr**2, method)
    laps.done(f"one response at 20 SNRs, {method}: an SNR", n)

stc = minimum_norm.apply_inverse(evoked, inv, LAMBDA2)
morph = mne.compute_source_morph(src, "sample", "fsaverage", subjects_dir=subjects_dir)
laps.start()
for _ in range(N_PEOPLE):
    morph.apply(stc)
laps.done("morphing 20 estimates: an estimate", N_PEOPLE)

raw = mne.io.read_raw_fif(RECORDING)
needed = {}
for orientation in (None, "normal"):
    step = f"apply_inverse_raw, 10 minutes, one label, pick_ori={orientation!r}"
    forget_peak()
    before = memory("VmRSS")
    laps.start()
    stc = minimum_norm.apply_inverse_raw(
        raw, inv, LAMBDA2, "dSPM", labels[3], pick_ori=orientation, buffer_size=BUFFER
    )
    answer = stc.data.nbytes / 2**20
    laps.done(step)
    needed[step] = (memory("VmHWM") - before, answer)
    del stc
laps.tell(needed=needed)
