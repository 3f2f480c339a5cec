"""Boundary-element model (BEM) of the head: nested shells, solved by linear collocation.

Hämäläinen & Sarvas 1989, IEEE Trans Biomed Eng 36:165; Mosher, Leahy & Lewis 1999,
IEEE Trans Biomed Eng 46:245.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays, locked
from leadfield.base.checks import all_finite
from leadfield.base.errors import InputError, MismatchError, StateError
from leadfield.base.log import LOGGER
from leadfield.forward.collocation import collocation_mesh, shell_integrals
from leadfield.forward.electrode_projection import scalp_weights
from leadfield.forward.head_model import HeadModel
from leadfield.forward.infinite_medium import (
    add_shell_fields,
    primary_field,
    surface_current_field,
)
from leadfield.forward.sensors import Sensors
from leadfield.forward.shell_potentials import FactoredPotentials, ShellPotentials
from leadfield.forward.sphere import MU0_4PI
from leadfield.forward.triangles import Triangles, triangle_mesh, vertex_areas
from leadfield.forward.winding import inside
from leadfield.numerics.nearest import are_near
from leadfield.numerics.threads import on_one_thread
from leadfield.numerics.triangular_factors import TriangularFactors, triangular_factors
from leadfield.recording.frames import Frame

LINEAR_COLLOCATION = 2  # FIF's number of the method
# Skulls that conduct this share of what the brain does, or less, need the correction.
POOR_CONDUCTOR = 0.1


class ShellKind(IntEnum):
    """What a shell encloses, with FIF's numbers."""

    UNKNOWN = -1
    INNER_SKULL = 1
    OUTER_SKULL = 3
    HEAD = 4

    @property
    def label(self) -> str:
        """Its name in messages."""
        return self.name.lower().replace("_", " ")


