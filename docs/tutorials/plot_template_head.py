"""
EEG on a template head
======================

You have EEG and the names of its electrodes, but no MRI of the person. Then electrodes stand
where the 10-20 system has them on the template head fsaverage, and the map is drawn on the
template's cortex. How far off that is, is measured at the end of this page.
"""

# sphinx_gallery_thumbnail_number = 2

# %%
# A recording
# -----------
# Yours comes from a file, or from MNE-Python, whose ``Raw`` of any format is taken as it is. This
# page makes one, so that the truth is known. Its person is not the template: the head is 5 %
# wider and 4 % higher, so that the skull is thicker, it conducts better than assumed, and each
# electrode is some millimetres off its place. Brain and skull are fsaverage's otherwise.

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.collections import LineCollection

import leadfield as mne
from leadfield.datasets import template
from leadfield.minimum_norm import apply_inverse, make_inverse_operator

mne.set_log_level("warning")
rng = np.random.default_rng(0)
subject, subjects_dir = "fsaverage5", template.data_path()
names = mne.make_standard_montage("biosemi64").ch_names
size = np.array([1.05, 1.0, 1.04])

standard = mne.make_standard_montage("fsaverage_1005").get_positions()
places = {n: size * standard["ch_pos"][n] + rng.normal(0, 4e-3, 3) for n in names}
cardinal = {n: size * standard[n] for n in ("nasion", "lpa", "rpa")}
info = mne.create_info(names, 250.0, "eeg").set_montage(mne.make_dig_montage(places, **cardinal))

surfs = mne.make_bem_model(subject, 3, (0.33, 0.01, 0.33), subjects_dir)
person = [{**surf, "rr": surf["rr"] * size} for surf in surfs]
src = mne.setup_source_space(subject, "ico4", subjects_dir=subjects_dir, add_dist=False)
truth = mne.make_forward_solution(info, "fsaverage", src, mne.make_bem_solution(person))
truth = mne.convert_forward_solution(truth, surf_ori=True, force_fixed=True)

# %%
# A patch of the left postcentral gyrus, where the right hand is felt, answers 80 times, 80 ms
# after a touch. The rest of the cortex makes noise.

(gyrus,) = mne.read_labels_from_annot(subject, regexp="postcentral-lh", subjects_dir=subjects_dir)
vertex = gyrus.center_of_mass(subject, truth["src"], subjects_dir)
left = truth["src"][0]
near = np.linalg.norm(left["rr"][left["vertno"]] - left["rr"][vertex], axis=1) < 10e-3
patch = np.flatnonzero(near & np.isin(left["vertno"], gyrus.vertices))

gain = truth["sol"]["data"]
course = 60e-9 * np.exp(-(((np.arange(50) - 20) / 5) ** 2))
answer = np.outer(gain[:, patch].mean(axis=1), course)
data = gain @ (2e-9 * rng.standard_normal((gain.shape[1], 80 * 125)))
data += 1e-6 * rng.standard_normal(data.shape)
onsets = 125 * np.arange(80) + 50
for onset in onsets:
    data[:, onset : onset + 50] += answer
raw = mne.io.RawArray(data, mne.create_info(names, 250.0, "eeg"))
raw.set_annotations(mne.Annotations(onsets / 250, 0, "touch"))
raw

# %%
# From names to a map
# -------------------
# ``raw`` has names and no positions. These lines are what you need; ``match_alias=True`` knows
# older names, too, such as T3 for T7.

raw.set_montage("fsaverage_1005", match_alias=True)
raw.set_eeg_reference(projection=True)
events, event_id = mne.events_from_annotations(raw)
epochs = mne.Epochs(raw, events, event_id, tmin=-0.1, tmax=0.25)
evoked = epochs.average()
noise_cov = mne.compute_covariance(epochs, tmax=0, method="shrunk")

fwd = mne.make_forward_solution(evoked.info, "fsaverage", src, template.bem_path())
inverse = make_inverse_operator(evoked.info, fwd, noise_cov)
stc = apply_inverse(evoked, inverse, lambda2=1 / 9, method="sLORETA")
evoked.plot_joint(times=[0.08])

# %%
# The map at its strongest, in blue where it is, in white where the source was:

found, time = stc.get_peak(hemi="lh")
peak = stc.lh_data.max()
brain = stc.plot(
    hemi="lh",
    initial_time=time,
    clim=dict(kind="value", lims=[0.4 * peak, 0.6 * peak, 0.8 * peak]),
    subjects_dir=subjects_dir,
)
for place, color in ((found, "blue"), (vertex, "white")):
    brain.add_foci(place, coords_as_verts=True, color=color, scale_factor=0.6)

