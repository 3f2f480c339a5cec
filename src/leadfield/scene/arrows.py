"""Arrow meshes: many arrows in space as triangles with normals."""

import numpy as np

from leadfield.base.arrays import Floats, Floats32, Ints
from leadfield.numerics.mesh import unit

SIDES = 7
SHAFT, HEAD, NECK = 0.055, 0.16, 0.62
"""Radius of the shaft, of the head, and where the head begins, for a length of 1."""


def arrow_mesh() -> tuple[Floats, Ints, Floats]:
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
    first = np.arange(SIDES)
    second = (first + 1) % SIDES
    triangles = []
    for lower in range(0, len(rings), 2):
        a, b, c, d = (SIDES * (lower + i) + side for i in (0, 1) for side in (first, second))
        triangles += [np.stack([a, b, d], axis=1), np.stack([a, d, c], axis=1)]
    return (
        vertices,
        np.concatenate(triangles),
        normals / np.linalg.norm(normals, axis=1, keepdims=True),
    )


def arrow_meshes(starts: Floats, vectors: Floats) -> tuple[Floats32, Ints, Floats32]:
    """One arrow per row: vertices, triangles and normals, arrow after arrow.

    Parameters
    ----------
    starts, vectors
        Where arrows begin, and their length and direction, in mm, ``(n, 3)``.
    """
    shape, triangles, normals = arrow_mesh()
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    along = np.where(lengths > 0, unit(vectors), [0.0, 0.0, 1.0])
    aside = unit(np.cross(np.eye(3)[np.abs(along).argmin(axis=1)], along))
    frames = np.stack([aside, np.cross(along, aside), along], axis=1).astype(np.float32)
    vertices = shape.astype(np.float32) @ frames * lengths[:, None].astype(np.float32)
    vertices += starts[:, None].astype(np.float32)
    offsets = len(shape) * np.arange(len(starts))
    return (
        vertices.reshape(-1, 3),
        (triangles + offsets[:, None, None]).reshape(-1, 3),
        (normals.astype(np.float32) @ frames).reshape(-1, 3),
    )
