"""Head models: one that makes the data, and the simpler ones that the analysis is given."""

from pathlib import Path

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints
from leadfield.datasets.simulated.anatomy import warped
from leadfield.forward.bem import BoundaryModel, Shell, ShellKind, solved
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.mesh_sphere import icosahedron

MM = 1e-3
GRADE = 3
SKULL, SCALP = 6.0, 14.0  # mm from the inner skull outwards
CONDUCTIVITIES = (0.33, 0.0125, 0.33)  # S/m, of brain, skull and scalp as they are
ASSUMED = (0.3, 0.006, 0.3)  # as the analysis takes them to be
MISJUDGED = 1.0  # mm, how much too wide the analysis takes the skull to be


def star(template: Path) -> tuple[Floats, Floats, Floats, Ints]:
    """The person's inner skull as centre, directions, distances (mm) and triangles.

    The directions are a regular sphere's: the skull hides no part of itself.
    """
    skull = warped(read_surface(template / "bem" / "inner_skull.surf").vertices)
    centre = skull.mean(axis=0)
    distances = np.linalg.norm(skull - centre, axis=1)
    directions, triangles = icosahedron(GRADE)
    tree = scipy.spatial.cKDTree((skull - centre) / distances[:, None])
    gap, near = tree.query(directions, k=8)
    weights = np.exp(-((gap / 0.06) ** 2))
    radius = (weights * distances[near]).sum(axis=1) / weights.sum(axis=1)
    return centre, directions, radius, triangles


def shells(template: Path, conductivities: tuple[float, ...], *, wider: float = 0) -> list[Shell]:
    """The inner skull alone, or with outer skull and head, each ``wider`` mm out."""
    centre, directions, radius, triangles = star(template)
    layers = [
        (ShellKind.INNER_SKULL, 0.0),
        (ShellKind.OUTER_SKULL, SKULL),
        (ShellKind.HEAD, SCALP),
    ]
    return [
        Shell(
            kind=kind,
            conductivity=sigma,
            vertices=MM * (centre + directions * (radius + wider + gap)[:, None]),
            triangles=triangles,
        )
        for (kind, gap), sigma in zip(layers, conductivities, strict=False)
    ]


def true_head(template: Path) -> BoundaryModel:
    """What makes the data: three shells."""
    return solved(shells(template, CONDUCTIVITIES))


def assumed_heads(template: Path) -> dict[str, BoundaryModel]:
    """What the analysis is given: other sizes, other conductivities."""
    return {
        "meg": solved(shells(template, ASSUMED[:1], wider=MISJUDGED)),
        "meg-eeg": solved(shells(template, ASSUMED, wider=MISJUDGED)),
    }


def head_radius(template: Path, directions: Floats) -> tuple[Floats, Floats]:
    """Centre of the head and how far, in mm, its surface is in some directions."""
    centre, known, radius, _ = star(template)
    gap, near = scipy.spatial.cKDTree(known).query(directions, k=4)
    weights = 1 / np.maximum(gap, 1e-9)
    return centre, (weights * radius[near]).sum(axis=1) / weights.sum(axis=1) + SCALP