# %%
# The head behind it
# ------------------
# The template's inner skull and head were found in images of many people. The skull's outside
# and the scalp are made from these two: approximations, about 6 mm of bone with no holes, and at
# least 5 mm of skin. Cut through the middle, with the electrodes nearby. Some are a few
# millimetres off the scalp; lead fields are computed where they meet it.

head_to_mri = mne.read_trans(subjects_dir / subject / "bem" / f"{subject}-trans.fif")["trans"]
electrodes = np.array([ch["loc"][:3] for ch in raw.info["chs"]])
electrodes = electrodes @ head_to_mri[:3, :3].T + head_to_mri[:3, 3]

fig, axes = plt.subplots(1, 2, figsize=(9, 5), layout="constrained")
colors = ("tab:red", "tab:orange", "tab:blue")  # scalp, outer and inner skull
for ax, axis, place in zip(axes, (0, 1), (1e-4, -20e-3), strict=True):
    for surf, color in zip(surfs, colors, strict=True):
        height = surf["rr"][:, axis] - place
        sides = surf["tris"][:, [[0, 1], [1, 2], [2, 0]]]
        crossed = np.diff(np.sign(height[sides]), axis=2)[:, :, 0] != 0
        a, b = sides[crossed].reshape(-1, 2, 2).transpose(2, 0, 1)
        share = (height[a] / (height[a] - height[b]))[..., np.newaxis]
        ends = (1 - share) * surf["rr"][a] + share * surf["rr"][b]
        ax.add_collection(LineCollection(1e3 * np.delete(ends, axis, axis=2), color=color))
    near = electrodes[abs(electrodes[:, axis] - place) < 10e-3]
    ax.plot(*1e3 * np.delete(near, axis, axis=1).T, "ko")
    ax.set(xlabel=("back to front (mm)", "left to right (mm)")[axis], aspect="equal")
axes[0].set_ylabel("up (mm)")

# %%
# How far off is it?
# ------------------
# Two hundred sources of 40 nA·m all over the cortex, one after the other as the samples of one
# average, in the noise of 80 trials; the distance from each to the strongest place of its map.
# First with the person's own head and electrodes, as an MRI and a digitiser would give them; then
# with the template; and with a sphere fitted to the template's electrodes.

chosen = rng.choice(gain.shape[1], 200, replace=False)
noise = gain @ (2e-9 * rng.standard_normal((gain.shape[1], 200)))
noise += 1e-6 * rng.standard_normal(noise.shape)
seen = mne.EvokedArray(40e-9 * gain[:, chosen] + noise / np.sqrt(80), evoked.info, nave=80)
where = np.concatenate([s["rr"][s["vertno"]] for s in truth["src"]])[chosen]

own = mne.make_forward_solution(info, "fsaverage", src, mne.make_bem_solution(person))
sphere = mne.make_sphere_model("auto", "auto", raw.info)
ball = mne.make_forward_solution(raw.info, "fsaverage", src, sphere)
errors = {}
for head, forward in (("own head", own), ("template", fwd), ("sphere", ball)):
    inverse = make_inverse_operator(evoked.info, forward, noise_cov)
    places = np.concatenate([s["rr"][s["vertno"]] for s in inverse["src"]])
    maps = apply_inverse(seen, inverse, lambda2=1 / 9, method="sLORETA").data
    errors[head] = 1e3 * np.linalg.norm(places[maps.argmax(axis=0)] - where, axis=1)
    half, most = np.quantile(errors[head], (0.5, 0.75))
    print(f"{head}: half of the sources within {half:.0f} mm, three quarters within {most:.0f} mm")

# %%
# The first line flatters: sources lie where they are looked for, 7 mm apart, and only noise is in
# the way. With a template half of the sources are found within some one and a half centimetres,
# and a quarter are off by three or more: enough for a lobe, not for one bank of a sulcus. Compare
# groups or conditions, not millimetres. Others measured the same with four real heads and without
# noise: medians of 4 to 6 mm with a template that was warped to 256 measured electrodes, some
# 20 mm at the base of the brain, and 12 mm where the skull's conductivity was wrong (Acar & Makeig
# 2013, Brain Topogr 26:378). Folds of real brains differ from the template's, too, which this
# page leaves out.
#
# Digitised electrodes are better than standard ones, and an MRI is better than a template.
