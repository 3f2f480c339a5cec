"""Formats besides FIF that leadfield reads, known by endings and first bytes, and their readers."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from leadfield.estimates.hdf5 import read_estimate_hdf5
from leadfield.estimates.stc import read_stc, read_w
from leadfield.events.text import read_events
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.label import read_label_file
from leadfield.freesurfer.overlay import read_morph
from leadfield.freesurfer.surface import read_surface
from leadfield.freesurfer.talairach import read_surface_to_scanner, read_talairach
from leadfield.morph.hdf5 import read_morph_file
from leadfield.recording.annotation_text import TITLE, load_text

Format = tuple[str, Callable[[Path], object]]

ENDINGS: dict[str, Format] = {
    ".stc": ("a source estimate", read_stc),
    ".w": ("a source estimate", read_w),
    ".label": ("a label", read_label_file),
    ".annot": ("a parcellation", read_annotation),
    "-stc.h5": ("a source estimate", read_estimate_hdf5),
    ".h5": ("a morph", read_morph_file),
    ".xfm": ("a Talairach transform", read_talairach),
    ".mgz": ("the geometry of an image", read_surface_to_scanner),
    ".csv": ("annotations", partial(load_text, suffix=".csv")),
    ".eve": ("events", read_events),
    ".lst": ("events", read_events),
}
STARTS: dict[bytes, Format] = {
    b"\xff\xff\xfe": ("a surface", read_surface),
    b"\xff\xff\xfd": ("a surface", read_surface),
    b"\xff\xff\xff": ("an overlay", read_morph),
}
TEXTS: dict[bool, Format] = {
    True: ("annotations", partial(load_text, suffix=".txt")),
    False: ("events", read_events),
}


def format_of(path: Path) -> Format | None:
    """What a file holds and what reads it; None for FIF, and for what is no format of ours."""
    name = path.name.lower()
    for ending, known in ENDINGS.items():
        if name.endswith(ending):
            return known
    with path.open("rb") as stream:
        head = stream.read(len(TITLE))
    if name.endswith(".txt"):
        return TEXTS[head == TITLE.encode()]
    return STARTS.get(head[:3])
