"""
Suppress all but one place: a beamformer
========================================

The inverse methods of the other pages ask which currents explain all of the data. A *beamformer*
asks one place at a time: which weights of the sensors pass what comes from here, and suppress as
much of everything else as they can? It learns what to suppress from the data themselves. LCMV
(linearly constrained minimum variance; Van Veen et al. 1997) is the one that leadfield has. This
page maps a response and a rhythm by it, and shows where it fails.
"""

# %%
# Two covariances
# ---------------
# A beamformer needs the covariance of the data that it will be applied to, with the response in it,
# and the noise covariance to weigh magnetometers against gradiometers. Epochs of the simulated
# experiment give both: tones to the left and to the right ear.

import numpy as np

import leadfield
from leadfield.beamformer import apply_lcmv, apply_lcmv_cov, make_lcmv
from leadfield.datasets import simulated
from leadfield.simulation import add_noise, simulate_raw

leadfield.set_log_level("warning")
data = simulated.data_path()
sample, subjects_dir = data / "MEG" / "sample", data / "subjects"
raw = leadfield.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif")
forward = leadfield.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
events = leadfield.find_events(raw)
reject = dict(grad=4000e-13, mag=4e-12, eog=150e-6)
tones = dict(left=1, right=2)
epochs = leadfield.Epochs(raw, events, tones, -0.2, 0.4, baseline=(None, 0), reject=reject)
noise_cov = leadfield.compute_covariance(epochs, tmax=0, method="empirical")
data_cov = leadfield.compute_covariance(epochs, tmin=0.05, tmax=0.25, method="empirical")

# %%
# The filters, and a response
# ---------------------------
# ``pick_ori="max-power"`` turns each source to where it has most power, and with
# ``weight_norm="unit-noise-gain"`` noise has variance 1 everywhere; without a norm, estimates
# would grow towards the middle of the head, where sensors see little.

filters = make_lcmv(
    epochs.info,
    forward,
    data_cov,
    reg=0.05,
    noise_cov=noise_cov,
    pick_ori="max-power",
    weight_norm="unit-noise-gain",
)
evoked = epochs["left"].average()
stc = abs(apply_lcmv(evoked, filters))
vertex, time = stc.get_peak(tmin=0.05, tmax=0.25)
brain = stc.plot(subjects_dir=subjects_dir, hemi="rh", initial_time=time)

# %%
# The response to a tone in the left ear is in the right auditory cortex, as on the other pages.
# Signs of sources that turn where power is are arbitrary, so the map is of magnitudes.
#
# A rhythm
# --------
# What beamformers are best at is power that goes on all the time. The power of a source is known
# from a covariance alone, without a time course: :func:`~leadfield.beamformer.apply_lcmv_cov`. Here
# it is that of 8 to 12 Hz, as a share of that of all frequencies.

meg = raw.copy().load_data().pick("meg")
alpha_cov = leadfield.compute_raw_covariance(meg.copy().filter(8, 12))
raw_cov = leadfield.compute_raw_covariance(meg)
options = dict(
    noise_cov=leadfield.make_ad_hoc_cov(meg.info),
    pick_ori="max-power",
    weight_norm="unit-noise-gain",
)
filters = make_lcmv(meg.info, forward, raw_cov, **options)
share = apply_lcmv_cov(alpha_cov, filters) / apply_lcmv_cov(raw_cov, filters)
brain = share.plot(subjects_dir=subjects_dir, hemi="both", views="caudal")

# %%
# It is at the back of the head, where the simulated rhythm is.
#
# Where it fails
# --------------
# Whatever goes up and down together with the place asked for helps to suppress it. Two sources of
# which one is a copy of the other cancel each other, and a beamformer sees *neither*. To show it,
# simulate noise of a source in each auditory cortex: once independent, once the same on both sides.

names = ["transversetemporal-lh", "transversetemporal-rh"]
vertices = []
for name, space in zip(names, forward["src"], strict=True):
    (label,) = leadfield.read_labels_from_annot("sample", regexp=name, subjects_dir=subjects_dir)
    vertices.append(np.intersect1d(label.vertices, space["vertno"])[:1])
rng = np.random.default_rng(0)
first, second = 1e-8 * rng.standard_normal((2, int(60 * meg.info["sfreq"])))


def map_power(courses):
    """Power of the sources that a beamformer finds, of one minute of these two."""
    stc = leadfield.SourceEstimate(np.array(courses), vertices, 0, 1 / meg.info["sfreq"])
    raw = simulate_raw(meg.info, stc, forward=forward, verbose=False)
    add_noise(raw, options["noise_cov"], rng=1)
    cov = leadfield.compute_raw_covariance(raw)
    return apply_lcmv_cov(cov, make_lcmv(raw.info, forward, cov, **options))


independent, alike = map_power([first, second]), map_power([first, first])
clim = dict(kind="value", lims=[2, 4, 10])
look = dict(subjects_dir=subjects_dir, hemi="split", views="lateral", size=(800, 400), clim=clim)
brain = independent.plot(**look)

# %%
# Power is relative to noise, which is 1. Independent sources are both there, and sharp as only
# simulated ones are: on the source space, with a lead field without error, and points, not areas.
# The same two sources, as strong, but alike:

brain = alike.plot(**look)
print(f"largest power: {independent.data.max():.1f} independent, {alike.data.max():.1f} alike")

# %%
# An empty map of a beamformer is therefore no proof of silence, above all for what both ears or
# eyes drive at once. The inverse methods (MNE, dSPM, sLORETA, eLORETA) take nothing from the
# covariance of the data and do not have this fault; look at both.
