"""EEG electrodes projected onto the triangles of the scalp."""

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.log import warn
from leadfield.forward.sensors import Sensors
from leadfield.forward.triangles import Triangles, blocks, nearest_on

FAR_FROM_SCALP = 0.02  # m


def scalp_weights(mesh: Triangles, electrodes: Sensors, *, nearest: bool = False) -> Floats:
    """Weights (n_electrodes, n_vertices) of the potentials at the scalp's vertices.

    With ``nearest`` they are those of the scalp's nearest point, on an edge where that is.
    """
    if nearest:
        triangles, weights, distance = nearest_on(mesh, electrodes.points)
        corners = mesh.indices[triangles]
    else:
        corners, weights, distance = project_onto_scalp(mesh, electrodes.points)
    if distance.max() > FAR_FROM_SCALP:
        far = int((distance > FAR_FROM_SCALP).sum())
        warn(
            f"{far} EEG positions are more than {1e3 * FAR_FROM_SCALP:.0f} mm from "
            f"the scalp, the farthest {1e3 * distance.max():.0f} mm: check the "
            "head-to-MRI transform and the unit of the positions"
        )
    at_points = np.zeros((len(corners), len(mesh.vertices)))
    at_points[np.arange(len(corners))[:, None], corners] = weights
    return np.asarray(electrodes.summed @ at_points)


def project_onto_scalp(mesh: Triangles, points: Floats) -> tuple[Ints, Floats, Floats]:
    """Corners (n_points, 3) of each point's triangle, their weights, and the distance.

    The triangle is the nearest that has the point above or below it, or one with a nearer
    edge; the weights are those of the point's foot in its plane, so a point over an edge
    has one a little below 0.
    """
    corners = np.empty((len(points), 3), np.int64)
    weights = np.empty((len(points), 3))
    distance = np.empty(len(points))
    for batch in blocks(len(points), 4 * len(mesh.areas)):
        p, q, height = _coordinates(mesh, points[batch])
        over = (p >= 0) & (q >= 0) & (p + q < 1)
        gap = np.where(over, np.abs(height), _to_edges(mesh, p, q, height))
        best = gap.argmin(axis=1)
        rows = np.arange(len(best))
        p, q, distance[batch] = p[rows, best], q[rows, best], gap[rows, best]
        corners[batch] = mesh.indices[best]
        weights[batch] = np.stack([1 - p - q, p, q], axis=1)
    return corners, weights, distance


def _coordinates(mesh: Triangles, points: Floats) -> tuple[Floats, Floats, Floats]:
    """Each point's foot in each triangle's plane, as shares of two sides, and its height."""
    first, second, normals = mesh.sides[0], -mesh.sides[2], mesh.normals
    double = (2 * mesh.areas)[:, None]
    to_first = np.cross(second, normals) / double
    to_second = np.cross(normals, first) / double
    origin = mesh.vertices[mesh.corners[0]]
    p, q, height = (
        points @ axis.T - np.einsum("tk,tk->t", origin, axis)
        for axis in (to_first, to_second, normals)
    )
    return p, q, height


def _to_edges(mesh: Triangles, p: Floats, q: Floats, height: Floats) -> Floats:
    """Distance to the nearest of each triangle's three edges."""
    a, b = mesh.squares[0], mesh.squares[2]
    # MNE-C and MNE-Python put half of the sides' product here, so that the edge is not quite
    # the nearest: right for points as near as electrodes are, and potentials stay theirs.
    c = -np.einsum("tk,tk->t", mesh.sides[0], mesh.sides[2]) / 2
    along = np.clip(p + q * c / a, 0, 1)
    aside = np.clip(q + p * c / b, 0, 1)
    across = np.clip(((a - c) * (1 - p) + (b - c) * q) / (a + b - 2 * c), 0, 1)
    zero = np.zeros_like(p)
    squares = [
        (p - x) ** 2 * a + (q - y) ** 2 * b + 2 * (p - x) * (q - y) * c
        for x, y in ((along, zero), (1 - across, across), (zero, aside))
    ]
    return np.asarray(np.sqrt(np.minimum.reduce(squares) + height**2))
