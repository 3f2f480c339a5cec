"""Labels on surfaces: the triangles inside, their area, and the way out."""

import numpy as np
import scipy

from leadfield.base.arrays import Corners, Floats, Ints
from leadfield.base.errors import InputError
from leadfield.base.log import warn
from leadfield.freesurfer.surface import Surface
from leadfield.labels.label import CorticalLabel
from leadfield.numerics.mesh import edge_lengths, triangle_normals

MM, MM2 = 1e-3, 1e-6


def triangles_between(triangles: Corners, vertices: Ints) -> Corners:
    """The triangles whose corners are all among some vertices."""
    return triangles[np.isin(triangles, vertices).all(axis=1)]


def triangles_with_all(triangles: Corners, vertices: Ints) -> Corners:
    """The triangles between some vertices, and one without area for each vertex of none."""
    inside = triangles_between(triangles, vertices)
    alone = np.setdiff1d(vertices, inside)
    return np.concatenate([inside, np.repeat(alone[:, None], 3, axis=1)])


def label_area(label: CorticalLabel, surface: Surface) -> float:
    """Area in m² of the triangles inside a label."""
    inside = triangles_between(surface.triangles, label.vertices)
    if not len(inside):
        warn(
            "no triangle lies inside the label, so that its area is 0: fill it between its "
            "sources with label.fill(src)"
        )
    _, areas = triangle_normals(surface.vertices, inside)
    return float(areas.sum() * MM2)


def distances_outside(label: CorticalLabel, surface: Surface) -> tuple[Floats, Ints]:
    """Distance in m along the surface from each vertex to the nearest one outside, and that one."""
    edges = edge_lengths(surface.vertices, surface.triangles)
    outside = np.setdiff1d(edges[label.vertices].indices, label.vertices)
    if not len(outside):
        msg = "a label must have neighbours outside to leave it, got none: is it the hemisphere?"
        raise InputError(msg)
    distances, _, nearest = scipy.sparse.csgraph.dijkstra(
        edges, indices=outside, min_only=True, return_predecessors=True
    )
    return distances[label.vertices] * MM, nearest[label.vertices].astype(np.int64)
