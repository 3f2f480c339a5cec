"""
Long recordings: nothing bigger than the answer
===============================================

An estimate of a whole recording does not fit into memory: ten minutes at 1000 Hz on 8196 sources
are 39 GB. leadfield does not make it. What :func:`~leadfield.minimum_norm.apply_inverse_raw`
returns knows the recording and the inverse operator; what is asked of it later is computed a part
at a time. This page asks for label courses, power, peaks and a file.
"""

# sphinx_gallery_thumbnail_number = 1

# %%
# An estimate that is not there yet
# ---------------------------------

import matplotlib.pyplot as plt
import numpy as np

import leadfield
from leadfield.datasets import simulated
from leadfield.minimum_norm import apply_inverse_raw, make_inverse_operator

leadfield.set_log_level("warning")
data = simulated.data_path()
sample, subjects_dir = data / "MEG" / "sample", data / "subjects"
raw = leadfield.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif")
forward = leadfield.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
events = leadfield.find_events(raw)
epochs = leadfield.Epochs(raw, events, [1, 2, 3, 4], -0.2, 0, picks="meg")
noise_cov = leadfield.compute_covariance(epochs, method="empirical")
inverse = make_inverse_operator(raw.info, forward, noise_cov)

stc = apply_inverse_raw(raw, inverse, lambda2=1.0, method="dSPM", pick_ori="normal")
stc.subject = "sample"
n_sources, n_times = stc.shape
print(f"{n_sources} sources, {n_times} times: {8e-9 * n_sources * n_times:.1f} GB if it were made")

# %%
# The recording itself is not in memory either: it is read as parts are needed. ``stc.data`` still
# is all numbers, as a script expects that asks for them; so do not ask.
#
# Courses of labels
# -----------------
# The average over a label is taken before the product with the recording, so that as many courses
# are computed as there are labels, not sources.

labels = leadfield.read_labels_from_annot("sample", subjects_dir=subjects_dir)
labels = [label for label in labels if "unknown" not in label.name]
courses = stc.extract_label_time_course(labels, inverse["src"], mode="mean_flip")
auditory = [label.name for label in labels].index("transversetemporal-rh")
fig, ax = plt.subplots(figsize=(8, 3), layout="constrained")
few = stc.times < 10
ax.plot(stc.times[few], courses[auditory, few])
ax.set(xlabel="Time (s)", ylabel="dSPM", title=labels[auditory].name)

# %%
# A piece, a mean, a peak
# -----------------------
# What shortens an estimate is kept in mind and done when numbers are asked for: ``crop``, ``mean``,
# ``in_label``, and arithmetic with numbers.

piece = stc.copy().crop(100, 110).in_label(labels[auditory])
print(piece.data.shape, "of", stc.shape)
vertex, time = stc.get_peak()
print(f"largest at {time:.2f} s, vertex {vertex}")

# %%
# What was strongest in five minutes? The electrode beside the eye says it: a blink, which the map
# puts into the parts of the brain that are next to the eyes, seen from below. Look for the largest
# value in a :doc:`clean recording <plot_projections>` only.

eye = raw.copy().pick("eog").crop(time, time).get_data()[0, 0]
print(f"{1e6 * eye:.0f} µV beside the eye")
now = stc.copy().crop(time, time)
brain = now.plot(subjects_dir=subjects_dir, hemi="both", views="ventral")

# %%
# Files, and half of the bytes
# ----------------------------
# A file is written a part at a time. Where seven digits are enough, ``dtype=np.float32`` halves the
# memory and the time of what is made; its error is at most 1e-5 of the largest value. Files that
# end with ``.stc`` hold single precision in any case.

import tempfile
from pathlib import Path

single = apply_inverse_raw(raw, inverse, 1.0, "dSPM", pick_ori="normal", dtype=np.float32)
single.crop(0, 60)
with tempfile.TemporaryDirectory() as folder:
    single.save(Path(folder) / "minute", overwrite=True)
    for path in sorted(Path(folder).iterdir()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.0f} MB")

# %%
# Power of frequencies goes the same way: see :func:`~leadfield.minimum_norm.compute_source_psd` on
# the page about rhythms. One hour of 306 channels at 1000 Hz takes less than 500 MB for label
# courses, power and peaks.
