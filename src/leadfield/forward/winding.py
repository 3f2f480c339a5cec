"""Winding number of a closed mesh around points: how often it encloses them."""

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.forward.triangles import Triangles, solid_angles
from leadfield.numerics.nearest import concatenated_ranges

# A line of sight that no axis, and no edge of a regular surface, runs along; and its two sides.
ALONG = np.array([0.2672612, 0.5345225, 0.8017837])
DOUBTFUL = 1e-9  # of the mesh's extent: what passes an edge or a face nearer is not decided
CANDIDATES = 2**17  # pairs of a point and a triangle at once


def inside(mesh: Triangles, points: Floats) -> Bools:
    """Whether each point is inside a mesh: seen from there it fills more than half of the sky.

    A closed one fills all of it or nothing, and a line says which: it leaves the mesh as often
    as it enters, unless it begins inside. Only the triangles that a line may cross are looked at.
    """
    if not is_closed(mesh):
        return _fill_the_sky(mesh, points)
    winding, doubtful = _count_crossings(mesh, points)
    is_inside = winding != 0
    is_inside[doubtful] = _fill_the_sky(mesh, points[doubtful])
    return np.asarray(is_inside)


def _fill_the_sky(mesh: Triangles, points: Floats) -> Bools:
    return np.asarray(np.abs(solid_angles(mesh, points)) > 2 * np.pi)


def is_closed(mesh: Triangles) -> bool:
    """Whether every edge is run along as often one way as the other."""
    n = len(mesh.vertices)
    there, back = (
        np.concatenate([mesh.corners[i] * n + mesh.corners[j] for i, j in pairs])
        for pairs in (((0, 1), (1, 2), (2, 0)), ((1, 0), (2, 1), (0, 2)))
    )
    return np.array_equal(np.sort(there), np.sort(back))


def _count_crossings(mesh: Triangles, points: Floats) -> tuple[Ints, Bools]:
    """How often more a line from each point leaves than enters; and where that is doubtful."""
    axes = _axes()
    vertices, seen = mesh.vertices @ axes.T, points @ axes.T
    grid = _Grid(vertices[mesh.corners])
    winding, doubtful = np.zeros(len(points), np.int64), np.zeros(len(points), bool)
    per_point = max(len(grid.triangles) // grid.n_cells, 1)
    step = max(CANDIDATES // per_point, 1)
    for start in range(0, len(points), step):
        here = seen[start : start + step]
        which, triangles = grid.candidates(here)
        corners = vertices[mesh.corners[:, triangles]]
        hit, maybe = _crossings(corners, here[which], grid.extent)
        winding[start : start + step] = np.bincount(which, hit, len(here)).round()
        doubtful[start : start + step] = np.bincount(which, maybe, len(here)) > 0
    return winding, doubtful


def _axes() -> Floats:
    """Two directions across the line of sight, and its own (3, 3)."""
    across = np.cross(ALONG, [1.0, 0.0, 0.0])
    across /= np.linalg.norm(across)
    return np.stack([across, np.cross(ALONG, across), ALONG])


def _crossings(corners: Floats, points: Floats, extent: float) -> tuple[Ints, Bools]:
    """For pairs: 1 where the line from the point leaves through the triangle, -1 where it enters.

    Also whether it passes so near to an edge, or begins so near to the plane, that rounding
    decides. ``corners`` (3, n, 3) and ``points`` (n, 3) have the line along their last axis.
    """
    gaps = corners - points
    x, y, height = gaps[..., 0], gaps[..., 1], gaps[..., 2]
    # Twice the areas between the line and each side: of one sign where it crosses.
    areas = x[[1, 2, 0]] * y[[2, 0, 1]] - x[[2, 0, 1]] * y[[1, 2, 0]]
    total = areas.sum(axis=0)
    turn = np.sign(total)
    margin = (areas * turn).min(axis=0)
    # The height of the plane over the point, times twice the triangle's area.
    rise = (areas * height).sum(axis=0) * turn
    across = DOUBTFUL * extent**2
    near_plane = np.abs(rise) <= DOUBTFUL * extent * np.abs(total) + DOUBTFUL * across * extent
    hit = (margin > 0) & (rise > 0)
    maybe = (np.abs(margin) <= across) | ((margin > 0) & near_plane)
    return np.where(hit, turn, 0).astype(np.int64), maybe


class _Grid:
    """Triangles by the square cells, across the line of sight, that they reach into."""

    def __init__(self, corners: Floats) -> None:
        low, high = corners.min(axis=0)[:, :2], corners.max(axis=0)[:, :2]
        self._low = low.min(axis=0)
        self.extent = float((high.max(axis=0) - self._low).max()) or 1.0
        self._side = max(int(np.sqrt(len(low))), 1)  # cells each way: a triangle and its back each
        first, last = self._cells(low), self._cells(high)
        rows, columns = (last - first + 1).T
        row = concatenated_ranges(first[:, 0], rows)
        owner = np.repeat(np.arange(len(low)), rows)
        cells = concatenated_ranges(row * self._side + first[owner, 1], columns[owner])
        order = np.argsort(cells, kind="stable")
        self.triangles = np.repeat(owner, columns[owner])[order]
        self.n_cells = self._side**2
        self._starts = np.searchsorted(cells[order], np.arange(self.n_cells + 1))

    def _cells(self, places: Floats) -> Ints:
        """Row and column (n, 2) of the cell of each place."""
        index = np.floor((places - self._low) * (self._side / self.extent))
        return np.asarray(np.clip(index, 0, self._side - 1), np.int64)

    def candidates(self, points: Floats) -> tuple[Ints, Ints]:
        """Pairs of a point and a triangle in its cell."""
        far = points[:, :2] - self._low
        near = np.flatnonzero(((far >= 0) & (far <= self.extent)).all(axis=1))
        cells = self._cells(points[near, :2]) @ [self._side, 1]
        begins, counts = self._starts[cells], np.diff(self._starts)[cells]
        return np.repeat(near, counts), self.triangles[concatenated_ranges(begins, counts)]
