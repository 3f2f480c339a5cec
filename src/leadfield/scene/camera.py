"""Cameras: named views of the brain, view angles, rotation and roll."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import looked_up

ANGLES = {
    "lateral": (180, 90),
    "medial": (0, 90),
    "rostral": (90, 90),
    "caudal": (270, 90),
    "dorsal": (180, 0),
    "ventral": (180, 180),
    "frontal": (120, 80),
    "parietal": (-120, 60),
    "sagittal": (180, 90),
    "coronal": (90, 90),
    "axial": (180, 0),
}
"""Azimuth from the right and angle from the top, in degrees, for the left hemisphere."""
RIGHT = {
    "lateral": (0, 90),
    "medial": (180, 90),
    "frontal": (60, 80),
    "parietal": (-60, 60),
}
"""Angles that differ for the right hemisphere; both hemispheres together use those of the left."""
STRAIGHT = ("lateral", "medial", "rostral", "caudal", "dorsal", "ventral")
"""Views along the axes of the head."""
STEEP = 0.95
"""Above this height the front of the head is up in the picture, not its top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A direction to look from, without perspective, and what is up in the picture.

    Both are unit vectors in surface RAS; ``direction`` points from the brain to the eye.
    """

    direction: tuple[float, float, float]
    up: tuple[float, float, float]

    @property
    def axes(self) -> Floats:
        """Right, up, and towards the eye as columns, ``(3, 3)``."""
        towards = np.array(self.direction)
        right = np.cross(self.up, towards)
        right /= np.linalg.norm(right)
        return np.stack([right, np.cross(towards, right), towards], axis=1)

    def turned(self, right: float, up: float) -> "Camera":
        """The camera after its picture was dragged, by angles in radians."""
        axes = self.axes
        cos, sin = np.cos([right, up]), np.sin([right, up])
        about_up = np.array([[cos[0], 0, -sin[0]], [0, 1, 0], [sin[0], 0, cos[0]]])
        about_right = np.array([[1, 0, 0], [0, cos[1], -sin[1]], [0, sin[1], cos[1]]])
        turned = axes @ about_up @ about_right
        return Camera(direction=_triple(turned[:, 2]), up=_triple(turned[:, 1]))

    def rolled(self, angle: float) -> "Camera":
        """The camera turned about its own axis, anticlockwise, by an angle in radians."""
        right, up, _ = self.axes.T
        return Camera(
            direction=self.direction, up=_triple(np.cos(angle) * up + np.sin(angle) * right)
        )


def camera_at(azimuth: float, elevation: float) -> Camera:
    """Look from an azimuth, from the right towards the front, and an angle from the top.

    Both are in degrees, as MNE-Python has them.
    """
    around, down = np.deg2rad([azimuth, elevation])
    direction = np.array(
        [np.cos(around) * np.sin(down), np.sin(around) * np.sin(down), np.cos(down)]
    )
    towards = np.array([0.0, 1.0, 0.0] if abs(direction[2]) > STEEP else [0.0, 0.0, 1.0])
    up = towards - (towards @ direction) * direction
    return Camera(direction=_triple(direction), up=_triple(up / np.linalg.norm(up)))


def full_name(view: object) -> str:
    """The name of a view from itself or its first three letters."""
    table = {name[:3]: name for name in ANGLES} | {name: name for name in ANGLES}
    return looked_up("views", view, table)


def camera_for(view: str, hemisphere: str) -> Camera:
    """The camera of a named view; ``"both"`` hemispheres use that of the left."""
    name = full_name(view)
    angles = RIGHT.get(name, ANGLES[name]) if hemisphere == "rh" else ANGLES[name]
    return camera_at(*angles)


def facing_view(normal: Floats, hemisphere: str) -> str:
    """The view along an axis that sees a place of a hemisphere with this normal best."""
    return max(STRAIGHT, key=lambda name: np.dot(camera_for(name, hemisphere).direction, normal))


def _triple(vector: Floats) -> tuple[float, float, float]:
    x, y, z = vector.tolist()
    return x, y, z
