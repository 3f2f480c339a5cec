"""Target vertices of a morph: all of a cortex, those of an icosahedron, or those given."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats, Ints, locked, never_falls
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
        counts = [len(sphere_positions(folder, subject, h)) for h in HEMISPHERES]
        return np.arange(counts[0]), np.arange(counts[1])
    if isinstance(spacing, Sequence) and not isinstance(spacing, str):
        if len(spacing) != 2:
            msg = f"spacing must hold two arrays of vertices, got {len(spacing)} of them"
            raise InputError(msg)
        left, right = (_as_vertices(vertices) for vertices in spacing)
        return left, right
    grade = whole("spacing", spacing)
    if grade > FINEST_ICOSAHEDRON:
        msg = f"spacing must be at most {FINEST_ICOSAHEDRON}, got {grade}"
        raise InputError(msg)
    if subject == "fsaverage" and grade == 5:
        # Its first vertices are that icosahedron.
        return np.arange(10242), np.arange(10242)
    left, right = (_icosahedron_vertices(grade, folder, subject, h) for h in HEMISPHERES)
    return left, right


def sphere_positions(folder: Path, subject: str, hemisphere: str) -> Floats:
    """Positions of a hemisphere's vertices on the sphere that all subjects share."""
    path = subject_file(folder, subject, "surf", f"{hemisphere}.sphere.reg")
    return unit(read_surface(path).vertices)


def _as_vertices(vertices: object) -> Ints:
    numbers = np.asarray(vertices)
    if numbers.ndim != 1 or not (numbers.size == 0 or np.issubdtype(numbers.dtype, np.integer)):
        msg = "spacing must hold arrays of vertex numbers, one per hemisphere"
        raise InputError(msg)
    if numbers.size and (numbers[0] < 0 or not never_falls(numbers, grows=True)):
        msg = "vertices must be numbers from 0 up, each once, in order: sort them"
        raise InputError(msg)
    return locked(numbers, np.int64)


def _icosahedron_vertices(grade: int, folder: Path, subject: str, hemisphere: str) -> Ints:
    corners, _ = icosahedron(grade)
    # In single precision, as MNE-Python compares them.
    positions = sphere_positions(folder, subject, hemisphere).astype(np.float32)
    nearest = np.sort(nearest_places(corners.astype(np.float32), positions))
    if (np.diff(nearest) == 0).any():
        msg = (
            f"spacing {grade} must find {len(corners)} vertices of {subject!r} ({hemisphere}), "
            f"got some twice among its {len(positions)}: use a lower number, or src_to"
        )
        raise InputError(msg)
    return locked(nearest, np.int64)
