"""MapInterpolation over the flat head: one fixed matrix from sensors to points of the plane.

Smooth maps are spherical splines of order 2 (Perrin et al. 1989) through the sensors, whose flat
positions are bent back to a sphere: what a cubic spline is on a line. Orders were compared on
averages (102 magnetometers and 60 electrodes, 3 epochs; 64 electrodes, 156 epochs), by the error
where a sensor was left out, as a share of its deviation, and by how far maps of white noise on the
60 electrodes go beyond the range of their values:

=============  ========  =============  =============  =====================
order          102       60 electrodes  64 electrodes  beyond (mean, most)
=============  ========  =============  =============  =====================
2              0.38      0.78           0.30           3 %, 17 %
3              0.40      0.96           0.30           16 %, 65 %
4              0.44      1.18           0.36           29 %, 101 %
4, smoothed    0.42      0.70           0.27           none
=============  ========  =============  =============  =====================

Cubic patches of triangles (Clough & Tocher) go 6 % beyond, at most 22 %. The smoothing of 1e-5 is
that which interpolates bad electrodes. Such a map is up to 80 % off at the sensors: it hides bad
ones and makes noise look like fields.
"""

from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Bools, Floats, lock_arrays
from leadfield.base.errors import ChannelError
from leadfield.figures.sensors import unproject_azimuthal
from leadfield.numerics.spherical_spline import spline_matrix

FEWEST_SITES = 3
ORDER = 2
LOWEST = 1.9  # quarter turns from the vertex: beyond 2 the sphere is at its end
TURN = 24  # points around a site where its surroundings are drawn
METHODS = ("cubic", "linear", "nearest")
EXTRAPOLATIONS = ("auto", "local", "head", "box")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class MapInterpolation:
    """How values between and beyond sensors are found, and at how many points.

    ``method`` is ``"cubic"`` (spherical splines), ``"linear"`` or ``"nearest"``.
    ``extrapolate`` says where the map ends: half a sensor's spacing beyond the outermost
    (``"local"``) or at the head's outline; it fades to the mean of the nearest sensors, or to
    ``border``, a spacing beyond the sensors (``"local"``), beyond the outline (``"head"``) or
    at a square three times as wide as the sensors (``"box"``). ``smoothing`` lets splines miss
    the sensors.
    """

    method: str = "cubic"
    extrapolate: str = "head"
    border: float | None = None
    smoothing: float = 0.0
    resolution: int = 64


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FlatMap:
    """Values at points of the plane: ``matrix`` (n_points, n_sites) @ values + ``offset``.

    ``beyond`` are the points outside the sensors, where no value is stronger than theirs.
    """

    matrix: Floats
    offset: Floats
    beyond: Bools
    border: float | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)

    def at_points(self, values: Floats) -> Floats:
        """The map of values (n_sites,)."""
        out: Floats = self.matrix @ values + self.offset
        ends = values if self.border is None else np.r_[values, self.border]
        out[self.beyond] = np.clip(out[self.beyond], ends.min(), ends.max())
        return out


def interpolate_sites(
    sites: Floats, points: Floats, how: MapInterpolation, radius: float
) -> FlatMap:
    """Map of the plane from flat positions of sensors (n, 2), within ``radius`` around 0."""
    if len(sites) < FEWEST_SITES:
        msg = f"a map of the head needs at least {FEWEST_SITES} sensors, got {len(sites)}"
        raise ChannelError(msg)
    own, members = _merged(sites)
    outer = _outer_sites(own, how.extrapolate, radius)
    if how.method == "nearest":
        matrix = _nearest_matrix(own, points)
        outer = outer[:0]
    else:
        make = _spline if how.method == "cubic" else _linear
        matrix = make(np.concatenate([own, outer]), points, how)
    inner, rest = matrix[:, : len(own)], matrix[:, len(own) :]
    offset = np.zeros(len(points))
    if how.border is None:
        inner = inner + rest @ _local_means(own, outer)
    else:
        offset = how.border * rest.sum(axis=1)
    return FlatMap(
        matrix=inner @ members,
        offset=offset,
        beyond=~inside_polygon(points, hull(own)),
        border=how.border,
    )


def spacing(sites: Floats) -> float:
    """Distance between neighbours: the median over sites of that to their three nearest."""
    distances = np.linalg.norm(sites[:, None] - sites, axis=-1)
    distances.sort(axis=1)
    return float(np.median(distances[:, 1:4]))


