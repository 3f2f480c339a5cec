"""Meshes: normals, neighbours, regular spheres, and where points lie."""

import numpy as np
import pytest

from leadfield.numerics.mesh import (
    edge_lengths,
    neighbours,
    triangle_normals,
    unit,
    vertex_normals,
)
from leadfield.numerics.mesh_nearest import nearest_triangles
from leadfield.numerics.mesh_sphere import icosahedron, octahedron

SQUARE = np.array([[0.0, 0, 0], [2, 0, 0], [2, 1, 0], [0, 1, 0]])
HALVES = np.array([[0, 1, 2], [0, 2, 3]])


def test_normals_follow_the_right_hand_and_areas_add_up():
    normals, areas = triangle_normals(SQUARE, HALVES)
    assert np.array_equal(normals, [[0, 0, 1], [0, 0, 1]])
    assert areas.tolist() == [1.0, 1.0]


def test_a_triangle_without_area_has_no_normal():
    normals, areas = triangle_normals(SQUARE, np.array([[0, 1, 1]]))
    assert not normals.any()
    assert not areas.any()


def test_a_spheres_normals_point_outward():
    vertices, triangles = octahedron(4)
    assert (np.einsum("ij,ij->i", vertex_normals(vertices, triangles), vertices) > 0.99).all()


def test_neighbours_share_an_edge_whatever_the_triangles_turn():
    expected = [[0, 1, 1, 1], [1, 0, 1, 0], [1, 1, 0, 1], [1, 0, 1, 0]]
    for triangles in (HALVES, HALVES[:, ::-1], np.array([[0, 1, 2], [3, 2, 0], [1, 1, 1]])):
        assert np.array_equal(neighbours(triangles, 4).toarray(), expected)


def test_neighbours_on_a_closed_surface_are_those_of_an_open_one():
    _, triangles = octahedron(3)
    n = int(triangles.max()) + 1
    expected = np.zeros((n, n))
    for start, end in np.concatenate([triangles[:, [i, (i + 1) % 3]] for i in range(3)]):
        expected[start, end] = expected[end, start] = 1
    assert np.array_equal(neighbours(triangles, n).toarray(), expected)
    assert np.array_equal(neighbours(triangles, n, itself=True).toarray(), expected + np.eye(n))


def test_edges_have_their_length():
    lengths = edge_lengths(SQUARE, HALVES).toarray()
    assert lengths[0, 1] == 2.0
    assert lengths[2, 0] == pytest.approx(np.sqrt(5))
    assert lengths[1, 3] == 0.0


@pytest.mark.parametrize(
    ("sphere", "grade", "n"),
    [(icosahedron, 0, 12), (icosahedron, 4, 2562), (icosahedron, 5, 10242), (octahedron, 6, 4098)],
)
def test_regular_spheres_are_closed_and_seen_from_outside(sphere, grade, n):
    vertices, triangles = sphere(grade)
    assert vertices.shape == (n, 3)
    assert len(triangles) == 2 * n - 4  # Euler
    np.testing.assert_allclose(np.linalg.norm(vertices, axis=1), 1, atol=1.5e-4)
    assert len(np.unique(vertices, axis=0)) == n
    normals, _ = triangle_normals(vertices, triangles)
    assert (np.einsum("ij,ij->i", normals, vertices[triangles[:, 0]]) > 0).all()


def test_fine_icosahedra_are_nested():
    coarse, _ = icosahedron(5)
    fine, _ = icosahedron(6)
    assert np.array_equal(fine[: len(coarse)], coarse)


def test_points_on_a_mesh_are_rebuilt_from_their_triangle():
    vertices, triangles = octahedron(4)
    rng = np.random.default_rng(1)
    weights = rng.dirichlet([1, 1, 1], 300)
    points = np.einsum("ij,ijk->ik", weights, vertices[triangles[rng.integers(0, 512, 300)]])
    corners, found = nearest_triangles(points, vertices, triangles)
    np.testing.assert_allclose(
        np.einsum("ij,ijk->ik", found, vertices[corners]), points, atol=1e-12
    )


def test_points_of_the_sphere_are_near_the_place_found():
    vertices, triangles = octahedron(4)
    points = unit(np.random.default_rng(2).standard_normal((500, 3)))
    corners, weights = nearest_triangles(points, vertices, triangles)
    places = np.einsum("ij,ijk->ik", weights, vertices[corners])
    # A triangle with edges of length e reaches e**2 / 6 under the sphere, or a bit more.
    longest = edge_lengths(vertices, triangles).max()
    assert np.linalg.norm(places - points, axis=1).max() < longest**2 / 5
    assert weights.min() > -1e-12
    np.testing.assert_allclose(weights.sum(axis=1), 1)


def test_a_point_beyond_a_corner_goes_to_the_corner():
    corners, weights = nearest_triangles(np.array([[-1.0, -1.0, 0.5]]), SQUARE, HALVES)
    np.testing.assert_allclose(weights[0] @ SQUARE[corners[0]], [0, 0, 0], atol=1e-12)


def test_vertices_without_triangles_and_triangles_without_area_are_passed_over():
    vertices = np.concatenate([SQUARE, [[1.0, 0.5, 0.0]]])
    triangles = np.concatenate([HALVES, [[0, 0, 1]]])
    point = np.array([[1.0, 0.4, 0.1]])
    corners, weights = nearest_triangles(point, vertices, triangles)
    np.testing.assert_allclose(weights @ vertices[corners[0]], [[1.0, 0.4, 0.0]], atol=1e-12)


def test_a_vector_of_no_length_stays():
    assert np.array_equal(unit(np.array([[0.0, 0, 0], [0, 3, 4]])), [[0, 0, 0], [0, 0.6, 0.8]])
