"""Centre of mass of a label: the vertex in its middle."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import DataError
from leadfield.labels.label import CorticalLabel
from leadfield.labels.surface import read_label_surface
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
    surface = read_label_surface(label, subject, subjects_dir, surf)
    among = np.arange(len(surface.vertices)) if candidates is None else candidates
    return middle_vertex(surface.vertices, label.vertices, label.values, among)
