"""Electrodes find their triangle."""

import numpy as np
import pytest

from leadfield.forward.electrode_projection import project_onto_scalp
from leadfield.forward.triangles import triangle_mesh

ROOF = np.array([[0, 0, 1.0], [0, 2, 1], [1, 1, 0.5], [-1, 1, 0.5]])
SIDES = np.array([[0, 2, 1], [0, 1, 3]])


@pytest.fixture
def roof():
    """Two triangles that meet in an edge along y, seen from above."""
    return triangle_mesh(ROOF, SIDES)


def test_a_point_over_a_triangle_is_at_its_foot(roof):
    foot = np.array([0.5, 0.3, 0.2]) @ ROOF[SIDES[0]]
    corners, weights, distance = project_onto_scalp(roof, (foot + 0.01 * roof.normals[0])[None])
    assert corners.tolist() == [[0, 2, 1]]
    assert weights[0] == pytest.approx([0.5, 0.3, 0.2])
    assert distance[0] == pytest.approx(0.01)


def test_a_point_over_an_edge_belongs_to_a_triangle_next_to_it(roof):
    corners, weights, _ = project_onto_scalp(roof, np.array([[0, 1.0, 1.1]]))
    place = weights[0] @ ROOF[corners[0]]
    assert weights.sum() == pytest.approx(1)
    assert place[1] == pytest.approx(1)
    assert np.abs(place - [0, 1, 1]).max() < 0.1


def test_points_need_not_be_above(roof):
    foot = np.array([0.2, 0.6, 0.2]) @ ROOF[SIDES[1]]
    corners, weights, distance = project_onto_scalp(roof, (foot - 0.02 * roof.normals[1])[None])
    assert corners.tolist() == [[0, 1, 3]]
    assert weights[0] == pytest.approx([0.2, 0.6, 0.2])
    assert distance[0] == pytest.approx(0.02)
