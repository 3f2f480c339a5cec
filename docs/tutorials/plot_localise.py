"""
Where in the brain? From a recording to a map
=============================================

Somebody hears a tone in the left ear, over and over. Sensors around the head record
magnetic fields. This page turns that recording into a map of activity on the cortex, with
the linear inverse methods MNE, dSPM, sLORETA and eLORETA.

It runs on a simulated experiment, made on your machine in some ten seconds, once. For the real
recording that the field learns with, take these two lines instead; everything else on this
page stays as it is, but for the comparison with the truth::

    from leadfield.datasets import sample

    data_path = sample.data_path()

"""

# sphinx_gallery_thumbnail_number = 8
import json

import matplotlib.pyplot as plt
import numpy as np

import leadfield as mne
from leadfield.datasets import simulated
from leadfield.minimum_norm import apply_inverse, detect, make_inverse_operator

data_path = simulated.data_path()
subjects_dir = data_path / "subjects"

# %%
# Cut the recording into trials
# -----------------------------
# Opening a recording reads its header only. The stimulus channel says when each tone came;
# code 1 is a tone to the left ear.

raw = mne.io.read_raw_fif(data_path / "MEG/sample/sample_audvis_filt-0-40_raw.fif")
events = mne.find_events(raw, stim_channel="STI 014")
raw

# %%
# A trial lasts from 200 ms before the tone to 500 ms after it. Two channels are known to be
# bad. Trials with a blink (in ``eog``) or with a jump in a sensor are left out when the data
# are read, which is when they are first needed. Limits are from peak to peak, in T/m, T and V.

raw.info["bads"] = ["MEG 2443", "EEG 053"]
picks = mne.pick_types(raw.info, meg=True, eeg=False, eog=True, exclude="bads")
epochs = mne.Epochs(
    raw,
    events,
    event_id=dict(aud_l=1),
    tmin=-0.2,
    tmax=0.5,
    picks=picks,
    baseline=(None, 0),
    reject=dict(grad=4000e-13, mag=4e-12, eog=150e-6),
)

# %%
# How much noise, and where?
# --------------------------
# What happens before the tone is noise as far as the tone is concerned. Its covariance says
# how strong it is at each sensor, and which sensors see the same noise. Two estimators are
# tried; the one that better predicts data it has not seen is taken.

noise_cov = mne.compute_covariance(
    epochs, tmax=0.0, method=["shrunk", "empirical"], rank=None, verbose=True
)
fig_cov, fig_spectra = mne.viz.plot_cov(noise_cov, raw.info)

# %%
# The average response
# --------------------
# Averaging makes what the tone evokes stand out. From here on MEG channels are enough.

evoked = epochs.average().pick_types(meg=True)
evoked.plot(time_unit="s")

# %%
# About 95 ms after the tone, field goes in and comes out on either side of a source.

evoked.plot_topomap(times=np.linspace(0.05, 0.15, 5), ch_type="mag", time_unit="s")

# %%
# Whitened, noise has unit variance at all sensors: before the tone 95 % of the samples
# should be between the dashed lines, and the power should be 1.

evoked.plot_white(noise_cov, time_unit="s")

# %%
# The inverse operator
# --------------------
# The forward solution says what each sensor would see of a dipole at each place of the
# cortex. Together with the noise it gives the inverse operator. ``loose=0.2`` lets currents
# lean away from the cortex's normal; ``depth=0.8`` makes up for deep sources being faint.

fwd = mne.read_forward_solution(data_path / "MEG/sample/sample_audvis-meg-oct-6-fwd.fif")
inverse_operator = make_inverse_operator(evoked.info, fwd, noise_cov, loose=0.2, depth=0.8)

# %%
# It can be kept for later::
#
#     from leadfield.minimum_norm import write_inverse_operator
#     write_inverse_operator("sample_audvis-meg-oct-6-inv.fif", inverse_operator)
#
# Is there anything?
# ------------------
# Every map has a strongest place, one of noise too. The trials are asked first: p is the
# chance of a response as large where there is none.

detect(epochs, inverse_operator)

# %%
# The map
# -------
# dSPM shows how far activity stands out from the noise. ``lambda2`` says how much the data
# are trusted: it is one over the squared signal-to-noise ratio, of which 3 is a usual guess
# for averages.

