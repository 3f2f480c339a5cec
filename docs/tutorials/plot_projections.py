"""
Clean a recording by projections
================================

Eyes and heart make fields that are larger than the brain's. But each has its place, and so a fixed
pattern over the sensors. A *signal-space projection* takes one such pattern out of the data, at all
times, and leaves the rest: no trial is lost to a blink. This page finds blinks in a recording,
computes projectors of them, and shows what they leave.
"""

# %%
# Find blinks
# -----------
# Electrodes near the eyes (EOG) see blinks best. The recording is the simulated experiment, in
# which somebody blinks every few seconds.

import numpy as np

import leadfield
from leadfield.datasets import simulated
from leadfield.preprocessing import compute_proj_eog, create_eog_epochs, find_eog_events

sample = simulated.data_path() / "MEG" / "sample"
raw = leadfield.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif").crop(0, 120)
events = find_eog_events(raw)
len(events)

# %%
# Look at what they do to the sensors, averaged:

blinks = create_eog_epochs(raw, tmin=-0.3, tmax=0.3, baseline=(None, -0.2))
before = blinks.average()
before.copy().pick("grad").plot_joint(times=[0.0])

# %%
# Compute projectors
# ------------------
# The recording is filtered and cut around the blinks, and the pattern that explains most of their
# average becomes a projector: one each for gradiometers, magnetometers and EEG. More than one or
# two are seldom needed, and each also takes a little of the brain's signal.

projs, _ = compute_proj_eog(raw, n_grad=1, n_mag=1, n_eeg=1, no_proj=True)
for proj in projs:
    print(f"{proj['desc']} explains {100 * proj['explained_var']:.0f} % of the average blink")

# %%
# ``raw`` has not changed. Adding the projectors tells it, and everything that is made of it, that
# they belong to the data; they are applied when epochs are read, or at once by ``apply_proj``.

clean = raw.copy().add_proj(projs).apply_proj()
after = leadfield.Epochs(clean, events, None, -0.3, 0.3, baseline=(None, -0.2)).average()
after.copy().pick("grad").plot_joint(times=[0.0])

# %%
# So much smaller are blinks now, at the channel where they are largest:

for kind in ("grad", "mag", "eeg"):
    largest = [np.abs(one.copy().pick(kind, exclude="bads").data).max() for one in (before, after)]
    print(f"{kind}: {largest[0] / largest[1]:.0f} times")

# %%
# Heartbeats
# ----------
# ``find_ecg_events`` and ``compute_proj_ecg`` do the same for the heart. Without an ECG they look
# for heartbeats in the mean of all magnetometers, which see the heart from afar::
#
#     from leadfield.preprocessing import compute_proj_ecg
#
#     projs, beats = compute_proj_ecg(raw, n_grad=1, n_mag=1, n_eeg=1, no_proj=True)
#
# For an empty room, and for artefacts whose events are known, there are
# :func:`leadfield.compute_proj_raw` and :func:`leadfield.compute_proj_epochs`.

# %%
# Go on to sources
# ----------------
# Nothing else changes. The noise covariance and the inverse operator know from ``info`` what was
# taken out, and take it out of the lead fields, too. Code 1 is a tone to the left ear. Keep the
# projectors with the recording (``clean.save``), or in a file of their own::
#
#     leadfield.write_proj("blinks-proj.fif", projs)

epochs = leadfield.Epochs(clean, leadfield.find_events(clean), picks="meg")
noise_cov = leadfield.compute_covariance(epochs, tmax=0.0, method="shrunk")
forward = leadfield.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
inverse = leadfield.minimum_norm.make_inverse_operator(
    epochs.info, forward, noise_cov, loose=0.2, depth=0.8
)
stc = leadfield.minimum_norm.apply_inverse(epochs["1"].average(), inverse)
stc
