"""Cortex that a group's estimates lie on: where its vertices are, and its labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import read_surface
from leadfield.freesurfer.talairach import surface_to_mni
from leadfield.labels.label import CorticalLabel
from leadfield.labels.parcellation import annotation_files, read_annotation_labels
from leadfield.numerics.affine import apply_affine
from leadfield.sources.space import HEMISPHERES

NO_CORTEX = ("unknown", "corpuscallosum", "medial_wall", "medialwall", "???")
"""Regions of parcellations that are none of the cortex, in small letters."""
IN_MNI = "fsaverage"
"""Subjects whose names begin so have MNI coordinates for surface RAS: FreeSurfer made them so."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TemplateCortex:
    """A subject's labels, and MNI coordinates of all vertices by hemisphere, (n_vertices, 3) in mm.

    ``mni`` is None where they are not known.
    """

    subject: str
    mni: tuple[Floats, Floats] | None
    labels: tuple[CorticalLabel, ...]

    def __post_init__(self) -> None:
        lock_arrays(self)

    def mni_of(self, vertices: Sequence[Ints]) -> Floats | None:
        """MNI coordinates of sources, (n_sources, 3) in mm."""
        if self.mni is None:
            return None
        pairs = zip(self.mni, vertices, strict=True)
        return np.concatenate([positions[numbers] for positions, numbers in pairs])

    def label_at(self, hemisphere: str, vertex: int) -> str | None:
        """The name of the label that holds a vertex."""
        for label in self.labels:
            if label.hemisphere == hemisphere and vertex in label.vertices:
                return label.name
        return None


def read_template(folder: Path, subject: str, parcellation: str) -> TemplateCortex:
    """The cortex of a subject in a folder of subjects, with the labels of a parcellation."""
    files = {
        side: subject_file(folder, subject, "label", path.name)
        for side, path in annotation_files(folder, subject, parcellation, "both").items()
    }
    labels = read_annotation_labels(files, folder, subject, surf_name="white", regexp=None)
    return TemplateCortex(
        subject=subject,
        mni=_mni_positions(folder, subject),
        labels=tuple(sorted(filter(_is_cortex, labels), key=lambda label: str(label.name))),
    )


def _is_cortex(label: CorticalLabel) -> bool:
    return str(label.name).rpartition("-")[0].lower() not in NO_CORTEX


def template_to_mni(folder: Path, subject: str) -> Floats | None:
    """The transform (4, 4) from surface RAS to MNI coordinates in mm, None if it is not known."""
    to_mni = surface_to_mni(folder / subject)
    return np.eye(4) if to_mni is None and subject.startswith(IN_MNI) else to_mni


def _mni_positions(folder: Path, subject: str) -> tuple[Floats, Floats] | None:
    to_mni = template_to_mni(folder, subject)
    if to_mni is None:
        return None
    surfaces = (
        read_surface(subject_file(folder, subject, "surf", f"{side}.white")) for side in HEMISPHERES
    )
    left, right = (apply_affine(to_mni, one.vertices) for one in surfaces)
    return left, right
