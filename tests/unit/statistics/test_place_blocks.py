"""Blocks of places."""

import numpy as np
import pytest

from leadfield.statistics.neighbours import alone, in_space, on_lattice
from leadfield.statistics.place_blocks import place_blocks


@pytest.mark.parametrize(
    "neighbours",
    [in_space(np.ones((5, 5)), 4), on_lattice((5, 4)), in_space(np.ones((5, 5)), 4, 0)],
)
@pytest.mark.parametrize("size", [1, 9, 100])
def test_what_is_found_in_blocks_is_where_it_was_put(neighbours, size):
    places, steps = [], []
    for block in place_blocks(neighbours, size):
        values = np.zeros((3, block.size))
        block.inside(values)[:] = 1
        maps, positions = block.maps_and_positions(np.flatnonzero(values))
        np.testing.assert_array_equal(maps, np.repeat(range(3), len(maps) // 3))
        place, step = np.divmod(positions[maps == 1], 4)
        places, steps = [*places, *place], [*steps, *step]
    np.testing.assert_array_equal(places, np.repeat(range(5), 4))
    np.testing.assert_array_equal(steps, np.tile(range(4), 5))


def test_places_are_apart_where_steps_are_neighbours():
    joined, apart, single = on_lattice((5, 4)), in_space(np.ones((5, 5)), 4, 0), alone(20)
    shapes = [place_blocks(one, 100)[0].shape for one in (joined, apart, single)]
    assert shapes == [(5, 5), (5, 4), (20, 1)]


def test_blocks_are_no_larger_than_asked_but_for_one_place():
    assert [b.size for b in place_blocks(on_lattice((5, 4)), 10)] == [10, 10, 5]
    assert [b.size for b in place_blocks(on_lattice((2, 40)), 10)] == [41, 41]
