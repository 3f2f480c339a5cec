"""What bounds sources in a volume: a closed surface, or a sphere."""

from dataclasses import dataclass
from typing import final

import numpy as np
import scipy

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.forward.triangles import Triangles, triangle_mesh
from leadfield.forward.winding import inside


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BrainBounds:
    """A closed surface, or a sphere where ``mesh`` is None; in m.

    ``centre`` (3,) and ``radius`` are of a sphere around all of it, ``lowest`` and ``highest``
    (3,) the corners of a box around it.
    """

    centre: Floats
    radius: float
    lowest: Floats
    highest: Floats
    mesh: Triangles | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)

    def hold(self, points: Floats, *, margin: float) -> Bools:
        """Whether each point (n, 3) is inside and at least ``margin`` away.

        A surface is as far away as the nearest of its vertices.
        """
        if self.mesh is None:
            from_centre = np.linalg.norm(points - self.centre, axis=1)
            return np.asarray(self.radius - from_centre >= max(margin, 0.0))
        held: Bools = inside(self.mesh, points)
        if margin > 0:
            tree = scipy.spatial.KDTree(self.mesh.vertices)
            held[held] = np.asarray(tree.query(points[held])[0]) >= margin
        return held


def bounds_of_sphere(centre: Floats, radius: float) -> BrainBounds:
    """The bounds that a sphere is."""
    return BrainBounds(
        centre=centre, radius=radius, lowest=centre - radius, highest=centre + radius
    )


def bounds_of_surface(vertices: Floats, triangles: Ints) -> BrainBounds:
    """The bounds that a closed surface is, with a centre among its vertices."""
    centre = vertices.mean(axis=0)
    return BrainBounds(
        centre=centre,
        radius=float(np.linalg.norm(vertices - centre, axis=1).max()),
        lowest=vertices.min(axis=0),
        highest=vertices.max(axis=0),
        mesh=triangle_mesh(vertices, triangles),
    )
