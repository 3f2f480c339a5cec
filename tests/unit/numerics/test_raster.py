"""The z-buffer: what is found, where, and how much of each corner."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.numerics.raster import rasterize

SIDE = 40


def rotated_sphere(seed, *, radius=15.0):
    vertices, triangles = icosahedron(3)
    turn, _ = np.linalg.qr(np.random.default_rng(seed).normal(size=(3, 3)))
    turn *= np.sign(np.linalg.det(turn))
    points = radius * vertices @ turn.T
    # right, down, depth: looking along -z with y up
    return np.c_[SIDE / 2 + points[:, 0], SIDE / 2 - points[:, 1], -points[:, 2]], triangles


def flat(*, depth, left=0.0, right=SIDE):
    """Two triangles that fill the picture between two columns, and face the eye."""
    corners = [(left, 0), (left, SIDE), (right, SIDE), (right, 0)]
    return np.array([(x, y, depth) for x, y in corners]), np.array([[0, 1, 2], [0, 2, 3]])


@pytest.mark.parametrize("seed", range(3))
def test_weights_of_every_pixel_are_a_mixture(seed):
    found = rasterize(*rotated_sphere(seed), width=SIDE, height=SIDE)
    assert np.allclose(found.weights.sum(axis=0), 1, atol=1e-6)
    assert found.weights.min() >= 0


@pytest.mark.parametrize("seed", range(3))
def test_weights_lead_back_to_the_pixels_centre(seed):
    points, triangles = rotated_sphere(seed)
    found = rasterize(points, triangles, width=SIDE, height=SIDE)
    corners = points[triangles[found.triangles]]
    place = np.einsum("kn,nkj->nj", found.weights, corners)
    # float32 coordinates of some tens of pixels
    assert np.allclose(place[:, 0], found.pixels % SIDE + 0.5, atol=1e-4)
    assert np.allclose(place[:, 1], found.pixels // SIDE + 0.5, atol=1e-4)
    assert np.allclose(place[:, 2], found.depths, atol=1e-4)


@pytest.mark.parametrize("seed", range(3))
def test_a_turned_sphere_has_a_round_outline(seed):
    found = rasterize(*rotated_sphere(seed), width=SIDE, height=SIDE)
    rows, columns = np.divmod(np.arange(SIDE * SIDE), SIDE)
    away = np.hypot(rows + 0.5 - SIDE / 2, columns + 0.5 - SIDE / 2)
    covered = np.zeros(SIDE * SIDE, bool)
    covered[found.pixels] = True
    # the polyhedron lies up to 0.4 pixels inside its sphere
    assert covered[away < 14.5].all()
    assert not covered[away > 15].any()


def test_the_nearer_of_two_triangles_is_seen():
    near, triangles = flat(depth=1.0, right=SIDE / 2)
    far, _ = flat(depth=2.0)
    points = np.concatenate([far, near])
    both = np.concatenate([triangles, triangles + 4])
    found = rasterize(points, both, width=SIDE, height=SIDE)
    assert np.array_equal(found.triangles >= 2, found.pixels % SIDE < SIDE / 2)


def test_depth_decides_pixel_by_pixel_where_triangles_cross():
    points, triangles = flat(depth=1.0)
    slope = points.copy()
    slope[:, 2] = 2 * slope[:, 0] / SIDE
    both = np.concatenate([triangles, triangles + 4])
    found = rasterize(np.concatenate([points, slope]), both, width=SIDE, height=SIDE)
    assert np.array_equal(found.triangles >= 2, found.pixels % SIDE < SIDE / 2)


def test_backs_are_not_seen():
    points, triangles = flat(depth=1.0)
    assert not len(rasterize(points, triangles[:, ::-1], width=SIDE, height=SIDE).pixels)


def test_what_lies_outside_the_picture_is_cut():
    points, triangles = flat(depth=1.0)
    points[:, :2] = (points[:, :2] - SIDE / 2) * 3 + SIDE / 2
    found = rasterize(points, triangles, width=SIDE, height=SIDE)
    assert np.array_equal(found.pixels, np.arange(SIDE * SIDE))


def test_triangles_too_thin_to_hold_a_centre_are_not_seen():
    points = np.array([[3.6, 0, 0], [3.6, SIDE, 0], [4.4, SIDE / 2, 0]])
    found = rasterize(points, np.array([[0, 1, 2]]), width=SIDE, height=SIDE)
    assert not len(found.pixels)


@settings(max_examples=50, deadline=None)
@given(inner=arrays(np.float64, (4, 2), elements=st.floats(1, SIDE - 1, width=32, allow_nan=False)))
def test_neighbours_share_no_pixel_and_leave_none_out(inner):
    # A fan around any point of a square covers the square once.
    middle = inner.mean(axis=0)
    ring = np.array([(0, 0), (0, SIDE), (SIDE, SIDE), (SIDE, 0)], float)
    points = np.c_[np.concatenate([ring, [middle]]), np.zeros(5)]
    fan = np.array([[0, 1, 4], [1, 2, 4], [2, 3, 4], [3, 0, 4]])
    counts = [len(rasterize(points, t[None], width=SIDE, height=SIDE).pixels) for t in fan]
    assert sum(counts) == SIDE * SIDE
    assert len(rasterize(points, fan, width=SIDE, height=SIDE).pixels) == SIDE * SIDE
