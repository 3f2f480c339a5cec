"""The field of coils that tell where the head is: magnetic dipoles."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import MismatchError
from leadfield.forward.sensors import Sensors
from leadfield.forward.sphere import MU0_4PI

NEAREST = 1e-5  # m


def magnetic_dipole_field(coils: Sensors, places: Floats, directions: Floats) -> Floats:
    """Field (n_coils, n_dipoles) in T or T/m of magnetic dipoles of 1 A·m² along unit vectors."""
    away = coils.points[:, np.newaxis] - places
    distances = np.linalg.norm(away, axis=2)
    if distances.min() < NEAREST:
        msg = (
            f"position coils must be at least {1e3 * NEAREST:g} mm from sensors, got one at "
            f"{1e3 * distances.min():g} mm: check the positions of the head"
        )
        raise MismatchError(msg)
    along = np.einsum("pdi,pi->pd", away, coils.normals)
    turned = np.einsum("pdi,di->pd", away, directions)
    straight = coils.normals @ directions.T
    field = (3 * along * turned / distances**2 - straight) / distances**3
    found: Floats = MU0_4PI * (coils.summed @ field)
    return found
