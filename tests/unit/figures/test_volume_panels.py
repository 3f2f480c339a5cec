"""Panels of volumes."""

import numpy as np
import pytest

from leadfield.figures.volume_panels import (
    AXES,
    IN_PLANE,
    GridActivity,
    make_glass_brain,
    make_slices,
    standard_glass,
)


def activity(places, values, *, affine=None):
    """Sources at some points of a grid of 5 x 6 x 7 points, 10 mm apart around the origin."""
    if affine is None:
        affine = np.diag([10.0, 10, 10, 1])
        affine[:3, 3] = [-20, -25, -30]
    vertices = np.ravel_multi_index(np.transpose(places), (5, 6, 7), order="F")
    rows = np.full((5, 6, 7), -1)
    for row, place in enumerate(places):
        rows[tuple(place)] = row
    return GridActivity(values=values, rows=rows, affine=affine, vertices=vertices)


@pytest.fixture
def two():
    """Two sources in one sagittal line, of opposite signs at the second sample."""
    return activity([(1, 2, 3), (3, 2, 3)], np.array([[1.0, 2.0], [0.5, -3.0]]))


def test_sources_know_where_they_are(two):
    np.testing.assert_allclose(two.places, [[-10, -5, 0], [10, -5, 0]])
    found = two.rows_at(np.array([[-13.0, -1, 4], [14, -5, 0], [16, -5, 0], [0, 0, 999]]))
    assert found.tolist() == [0, 1, -1, -1]


class TestSlices:
    @pytest.fixture
    def slices(self, two):
        """An image of 2 mm, bright on the right."""
        values = np.zeros((50, 50, 50))
        values[5:45, 5:45, 5:45] = 50
        values[25:45, 5:45, 5:45] = 100
        affine = np.diag([2.0, 2, 2, 1])
        affine[:3, 3] = -50
        return make_slices(two, values, affine)

    def test_are_cropped_to_what_the_image_shows(self, slices):
        np.testing.assert_allclose(slices.box.lowest, -41)
        np.testing.assert_allclose(slices.box.highest, 39)

    @pytest.mark.parametrize("axis", range(3))
    def test_show_the_image_and_the_nearest_source_of_each_pixel(self, slices, axis):
        cut = slices.activity.places[0][axis]
        values = slices.overlay(axis, cut, 0)
        pixels = slices.box.pixels(axis, cut, 1.0)
        near = np.abs(pixels - slices.activity.places[0]).max(axis=-1) < 5
        assert near.sum() == 100
        assert (values[near] == 1).all()
        others = {0: set(), 1: {0.5}, 2: {0.5}}[axis]
        assert set(values[~near & np.isfinite(values)].tolist()) == others
        grey = slices.background(axis, cut)
        inside = (np.abs(pixels) < 38).all(axis=-1)
        bright = pixels[..., 0] > 2
        assert grey[inside & bright].min(initial=1) > 0.99
        np.testing.assert_allclose(grey[inside & ~bright & (pixels[..., 0] < -2)], 0.5)

    def test_have_voxels_along_the_axes_in_8_bits(self, slices):
        values, first, step = slices.image.along_axes(10**6)
        assert (values.dtype, values.shape, step) == (np.uint8, (80, 80, 80), 1.0)
        np.testing.assert_allclose(first, -40.5)
        x = first[0] + np.arange(80)
        inside = values[20:60, 20:60].reshape(-1, 80)
        np.testing.assert_array_equal(inside[:, (x > 2) & (x < 37)], 255)
        np.testing.assert_array_equal(inside[:, (x < -2) & (x > -38)], 128)

    @pytest.mark.parametrize("most", [1000, 40_000])
    def test_have_as_few_voxels_as_are_asked_for(self, slices, most):
        values, first, step = slices.image.along_axes(most)
        assert 0.5 * most < values.size <= most
        assert (first + step * np.array(values.shape)[::-1] <= slices.box.highest + step / 2).all()

    def test_leave_out_the_noise_around_the_head(self, two):
        values = np.full((50, 50, 50), 3.0)
        values[10:40, 10:40, 10:40] = 100
        voxels = make_slices(two, values, np.diag([2.0, 2, 2, 1])).image.along_axes(10**6)[0]
        assert voxels.min() == 0
        assert voxels[voxels > 0].min() >= 0.05 * 255

    def test_of_a_black_image_are_around_the_sources(self, two):
        slices = make_slices(two, np.zeros((5, 5, 5)), np.eye(4))
        np.testing.assert_allclose(slices.box.lowest, [-16, -11, -6])
        assert not slices.background(0, 0.0).any()


class TestGlassBrain:
    def test_shows_the_value_farthest_from_0_along_each_ray(self, two):
        for signed, expected in ((True, -3), (False, 3)):
            glass = make_glass_brain(two, signed=signed)
            seen = glass.overlay(0, 0.0, 1)
            assert set(seen[np.isfinite(seen)].tolist()) == {expected}
            seen = glass.overlay(1, 0.0, 1)
            assert set(seen[np.isfinite(seen)].tolist()) == {2, expected}

    @pytest.mark.parametrize("axis", range(3))
    def test_has_its_pixels_where_the_sources_are(self, two, axis):
        glass = make_glass_brain(two, signed=False)
        seen = np.isfinite(glass.overlay(axis, 0.0, 0))
        left, right, bottom, top = glass.box.extent(axis)
        up, across = np.nonzero(seen)
        x = left + (across + 0.5) * (right - left) / seen.shape[1]
        y = bottom + (up + 0.5) * (top - bottom) / seen.shape[0]
        places = two.places[:, IN_PLANE[axis]]
        near = np.abs(np.stack([x, y], axis=1)[:, np.newaxis] - places).max(axis=-1)
        assert near.min(axis=1).max() <= 6
        assert near.min(axis=0).max() < 2

    def test_is_darkest_at_its_rim_and_white_around(self):
        glass = standard_glass()
        for name in AXES:
            assert glass[name].dtype == np.uint8
            assert (glass[name][[0, -1]] == 255).all()
            assert (glass[name][:, [0, -1]] == 255).all()
            assert glass[name].min() < 120

    def test_is_left_where_left_is_and_as_large_as_a_brain(self):
        glass = standard_glass()
        size = glass["highest"] - glass["lowest"]
        assert (size > [130, 160, 120]).all()
        assert (size < [180, 210, 190]).all()
        # The temporal poles are in front, below the frontal lobe.
        dark = glass["sagittal"] < 250
        low, high = dark[: len(dark) // 2].sum(axis=0), dark[len(dark) // 2 :].sum(axis=0)
        assert np.flatnonzero(high).max() >= np.flatnonzero(low).max() - 5
