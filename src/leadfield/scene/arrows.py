"""Arrows in space as triangles, many at once."""

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints
from leadfield.numerics.mesh import unit

Single = NDArray[np.float32]
SIDES = 7
SHAFT, HEAD, NECK = 0.055, 0.16, 0.62
"""Radius of the shaft, of the head, and where the head begins, for a length of 1."""


def arrow() -> tuple[Floats, Ints, Floats]:
    """An arrow of length 1 along z: vertices, triangles and outward normals."""
    turn = np.arange(SIDES) * 2 * np.pi / SIDES
    ring = np.stack([np.cos(turn), np.sin(turn), np.zeros(SIDES)], axis=1)
    along = np.array([0.0, 0.0, 1.0])
    back, slope = np.tile(-along, (SIDES, 1)), ring + HEAD / (1 - NECK) * along
    rings = [  # radius, height, normal of each ring of vertices
        (0.0, 0.0, back),
        (SHAFT, 0.0, back),
        (SHAFT, 0.0, ring),
        (SHAFT, NECK, ring),
        (SHAFT, NECK, back),
        (HEAD, NECK, back),
        (HEAD, NECK, slope),
        (0.0, 1.0, slope),
    ]
    vertices = np.concatenate([radius * ring + height * along for radius, height, _ in rings])
    normals = np.concatenate([normal for _, _, normal in rings])
    now = np.arange(SIDES)
    after = (now + 1) % SIDES
    triangles = []
    for lower in range(0, len(rings), 2):
        a, b, c, d = (SIDES * (lower + i) + side for i in (0, 1) for side in (now, after))
        triangles += [np.stack([a, b, d], axis=1), np.stack([a, d, c], axis=1)]
    return (
        vertices,
        np.concatenate(triangles),
        normals / np.linalg.norm(normals, axis=1, keepdims=True),
    )


def arrows(starts: Floats, vectors: Floats) -> tuple[Single, Ints, Single]:
    """One arrow a row: vertices, triangles and normals, those of each arrow together.

    Parameters
    ----------
    starts, vectors
        Where arrows begin, and how far and where to they go, in mm, ``(n, 3)``.
    """
    shape, triangles, normals = arrow()
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    along = np.where(lengths > 0, unit(vectors), [0.0, 0.0, 1.0])
    aside = unit(np.cross(np.eye(3)[np.abs(along).argmin(axis=1)], along))
    frames = np.stack([aside, np.cross(along, aside), along], axis=1).astype(np.float32)
    placed = shape.astype(np.float32) @ frames * lengths[:, None].astype(np.float32)
    placed += starts[:, None].astype(np.float32)
    steps = len(shape) * np.arange(len(starts))
    return (
        placed.reshape(-1, 3),
        (triangles + steps[:, None, None]).reshape(-1, 3),
        (normals.astype(np.float32) @ frames).reshape(-1, 3),
    )
