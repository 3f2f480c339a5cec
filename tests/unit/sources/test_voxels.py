"""Interpolation from a grid to voxels."""

import numpy as np
import pytest
from scipy.interpolate import RegularGridInterpolator

from leadfield.sources.voxels import rows_with, voxel_weights

SHAPE, VOXELS = (4, 3, 5), (7, 9, 6)


@pytest.fixture
def to_grid():
    """Voxels that lie turned in the grid, and reach beyond it."""
    turn = np.linalg.qr(np.random.default_rng(0).standard_normal((3, 3)))[0]
    out = np.eye(4)
    out[:3, :3] = 0.6 * turn
    out[:3, 3] = [1.5, 1, 2] - out[:3, :3] @ [3, 4, 2.5]
    return out


def test_weights_interpolate_linearly_inside_the_grid(to_grid):
    weights = voxel_weights(SHAPE, np.ones(60, bool), to_grid, VOXELS)
    values = np.random.default_rng(1).standard_normal(60)
    voxels = np.stack(np.unravel_index(np.arange(np.prod(VOXELS)), VOXELS, order="F"), axis=1)
    places = voxels @ to_grid[:3, :3].T + to_grid[:3, 3]
    axes = tuple(np.arange(n) for n in SHAPE)
    exact = RegularGridInterpolator(
        axes, values.reshape(SHAPE, order="F"), bounds_error=False, fill_value=np.nan
    )(places)
    inside = np.isfinite(exact)
    assert 30 < inside.sum() < len(inside)
    np.testing.assert_allclose((weights @ values)[inside], exact[inside], atol=1e-12)
    np.testing.assert_allclose(weights.sum(axis=1)[inside], 1)


def test_voxels_fade_out_beyond_the_grid_and_end_a_step_away(to_grid):
    sums = voxel_weights(SHAPE, np.ones(60, bool), to_grid, VOXELS).sum(axis=1)
    assert sums.min() == 0
    assert ((sums > 0) & (sums < 1 - 1e-9)).any()


def test_only_voxels_at_used_points_have_weights(to_grid):
    everywhere = voxel_weights(SHAPE, np.ones(60, bool), to_grid, VOXELS)
    used = np.random.default_rng(2).random(60) < 0.1
    found = voxel_weights(SHAPE, used, to_grid, VOXELS)
    touched = everywhere[:, used].sum(axis=1) > 0
    assert 0 < touched.sum() < len(touched)
    np.testing.assert_array_equal(found.toarray()[touched], everywhere.toarray()[touched])
    assert not found.toarray()[~touched].any()
    assert abs(rows_with(everywhere, used) - found).max() == 0


def test_a_voxel_at_a_point_has_that_points_value_alone():
    weights = voxel_weights((3, 3, 3), np.ones(27, bool), np.eye(4), (3, 3, 3))
    np.testing.assert_array_equal(weights.toarray(), np.eye(27))


def test_an_image_far_away_has_no_weights():
    away = np.eye(4)
    away[:3, 3] = 100
    assert voxel_weights((3, 3, 3), np.ones(27, bool), away, (2, 2, 2)).nnz == 0
