"""Solid angles and nearest points of meshes."""

import numpy as np
import pytest

from leadfield.forward.triangles import (
    blocks,
    nearest_on,
    solid_angles,
    triangle_mesh,
    vertex_areas,
)

CUBE = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], float)
FACES = np.array(
    [
        *([0, 1, 3], [0, 3, 2], [4, 6, 7], [4, 7, 5], [0, 4, 5], [0, 5, 1]),
        *([2, 3, 7], [2, 7, 6], [0, 2, 6], [0, 6, 4], [1, 5, 7], [1, 7, 3]),
    ]
)


@pytest.fixture
def cube():
    return triangle_mesh(CUBE, FACES)


def test_blocks_cover_everything_once():
    covered = np.concatenate([np.arange(100)[part] for part in blocks(100, 2**17)])
    assert covered.tolist() == list(range(100))


def test_a_closed_mesh_fills_the_sky_from_inside_and_none_of_it_from_outside(cube):
    points = np.array([[0.5, 0.5, 0.5], [0.01, 0.99, 0.3], [1.5, 0.5, 0.5], [0.5, 0.5, -3]])
    assert solid_angles(cube, points) / (4 * np.pi) == pytest.approx([1, 1, 0, 0], abs=1e-12)


def test_one_face_of_a_cube_is_a_sixth_of_the_sky_from_its_middle():
    face = triangle_mesh(CUBE, FACES[:2])
    angle = solid_angles(face, np.array([[0.5, 0.5, 0.5]]))
    assert angle / (4 * np.pi) == pytest.approx([1 / 6])


def test_areas_of_a_closed_mesh_add_up_to_nothing(cube):
    assert cube.areas.sum() == pytest.approx(6)
    assert vertex_areas(cube).sum(0) == pytest.approx(np.zeros(3), abs=1e-12)


@pytest.mark.parametrize(
    ("point", "foot"),
    [
        ((0.2, 0.3, 1.5), (0.2, 0.3, 1.0)),  # over a face
        ((0.4, -0.5, 1.5), (0.4, 0.0, 1.0)),  # beyond an edge
        ((2.0, 3.0, -1.0), (1.0, 1.0, 0.0)),  # beyond a corner
    ],
)
def test_the_nearest_place_is_on_face_edge_or_corner(cube, point, foot):
    which, weights, distance = nearest_on(cube, np.array([point]))
    found = weights[0] @ CUBE[FACES[which[0]]]
    assert found == pytest.approx(foot)
    assert distance[0] == pytest.approx(np.linalg.norm(np.subtract(point, foot)))
