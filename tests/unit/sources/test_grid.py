"""Regular grids."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.freesurfer.image import Image, ImageGeometry
from leadfield.sources.grid import STEPS, grid_around, values_at
from leadfield.sources.space import NOWHERE


@pytest.fixture
def grid():
    return grid_around(np.array([-0.02, 0.001, -0.012]), np.array([0.01, 0.031, 0.0]), 0.01)


def test_a_grid_reaches_one_step_beyond_its_box(grid):
    positions = grid.positions
    np.testing.assert_allclose(positions.min(axis=0), [-0.03, 0.01, -0.02])
    np.testing.assert_allclose(positions.max(axis=0), [0.02, 0.04, -0.01])
    assert len(positions) == np.prod(grid.shape)


def test_points_are_counted_along_x_then_y_then_z(grid):
    numbers = np.stack(np.unravel_index(np.arange(48), grid.shape, order="F"), axis=1)
    np.testing.assert_allclose(grid.to_mri.points(numbers.astype(float)), grid.positions)


def test_neighbours_are_used_points_one_step_away(grid):
    used = np.random.default_rng(0).random(48) < 0.6
    found = grid.neighbours(used)
    positions = grid.positions
    for point, row in enumerate(found):
        for step, neighbour in zip(STEPS, row, strict=True):
            place = positions[point] + 0.01 * np.array(step)
            there = np.flatnonzero(np.linalg.norm(positions - place, axis=1) < 1e-6)
            expected = there[0] if used[point] and len(there) and used[there[0]] else NOWHERE
            assert neighbour == expected


def test_all_26_steps_are_there_once():
    assert len(set(STEPS)) == 26
    assert {abs(x) for step in STEPS for x in step} == {0, 1}


def test_a_grid_too_fine_for_memory_is_refused():
    with pytest.raises(InputError, match="is the spacing in mm"):
        grid_around(-np.ones(3), np.ones(3), 1e-3)


def test_values_are_those_of_the_voxel_around_a_place():
    to_surface = np.diag([2.0, 2.0, 2.0, 1.0])
    geometry = ImageGeometry(shape=(2, 2, 2), to_scanner=np.eye(4), to_surface=to_surface)
    image = Image(geometry=geometry, values=np.arange(8).reshape(2, 2, 2))
    places = 1e-3 * np.array([[0.9, -0.9, 1.1], [2, 2, 2.9], [2, 2, 3.1], [-1.1, 0, 0]])
    np.testing.assert_array_equal(values_at(image, places), [1, 7, np.nan, np.nan])
