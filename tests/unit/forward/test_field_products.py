"""Products of lead fields against integrals over the sphere of sources."""

import numpy as np
import pytest
import scipy

from leadfield.base.errors import InputError
from leadfield.forward.coil_definitions import NORMAL
from leadfield.forward.coils import eeg_sensors, meg_sensors
from leadfield.forward.field_products import (
    ELECTRIC_RADIUS,
    MAGNETIC_RADIUS,
    electric_products,
    magnetic_products,
)
from leadfield.forward.sphere import magnetic_field, surface_potential

CENTRE = np.array([0.0, 0.0, 0.04])  # of the made-up helmet and cap


def quadrature(order):
    """Points on the unit sphere and weights: Gauss's in height, equal ones around."""
    heights, weights = scipy.special.roots_legendre(order)
    turns = np.arange(2 * order) * np.pi / order
    z, angle = (x.ravel() for x in np.meshgrid(heights, turns, indexing="ij"))
    flat = np.sqrt(1 - z**2)
    points = np.stack([flat * np.cos(angle), flat * np.sin(angle), z], axis=1)
    return points, np.repeat(weights, 2 * order) * np.pi / order


def integral(field, sensors, radius):
    points, weights = quadrature(60)
    lead = field(sensors.points - CENTRE, sensors, radius * points)
    return (lead * np.repeat(weights, 3)) @ lead.T * radius**2


@pytest.fixture
def coils(head_info):
    rows = head_info.channels.of_type("meg")
    return meg_sensors(head_info.pick(rows).channels, head_info.device_to_head, accuracy=NORMAL)


@pytest.fixture
def electrodes(head_info):
    return eeg_sensors(head_info.channels.pick(head_info.channels.of_type("eeg")))


def test_magnetic_products_are_integrals_of_lead_fields(coils):
    expected = integral(magnetic_field, coils, MAGNETIC_RADIUS)
    found = magnetic_products(coils, coils, CENTRE, 100)
    scale = np.sqrt(np.outer(np.diag(expected), np.diag(expected)))
    np.testing.assert_allclose(found / scale, expected / scale, rtol=0, atol=1e-11)


def test_electric_products_are_integrals_of_lead_fields(electrodes):
    expected = integral(surface_potential, electrodes, ELECTRIC_RADIUS)
    found = electric_products(electrodes, electrodes, CENTRE, 100)
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-11 * expected.max())


def test_further_terms_add_nothing_to_the_products_of_a_helmet(coils):
    found, more = (magnetic_products(coils, coils, CENTRE, n) for n in (50, 100))
    np.testing.assert_array_equal(found, more)


def test_products_of_two_sets_are_a_part_of_those_of_all(coils, make_points):
    far = make_points(CENTRE + 0.15 * np.eye(3), np.eye(3))
    found = magnetic_products(far, coils, CENTRE, 50)
    np.testing.assert_allclose(found, magnetic_products(coils, far, CENTRE, 50).T, rtol=1e-9)


def test_sensors_inside_the_sphere_of_sources_are_refused(make_points):
    points = make_points(CENTRE + np.array([[0, 0, 0.1], [0, 0.05, 0]]))
    with pytest.raises(InputError, match=r"further than 60 mm.*'P1' is 50 mm"):
        magnetic_products(points, points, CENTRE, 50)
    with pytest.raises(InputError, match="further than 42 mm"):
        electric_products(points, points, CENTRE + np.array([0, 0.04, 0]), 50)
