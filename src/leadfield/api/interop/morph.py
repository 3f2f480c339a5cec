"""Morphs of MNE-Python's between two cortices."""

from typing import Any

import numpy as np
import scipy

from leadfield.api.interop.origin import mne_bases
from leadfield.base.errors import ArgumentTypeError
from leadfield.morph.cortical import CorticalMorph


def morph_from_mne(morph: object) -> CorticalMorph | None:
    """Value of a ``SourceMorph`` of MNE-Python's, None for anything else.

    Its matrix is shared. One of volumes is refused.
    """
    if "SourceMorph" not in mne_bases(morph):
        return None
    found: Any = morph
    if found.kind != "surface" or found.morph_mat is None:
        msg = (
            f"value must be a morph of surfaces, got MNE-Python's SourceMorph of kind "
            f"{found.kind!r}: volumes are not morphed here, apply it with MNE-Python"
        )
        raise ArgumentTypeError(msg)
    grade = found.spacing
    return CorticalMorph(
        matrix=scipy.sparse.csr_array(found.morph_mat),
        vertices_from=tuple(found.src_data["vertices_from"]),
        vertices_to=tuple(found.vertices_to),
        subject_from=found.subject_from,
        subject_to=found.subject_to,
        smooth=found.smooth,
        crossed=bool(found.xhemi),
        grade=int(grade) if isinstance(grade, int | np.integer) else None,
    )
