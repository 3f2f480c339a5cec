"""Meshes and arrows."""

import numpy as np
import pytest

from leadfield.base.errors import MismatchError
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.scene.arrows import arrow_mesh, arrow_meshes
from leadfield.scene.mesh import GAP, join_meshes, make_mesh, side_by_side

VERTICES, TRIANGLES = icosahedron(2)


def volume(vertices, triangles):
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    return np.einsum("ij,ij->", a, np.cross(b, c)) / 6


def test_curvature_of_another_surface_is_refused():
    with pytest.raises(MismatchError, match="curvature"):
        make_mesh(VERTICES, TRIANGLES, np.zeros(3))


def test_hemispheres_side_by_side_keep_a_gap():
    left, right = side_by_side(make_mesh(VERTICES, TRIANGLES), make_mesh(2 * VERTICES, TRIANGLES))
    assert np.isclose(left.vertices[:, 0].max(), -GAP / 2)
    assert np.isclose(right.vertices[:, 0].min(), GAP / 2)


def test_joined_meshes_hold_both():
    one, other = make_mesh(VERTICES, TRIANGLES), make_mesh(2 * VERTICES, TRIANGLES)
    both = join_meshes([one, other])
    assert np.isclose(volume(both.vertices, both.triangles), 9 * volume(VERTICES, TRIANGLES))


def test_an_arrow_is_closed_and_faces_outward():
    vertices, triangles, _ = arrow_mesh()
    assert volume(vertices, triangles) > 0
    # in a closed surface the areas of all sides cancel
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    assert np.allclose(np.cross(b - a, c - a).sum(axis=0), 0)


def test_an_arrows_normals_lie_on_the_side_of_its_faces():
    vertices, triangles, normals = arrow_mesh()
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    faces = np.cross(b - a, c - a)
    real = np.linalg.norm(faces, axis=1) > 1e-12
    along = np.einsum("ij,ikj->ik", faces, normals[triangles])
    assert (along[real] >= -1e-12).all()


def test_arrows_go_from_their_start_to_their_tip():
    starts = np.array([[1.0, 2, 3], [0, 0, 0]])
    vectors = np.array([[0, 0, 5.0], [3, -4, 1]])
    vertices, triangles, normals = arrow_meshes(starts, vectors)
    ends = starts + vectors
    away = np.linalg.norm(vertices.reshape(2, -1, 3) - ends[:, None], axis=2)
    assert (away.min(axis=1) < 1e-5).all()
    assert triangles.max() == len(vertices) - 1
    assert np.allclose(np.linalg.norm(normals, axis=1), 1, atol=1e-5)


def test_a_moment_of_nothing_is_a_point():
    vertices, _, normals = arrow_meshes(np.zeros((1, 3)), np.zeros((1, 3)))
    assert np.allclose(vertices, 0)
    assert np.isfinite(normals).all()
