"""Regular triangulations of the sphere: subdivided icosahedra and octahedra."""

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.numerics.mesh import unit
from leadfield.numerics.mesh_digits import COARSE, NESTED

FINEST_ICOSAHEDRON = 7
RENUMBERED = 5
# Corners of each triangle, in hexadecimal digits.
ICOSAHEDRON = "034 045 051 012 023 328 389 394 49a 4a5 5a6 561 167 172 278 8b9 9ba ab6 6b7 7b8"
OCTAHEDRON = "240 142 341 043 520 512 531 503"
DIGITS = 4  # FreeSurfer's files of icosahedra have no more


def icosahedron(grade: int) -> tuple[Floats, Ints]:
    """Vertices ``(10 * 4**grade + 2, 3)`` and triangles of FreeSurfer's ``ic`` files.

    From grade 5 on, the vertices of a grade are the first ones of the next, as in
    fsaverage; the coarser files number theirs in another order.
    """
    nested = grade >= RENUMBERED
    upper = np.radians(72) * (np.arange(5) - nested)
    lower = upper - np.radians(36)
    ring = 2 / np.sqrt(5)
    vertices = np.zeros((12, 3))
    vertices[0, 2], vertices[11, 2] = 1, -1
    for start, angles, height in ((1, upper, 0.5), (6, lower, -0.5)):
        circle = [np.cos(angles), np.sin(angles), np.full(5, height)]
        vertices[start : start + 5] = ring * np.stack(circle, axis=1)
    triangles = _corners(ICOSAHEDRON)
    for _ in range(grade):
        vertices, pieces = _subdivided(vertices, triangles)
        if nested:
            first, *others = pieces
            triangles = np.concatenate([first, np.stack(others, 1).reshape(-1, 3)])
        else:
            triangles = np.stack(pieces, axis=1).reshape(-1, 3)
    return _as_in_files(vertices, NESTED if nested else COARSE), triangles


def octahedron(grade: int) -> tuple[Floats, Ints]:
    """Vertices ``(4**grade + 2, 3)``, numbered as triangles name them, and triangles.

    Grade 1 is the octahedron itself.
    """
    vertices = np.repeat(np.eye(3), 2, axis=0) * np.tile([1.0, -1.0], 3)[:, None]
    triangles = _corners(OCTAHEDRON)
    for _ in range(grade - 1):
        vertices, (first, last, middle, second) = _subdivided(vertices, triangles)
        turned = middle[:, [2, 0, 1]]
        triangles = np.stack([first, second, turned, last], axis=1).reshape(-1, 3)
    _, places = np.unique(triangles, return_index=True)
    order = np.argsort(places)
    number = np.argsort(order)
    return vertices[order], number[triangles]


def _as_in_files(vertices: Floats, odd: tuple[int, ...]) -> Floats:
    """Coordinates with four digits, rounded as FreeSurfer's files have them."""
    scaled = (vertices * 10**DIGITS).ravel()
    rounded = scaled.round()
    places = np.array([place for place in odd if place < scaled.size], np.int64)
    rounded[places] = np.floor(scaled[places]) + np.ceil(scaled[places]) - rounded[places]
    found: Floats = rounded.reshape(vertices.shape) / 10**DIGITS
    return found


def _corners(digits: str) -> Ints:
    return np.array([[int(digit, 16) for digit in word] for word in digits.split()])


def _subdivided(vertices: Floats, triangles: Ints) -> tuple[Floats, list[Ints]]:
    """Vertices with the middles of all edges, and the four parts of each triangle.

    Middles are numbered as they come: of a triangle abc first ac, then bc, then ab.
    The parts hold a, c, no corner and b.
    """
    n = len(vertices)
    a, b, c = triangles.T
    ends = np.sort(np.stack([a, c, b, c, a, b], axis=1).reshape(-1, 2), axis=1)
    keys = ends[:, 0] * n + ends[:, 1]
    _, places, which = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(places)
    ac, bc, ab = (n + np.argsort(order)[which]).reshape(-1, 3).T
    pairs = ends[places[order]]
    middles = unit(vertices[pairs[:, 0]] + vertices[pairs[:, 1]])
    pieces = [(a, ab, ac), (ac, bc, c), (ab, bc, ac), (ab, b, bc)]
    return np.concatenate([vertices, middles]), [np.stack(p, axis=1) for p in pieces]
