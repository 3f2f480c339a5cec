"""
Map rhythms: power and spectra of sources
=========================================

Much of what the brain does is not locked to an event, and so is lost in averages: the rhythm of
10 Hz at the back of the head, or power that falls and rises after a stimulus, with another phase in
each trial. It is seen in *power*. This page maps the spectrum of a recording, finds where its alpha
rhythm is, and follows power over time around events.
"""

# %%
# Where a rhythm comes from
# -------------------------
# The recording is the simulated experiment, in which the back of the cortex has a rhythm of 10 Hz.

import matplotlib.pyplot as plt
import numpy as np

import leadfield
from leadfield.datasets import simulated
from leadfield.minimum_norm import (
    compute_source_psd,
    make_inverse_operator,
    source_band_induced_power,
    source_induced_power,
)

data = simulated.data_path()
sample, subjects_dir = data / "MEG" / "sample", data / "subjects"
raw = leadfield.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif")
fwd = leadfield.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
events = leadfield.find_events(raw)
reject = dict(grad=4000e-13, mag=4e-12, eog=150e-6)
epochs = leadfield.Epochs(raw, events, [1, 2], -0.6, 0.9, baseline=(None, 0), reject=reject)
noise_cov = leadfield.compute_covariance(epochs, tmax=0, method="empirical")
inverse = make_inverse_operator(raw.info, fwd, noise_cov, loose=0.2)

# %%
# ``compute_source_psd`` gives the power spectral density of each source: an estimate with
# frequencies where others have times. What is asked for is the density from 2 to 38 Hz, of windows
# of 512 samples, and of currents along the normal of the cortex.

options = dict(method="MNE", n_fft=512, fmin=2, fmax=38)
psd = compute_source_psd(raw, inverse, pick_ori="normal", **options)
psd

# %%
# Deep sources are weaker than others at all frequencies. Related to the mean over frequencies, the
# density around 10 Hz shows where it stands out: at the back, seen from below.

alpha = psd.copy().crop(8, 12).mean() / psd.mean()
clim = dict(kind="value", lims=[1.5, 2, 2.8])
brain = alpha.plot(subjects_dir=subjects_dir, hemi="both", views="ventral", clim=clim)

# %%
# Spectra of areas
# ----------------
# A list of labels gives the mean density in each, without that of all sources in between: for long
# recordings this takes seconds.

labels = leadfield.read_labels_from_annot("sample", "aparc", subjects_dir=subjects_dir)
names = ["cuneus-lh", "lateraloccipital-lh", "precentral-lh", "lateralorbitofrontal-lh"]
some = [label for label in labels if label.name in names]
spectra = compute_source_psd(raw, inverse, label=some, **options)
fig, ax = plt.subplots(layout="constrained")
for label, spectrum in zip(some, spectra, strict=True):
    ax.plot(psd.times, spectrum / spectrum.mean(), label=label.name)
ax.set(xlabel="Frequency (Hz)", ylabel="Density, relative to its mean")
ax.legend()

# %%
# The rhythm is in the two areas at the back. In front, just above the eyes, what is slow is
# strongest: it is their movements, not the brain, that the map shows there.

# %%
# Power over time
# ---------------
# Around events, power is computed by Morlet wavelets, which tell times and frequencies apart as far
# as both can be: ``n_cycles`` trades the one for the other. Related to the baseline, power of the
# auditory cortex after tones in the left ear:

left = epochs["1"]
auditory = [label for label in labels if label.name == "transversetemporal-rh"]
freqs = np.arange(6, 31, 1.0)
power = source_induced_power(
    left,
    inverse,
    freqs,
    label=auditory,
    n_cycles=3,
    baseline=(-0.4, -0.1),
    baseline_mode="percent",
    return_plv=False,
)
fig, ax = plt.subplots(layout="constrained")
image = ax.pcolormesh(1000 * left.times, freqs, 100 * power[0], cmap="RdBu_r", vmin=-150, vmax=150)
ax.set(xlabel="Time (ms)", ylabel="Frequency (Hz)")
fig.colorbar(image, label="Change of power (%)")

# %%
# A wavelet of 6 Hz with three cycles is 800 ms long, so the first and last 400 ms at this frequency
# know less than the rest: ask for epochs longer than what you want to see.
#
# For a map of a band, ``source_band_induced_power`` averages over its frequencies:

bands = dict(theta=(6, 8))
stcs = source_band_induced_power(
    left,
    inverse,
    bands,
    n_cycles=3,
    decim=3,
    baseline=(-0.4, -0.1),
    baseline_mode="percent",
)
brain = stcs["theta"].plot(
    subjects_dir=subjects_dir,
    hemi="rh",
    views="lateral",
    initial_time=0.1,
    clim=dict(kind="value", lims=[0.5, 1, 2]),
)

# %%
# Power that is locked to the tone is in there as well; what the average shows is taken out by
# ``epochs.subtract_evoked()`` before. How far phases agree between trials is what
# ``source_induced_power`` returns with ``return_plv=True``.
