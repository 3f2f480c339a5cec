"""Parallel projection from millimetres to the pixels of one panel."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Floats32, lock_arrays
from leadfield.scene.camera import Camera


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in pixels, from its upper left corner."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PixelMap:
    """Where points land in a panel of ``width`` x ``height`` pixels."""

    axes: Floats
    """Right, up, and towards the eye as columns, ``(3, 3)``."""
    middle: Floats
    """Right and up, in mm, of what lands on ``target``, ``(2,)``."""
    target: tuple[float, float]
    """In pixels from the upper left."""
    scale: float
    """Pixels per millimetre."""
    width: int
    height: int

    def __post_init__(self) -> None:
        lock_arrays(self)

    def __call__(self, points: NDArray[np.floating]) -> Floats32:
        """Right and down in pixels, and depth in mm, near is small, ``(n, 3)``."""
        right, up, towards = self.axes.T @ points.T
        x = (right - self.middle[0]) * self.scale + self.target[0]
        y = self.target[1] - (up - self.middle[1]) * self.scale
        return np.stack([x, y, -towards], axis=1).astype(np.float32)

    @property
    def key(self) -> tuple[object, ...]:
        """All its numbers; equal projections have equal keys."""
        numbers = (*self.axes.ravel().tolist(), *self.middle.tolist(), *self.target, self.scale)
        return (*numbers, self.width, self.height)

    def magnified(self, times: int) -> "PixelMap":
        """The same picture with more pixels a side."""
        return PixelMap(
            axes=self.axes,
            middle=self.middle,
            target=(self.target[0] * times, self.target[1] * times),
            scale=self.scale * times,
            width=self.width * times,
            height=self.height * times,
        )


def extent(points: Floats, camera: Camera) -> tuple[Floats, Floats]:
    """Least and largest right and up, in mm, that points have from a camera."""
    placed = camera.axes[:, :2].T @ points.T
    return placed.min(axis=1), placed.max(axis=1)


def largest_scale(low: Floats, high: Floats, box: Box) -> float:
    """Pixels per millimetre at which an extent just fits into a box."""
    right, up = np.maximum(high - low, 1e-6)
    return float(min(box.width / right, box.height / up))
