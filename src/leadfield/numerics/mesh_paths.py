"""Shortest paths along the edges of a mesh, from the nearest of several vertices."""

import numpy as np

from leadfield.base.arrays import Bools, Corners, Floats, Ints
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
    firsts, ends, lengths = _edges(vertices, triangles)
    n = len(vertices)
    distances, nearest = np.full(n, np.inf), np.full(n, -1)
    distances[starts], nearest[starts] = 0, starts
    sure, front = True, starts
    while len(front):
        counts = firsts[front + 1] - firsts[front]
        edges = concatenated_ranges(firsts[front], counts)
        reached = ends[edges]
        length = np.repeat(distances[front], counts) + lengths[edges]
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


def _edges(vertices: Floats, triangles: Corners) -> tuple[Ints, Ints, Floats]:
    """All edges both ways, by where they start: the first of each vertex, ends and lengths."""
    n, bits = len(vertices), len(vertices).bit_length()
    a, b, c = triangles.T.astype(np.int64)
    there = np.sort(np.concatenate([a << bits | b, b << bits | c, c << bits | a]))
    back = np.sort(np.concatenate([b << bits | a, c << bits | b, a << bits | c]))
    if not np.array_equal(there, back):  # the mesh has a border
        there = np.union1d(there, back)
    begins, ends = there >> bits, there & (1 << bits) - 1
    firsts = np.concatenate([[0], np.cumsum(np.bincount(begins, minlength=n))])
    squares = np.zeros(len(ends))
    for column in np.ascontiguousarray(vertices.T):
        gap = column[begins]
        gap -= column[ends]
        gap *= gap
        squares += gap
    return firsts, ends, np.sqrt(squares, out=squares)
