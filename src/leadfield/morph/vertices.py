"""The vertices of a subject that a morph goes to."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats, Ints, locked
from leadfield.base.checks import whole
from leadfield.base.errors import InputError
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.mesh import unit
from leadfield.numerics.mesh_sphere import FINEST_ICOSAHEDRON, icosahedron
from leadfield.numerics.nearest import nearest_places

HEMISPHERES = ("lh", "rh")
Pair = tuple[Ints, Ints]


def target_vertices(spacing: object, folder: Path, subject: str) -> Pair:
    """Vertices of both hemispheres: all, those of an icosahedron, or those given."""
    if spacing is None:
        counts = [len(sphere(folder, subject, h)) for h in HEMISPHERES]
        return np.arange(counts[0]), np.arange(counts[1])
    if isinstance(spacing, Sequence) and not isinstance(spacing, str):
        if len(spacing) != 2:
            msg = f"spacing must hold two arrays of vertices, got {len(spacing)} of them"
            raise InputError(msg)
        left, right = (_given(vertices) for vertices in spacing)
        return left, right
    grade = whole("spacing", spacing)
    if grade > FINEST_ICOSAHEDRON:
        msg = f"spacing must be at most {FINEST_ICOSAHEDRON}, got {grade}"
        raise InputError(msg)
    if subject == "fsaverage" and grade == 5:
        # Its first vertices are that icosahedron.
        return np.arange(10242), np.arange(10242)
    left, right = (_regular(grade, folder, subject, h) for h in HEMISPHERES)
    return left, right


def sphere(folder: Path, subject: str, hemisphere: str) -> Floats:
    """Places of a hemisphere's vertices on the sphere that all subjects share."""
    path = subject_file(folder, subject, "surf", f"{hemisphere}.sphere.reg")
    return unit(read_surface(path).vertices)


def _given(vertices: object) -> Ints:
    held = np.asarray(vertices)
    if held.ndim != 1 or not (held.size == 0 or np.issubdtype(held.dtype, np.integer)):
        msg = "spacing must hold arrays of vertex numbers, one per hemisphere"
        raise InputError(msg)
    if held.size and (held[0] < 0 or (np.diff(held) <= 0).any()):
        msg = "vertices must be numbers from 0 up, each once, in order: sort them"
        raise InputError(msg)
    return locked(held, np.int64)


def _regular(grade: int, folder: Path, subject: str, hemisphere: str) -> Ints:
    wanted, _ = icosahedron(grade)
    # In single precision, as MNE-Python compares them.
    places = sphere(folder, subject, hemisphere).astype(np.float32)
    found = np.sort(nearest_places(wanted.astype(np.float32), places))
    if (np.diff(found) == 0).any():
        msg = (
            f"spacing {grade} must find {len(wanted)} vertices of {subject!r} ({hemisphere}), "
            f"got some twice among its {len(places)}: use a lower number, or src_to"
        )
        raise InputError(msg)
    return locked(found, np.int64)
