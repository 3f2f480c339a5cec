"""
Regions of the cortex
=====================

A map has thousands of sources; a hypothesis has a region. Labels are regions: from a parcellation,
from a map, or grown around a place. This page makes some, takes one time course for each, and takes
out what leaks from one into another.
"""

# sphinx_gallery_thumbnail_number = 1

# %%
# A map
# -----
# The simulated experiment answers tones to the left ear in the auditory cortex.

import matplotlib.pyplot as plt
import numpy as np

import leadfield as mne
from leadfield.datasets import simulated
from leadfield.minimum_norm import apply_inverse, apply_inverse_epochs, make_inverse_operator

mne.set_log_level("warning")
folder = simulated.data_path()
sample, subjects_dir = folder / "MEG" / "sample", folder / "subjects"

raw = mne.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif")
epochs = mne.Epochs(raw, mne.find_events(raw), {"tone": 1}, picks="meg", preload=True)
noise_cov = mne.compute_covariance(epochs, tmax=0.0, method="shrunk")
forward = mne.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
inverse = make_inverse_operator(epochs.info, forward, noise_cov, loose=0.2, depth=0.8)
src = inverse["src"]
stc = apply_inverse(epochs.average(), inverse)
stc.subject = "sample"

# %%
# Labels of a map, and of a place
# -------------------------------
# :func:`~leadfield.stc_to_label` makes labels of all that is not 0, here of what is above half of
# the peak. :func:`~leadfield.grow_labels` takes all vertices within 15 mm along the cortex.

vertex, time = stc.get_peak("rh")
strong = stc.copy().crop(time, time)
strong.data[strong.data < 0.5 * strong.data.max()] = 0
left, right = mne.stc_to_label(strong, src, connected=True)
(around,) = mne.grow_labels("sample", vertex, 15, 1, subjects_dir, colors=[0, 1, 0, 1])

brain = stc.plot(hemi="rh", subjects_dir=subjects_dir, initial_time=time, background="white")
brain.add_label(right[0], color="white", borders=True)
brain.add_label(around, borders=True)

# %%
# White is the outline of the map's strongest patch, green that of the circle. A label knows its
# size, and how deep inside it a vertex lies.

area = 1e6 * right[0].compute_area(subjects_dir=subjects_dir)
depth, _ = right[0].distances_to_outside(subjects_dir=subjects_dir)
print(f"{len(right[0])} vertices, {area:.0f} mm², up to {1e3 * depth.max():.0f} mm from its edge")

# %%
# One course for each region
# --------------------------
# A parcellation has names. ``"mean_flip"`` turns sources whose normal goes against the region's
# main direction, as the two walls of a fold do, before it averages;
# :func:`~leadfield.label_sign_flip` gives these signs.

labels = mne.read_labels_from_annot("sample", subjects_dir=subjects_dir)
labels = [label for label in labels if "unknown" not in label.name]
labels = [label for label in labels if len(mne.label_sign_flip(label, src))]
courses = np.array(
    [
        one.extract_label_time_course(labels, src, mode="mean_flip")
        for one in apply_inverse_epochs(epochs, inverse, 1 / 9, "MNE", pick_ori="normal")
    ]
)
courses.shape

# %%
# What leaks
# ----------
# Sensors see each source from afar, so that every course has a little of all others in it, at the
# same instant. Before the tones, with nothing but noise, regions correlate all the same.
# :func:`~leadfield.symmetric_orth` changes the courses as little as possible so that none do. It
# needs at most as many regions as the data have dimensions, and that number of times: here the
# trials in a row.

before = epochs.times < 0
noise = courses[:, :, before].transpose(1, 0, 2).reshape(len(labels), -1)
clean = mne.symmetric_orth(noise)

fig, axes = plt.subplots(1, 2, figsize=(8, 4), layout="constrained")
for ax, some, title in zip(axes, (noise, clean), ("as they are", "orthogonalised"), strict=True):
    image = ax.imshow(np.corrcoef(some), vmin=-1, vmax=1, cmap="RdBu_r")
    ax.set(title=title, xlabel="region", ylabel="region")
fig.colorbar(image, ax=axes, label="correlation", shrink=0.8)

# %%
# A map of regions
# ----------------
# :func:`~leadfield.labels_to_stc` goes the other way, from a value for each label to a map: here
# the mean of the map above in each region.

means = stc.extract_label_time_course(labels, src, mode="mean")
regions = mne.labels_to_stc(labels, means, stc.tmin, stc.tstep, "sample")
regions.plot(
    hemi="rh",
    subjects_dir=subjects_dir,
    smoothing_steps=0,
    initial_time=time,
    background="white",
    show_traces=False,
)

# %%
# Other regions
# -------------
# Regions may be too large: :func:`~leadfield.split_label` cuts them along their longest axis.
# :func:`~leadfield.random_parcellation` splits a hemisphere where chance says, into parcels of
# about one size. :func:`~leadfield.morph_labels` takes labels to another subject's cortex.

parts = mne.split_label(labels[0], 3, subjects_dir=subjects_dir)
print(labels[0].name, [len(part) for part in parts])
parcels = mne.random_parcellation("sample", 40, "rh", subjects_dir, rng=0)
print(len(parcels), "parcels of", min(map(len, parcels)), "to", max(map(len, parcels)), "vertices")
