"""Bounds of sources in volumes."""

import numpy as np
import pytest

from leadfield.forward.brain_bounds import bounds_of_sphere, bounds_of_surface
from leadfield.numerics.mesh_sphere import icosahedron

PLACES = np.array([[0.0, 0, 0], [0, 0.05, 0], [0, 0.072, 0], [0, 0.085, 0]])


@pytest.fixture(params=["sphere", "surface"])
def bounds(request):
    """A ball of 80 mm."""
    if request.param == "sphere":
        return bounds_of_sphere(np.zeros(3), 0.08)
    vertices, triangles = icosahedron(4)
    return bounds_of_surface(0.08 * vertices, triangles)


def test_places_inside_are_held_unless_they_are_near(bounds):
    assert bounds.hold(PLACES, margin=0.0).tolist() == [True, True, True, False]
    assert bounds.hold(PLACES, margin=0.01).tolist() == [True, True, False, False]


def test_a_box_and_a_sphere_are_around_it(bounds):
    assert bounds.radius == pytest.approx(0.08, rel=1e-3)
    np.testing.assert_allclose(bounds.centre, 0, atol=1e-8)
    np.testing.assert_allclose(bounds.lowest, -0.08, atol=1e-3)
    np.testing.assert_allclose(bounds.highest, 0.08, atol=1e-3)
