"""The state of a displayed brain: who follows it, and when it ends."""

from dataclasses import replace

import pytest

from leadfield.base.errors import StateError
from leadfield.scene.camera import camera_for
from leadfield.scene.scene import Panel, Scene
from leadfield.scene.state import SceneState


@pytest.fixture
def state():
    panel = Panel(row=0, column=0, hemispheres=(), camera=camera_for("lateral", "lh"))
    return SceneState(Scene(hemispheres=(), panels=(panel,)))


def test_followers_are_told_of_every_change(state):
    found = []
    state.subscribe(lambda: found.append((state.scene.title, state.sample)))
    state.set_scene(replace(state.scene, title="A"))
    state.set_sample(2.5)
    assert found == [("A", 0.0), ("A", 2.5)]


def test_whoever_unsubscribes_is_not_told(state):
    found = []
    follower = lambda: found.append(1)  # noqa: E731
    state.subscribe(follower)
    state.unsubscribe(follower)
    state.set_sample(1.0)
    assert not found


def test_a_closed_state_refuses_changes(state):
    state.close()
    assert state.closed
    for change in (lambda: state.set_sample(1.0), lambda: state.set_scene(state.scene)):
        with pytest.raises(StateError, match="closed"):
            change()


def test_times_need_activity(state):
    with pytest.raises(StateError, match="activity"):
        _ = state.activity
