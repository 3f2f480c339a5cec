"""
Say where to expect activity: a prior
=====================================

Sensors leave open where currents are; an inverse operator decides by what it takes to be likely
beforehand. As a rule each source is as likely as any other, but for its depth. Who knows more, from
fMRI, from anatomy or from earlier studies, can say so: ``source_cov`` of
:func:`~leadfield.minimum_norm.make_inverse_operator` multiplies the variance that each source is
expected to have. This page gives a good prior, and a wrong one.
"""

# sphinx_gallery_thumbnail_number = 2

# %%
# Without one
# -----------
# The response of the simulated experiment to tones in the left ear, as currents (MNE).

import numpy as np

import leadfield
from leadfield.datasets import simulated
from leadfield.minimum_norm import apply_inverse, make_inverse_operator

leadfield.set_log_level("warning")
data = simulated.data_path()
sample, subjects_dir = data / "MEG" / "sample", data / "subjects"
raw = leadfield.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif")
forward = leadfield.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
reject = dict(grad=4000e-13, mag=4e-12, eog=150e-6)
epochs = leadfield.Epochs(raw, leadfield.find_events(raw), 1, reject=reject)
noise_cov = leadfield.compute_covariance(epochs, tmax=0, method="shrunk")
evoked = epochs.average()


def plot_map(source_cov=None):
    """Plot the map at 95 ms, with a prior or without."""
    inverse = make_inverse_operator(evoked.info, forward, noise_cov, source_cov=source_cov)
    stc, residual = apply_inverse(evoked, inverse, method="MNE", return_residual=True)
    stc.crop(0.095, 0.095)
    left = [one.copy().pick("mag").crop(0.09, 0.1).data for one in (residual, evoked)]
    print(f"{1 - np.sum(left[0] ** 2) / np.sum(left[1] ** 2):.1%} of the variance is explained")
    return stc, stc.plot(subjects_dir=subjects_dir, hemi="rh", views="lateral")


plain, brain = plot_map()

# %%
# Labels with a variance
# ----------------------
# Sources in the auditory cortex are expected to have ten times the variance of all others. Nothing
# is excluded: what the data say against it remains. Liu et al. (1998) take this factor for areas
# that fMRI has seen, and show that it costs little where fMRI was wrong.


def read_label(name):
    """Read one area of the parcellation."""
    return leadfield.read_labels_from_annot("sample", regexp=name, subjects_dir=subjects_dir)[0]


auditory = read_label("transversetemporal-rh")
informed, brain = plot_map([(auditory, 10)])
brain.add_label(auditory, borders=True, color="cyan")

# %%
# Currents move into the outlined area. How much of their size is in there, of all in this
# hemisphere:


def share(stc, label):
    """Share of the currents' size in a label, of that in its hemisphere."""
    return stc.in_label(label).data.sum() / stc.rh_data.sum()


print(f"without a prior {share(plain, auditory):.0%}, with one {share(informed, auditory):.0%}")

# %%
# A wrong prior
# -------------
# The same factor for an area that has no part in it, the middle temporal gyrus, two centimetres
# away:

other = read_label("middletemporal-rh")
wrong, brain = plot_map([(other, 10)])
brain.add_label(other, borders=True, color="cyan")
print(f"there: without a prior {share(plain, other):.0%}, with one {share(wrong, other):.0%}")

# %%
# The map shows what it was told to expect, and explains as much of the data: sensors cannot tell.
# A map with a prior is no evidence for the prior. Show both maps, and take priors from data that
# are not those of the map.
#
# Maps and numbers
# ----------------
# A prior may be a map, such as an fMRI statistic on the same cortex, with one value above 0 a
# source, or one number a source. Here the variance falls with the distance from a place:

centre = forward["src"][1]["rr"][auditory.center_of_mass(subjects_dir=subjects_dir)]
places = np.concatenate([space["rr"][space["vertno"]] for space in forward["src"]])
near = np.exp(-0.5 * (np.linalg.norm(places - centre, axis=1) / 0.02) ** 2)
smooth, brain = plot_map(1 + 9 * near)
