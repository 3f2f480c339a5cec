"""The field of position coils."""

import numpy as np
import pytest

from leadfield.base.errors import MismatchError
from leadfield.forward.position_coils import magnetic_dipole_field


def test_on_its_axis_a_dipole_s_field_is_twice_that_beside_it(make_points):
    up = np.array([[0.0, 0, 1], [0, 0, 1]])
    coils = make_points(np.array([[0, 0, 0.1], [0.1, 0, 0]]), up)
    found = magnetic_dipole_field(coils, np.zeros((1, 3)), up[:1])
    np.testing.assert_allclose(found, [[2e-7 / 0.1**3], [-1e-7 / 0.1**3]])


def test_a_coil_in_a_sensor_is_refused(make_points):
    coils = make_points(np.array([[0, 0, 0.1]]), np.array([[0.0, 0, 1]]))
    with pytest.raises(MismatchError, match=r"at least 0.01 mm from sensors, got one at 0.001 mm"):
        magnetic_dipole_field(coils, np.array([[0, 0, 0.100001]]), np.array([[1.0, 0, 0]]))
