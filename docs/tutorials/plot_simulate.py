"""
Simulate what is measured of known sources
==========================================

How well does a map find a source? The only sure way to know is a source that was put there. This
page asks first which sources the sensors see at all, then simulates a recording of two sources with
noise, and looks at what a map makes of it.
"""

# %%
# What the sensors see
# --------------------
# ``sensitivity_map`` tells how strong the field of each source is at one type of sensors, as a
# share of the strongest. Sources on ridges point at the sensors, whose gradiometers hardly see
# them; sources deep inside are far from all.

import matplotlib.pyplot as plt
import numpy as np

import leadfield
from leadfield.datasets import simulated
from leadfield.minimum_norm import apply_inverse, make_inverse_operator
from leadfield.simulation import (
    SourceSimulator,
    add_ecg,
    add_eog,
    add_noise,
    simulate_raw,
    simulate_stc,
)

data = simulated.data_path()
sample, subjects_dir = data / "MEG" / "sample", data / "subjects"
info = leadfield.io.read_info(sample / "sample_audvis_filt-0-40_raw.fif")
info = leadfield.pick_info(info, leadfield.pick_types(info, meg=True, stim=True))
fwd = leadfield.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
seen = leadfield.sensitivity_map(fwd, ch_type="grad", mode="fixed")
clim = dict(kind="value", lims=[0.1, 0.4, 0.8])
brain = seen.plot(subjects_dir=subjects_dir, hemi="lh", clim=clim)

# %%
# Sources and their courses
# -------------------------
# ``simulate_stc`` gives all sources of a label the same course: here a wave of 20 nA·m, 100 ms
# after time 0 in one area and 50 ms later in another one.

names = ["transversetemporal-lh", "lateraloccipital-lh"]
labels = [
    leadfield.read_labels_from_annot("sample", regexp=name, subjects_dir=subjects_dir)[0]
    for name in names
]
areas = [label.center_of_mass(subjects_dir=subjects_dir) for label in labels]
patches = leadfield.grow_labels("sample", areas, 8, 0, subjects_dir)
times = np.arange(150) / info["sfreq"]
courses = 2e-8 * np.exp(-0.5 * ((times - [[0.1], [0.15]]) / 0.015) ** 2)
n_sources = [len(np.intersect1d(one.vertices, fwd["src"][0]["vertno"])) for one in patches]
stc = simulate_stc(
    fwd["src"], patches, courses / np.reshape(n_sources, (2, 1)), 0, 1 / info["sfreq"]
)
stc

# %%
# A recording of them
# -------------------
# ``simulate_raw`` takes as many estimates as there are: here the same sixty times, each with a
# trigger at time 0. ``add_noise`` adds the noise of a covariance, the same each time for a seed.

raw = simulate_raw(info, [stc] * 60, forward=fwd, verbose=False)
noise_cov = leadfield.make_ad_hoc_cov(raw.info)
add_noise(raw, noise_cov, rng=1)
events = leadfield.find_events(raw, shortest_event=1)
epochs = leadfield.Epochs(raw, events, 1, 0, 0.5, baseline=None)
evoked = epochs.average()
fig = evoked.plot(picks="grad")

# %%
# What a map makes of them
# ------------------------

inverse = make_inverse_operator(evoked.info, fwd, noise_cov, loose=0.2)
found = apply_inverse(evoked, inverse, method="dSPM")
clim = dict(kind="value", lims=[6, 12, 24])
brain = found.plot(subjects_dir=subjects_dir, hemi="lh", initial_time=0.1, clim=clim)
brain.add_label(patches[0], borders=True, color="cyan")

# %%
# The map is blurred, and strongest around the outline of the source that was active. Over time, the
# two areas are seen one after the other:

found_courses = found.extract_label_time_course(patches, fwd["src"], mode="mean")
fig, ax = plt.subplots(layout="constrained")
for name, course in zip(names, found_courses, strict=True):
    ax.plot(1000 * found.times, course, label=name)
ax.set(xlabel="Time (ms)", ylabel="dSPM")
ax.legend()

# %%
# Events, blinks and heartbeats
# -----------------------------
# ``SourceSimulator`` puts waveforms of labels at events of their own, and ``simulate_raw`` takes it
# as it takes estimates. ``add_eog`` and ``add_ecg`` add what sensors measure of the eyes and the
# heart: here on the frontal sensors, over twenty seconds.

simulator = SourceSimulator(fwd["src"], tstep=1 / info["sfreq"], duration=40.0)
for patch, course, n, first in zip(patches, courses, n_sources, (100, 180), strict=True):
    onsets = np.arange(first, 5600, 160)
    number = np.full(len(onsets), 1 if first == 100 else 2)
    simulator.add_data(patch, course / n, np.stack([onsets, 0 * onsets, number], axis=1))
moving = add_noise(simulate_raw(info, simulator, forward=fwd), noise_cov, rng=1)
add_ecg(add_eog(moving, rng=1), rng=1)
front = ["MEG 0113", "MEG 0122", "MEG 0522", "MEG 0532", "MEG 0912", "MEG 0922", "STI 014"]
fig = moving.copy().pick(front).plot(start=5, duration=20, scalings=dict(grad=2e-11, stim=4))

# %%
# ``simulate_evoked`` makes an average at once, ``apply_forward`` signals without noise, and
# ``make_forward_dipole`` the field of a dipole anywhere. Where a whole experiment is needed, with
# blinks, bad channels and a brain that is never silent: that is the simulated experiment itself,
# ``leadfield.datasets.simulated``.
