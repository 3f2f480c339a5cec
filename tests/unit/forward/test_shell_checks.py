"""Shells that boundary elements would compute nonsense from are refused with the reason."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.forward.shell_checks import check_shells

RADII, SIGMAS = (0.09, 0.08, 0.075), (0.3, 0.006, 0.3)


@pytest.fixture
def skull(make_shells):
    (shell,) = make_shells((0.08,), (0.3,), grade=1)
    return shell


def test_sound_shells_come_out_with_the_outermost_first(make_shells):
    shells = make_shells(RADII, SIGMAS)
    assert check_shells(shells[::-1]) == tuple(shells)


def test_a_hole_is_refused(skull):
    with pytest.raises(DataError, match="inner skull must be closed"):
        check_shells([replace(skull, triangles=skull.triangles[1:])])


def test_one_turned_triangle_is_refused(skull):
    triangles = np.array(skull.triangles)
    triangles[0] = triangles[0, [0, 2, 1]]
    with pytest.raises(DataError, match="must be closed"):
        check_shells([replace(skull, triangles=triangles)])


def test_a_surface_inside_out_is_refused(skull):
    with pytest.raises(DataError, match="must run anticlockwise seen from outside"):
        check_shells([replace(skull, triangles=skull.triangles[:, ::-1])])


def test_a_loose_vertex_is_refused(skull):
    vertices = np.concatenate([skull.vertices, [[0, 0, 0]]])
    with pytest.raises(DataError, match="no loose vertices and no triangles without area, got 1"):
        check_shells([replace(skull, vertices=vertices)])


def test_triangles_without_area_are_refused(skull):
    vertices = np.array(skull.vertices)
    a, b, c = skull.triangles[0]
    vertices[c] = (vertices[a] + vertices[b]) / 2
    with pytest.raises(DataError, match="got 0 and"):
        check_shells([replace(skull, vertices=vertices)])


@pytest.mark.parametrize("scale", [1000, 1e-3])
def test_a_surface_in_another_unit_is_refused(skull, scale):
    with pytest.raises(InputError, match="check the unit, FreeSurfer's files are in mm"):
        check_shells([replace(skull, vertices=scale * skull.vertices)])


@pytest.mark.parametrize("move", [0.012, 0.1])
def test_shells_that_intersect_are_refused(make_shells, move):
    head, skull, brain = make_shells(RADII, SIGMAS)
    moved = replace(brain, vertices=brain.vertices + np.array([move, 0, 0]))
    with pytest.raises(MismatchError, match="inner skull must be inside the outer skull"):
        check_shells([head, skull, moved])


def test_a_corner_of_the_outer_shell_that_sinks_into_the_inner_one_is_refused(make_shells):
    head, skull, brain = make_shells(RADII, SIGMAS, grade=1)
    vertices = np.array(skull.vertices)
    vertices[0] *= 0.6
    with pytest.raises(MismatchError, match="1 of 42 of the outer one inside"):
        check_shells([head, replace(skull, vertices=vertices), brain])


def test_shells_too_large_to_solve_are_warned_about(make_shells, monkeypatch):
    monkeypatch.setattr("leadfield.forward.shell_checks.MANY_VERTICES", 100)
    with pytest.warns(RuntimeWarning, match="126 vertices together"):
        check_shells(make_shells(RADII, SIGMAS, grade=1))
