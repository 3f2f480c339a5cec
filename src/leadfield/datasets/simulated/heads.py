"""Simulated head models: the true one, and the less accurate ones of the analysis."""

from dataclasses import dataclass
from pathlib import Path
from typing import final

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.datasets.simulated.anatomy import Warp, sample_warp
from leadfield.forward.bem import BemModel, Shell, ShellKind, solve_bem
from leadfield.freesurfer.surface import Surface, read_surface
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.recording.frames import Frame, Transform

MM = 1e-3
GRADE = 3
SPREAD = 0.06  # of directions over which the skull is smoothed
# Shells of one thickness everywhere: distances from the inner skull, in mm.
OUTWARD = {ShellKind.INNER_SKULL: 0.0, ShellKind.OUTER_SKULL: 6.0, ShellKind.HEAD: 14.0}
TRUE = (0.33, 0.008, 0.33)  # S/m, of brain, skull and scalp
ASSUMED = (0.3, 0.006, 0.3)  # in the analysis


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Skull:
    """The inner skull as distances, in mm, from a centre in regular directions.

    It remains star-shaped, whatever is added to the distances.
    """

    centre: Floats
    directions: Floats
    distances: Floats
    triangles: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)

    def surface(self, outward: Floats | float) -> Surface:
        """The surface ``outward`` mm from the skull, in mm."""
        distances = (self.distances + outward)[:, None]
        vertices = self.centre + self.directions * distances
        return Surface(vertices=vertices, triangles=self.triangles)

    def head_distances(self, directions: Floats) -> Floats:
        """Distance of the head surface from the centre, in mm, in any directions."""
        gap, near = scipy.spatial.cKDTree(self.directions).query(directions, k=4)
        weights = 1 / np.maximum(gap, 1e-9)
        skull = (weights * self.distances[near]).sum(axis=1) / weights.sum(axis=1)
        return np.asarray(skull + OUTWARD[ShellKind.HEAD])


def make_skull(template: Path, warp: Warp | None = None, grade: int = GRADE) -> Skull:
    """The inner skull of a simulated subject, of which the mesh is an icosahedron of a grade."""
    warp = sample_warp() if warp is None else warp
    points = warp.points(read_surface(template / "bem" / "inner_skull.surf").vertices)
    centre = points.mean(axis=0)
    distances = np.linalg.norm(points - centre, axis=1)
    directions, triangles = icosahedron(grade)
    tree = scipy.spatial.cKDTree((points - centre) / distances[:, None])
    gap, near = tree.query(directions, k=8)
    weights = np.exp(-((gap / SPREAD) ** 2))
    return Skull(
        centre=centre,
        directions=directions,
        distances=(weights * distances[near]).sum(axis=1) / weights.sum(axis=1),
        triangles=triangles,
    )


def skull_error(directions: Floats) -> Floats:
    """Error of the skull's distances in the analysis, in mm: -1 to 3, smooth."""
    x, y, z = directions.T
    return np.asarray(1.0 + np.sin(3 * x + 1) * np.cos(2 * y) + np.sin(2.5 * z + y))


def assumed_surfaces(skull: Skull) -> dict[ShellKind, Surface]:
    """The surfaces used by the analysis, innermost first."""
    off = skull_error(skull.directions)
    return {kind: skull.surface(gap + off) for kind, gap in OUTWARD.items()}


def true_head(skull: Skull, conductivities: tuple[float, ...] = TRUE) -> BemModel:
    """The head model that makes the data: three shells, or one that is enough for MEG."""
    surfaces = {kind: skull.surface(gap) for kind, gap in OUTWARD.items()}
    return solve_bem(_shells(surfaces, conductivities))


def assumed_heads(skull: Skull) -> dict[str, BemModel]:
    """The head models of the analysis: other shapes, other conductivities, one shell for MEG."""
    surfaces = assumed_surfaces(skull)
    return {
        "meg": solve_bem(_shells(surfaces, ASSUMED[:1])),
        "meg-eeg": solve_bem(_shells(surfaces, ASSUMED)),
    }


def _shells(surfaces: dict[ShellKind, Surface], conductivities: tuple[float, ...]) -> list[Shell]:
    """As many shells as there are conductivities."""
    return [
        Shell(
            kind=kind,
            conductivity=sigma,
            vertices=MM * surface.vertices,
            triangles=surface.triangles,
        )
        for (kind, surface), sigma in zip(surfaces.items(), conductivities, strict=False)
    ]


def true_registration() -> Transform:
    """True transform from MRI to head coordinates."""
    return mri_to_head(-0.05, 0.0, np.array([0.0, 30.0, 41.0]))


def measured_registration() -> Transform:
    """The transform used by the analysis: off by a degree and 2 mm."""
    return mri_to_head(-0.037, 0.012, np.array([1.2, 29.0, 42.2]))


def mri_to_head(nod: float, turn: float, move: Floats) -> Transform:
    """The transform of a head that nods and turns by angles in rad, and is moved by mm."""
    c, s, ct, st = np.cos(nod), np.sin(nod), np.cos(turn), np.sin(turn)
    about_x = np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
    about_z = np.array([[ct, -st, 0], [st, ct, 0], [0, 0, 1]])
    matrix = np.eye(4)
    matrix[:3, :3] = about_z @ about_x
    matrix[:3, 3] = MM * move
    return Transform(source=Frame.MRI, target=Frame.HEAD, matrix=matrix)
