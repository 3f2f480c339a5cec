"""Source spacing: the vertices of a cortex that become sources (``oct6``, ``ico5``, mm)."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Corners, Floats, Ints
from leadfield.base.checks import whole
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.log import LOGGER
from leadfield.numerics.mesh import neighbours, unit
from leadfield.numerics.mesh_sphere import FINEST_ICOSAHEDRON, icosahedron, octahedron
from leadfield.numerics.nearest import nearest_and_next

if TYPE_CHECKING:
    from scipy.sparse import csr_array

FINEST_OCTAHEDRON = 9
FAR = 10_000
TIE = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """A way to choose: ``"all"``, ``"ico"``, ``"oct"`` (by grade) or ``"mm"``."""

    kind: str
    grade: int = 0

    @property
    def sphere(self) -> tuple[Floats, Ints] | None:
        """Vertices and triangles of the regular sphere that chooses, if one does."""
        if self.kind == "ico":
            return icosahedron(self.grade)
        return octahedron(self.grade) if self.kind == "oct" else None


def as_spacing(spacing: object) -> Spacing:
    """``"oct6"``, ``"ico4"``, ``"all"`` or a number of mm."""
    if spacing == "all":
        return Spacing(kind="all")
    if not isinstance(spacing, str):
        return Spacing(kind="mm", grade=whole("spacing", spacing, least=2))
    kind, digits = spacing[:3], spacing[3:]
    limits = {"ico": (0, FINEST_ICOSAHEDRON), "oct": (1, FINEST_OCTAHEDRON)}
    least, most = limits.get(kind, (0, -1))
    if not digits.isdecimal() or not least <= int(digits) <= most:
        msg = (
            f"spacing must be 'oct1' to 'oct{FINEST_OCTAHEDRON}', 'ico0' to "
            f"'ico{FINEST_ICOSAHEDRON}', 'all' or a whole number of mm, got {spacing!r}"
        )
        raise InputError(msg)
    return Spacing(kind=kind, grade=int(digits))


def nearest_to_sphere(
    sphere: tuple[Floats, Ints], inflated: Floats, triangles: Corners
) -> tuple[Ints, Ints]:
    """A cortex's vertices nearest to a regular sphere's, and the triangles they make.

    ``inflated`` are the cortex's vertices on its own sphere. A vertex that is taken
    already gives way to a neighbour.
    """
    wanted, corners = sphere
    n = len(inflated)
    if len(wanted) > n:
        msg = f"the spacing must ask for at most {n} sources, got {len(wanted)}: take less"
        raise MismatchError(msg)
    found = _nearest(unit(inflated), unit(wanted))
    if len(np.unique(found)) < len(found):
        _move_duplicates(found, neighbours(triangles, n))
    return np.sort(found), found[corners]


def _nearest(places: Floats, wanted: Floats) -> Ints:
    """Index of the place nearest to each wanted one."""
    found, ahead = nearest_and_next(wanted, places)
    tied = ahead < TIE
    if tied.any():
        # On the regular sphere of fsaverage: MNE-Python's choice is this tree's.
        from sklearn.neighbors import BallTree

        found[tied] = BallTree(places).query(wanted[tied], return_distance=False)[:, 0]
    return found


def _move_duplicates(found: Ints, edges: "csr_array") -> None:
    """Move double vertices, in place, to their last free neighbour."""
    taken: set[int] = set()
    moved = 0
    for place, vertex in enumerate(found.tolist()):
        free = vertex
        if vertex in taken:
            around = edges.indices[edges.indptr[vertex] : edges.indptr[vertex + 1]]
            free = max((int(v) for v in around if v not in taken), default=-1)
            if free < 0:
                msg = (
                    "the spacing must leave room between sources, got vertex "
                    f"{vertex} wanted again with all neighbours taken: take less"
                )
                raise MismatchError(msg)
            found[place] = free
            moved += 1
        taken.add(free)
    LOGGER.info("%d sources moved to a neighbour of a vertex wanted twice", moved)


def thinned(triangles: Corners, n_vertices: int, steps: int) -> Ints:
    """Vertices about ``steps`` edges (of about 1 mm) from each other.

    The greedy pass over vertices in their order that MNE-C makes.
    """
    edges = neighbours(triangles, n_vertices)
    starts, ends = edges.indptr.tolist(), edges.indices.tolist()
    around = [ends[a:b] for a, b in pairwise(starts)]
    far = [FAR] * n_vertices

    def settle(vertex: int) -> None:
        near = far[vertex] + 1
        for other in around[vertex]:
            far[other] = min(far[other], near)

    for vertex, others in enumerate(around):
        far[vertex] = min([far[vertex], *(far[v] + 1 for v in others)])
        if far[vertex] >= steps:
            far[vertex] = 0
        settle(vertex)
    if steps == 2:
        _fill_gaps(far, around)
    return np.flatnonzero(np.array(far) == 0)


def _fill_gaps(far: list[int], around: list[list[int]]) -> None:
    """A second pass for the closest spacing: backwards, then fill what is thin."""
    for vertex in reversed(range(len(far))):
        for other in around[vertex]:
            far[vertex] = min(far[vertex], far[other] + 1)
            far[other] = min(far[other], far[vertex] + 1)
    for vertex, others in enumerate(around):
        if far[vertex] > 0:
            if sum(far[v] == 0 for v in others) <= 2:
                far[vertex] = 0
            for other in others:
                far[other] = min(far[other], far[vertex] + 1)
