"""Values of ``datasets``."""

import numpy as np

from leadfield.datasets.simulated.activity import CorticalSheet, Patch
from leadfield.datasets.simulated.anatomy import Warp
from leadfield.datasets.simulated.heads import Skull
from leadfield.datasets.simulated.signals import SensorPatterns
from leadfield.numerics.mesh_sphere import icosahedron


def values():
    directions, triangles = icosahedron(0)
    sheet = CorticalSheet(hemisphere="lh", positions=0.07 * directions, normals=directions.copy())
    patch = Patch(sheet=sheet, centre=0, vertices=np.arange(3))
    yield from (sheet, patch)
    yield Warp(scale=np.ones(3), phases=np.zeros(3), shift=0.0, refined=False)
    yield Skull(
        centre=np.zeros(3), directions=directions, distances=np.full(12, 80.0), triangles=triangles
    )
    yield SensorPatterns(
        patches={patch: np.ones(4)}, brain=np.ones((4, 2)), rhythm=np.ones(2), blink=np.ones(4)
    )
