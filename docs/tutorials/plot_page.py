"""
A brain to turn, and to send to anybody
=======================================

A map on the cortex is easier to understand when it can be turned, and when the time can be moved.
``stc.to_html`` writes one HTML file that does both in any browser, without a network or a server:
a colleague opens it with a double click.
"""

import tempfile
from pathlib import Path

import leadfield as mne
from leadfield.datasets import simulated
from leadfield.minimum_norm import apply_inverse, make_inverse_operator

data_path = simulated.data_path()
sample = data_path / "MEG" / "sample"
subjects_dir = data_path / "subjects"
raw = mne.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif")
epochs = mne.Epochs(
    raw,
    mne.find_events(raw),
    dict(aud_l=1, vis_l=3),
    picks=["meg", "eog"],
    reject=dict(grad=4000e-13, mag=4e-12, eog=150e-6),
)
noise_cov = mne.compute_covariance(epochs, tmax=0.0, method="shrunk")
evoked = {name: epochs[name].average().pick_types(meg=True) for name in ("aud_l", "vis_l")}
fwd = mne.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
inverse = make_inverse_operator(evoked["aud_l"].info, fwd, noise_cov)
stc = {name: apply_inverse(one, inverse, method="dSPM") for name, one in evoked.items()}

# %%
# One estimate
# ------------
# Drag to turn, scroll to zoom, click a place for its time course, its region and its coordinates.
# The slider at the top goes from the white surface to the inflated one, the one at the bottom
# through time. Press ``?`` in the page for its keys.

folder = Path(tempfile.mkdtemp())
page = stc["aud_l"].to_html(
    folder / "tone.html", evoked["aud_l"], subjects_dir=subjects_dir, title="A tone to the left ear"
)

# %%
# Several conditions
# ------------------
# Maps of one page share time, view, picks and colour limits. Side by side, they turn together.

several = mne.viz.write_brain_page(
    stc,
    folder / "conditions.html",
    subjects_dir=subjects_dir,
    title="Ear and eye",
    side_by_side=True,
    hemi="both",
    view="caudal",
    initial_time=0.1,
)

# %%
# Change the inverse in the page
# ------------------------------
# With ``inverse``, the page carries the inverse operator and the sensor data. Whoever reads it
# moves the signal-to-noise ratio, switches between MNE, dSPM and sLORETA, and sees what is
# explained and what is left. That takes some 15 MB more, so it is not shown here::
#
#     stc["aud_l"].to_html("live.html", evoked["aud_l"], inverse, subjects_dir)
#
# From a shell, ``leadfield view aud_l-dSPM-lh.stc --subject sample`` does the same. A brain made by
# ``stc.plot`` has ``to_html``, too: its labels, foci and texts come along.
