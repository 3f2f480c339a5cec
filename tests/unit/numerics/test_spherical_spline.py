"""Interpolation on a sphere."""

import numpy as np

from leadfield.numerics.spherical_spline import kernel, spline_matrix


def directions(n, seed=0):
    """``n`` directions spread evenly over the sphere, turned by ``seed``."""
    i = np.arange(n) + 0.5
    height = 1 - 2 * i / n
    turn = np.pi * (1 + 5**0.5) * i + seed
    side = np.sqrt(1 - height**2)
    return np.c_[side * np.cos(turn), side * np.sin(turn), height]


def test_values_at_the_known_places_come_back():
    known = directions(60)
    matrix = spline_matrix(known, known, smoothing=1e-13)
    np.testing.assert_allclose(matrix, np.eye(60), atol=1e-6)


def test_a_constant_stays_constant_everywhere():
    matrix = spline_matrix(directions(60), directions(40, seed=1))
    np.testing.assert_allclose(matrix.sum(axis=1), 1, atol=1e-10)


def test_a_dipole_pattern_is_interpolated_to_a_thousandth():
    known, wanted = directions(200), directions(50, seed=1)
    matrix = spline_matrix(known, wanted, smoothing=1e-9)
    np.testing.assert_allclose(matrix @ known[:, 2], wanted[:, 2], atol=1e-3)


def test_the_closed_form_of_stiffness_two_is_the_sum_of_its_series():
    cosines = np.linspace(-1, 1, 9)
    n = np.arange(1, 2001)
    factors = (2 * n + 1) / (n * (n + 1.0)) ** 2 / (4 * np.pi)
    expected = np.polynomial.legendre.legval(cosines, np.r_[0.0, factors])
    np.testing.assert_allclose(kernel(cosines, stiffness=2), expected, atol=1e-7)