def surroundings(sites: Floats, distance: float) -> Floats:
    """Corners (k, 2) of all that lies less than ``distance`` from the sites' hull."""
    turn = np.arange(TURN) * 2 * np.pi / TURN
    circle = distance * np.c_[np.cos(turn), np.sin(turn)]
    return hull((sites[:, None] + circle).reshape(-1, 2))


def hull(points: Floats) -> Floats:
    """Corners (k, 2) of the smallest convex polygon, counterclockwise; none of a line."""
    import scipy

    if np.linalg.matrix_rank(points - points.mean(axis=0), tol=1e-6) < 2:
        return np.zeros((0, 2))
    corners: Floats = points[scipy.spatial.ConvexHull(points).vertices]
    return corners


def inside_polygon(points: Floats, corners: Floats) -> Bools:
    """Whether points (n, 2) lie in a convex polygon, its edge included."""
    inside: Bools = np.full(len(points), len(corners) > 0)
    for start, stop in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        along, to = stop - start, points - start
        inside &= along[0] * to[:, 1] - along[1] * to[:, 0] >= -1e-9
    return inside


def _merged(sites: Floats) -> tuple[Floats, Floats]:
    """Sites that differ, and the matrix of means over the sensors at each."""
    _, first, group = np.unique(np.round(sites, 5), axis=0, return_index=True, return_inverse=True)
    members = (np.arange(len(first))[:, None] == group.ravel()).astype(np.float64)
    return sites[first], members / members.sum(axis=1, keepdims=True)


def _outer_sites(sites: Floats, extrapolate: str, radius: float) -> Floats:
    """Places beyond the sensors where the map has faded."""
    far = spacing(sites)
    if extrapolate == "local":
        return _resampled(surroundings(sites, far), far)
    if extrapolate == "box":
        low, high = sites.min(axis=0), sites.max(axis=0)
        x, y = np.stack([2 * low - high, 2 * high - low]).T
        return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    around = 1.1 * radius + far
    count = max(12, round(2 * np.pi * around / far))
    turn = np.arange(count) * 2 * np.pi / count
    ring: Floats = around * np.c_[np.cos(turn), np.sin(turn)]
    return ring


def _resampled(corners: Floats, step: float) -> Floats:
    """Points about ``step`` apart along the edge of a polygon."""
    closed = np.concatenate([corners, corners[:1]])
    way = np.r_[0, np.linalg.norm(np.diff(closed, axis=0), axis=1).cumsum()]
    count = max(6, round(way[-1] / step))
    at = np.arange(count) * way[-1] / count
    return np.stack([np.interp(at, way, coordinate) for coordinate in closed.T], axis=1)


def _local_means(sites: Floats, outer: Floats) -> Floats:
    """Matrix (n_outer, n_sites) of means over the sites nearest to each outer one."""
    distances = np.linalg.norm(outer[:, None] - sites, axis=-1)
    near = distances <= distances.min(axis=1, keepdims=True) + spacing(sites)
    means: Floats = near / near.sum(axis=1, keepdims=True)
    return means


def _spline(sites: Floats, points: Floats, how: MapInterpolation) -> Floats:
    farthest = max(float(np.linalg.norm(x, axis=1).max()) for x in (sites, points))
    reach = min(1.0, LOWEST / farthest)
    known, wanted = (unproject_azimuthal(x, reach) for x in (sites, points))
    return spline_matrix(known, wanted, stiffness=ORDER, smoothing=how.smoothing)


def _linear(sites: Floats, points: Floats, _how: MapInterpolation) -> Floats:
    """Planes over the triangles between sites; beyond them, the nearest site's value."""
    import scipy

    mesh = scipy.spatial.Delaunay(sites)
    triangle = mesh.find_simplex(points)
    matrix = _nearest_matrix(sites, points)
    found = np.flatnonzero(triangle >= 0)
    turn, origin = mesh.transform[triangle[found], :2], mesh.transform[triangle[found], 2]
    two = np.einsum("nij,nj->ni", turn, points[found] - origin)
    corners = mesh.simplices[triangle[found]]
    matrix[found] = 0
    matrix[found[:, None], corners] = np.c_[two, 1 - two.sum(axis=1)]
    return matrix


def _nearest_matrix(sites: Floats, points: Floats) -> Floats:
    distances = np.linalg.norm(points[:, None] - sites, axis=-1)
    matrix = np.zeros((len(points), len(sites)))
    matrix[np.arange(len(points)), distances.argmin(axis=1)] = 1
    return matrix
