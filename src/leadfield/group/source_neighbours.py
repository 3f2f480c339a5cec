"""Neighbours among sources that lie anywhere on a cortex, by its triangles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import read_surface
from leadfield.morph.vertices import sphere_positions
from leadfield.numerics.nearest import nearest_places
from leadfield.sources.adjacency import adjacency_by_triangles
from leadfield.sources.space import HEMISPHERES

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def neighbours_of_sources(folder: Path, subject: str, vertices: Sequence[Ints]) -> csr_array:
    """Ones (n_sources, n_sources) where two sources touch; hemispheres do not.

    Each vertex of the cortex belongs to the nearest source on the sphere, and sources touch where
    an edge leads from one's vertices to another's: where all are sources, along all edges.
    """
    import scipy

    parts = []
    for side, numbers in zip(HEMISPHERES, vertices, strict=True):
        if not len(numbers):
            parts.append(scipy.sparse.csr_array((0, 0)))
            continue
        surface = read_surface(subject_file(folder, subject, "surf", f"{side}.white"))
        owners = np.arange(len(surface.vertices))
        if len(numbers) < len(owners):
            sphere = sphere_positions(folder, subject, side)
            owners = nearest_places(sphere, sphere[numbers])
        parts.append(adjacency_by_triangles(owners[surface.triangles]).tocsr())
    return scipy.sparse.block_diag(parts, format="csr")
