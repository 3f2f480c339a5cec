"""Cameras: names of views, and turning them."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.scene.camera import ANGLES, camera_at, camera_for

EVERY = [(view, half) for view in ANGLES for half in ("lh", "rh", "both")]
LEFT, RIGHT, FRONT, TOP = (-1, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)


@pytest.mark.parametrize(("view", "half"), EVERY)
def test_axes_are_orthonormal_and_right_handed(view, half):
    axes = camera_for(view, half).axes
    assert np.allclose(axes.T @ axes, np.eye(3), atol=1e-12)
    assert np.linalg.det(axes) > 0


@pytest.mark.parametrize(("view", "half"), EVERY)
def test_three_letters_are_enough(view, half):
    assert camera_for(view[:3], half) == camera_for(view, half)


@pytest.mark.parametrize(
    ("view", "half", "direction", "up"),
    [
        ("lateral", "lh", LEFT, TOP),
        ("lateral", "rh", RIGHT, TOP),
        ("medial", "lh", RIGHT, TOP),
        ("medial", "rh", LEFT, TOP),
        ("lateral", "both", LEFT, TOP),
        ("rostral", "rh", FRONT, TOP),
        ("dorsal", "both", TOP, FRONT),
    ],
)
def test_views_look_from_where_their_names_say(view, half, direction, up):
    camera = camera_for(view, half)
    assert np.allclose(camera.direction, direction, atol=1e-12)
    assert np.allclose(camera.up, up, atol=1e-12)


def test_an_unknown_view_is_refused():
    with pytest.raises(InputError, match="'lateral'"):
        camera_for("sideways", "lh")


def test_what_is_dragged_goes_along():
    camera = camera_at(30, 70)
    nearest = np.array(camera.direction)
    assert np.allclose(nearest @ camera.turned(0.1, 0).axes, [np.sin(0.1), 0, np.cos(0.1)])
    assert np.allclose(nearest @ camera.turned(0, 0.1).axes, [0, np.sin(0.1), np.cos(0.1)])


def test_a_roll_turns_the_picture_anticlockwise():
    camera = camera_at(30, 70)
    rolled = camera.rolled(np.pi / 2)
    assert np.allclose(rolled.direction, camera.direction)
    assert np.allclose(np.array(camera.up) @ rolled.axes, [-1, 0, 0])
