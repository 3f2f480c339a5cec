"""Boundary-element model solved by OpenMEEG, by symmetric equations for potentials and currents.

Kybic et al. 2005, IEEE Trans Med Imaging 24:12; Gramfort et al. 2010, Biomed Eng Online 9:45.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Bools, Floats, lock_arrays, locked
from leadfield.base.errors import DataError, InputError
from leadfield.base.log import LOGGER
from leadfield.base.packages import openmeeg_for
from leadfield.forward.bem import Shell, sort_shells
from leadfield.forward.electrode_projection import scalp_weights
from leadfield.forward.head_model import HeadModel
from leadfield.forward.infinite_medium import primary_field
from leadfield.forward.sensors import Sensors
from leadfield.forward.sphere import MU0_4PI
from leadfield.forward.triangles import Triangles, blocks, triangle_mesh
from leadfield.forward.winding import inside
from leadfield.numerics.mesh import unit
from leadfield.numerics.nearest import are_near

INNERMOST = "Brain"  # the domain's name there


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OpenMeegModel(HeadModel):
    """Three shells, outermost first, and the inverted matrix of OpenMEEG's equations.

    ``solution`` (n (n + 1) / 2,) is the upper half of the symmetric matrix, column by column.
    Its n unknowns are the potentials of all vertices, innermost shell first, and the normal
    currents through the triangles of all shells but the outermost.
    """

    solver: ClassVar[str] = "openmeeg"
    shells: tuple[Shell, ...]
    solution: NDArray[np.floating]
    meshes: tuple[Triangles, ...] = field(init=False, repr=False)
    frame: int = field(init=False)

    def __post_init__(self) -> None:
        shells = tuple(self.shells)
        if len(shells) != 3 or sort_shells(shells) != shells:
            names = ", ".join(s.kind.label for s in shells)
            msg = f"OpenMEEG needs head, outer skull and inner skull in this order, got {names}"
            raise InputError(msg)
        object.__setattr__(self, "shells", shells)
        n = self.n_unknowns
        solution = locked(self.solution, shape=(n * (n + 1) // 2,), name="solution")
        object.__setattr__(self, "solution", solution)
        meshes = tuple(triangle_mesh(s.vertices, s.triangles) for s in shells)
        object.__setattr__(self, "meshes", meshes)
        object.__setattr__(self, "frame", shells[0].frame)
        lock_arrays(self)

    @property
    def n_unknowns(self) -> int:
        """Number of potentials and currents."""
        return sum(len(s.vertices) for s in self.shells) + sum(
            len(s.triangles) for s in self.shells[1:]
        )

    @property
    def conductivities(self) -> Floats:
        """Conductivity (n_shells,) next inside each shell, in S/m."""
        return np.array([s.conductivity for s in self.shells])

    def magnetic(self, coils: Sensors, sources: Floats, out: Floats | None = None) -> Floats:
        """The lead field of coils outside the outermost shell."""
        library = openmeeg_for("this head model")
        coils = replace(coils, normals=unit(coils.normals))  # as OpenMEEG takes them
        out = primary_field(coils, sources, out)
        out *= MU0_4PI
        ones = np.ones(len(coils.points))
        labels = [str(i) for i in range(len(ones))]
        places = [np.asfortranarray(one) for one in (coils.points, coils.normals)]
        geometry = _geometry(library, self.shells)
        fields = library.Head2MEGMat(geometry, library.Sensors(labels, *places, ones, ones)).array()
        self._check_unknowns(fields.shape[1])
        self._add(out, coils.summed @ fields, sources, library)
        return out

    def electric(self, electrodes: Sensors, sources: Floats, out: Floats | None = None) -> Floats:
        """The lead field of electrodes at the nearest places of the scalp."""
        library = openmeeg_for("this head model")
        out = np.empty((len(electrodes), 3 * len(sources))) if out is None else out
        out[:] = 0
        scalp = len(self.shells[0].vertices)
        first = sum(len(s.vertices) for s in self.shells[1:])
        weights = np.zeros((len(electrodes), self.n_unknowns))
        weights[:, first : first + scalp] = scalp_weights(self.meshes[0], electrodes, nearest=True)
        self._add(out, weights, sources, library)
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

    def _add(self, out: Floats, weights: Floats, sources: Floats, library: ModuleType) -> None:
        """Add what sensors see of the unknowns, of which they weigh each (n_sensors, n)."""
        transfer = weights @ self._matrix()
        geometry = _geometry(library, self.shells)
        for batch in blocks(len(sources), 3 * self.n_unknowns):
            places = np.repeat(sources[batch], 3, axis=0)
            moments = np.tile(np.eye(3), (len(places) // 3, 1))
            dipoles = library.Matrix(np.asfortranarray(np.hstack([places, moments])))
            excited = library.DipSourceMat(geometry, dipoles, INNERMOST).array()
            self._check_unknowns(len(excited))
            out[:, 3 * batch.start : 3 * batch.start + len(places)] += transfer @ excited

    def _check_unknowns(self, n: int) -> None:
        if n != self.n_unknowns:
            msg = (
                f"the shells must have {self.n_unknowns} vertices and currents, as the solution, "
                f"got {n} that OpenMEEG takes: each shell must be one closed surface"
            )
            raise DataError(msg)

    def _matrix(self) -> Floats:
        """The solution as a whole matrix (n, n)."""
        n = self.n_unknowns
        matrix = np.empty((n, n))
        columns, rows = np.tril_indices(n)
        matrix[rows, columns] = self.solution
        matrix[columns, rows] = self.solution
        return matrix


def solve_openmeeg(shells: Sequence[Shell]) -> OpenMeegModel:
    """The model of three checked shells, solved by OpenMEEG."""
    library = openmeeg_for("solver='openmeeg'")
    ordered = sort_shells(shells)
    if len(ordered) != 3:
        msg = (
            "solver='openmeeg' needs inner skull, outer skull and head, got the inner skull alone: "
            "use solver='mne', or give make_bem_model three conductivities"
        )
        raise InputError(msg)
    matrix = library.HeadMat(_geometry(library, ordered))
    LOGGER.info("Inverting OpenMEEG's matrix of %d unknowns", matrix.nlin())
    matrix.invert()
    return OpenMeegModel(shells=ordered, solution=matrix.array_flat())


def _geometry(library: ModuleType, shells: Sequence[Shell]) -> Any:
    """OpenMEEG's geometry, innermost shell first."""
    # Its triangles run the other way round; with ours the lead field's sign would be wrong.
    meshes = [(shell.vertices, shell.triangles[:, [1, 0, 2]]) for shell in reversed(shells)]
    conductivities = np.array([shell.conductivity for shell in reversed(shells)])
    return library.make_nested_geometry(meshes, conductivities)
