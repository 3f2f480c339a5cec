"""Meshes of cortical surfaces: triangles, normals, curvature."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, Floats32, Ints, lock_arrays, locked
from leadfield.base.errors import MismatchError
from leadfield.numerics.mesh import vertex_normals

HEMISPHERES = ("lh", "rh")
GAP = 4.0
"""Between two inflated hemispheres, in mm."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mesh:
    """Triangles in space, and the normal and curvature of each vertex."""

    vertices: Floats
    """Surface RAS in mm, ``(n_vertices, 3)``."""
    triangles: Ints
    """Anticlockwise from outside, ``(n_triangles, 3)``."""
    curvature: Floats
    """Above 0 in sulci, ``(n_vertices,)``; zeros where it is not known."""
    normals: Floats32
    """Unit vectors out of the surface, ``(n_vertices, 3)``."""

    def __post_init__(self) -> None:
        n = len(self.vertices)
        fields = {
            "vertices": locked(self.vertices, shape=(n, 3), name="vertices"),
            "triangles": locked(self.triangles, np.int64, shape=(None, 3), name="triangles"),
            "curvature": locked(self.curvature, shape=(n,), name="curvature"),
            "normals": locked(self.normals, np.float32, shape=(n, 3), name="normals"),
        }
        for name, value in fields.items():
            object.__setattr__(self, name, value)
        lock_arrays(self)

    def shifted(self, right: float) -> "Mesh":
        """The mesh moved to the right by so many mm."""
        return replace(self, vertices=self.vertices + np.array([right, 0.0, 0.0]))


def make_mesh(vertices: Floats, triangles: Ints, curvature: Floats | None = None) -> Mesh:
    """A mesh with its normals; positions in mm."""
    n = len(vertices)
    if curvature is not None and len(curvature) != n:
        msg = f"curvature must have a value for each of {n} vertices, got {len(curvature)}"
        raise MismatchError(msg)
    return Mesh(
        vertices=vertices,
        triangles=triangles,
        curvature=np.zeros(n) if curvature is None else curvature,
        normals=vertex_normals(vertices, triangles).astype(np.float32),
    )


def side_by_side(left: Mesh, right: Mesh) -> tuple[Mesh, Mesh]:
    """Two hemispheres moved so that their medial walls face each other at x = 0."""
    return (
        left.shifted(-float(left.vertices[:, 0].max()) - GAP / 2),
        right.shifted(-float(right.vertices[:, 0].min()) + GAP / 2),
    )


def join_meshes(meshes: Sequence[Mesh]) -> Mesh:
    """Several meshes as one, vertices in the same order."""
    if len(meshes) == 1:
        return meshes[0]
    starts = np.cumsum([0, *(len(m.vertices) for m in meshes[:-1])])
    return Mesh(
        vertices=np.concatenate([m.vertices for m in meshes]),
        triangles=np.concatenate(
            [m.triangles + start for m, start in zip(meshes, starts, strict=True)]
        ),
        curvature=np.concatenate([m.curvature for m in meshes]),
        normals=np.concatenate([m.normals for m in meshes]),
    )
