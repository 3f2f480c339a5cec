"""Morphs as MNE-Python's."""

from typing import Any

import scipy

from leadfield.api.interop.mne_python import mne_python
from leadfield.morph.cortical import CorticalMorph


def morph_to_mne(morph: CorticalMorph) -> Any:
    """A ``SourceMorph`` of MNE-Python's between two cortices, with a matrix of its own."""
    volumes_only = dict.fromkeys(
        ("zooms", "niter_affine", "niter_sdr", "shape", "affine", "pre_affine", "sdr_morph")
    )
    return mne_python().SourceMorph(
        subject_from=morph.subject_from,
        subject_to=morph.subject_to,
        kind="surface",
        spacing=morph.grade,
        smooth=morph.smooth,
        xhemi=morph.crossed,
        morph_mat=scipy.sparse.csr_array(morph.matrix.copy()),
        vertices_to=[vertices.copy() for vertices in morph.vertices_to],
        src_data={"vertices_from": [vertices.copy() for vertices in morph.vertices_from]},
        vol_morph_mat=None,
        verbose="ERROR",
        **volumes_only,
    )
