"""Shortest paths along the edges of a mesh, from the nearest of several vertices."""

import numpy as np

from leadfield.base.arrays import Bools, Corners, Floats, Ints
from leadfield.numerics.mesh import edge_rows
from leadfield.numerics.nearest import concatenated_ranges


def nearest_along_edges(
    vertices: Floats, triangles: Corners, starts: Ints
) -> tuple[Ints, Floats, bool]:
    """The one of ``starts`` that is nearest to each vertex, how far, and whether all are sure.

    Where no path leads, -1 and infinity. It is not sure if two are equally near to some vertex.

    All vertices that came nearer in a round reach out to their neighbours in the next (Bellman
    1958, Q Appl Math 16:87). There are about as many rounds as edges on the longest path: few,
    where many vertices are starts.
    """
    edges, n = edge_rows(vertices, triangles), len(vertices)
    distances, nearest = np.full(n, np.inf), np.full(n, -1)
    distances[starts], nearest[starts] = 0, starts
    sure, front = True, starts
    while len(front):
        begins = edges.starts[front]
        counts = edges.starts[front + 1] - begins
        out = concatenated_ranges(begins, counts)
        reached = edges.columns[out]
        length = np.repeat(distances[front], counts) + edges.values[out]
        before = distances[reached]
        use = np.flatnonzero(length <= before)
        reached, length, before = reached[use], length[use], before[use]
        source = np.repeat(nearest[front], counts)[use]
        np.minimum.at(distances, reached, length)
        best, nearer = length == distances[reached], length < before
        nearest[reached[best & nearer]] = source[best & nearer]
        sure &= np.array_equal(nearest[reached[best]], source[best])
        front = np.flatnonzero(_marked(n, reached[nearer]))
    return nearest, distances, bool(sure)


def _marked(n: int, places: Ints) -> Bools:
    marks = np.zeros(n, bool)
    marks[places] = True
    return marks
