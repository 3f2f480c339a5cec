"""What is inside a mesh, by crossings of a line and by the solid angle."""

import numpy as np
import pytest

from leadfield.forward.triangles import solid_angles, triangle_mesh
from leadfield.forward.winding import ALONG, inside, is_closed
from leadfield.numerics.mesh_sphere import icosahedron


@pytest.fixture
def rough():
    """A closed surface with bumps and dents."""
    vertices, triangles = icosahedron(3)
    rough = vertices * np.random.default_rng(4).uniform(0.7, 1.1, (len(vertices), 1))
    return triangle_mesh(rough, triangles)


@pytest.fixture
def points():
    return np.random.default_rng(5).uniform(-1.2, 1.2, (3000, 3))


def test_the_inside_of_a_dented_mesh_has_its_dent_left_out():
    vertices, triangles = icosahedron(3)
    dented = np.array(vertices)
    dented[vertices[:, 2] > 0.9, 2] -= 0.7
    mesh = triangle_mesh(dented, triangles)
    points = np.array([[0, 0, 0.0], [0, 0, 0.15], [0, 0, 0.5], [0.6, 0, 0.7], [0, 0, 1.2]])
    assert inside(mesh, points).tolist() == [True, True, False, True, False]


def test_the_inside_does_not_depend_on_where_the_middle_is():
    vertices, triangles = icosahedron(2)
    # A bowl: the mean of its vertices is outside it.
    bowl = np.array(vertices)
    up = bowl[:, 2] > 0
    bowl[up, 2] = 0.1 - 0.85 * bowl[up, 2]
    mesh = triangle_mesh(bowl, triangles)
    points = np.array([[0, 0, -0.85], [0, 0, -0.2], [0.5, 0, -0.72], [0.5, 0, -0.3]])
    assert inside(mesh, points).tolist() == [True, False, True, False]


def fills_the_sky(mesh, points):
    return np.abs(solid_angles(mesh, points)) > 2 * np.pi


def test_lines_find_inside_what_sees_the_mesh_all_around(rough, points):
    found = inside(rough, points)
    assert 0.1 < found.mean() < 0.9
    assert np.array_equal(found, fills_the_sky(rough, points))


def test_lines_through_corners_and_edges_are_decided_by_the_solid_angle(rough):
    vertices, indices = rough.vertices, rough.indices
    on_line = np.concatenate([vertices, vertices[indices[:, :2]].mean(axis=1)])
    points = on_line - 0.3 * ALONG
    assert np.array_equal(inside(rough, points), fills_the_sky(rough, points))


def test_the_inside_of_a_mesh_turned_inside_out_is_the_same(rough, points):
    turned = triangle_mesh(rough.vertices, rough.indices[:, ::-1])
    assert np.array_equal(inside(turned, points), inside(rough, points))


def test_an_open_mesh_encloses_what_sees_it_more_than_half_around(rough, points):
    bowl = triangle_mesh(rough.vertices, rough.indices[40:])
    assert is_closed(rough)
    assert not is_closed(bowl)
    assert np.array_equal(inside(bowl, points), fills_the_sky(bowl, points))


def test_what_is_no_place_is_not_inside(rough):
    assert not inside(rough, np.full((2, 3), np.nan)).any()


def test_no_points_are_no_trouble(rough):
    assert inside(rough, np.empty((0, 3))).shape == (0,)
