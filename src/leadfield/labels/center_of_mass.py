"""Centre of mass of a label: the vertex in its middle."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.freesurfer.subjects import subject_file, subjects_folder
from leadfield.freesurfer.surface import read_surface
from leadfield.labels.label import CorticalLabel
from leadfield.numerics.mesh_centre import middle_vertex


def center_of_mass(
    label: CorticalLabel,
    *,
    subject: str | None,
    subjects_dir: str | Path | None,
    surf: str,
    candidates: Ints | None,
) -> int:
    """The vertex nearest to the mean position of the label, weighted by its values.

    It is one of ``candidates``, or of all vertices of the surface.
    """
    if not label.values.any() or (label.values < 0).any():
        msg = (
            "a label's values must be 0 or more and not all 0 to weigh vertices: set them "
            "with label.values.fill(1)"
        )
        raise DataError(msg)
    owner = subject or label.subject
    if owner is None:
        msg = "subject must be given where the label has none, got None"
        raise InputError(msg)
    name = f"{label.hemisphere}.{surf}"
    surface = read_surface(subject_file(subjects_folder(subjects_dir), owner, "surf", name))
    n_vertices = len(surface.vertices)
    if len(label) and label.vertices[-1] >= n_vertices:
        msg = f"the label's vertices must be below {n_vertices}, got {label.vertices[-1]}"
        raise MismatchError(msg)
    among = np.arange(n_vertices) if candidates is None else candidates
    return middle_vertex(surface.vertices, label.vertices, label.values, among)
