"""Labels and distances along the cortex, with one package: python labels.py PACKAGE DATA.

PACKAGE is ``mne`` or ``leadfield``. MNE-Python writes a map between two subjects when it first
needs one, and reads it from then on. Prints one line of JSON: seconds of each step.
"""

import sys
from importlib import import_module
from pathlib import Path

from laps import Laps

PACKAGE, SUBJECTS = sys.argv[1], Path(sys.argv[2]) / "subjects"
SUBJECT, OTHER, SPACING, SEEDS = "sample", "fsaverage", "oct4", 20
NEAR = 0.03  # m
mne = import_module(PACKAGE)
mne.set_log_level("error")


def grow(seeds, hemis):
    """Labels of 15 mm on one cortex."""
    mne.grow_labels(SUBJECT, seeds, 15, hemis, subjects_dir=SUBJECTS)


def ready_labels():
    """Labels of a parcellation, to be morphed."""
    labels = mne.read_labels_from_annot(SUBJECT, subjects_dir=SUBJECTS)
    for label in labels:
        label.values.fill(1.0)
    return [label for label in labels if "unknown" not in label.name]


def morph(label):
    """A label on the other cortex."""
    label.morph(SUBJECT, OTHER, subjects_dir=SUBJECTS)


grow([7], 0)  # loads what is loaded at first use
first, *others = ready_labels()
src = mne.setup_source_space(SUBJECT, SPACING, subjects_dir=SUBJECTS, add_dist=False)
laps = Laps()
grow([100, 5000], [0, 1])
laps.done("grow_labels: two of 15 mm")
grow([400 * i for i in range(SEEDS)], 0)
laps.done(f"grow_labels: {SEEDS} of a hemisphere")
morph(first)
laps.done("Label.morph: the first")
for other in others:
    morph(other)
laps.done("Label.morph: each of the next", len(others))
mne.add_source_space_distances(src, dist_limit=NEAR)
laps.done("add_source_space_distances: 516 sources, up to 30 mm")
mne.add_source_space_distances(src)
laps.done("the same without a limit")
laps.tell()
