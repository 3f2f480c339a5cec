"""Estimates with one noise covariance for both packages, where they must agree to rounding.

    python same_noise.py MODULE DATA OUT.npz COV.fif

The covariance is a regularised one of MNE-Python's, from a file.
"""

import sys
from importlib import import_module
from pathlib import Path

import numpy as np
from first_steps import FORWARD, epochs_of, recordings
from laps import Laps

MODULE, DATA, OUT, COV = sys.argv[1:5]
mne = import_module(MODULE)
minimum_norm = import_module(f"{MODULE}.minimum_norm")
mne.set_log_level("error")
epochs = epochs_of(mne, DATA)
if not Path(COV).exists():
    mne.write_cov(COV, mne.compute_covariance(epochs, tmax=0.0, method="diagonal_fixed"))
cov = mne.read_cov(COV)
evoked = epochs.average()
fwd = mne.read_forward_solution(recordings(DATA) / FORWARD)
out = {"evoked": evoked.data}
for loose, depth in ((0.2, 0.8), (1.0, None), (0.0, 0.8)):
    inv = minimum_norm.make_inverse_operator(evoked.info, fwd, cov, loose=loose, depth=depth)
    for method in ("MNE", "dSPM", "sLORETA", "eLORETA") if loose == 0.2 else ("dSPM", "sLORETA"):
        stc, residual = minimum_norm.apply_inverse(
            evoked, inv, 1 / 9, method=method, return_residual=True
        )
        out[f"{method}, loose {loose:g}"] = stc.data
        out[f"{method}, loose {loose:g}, residual"] = residual.data
    if loose:
        stc = minimum_norm.apply_inverse(evoked, inv, 1 / 9, "dSPM", pick_ori="vector")
        out[f"dSPM, loose {loose:g}, vector"] = stc.data
subjects = Path(DATA) / "subjects"
morph = mne.compute_source_morph(fwd["src"], "sample", "fsaverage", subjects_dir=subjects)
values = np.random.default_rng(0).random((sum(len(s["vertno"]) for s in fwd["src"]), 4))
vertices = [s["vertno"] for s in fwd["src"]]
out["morphed"] = morph.apply(mne.SourceEstimate(values, vertices, 0, 1, "sample")).data
np.savez(OUT, **out)
Laps().tell()
