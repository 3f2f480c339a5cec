"""Colour tables: where colours begin, have their middle, and end."""

import numpy as np
import pytest

from leadfield.scene.colours import make_colour_table, signed_colormap
from leadfield.scene.limits import Limits

GREYS = np.c_[np.tile(np.linspace(0, 1, 256)[:, None], (1, 3)), np.ones(256)]
UNSIGNED = Limits(low=8, middle=12, high=15)
SIGNED = Limits(low=1, middle=2, high=4, signed=True)
# a table has 1024 levels
FINE = 2e-3


def test_the_middle_limit_has_the_middle_colour():
    table = make_colour_table(GREYS, UNSIGNED, transparent=False)
    assert np.allclose(table(np.array([8, 12, 15]))[:, 0], [0, 0.5, 1], atol=FINE)


def test_values_beyond_the_limits_have_the_colours_at_them():
    table = make_colour_table(GREYS, UNSIGNED, transparent=False)
    assert np.array_equal(table(np.array([-100.0, 100.0])), table(np.array([8.0, 15.0])))


def test_transparent_values_fade_in_up_to_the_middle():
    table = make_colour_table(GREYS, UNSIGNED, transparent=True)
    opacity = table(np.array([0, 8, 10, 12, 14]))[:, 3]
    assert np.allclose(opacity, [0, 0, 0.5, 1, 1], atol=2 * FINE)


def test_opaque_values_are_so_everywhere():
    assert (make_colour_table(GREYS, UNSIGNED, transparent=False).colours[:, 3] == 1).all()


def test_signed_tables_mirror_their_limits_and_hide_what_is_small():
    table = make_colour_table(GREYS, SIGNED, transparent=True)
    found = table(np.array([-4, -2, 0, 2, 4]))
    assert np.allclose(found[:, 0], [0, 0.25, 0.5, 0.75, 1], atol=2 * FINE)
    assert np.allclose(found[:, 3], [1, 1, 0, 1, 1], atol=2 * FINE)


@pytest.mark.parametrize("middle", [8.0, 15.0])
def test_a_middle_at_an_end_makes_a_step(middle):
    table = make_colour_table(GREYS, Limits(low=8, middle=middle, high=15), transparent=True)
    assert np.isfinite(table.colours).all()
    inside = table(np.array([9.0, 14.0]))[:, 0]
    assert (inside >= 0.5).all() if middle == 8 else (inside <= 0.5).all()


def test_the_own_map_goes_from_cyan_over_grey_to_yellow():
    colours = signed_colormap()[:, :3]
    assert np.array_equal(colours[[0, 128, -1]], [[0, 1, 1], [0.5, 0.5, 0.5], [1, 1, 0]])
