"""From anatomy to lead fields: python head_models.py PACKAGE DATA FOLDER.

FOLDER is what shells.py filled. Sources are those of the data set's forward model, in a head that
is a sphere: its boundary elements cost what any others do. Prints one line of JSON: seconds of
each step, first calls in their process.
"""

import sys
from importlib import import_module
from pathlib import Path

from first_steps import FORWARD, recordings
from laps import Laps

PACKAGE, DATA, FOLDER = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
mne = import_module(PACKAGE)
mne.set_log_level("error")
SPACING = {"subjects_dir": DATA / "subjects", "add_dist": "patch"}

laps = Laps()
mne.setup_source_space("sample", "oct6", **SPACING)
laps.done("setup_source_space, oct-6, patches")
for name in ("three", "one"):
    surfaces = mne.read_bem_surfaces(FOLDER / f"{name}-bem.fif")
    plural = "s" if name == "three" else ""
    step = f"make_bem_solution, {name} shell{plural} of 642 vertices"
    laps.start()
    mne.make_bem_solution(surfaces)
    laps.done(step)
    _ = mne.make_bem_solution(surfaces)["solution"]
    laps.done(f"{step}, and its inverse")

src = mne.read_forward_solution(recordings(DATA) / FORWARD)["src"]
raw = mne.io.read_raw_fif(recordings(DATA) / "sample_audvis_filt-0-40_raw.fif")
shell = mne.read_bem_solution(FOLDER / "large-bem-sol.fif")
sphere = mne.make_sphere_model("auto", "auto", raw.info)
# Sources and shells are in one frame.
options = {"trans": None, "src": src, "on_inside": "ignore"}
laps.start()
mne.make_forward_solution(raw.info, bem=shell, eeg=False, **options)
laps.done("make_forward_solution, MEG, one shell of 2562 vertices")
mne.make_forward_solution(raw.info, bem=sphere, eeg="eeg" in raw, **options)
laps.done("make_forward_solution, a sphere, MEG and EEG")
laps.tell()
