"""State of a displayed brain: its scene, the sample shown, and who follows their changes."""

from collections.abc import Callable
from typing import final

from leadfield.base.errors import StateError
from leadfield.scene.scene import Scene
from leadfield.scene.source_activity import Activity


@final
class SceneState:
    """All that changes while a brain is displayed: the scene, the sample, whether it is closed.

    Marks and cameras are part of the scene, which is a value: a change replaces it.
    Renderers read the state and subscribe to it; users and renderers change it.
    """

    def __init__(self, scene: Scene, sample: float = 0.0) -> None:
        self._scene = scene
        self._sample = sample
        self._closed = False
        self._followers: list[Callable[[], None]] = []

    @property
    def scene(self) -> Scene:
        """What is displayed now."""
        return self._scene

    @property
    def sample(self) -> float:
        """The sample displayed now; a fraction lies between two."""
        return self._sample

    @property
    def closed(self) -> bool:
        """Whether changes are refused."""
        return self._closed

    @property
    def activity(self) -> Activity:
        """The activity of the scene, which must have one."""
        activity = self._scene.activity
        if activity is None:
            msg = "a brain must have activity for that, got one without"
            raise StateError(msg)
        return activity

    def set_scene(self, scene: Scene, sample: float | None = None) -> None:
        """Display another scene, at another sample unless that is None."""
        self.check_open()
        self._scene = scene
        self._sample = self._sample if sample is None else sample
        self._notify()

    def set_sample(self, sample: float) -> None:
        """Display another sample."""
        self.check_open()
        self._sample = sample
        self._notify()

    def close(self) -> None:
        """Refuse all further changes."""
        self._closed = True

    def check_open(self) -> None:
        """Raise if the state was closed."""
        if self._closed:
            msg = "a brain must not be closed to be drawn: plot the estimate again"
            raise StateError(msg)

    def subscribe(self, follower: Callable[[], None]) -> None:
        """Call ``follower`` after each change."""
        self._followers.append(follower)

    def unsubscribe(self, follower: Callable[[], None]) -> None:
        """Call ``follower`` no more."""
        self._followers.remove(follower)

    def _notify(self) -> None:
        for follower in tuple(self._followers):
            follower()