snr = 3.0
lambda2 = 1.0 / snr**2
stc, residual = apply_inverse(
    evoked,
    inverse_operator,
    lambda2,
    method="dSPM",
    return_residual=True,
    verbose=True,
)
stc

# %%
# Every hundredth source over time:

plt.figure(layout="constrained")
plt.plot(1e3 * stc.times, stc.data[::100, :].T)
plt.xlabel("Time (ms)")
plt.ylabel("dSPM value")
plt.show()

# %%
# What the map leaves unexplained should look like noise. In green the response, on top of it
# what remains. (The share that is explained counts everything, noise included.)

fig, axes = plt.subplots(2, 1, layout="constrained")
evoked.plot(axes=axes)
for ax in axes:
    for text in list(ax.texts):
        text.remove()
    for line in ax.lines:
        line.set_color("#98df81")
residual.plot(axes=axes)

# %%
# On the brain
# ------------
# The strongest source of the right hemisphere, at the time when it is strongest. Colours
# begin at half of its value.

vertex, time = stc.get_peak(hemi="rh")
peak = stc.data.max()
look = dict(
    hemi="rh",
    views="lateral",
    initial_time=time,
    time_unit="s",
    subjects_dir=subjects_dir,
    smoothing_steps=5,
)
clim = dict(kind="value", lims=[0.5 * peak, 0.7 * peak, peak])
brain = stc.plot(clim=clim, **look)
brain.add_foci(vertex, coords_as_verts=True, color="blue", scale_factor=0.6, alpha=0.5)
brain.add_text(0.1, 0.9, "dSPM, strongest source in blue", "title", font_size=14)

# %%
# In a window this picture can be dragged, and its time changed; ``brain.save_image`` and
# ``brain.save_movie`` keep it.
#
# Was it right?
# -------------
# This experiment is simulated, so the truth is known. (Leave this step out with real data.)

truth = json.loads((data_path / "truth.json").read_text(encoding="utf-8"))
true = truth["conditions"]["aud_l"]["sources"][0]
places = inverse_operator["src"][1]["rr"]  # of the right hemisphere, in m
error_mm = 1e3 * np.linalg.norm(places[vertex] - places[true["vertex"]])
print(f"true source: {1e3 * true['peak_s']:.0f} ms, found: {1e3 * time:.0f} ms")
print(f"distance between them: {error_mm:.0f} mm")

brain = stc.plot(clim=clim, **look)
for place, color in ((vertex, "blue"), (true["vertex"], "white")):
    brain.add_foci(place, coords_as_verts=True, color=color, scale_factor=0.6)
brain.add_text(0.1, 0.9, "Found (blue) and true (white) source", "title", font_size=14)

# %%
# Another brain
# -------------
# To compare people, maps are moved to one brain, here to ``fsaverage``.

morph = mne.compute_source_morph(
    src=inverse_operator["src"],
    subject_from=stc.subject,
    subject_to="fsaverage",
    spacing=5,
    subjects_dir=subjects_dir,
)
stc_fsaverage = morph.apply(stc)
brain = stc_fsaverage.plot(clim=clim, **look)
brain.add_text(0.1, 0.9, "On fsaverage", "title", font_size=20)

# %%
# Which way do currents flow?
# ---------------------------
# So far a map was the length of each current. ``pick_ori="vector"`` keeps its direction
# too. It is drawn on the folded cortex, where directions have a meaning.

stc_vector = apply_inverse(evoked, inverse_operator, lambda2, method="dSPM", pick_ori="vector")
brain = stc_vector.plot(clim=clim, **look)
brain.add_text(0.1, 0.9, "Directions", "title", font_size=20)

# %%
# Three methods side by side
# --------------------------
# All of them explain the same data. dSPM and sLORETA divide the current by the noise or by
# the spread to be expected, and have no unit; eLORETA weights sources until none is
# preferred, and gives a current in A·m. Look at where they peak, not at their numbers.

for method in ("dSPM", "sLORETA", "eLORETA"):
    stc = apply_inverse(evoked, inverse_operator, lambda2, method=method)
    peak = stc.data.max()
    clim = dict(kind="value", lims=[0.5 * peak, 0.7 * peak, peak])
    brain = stc.plot(clim=clim, size=400, **look)
    brain.add_text(0.1, 0.9, method, "title", font_size=14)
