"""The tutorial's numeric path with one package, step by step.

    python tutorial.py MODULE DATA OUT.npz

Writes the results of every step to OUT.npz.
"""

import sys
from importlib import import_module
from pathlib import Path

from laps import Laps

MODULE, DATA, OUT = sys.argv[1:4]
laps = Laps()
mne = import_module(MODULE)
minimum_norm = import_module(f"{MODULE}.minimum_norm")
make_inverse_operator = minimum_norm.make_inverse_operator
apply_inverse = minimum_norm.apply_inverse
laps.done("import")

import numpy as np  # noqa: E402 - the first step imports it

METHODS = ("MNE", "dSPM", "sLORETA", "eLORETA")
LAMBDA2 = 1 / 9
folder = Path(DATA) / "MEG" / "sample"
subjects_dir = Path(DATA) / "subjects"
mne.set_log_level("warning")

laps.start()
raw = mne.io.read_raw_fif(folder / "sample_audvis_filt-0-40_raw.fif")
laps.done("read_raw_fif")
events = mne.find_events(raw, stim_channel="STI 014")
laps.done("find_events")
raw.info["bads"] = ["MEG 2443", "EEG 053"]
picks = mne.pick_types(raw.info, meg=True, eeg=False, eog=True, exclude="bads")
reject = {"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6}
epochs = mne.Epochs(
    raw, events, {"aud_l": 1}, -0.2, 0.5, picks=picks, baseline=(None, 0), reject=reject
)
laps.done("Epochs")
noise_cov = mne.compute_covariance(epochs, tmax=0.0, method=["shrunk", "empirical"], rank=None)
laps.done("compute_covariance")
evoked = epochs.average().pick_types(meg=True)
laps.done("average")
del epochs
fwd = mne.read_forward_solution(folder / "sample_audvis-meg-oct-6-fwd.fif")
laps.done("read_forward_solution")
inv = make_inverse_operator(evoked.info, fwd, noise_cov, loose=0.2, depth=0.8)
laps.done("make_inverse_operator")
del fwd
stcs = {}
for method in METHODS:
    stcs[method] = apply_inverse(evoked, inv, LAMBDA2, method=method)
    laps.done(f"apply_inverse, {method}")
_, residual = apply_inverse(evoked, inv, LAMBDA2, method="dSPM", return_residual=True)
laps.done("apply_inverse, residual")
vector = apply_inverse(evoked, inv, LAMBDA2, method="dSPM", pick_ori="vector")
laps.done("apply_inverse, vector")
stc = stcs["dSPM"]
peak = stc.get_peak(hemi="rh")
laps.done("get_peak")
morph = mne.compute_source_morph(
    src=inv["src"], subject_from=stc.subject, subject_to="fsaverage", subjects_dir=subjects_dir
)
laps.done("compute_source_morph")
morphed = morph.apply(stc)
laps.done("morph.apply")
walls, processors = zip(*laps.seconds.values(), strict=True)
laps.seconds["all of it"] = (sum(walls), sum(processors))
laps.tell()
np.savez(
    OUT,
    noise_cov=noise_cov.data,
    evoked=evoked.data,
    residual=residual.data,
    vector=vector.data,
    peak=np.array(peak, float),
    morphed=morphed.data,
    **{method: stc.data for method, stc in stcs.items()},
)