ORDERS = (
    (ShellKind.INNER_SKULL,),
    (ShellKind.HEAD, ShellKind.OUTER_SKULL, ShellKind.INNER_SKULL),
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shell:
    """A surface and the conductivity, in S/m, of what is next inside it.

    ``vertices`` (n_vertices, 3) are in m, in ``frame``; ``triangles`` (n_triangles, 3)
    run anticlockwise seen from outside.
    """

    kind: ShellKind
    conductivity: float
    vertices: Floats
    triangles: Ints
    frame: int = Frame.MRI

    def __post_init__(self) -> None:
        vertices = locked(self.vertices, shape=(None, 3), name="vertices")
        triangles = locked(self.triangles, np.int64, shape=(None, 3), name="triangles")
        all_finite(f"{self.kind.label} vertices", vertices, "check the surface")
        n = len(vertices)
        if not triangles.size or triangles.min() < 0 or triangles.max() >= n:
            msg = f"{self.kind.label} triangles must index its {n} vertices"
            raise InputError(msg)
        if not (np.isfinite(self.conductivity) and self.conductivity > 0):
            msg = (
                f"the conductivity inside the {self.kind.label} must be above 0 S/m, "
                f"got {self.conductivity!r}"
            )
            raise InputError(msg)
        object.__setattr__(self, "vertices", vertices)
        object.__setattr__(self, "triangles", triangles)
        lock_arrays(self)


def one_shell(shells: Sequence[Shell], kind: int, path: Path) -> Shell:
    """The shell of a kind, among those of a file."""
    found = [shell for shell in shells if shell.kind == kind]
    if len(found) != 1:
        kinds = ", ".join(f"{int(s.kind)} ({s.kind.label})" for s in shells)
        msg = f"s_id must be one surface of {path}, got {kind}: it has {kinds}"
        raise InputError(msg)
    return found[0]


def sort_shells(shells: Sequence[Shell]) -> tuple[Shell, ...]:
    """The shells, outermost first; one inner skull, or all three."""
    kinds = sorted((s.kind for s in shells), reverse=True)
    if tuple(kinds) not in ORDERS:
        names = ", ".join(k.label for k in kinds) or "none"
        msg = (
            "a boundary-element model must have the inner skull alone (MEG), or inner "
            f"skull, outer skull and head once each (EEG and MEG), got {names}"
        )
        raise InputError(msg)
    frames = {s.frame for s in shells}
    if len(frames) > 1:
        msg = f"all shells must be in one coordinate frame, got {sorted(frames)}"
        raise MismatchError(msg)
    return tuple(sorted(shells, key=lambda s: -s.kind))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BemModel(HeadModel):
    """A solved BEM: shells, outermost first, and what makes the potentials on them."""

    solver: ClassVar[str] = "mne"
    shells: tuple[Shell, ...]
    potentials: ShellPotentials
    meshes: tuple[Triangles, ...] = field(init=False, repr=False)
    frame: int = field(init=False)

    def __post_init__(self) -> None:
        shells = tuple(self.shells)
        if sort_shells(shells) != shells:
            names = ", ".join(s.kind.label for s in shells)
            msg = f"shells must come outermost first, as the solution's rows do, got {names}"
            raise InputError(msg)
        n = sum(len(s.vertices) for s in shells)
        if self.potentials.shape != (n, n):
            msg = f"solution must have shape {n} x {n}, got {self.potentials.shape}"
            raise InputError(msg)
        object.__setattr__(self, "shells", shells)
        meshes = tuple(triangle_mesh(s.vertices, s.triangles) for s in shells)
        object.__setattr__(self, "meshes", meshes)
        object.__setattr__(self, "frame", shells[0].frame)
        lock_arrays(self)

    @property
    def n_unknowns(self) -> int:
        """Number of potentials, one a vertex."""
        return self.potentials.shape[0]

    @property
    def solution(self) -> NDArray[np.floating]:
        """The matrix (n_vertices, n_vertices) of files, which has to be made if it was not read."""
        return self.potentials.inverse()

    @property
    def conductivities(self) -> Floats:
        """Conductivity (n_shells,) next inside each shell, in S/m."""
        return np.array([s.conductivity for s in self.shells])

    def magnetic(self, coils: Sensors, sources: Floats, out: Floats | None = None) -> Floats:
        """The lead field of coils outside the outermost shell."""
        out = primary_field(coils, sources, out)
        transfer = self._infinite_medium_transfer(self._coil_fields(coils))
        add_shell_fields(out, transfer, self._vertices, sources)
        out *= MU0_4PI
        return out

    def electric(self, electrodes: Sensors, sources: Floats, out: Floats | None = None) -> Floats:
        """The lead field of electrodes at the nearest places of the scalp."""
        if len(self.shells) == 1:
            msg = (
                "EEG needs a boundary-element model of three shells, this one has only "
                "the inner skull: make one with three conductivities, or leave EEG out "
                "(eeg=False)"
            )
            raise StateError(msg)
        out = np.empty((len(electrodes), 3 * len(sources))) if out is None else out
        out[:] = 0
        transfer = self._infinite_medium_transfer(self._scalp_weights(electrodes))
        add_shell_fields(out, transfer, self._vertices, sources)
        return out

    def within_brain(self, points: Floats) -> Bools:
        """Whether each point is inside the inner skull."""
        return inside(self.meshes[-1], points)

    def near_skull(self, points: Floats, margin: float) -> Bools:
        """Whether each point is nearer to a vertex of the inner skull than a margin."""
        return are_near(points, self.meshes[-1].vertices, margin)

    def within_head(self, points: Floats) -> Bools:
        """Whether each point is inside the outermost shell."""
        return inside(self.meshes[0], points)

    def _coil_fields(self, coils: Sensors) -> Floats:
        """Field (n_coils, n_vertices) of the vertices' potentials, over mu0/4pi."""
        steps = np.diff(self.conductivities, prepend=0.0)
        fields = [
            step * surface_current_field(coils, mesh.vertices, vertex_areas(mesh))
            for mesh, step in zip(self.meshes, steps, strict=True)
        ]
        return np.concatenate(fields, axis=1)

    def _scalp_weights(self, electrodes: Sensors) -> Floats:
        """Weights (n_electrodes, n_vertices) of the vertices' potentials."""
        weights = np.zeros((len(electrodes), self.n_unknowns))
        weights[:, : len(self.meshes[0].vertices)] = scalp_weights(self.meshes[0], electrodes)
        return weights

    def _infinite_medium_transfer(self, potential_weights: Floats) -> Floats:
        """Sensors by the potentials, times 4 pi, that sources have in an infinite medium."""
        inner = self.conductivities
        outer = np.append(0.0, inner[:-1])
        out = self.potentials.seen_with(potential_weights)
        scale = 2 / (inner + outer) / (4 * np.pi)
        out *= np.repeat(scale, [len(s.vertices) for s in self.shells])
        return out

    @property
    def _vertices(self) -> Floats:
        """Those of all shells."""
        return np.concatenate([mesh.vertices for mesh in self.meshes])


@on_one_thread()
def solve_bem(shells: Sequence[Shell]) -> BemModel:
    """The solved boundary-element model of checked shells."""
    ordered = sort_shells(shells)
    elements = [collocation_mesh(triangle_mesh(s.vertices, s.triangles)) for s in ordered]
    sizes = [len(s.vertices) for s in ordered]
    inner = np.array([s.conductivity for s in ordered])
    outer = np.append(0.0, inner[:-1])
    share = float(inner[-2] / inner[-1]) if len(inner) == 3 else 1.0
    integrals, isolated = shell_integrals(elements), None
    if share <= POOR_CONDUCTOR:
        LOGGER.info("The skull conducts little: solving the brain as if isolated")
        brain = integrals[-sizes[-1] :, -sizes[-1] :].copy()
        isolated = _factored_matrix(brain, sizes[-1:], np.ones((1, 1)))
    gamma = (inner - outer) / (inner + outer)[:, None]
    factors = _factored_matrix(integrals, sizes, gamma)
    LOGGER.info("Boundary-element model of %d vertices solved", sum(sizes))
    potentials = FactoredPotentials(factors=factors, isolated=isolated, skull=share)
    return BemModel(shells=ordered, potentials=potentials)


def _factored_matrix(integrals: Floats, sizes: Sequence[int], gamma: Floats) -> TriangularFactors:
    """Factors of the deflated matrix of shells' potentials, which take the integrals' place."""
    ends = np.cumsum([0, *sizes])
    for i, j in np.ndindex(*gamma.shape):
        integrals[ends[i] : ends[i + 1], ends[j] : ends[j + 1]] *= -gamma[i, j] / (2 * np.pi)
    # Potentials are known up to a constant: this one makes the matrix regular.
    integrals += 1 / len(integrals)
    integrals[np.diag_indices_from(integrals)] += 1
    LOGGER.info("Factoring the %d x %d boundary-element matrix", *integrals.shape)
    return triangular_factors(integrals)
