"""Values of sources inside a cortex along rays."""

import numpy as np
import pytest

from leadfield.render.projection import PixelMap
from leadfield.render.ray_values import ray_values

SPACING = 5.0


def seen(values, positions, scale=4.0):
    """Looked at from above, 1 mm is ``scale`` pixels and the middle is (0, 0)."""
    size = round(60 * scale)
    projection = PixelMap(
        axes=np.eye(3),
        middle=np.zeros(2),
        target=(size / 2, size / 2),
        scale=scale,
        width=size,
        height=size,
    )
    found = ray_values(np.asarray(values, float), np.asarray(positions, float), SPACING, projection)
    assert found.shape == (size, size)
    return lambda x, y: found[round(size / 2 - y * scale), round(size / 2 + x * scale)]


@pytest.mark.parametrize("scale", [1.0, 4.0, 9.0])
def test_a_source_is_seen_where_it_is_and_not_far_from_it(scale):
    at = seen([3.0], [[10, -8, 2]], scale)
    assert at(10, -8) == pytest.approx(3)
    assert 0 < at(10 + SPACING, -8) < 2.5
    assert at(10 + 2 * SPACING, -8) == at(10, -8 + 2 * SPACING) == at(0, 0) == 0


def test_a_ray_shows_what_is_farthest_from_zero():
    at = seen([3.0, -4.0, 1.0], [[0, 0, 20], [0, 0, -20], [0, 0, 0]])
    assert at(0, 0) == pytest.approx(-4)
    at = seen([5.0, -4.0], [[0, 0, 20], [0, 0, -20]])
    assert at(0, 0) == pytest.approx(5)


def test_a_full_grid_of_one_value_is_seen_as_that():
    grid = SPACING * np.stack(np.meshgrid(*[np.arange(-3, 4)] * 2, [0, 1]), -1).reshape(-1, 3)
    at = seen(np.full(len(grid), 2.0), grid)
    places = np.linspace(-14, 14, 9)
    around = [at(x, y) for x in places for y in places]
    np.testing.assert_allclose(around, 2.0, atol=0.45)
    assert max(around) == pytest.approx(2)


def test_sources_beyond_the_edge_are_cut_off():
    at = seen([3.0, 2.0], [[31, 0, 0], [400, 0, 0]])
    assert at(29, 0) == pytest.approx(3, abs=0.4)
