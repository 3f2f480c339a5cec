"""Layers over layers."""

import numpy as np

from leadfield.render.blend import blend_layer, downsample
from leadfield.render.glyphs import Layer


def layer(pixels, depths, colours):
    return Layer(
        pixels=np.array(pixels),
        depths=np.float32(depths),
        colours=np.float32(colours).reshape(-1, 4),
    )


RED, GREEN, HALF_BLUE = (1, 0, 0, 1), (0, 1, 0, 1), (0, 0, 0.5, 0.5)


def surface(opacity):
    return np.tile(np.float32([0.5, 0.5, 0.5, 1]) * np.float32(opacity), (2, 1))


def test_the_nearest_thing_is_on_top_in_whatever_order():
    for order in ([0, 1], [1, 0]):
        canvas = surface(1.0)
        things = layer([0, 0], [1, 2], [RED, GREEN])
        things = layer(things.pixels[order], things.depths[order], things.colours[order])
        blend_layer(canvas, np.float32([5, 5]), things)
        assert canvas[0].tolist() == [1, 0, 0, 1]
        assert canvas[1].tolist() == [0.5, 0.5, 0.5, 1]


def test_an_opaque_surface_hides_what_is_behind():
    canvas = surface(1.0)
    blend_layer(canvas, np.float32([5, 5]), layer([0], [6], [RED]))
    assert np.array_equal(canvas, surface(1.0))


def test_a_translucent_surface_covers_what_is_behind_in_part():
    canvas = surface(0.4)
    blend_layer(canvas, np.float32([5, 5]), layer([0], [6], [RED]))
    assert np.allclose(canvas[0], [0.2 + 0.6, 0.2, 0.2, 1])


def test_a_translucent_thing_before_the_surface_mixes_with_it():
    canvas = surface(1.0)
    blend_layer(canvas, np.float32([5, 5]), layer([1], [4], [HALF_BLUE]))
    assert np.allclose(canvas[1], [0.25, 0.25, 0.75, 1])


def test_things_beside_the_brain_stand_on_nothing():
    canvas = np.zeros((2, 4), np.float32)
    blend_layer(canvas, np.full(2, np.inf, np.float32), layer([1], [4], [HALF_BLUE]))
    assert np.allclose(canvas, [[0, 0, 0, 0], HALF_BLUE])


def test_coarser_pictures_keep_the_mean():
    fine = np.random.default_rng(0).random((6 * 8, 4), np.float32)
    coarse = downsample(fine, width=4, height=3, times=2)
    assert np.allclose(coarse[0, 0], fine.reshape(6, 8, 4)[:2, :2].mean(axis=(0, 1)))
    assert np.isclose(coarse.mean(), fine.mean())
