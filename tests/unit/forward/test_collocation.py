"""The boundary-element integrals against plain ones."""

import numpy as np
import pytest

from leadfield.forward.collocation import collocation_matrix, collocation_mesh, fill_own_triangles
from leadfield.forward.triangles import solid_angles, triangle_mesh
from leadfield.numerics.mesh_sphere import icosahedron


def by_small_triangles(corners, point, n=200):
    """The three corners' integrals, with n * n little triangles as points."""
    a, b, c = corners
    i, j = np.meshgrid(np.arange(n), np.arange(n), indexing="ij")
    up = np.stack([i + 1 / 3, j + 1 / 3], -1)[i + j < n]
    down = np.stack([i + 2 / 3, j + 2 / 3], -1)[i + j < n - 1]
    p, q = np.concatenate([up, down]).T / n
    weights = np.stack([1 - p - q, p, q])
    places = weights.T @ corners
    gap = places - point
    normal = np.cross(b - a, c - a) / 2 / n**2
    return weights @ (gap @ normal / np.linalg.norm(gap, axis=1) ** 3)


def test_a_triangle_s_integrals_are_what_many_little_triangles_add_up_to():
    corners = np.array([[0.1, 0.0, 0.9], [1.0, 0.2, 1.1], [0.3, 0.8, 1.3]])
    points = np.array([[0.0, 0, 0], [0.5, 0.5, 0.4], [2.0, -1, 3]])
    found = collocation_matrix(
        collocation_mesh(triangle_mesh(corners, np.array([[0, 1, 2]]))), points
    )
    for row, point in zip(found, points, strict=True):
        assert row == pytest.approx(by_small_triangles(corners, point), rel=1e-4, abs=1e-9)


def test_rows_add_up_to_the_solid_angle():
    mesh = triangle_mesh(*icosahedron(2))
    points = np.array([[0.1, 0.3, -0.2], [0.8, 0, 0], [1.5, 0.2, 0]])
    rows = collocation_matrix(collocation_mesh(mesh), points).sum(1)
    assert rows == pytest.approx(solid_angles(mesh, points), abs=1e-12)


def test_a_surface_fills_half_the_sky_of_its_own_vertices():
    vertices, triangles = icosahedron(2)
    matrix = collocation_matrix(
        collocation_mesh(triangle_mesh(vertices, triangles)), vertices, own=True
    )
    fill_own_triangles(matrix, triangles)
    assert np.isfinite(matrix).all()
    assert matrix.sum(1) == pytest.approx(np.full(len(vertices), 2 * np.pi))


def test_turning_the_head_changes_no_integral():
    vertices, triangles = icosahedron(1)
    turn, _ = np.linalg.qr(np.random.default_rng(0).normal(size=(3, 3)))
    turn *= np.sign(np.linalg.det(turn))
    point = np.array([[0.2, 0.1, 0.5]])
    before = collocation_matrix(collocation_mesh(triangle_mesh(vertices, triangles)), point)
    after = collocation_matrix(
        collocation_mesh(triangle_mesh(vertices @ turn.T, triangles)), point @ turn.T
    )
    assert after == pytest.approx(before, abs=1e-12)
