"""
From MNE-Python to leadfield and back
=====================================

You have a pipeline in MNE-Python: reading, filters, ICA, epochs. Keep it. leadfield takes
MNE-Python's objects as they are, without copying their samples, and gives its own back with
``to_mne()``. Three lines of a script change: an import, and where inverse operators and estimates
are made.
"""

# %%
# Preprocessing, as before
# ------------------------
# Nothing here is leadfield's but the simulated experiment.

import mne

from leadfield.datasets import simulated

mne.set_log_level("error")
data_path = simulated.data_path()
sample = data_path / "MEG" / "sample"
raw = mne.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif", preload=True)
raw.filter(1.0, 30.0)
events = mne.find_events(raw)
epochs = mne.Epochs(
    raw,
    events,
    {"left ear": 1},
    tmin=-0.2,
    tmax=0.5,
    picks=["meg", "eog"],
    reject={"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6},
    preload=True,
)
evoked = epochs.average(picks="meg")

# %%
# Localising
# ----------
# The same functions with the same arguments, from leadfield. Epochs, the average, its ``info`` and
# the forward solution are MNE-Python's.

import leadfield
from leadfield.minimum_norm import apply_inverse, make_inverse_operator

noise_cov = leadfield.compute_covariance(epochs, tmax=0.0, method=["shrunk", "empirical"])
forward = mne.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
inverse = make_inverse_operator(evoked.info, forward, noise_cov, loose=0.2, depth=0.8)
stc = apply_inverse(evoked, inverse, lambda2=1 / 9, method="dSPM")
stc

# %%
# A picture needs no graphics library:

subjects_dir = data_path / "subjects"
vertex, time = stc.get_peak(hemi="rh", tmin=0.05, tmax=0.15)
brain = stc.plot(hemi="rh", subjects_dir=subjects_dir, initial_time=time, size=600)
brain.add_foci(vertex, coords_as_verts=True, hemi="rh", color="blue")

# %%
# Going on in MNE-Python
# ----------------------
# For statistics, connectivity or a report, hand the result back.

theirs = stc.to_mne()
theirs

# %%
# It is an estimate like any other of MNE-Python's:

theirs.copy().crop(0.05, 0.15).mean().data.max()
