"""Shading of surfaces: ambient, diffuse and specular light of a key and a fill lamp."""

import numpy as np

from leadfield.base.arrays import Floats32


def _unit(*vector: float) -> Floats32:
    found = np.array(vector, np.float32)
    unit: Floats32 = found / np.linalg.norm(found)
    return unit


KEY, FILL = _unit(-0.35, 0.45, 0.82), _unit(0.6, -0.2, 0.77)
"""Directions of the lamps: right, up, towards the eye."""
GLEAM = _unit(*(KEY + np.array([0, 0, 1], np.float32)))
AMBIENT, KEY_POWER, FILL_POWER = 0.34, 0.58, 0.2
GLOSS, GLOSS_POWER = 0.08, 20
SOFT = 0.6
"""How much of the shading colours of activity get, so that they match the colour bar."""


def brightness(normals: Floats32) -> Floats32:
    """Factor on a surface's colour, about 0.3 to 1.1, for unit normals ``(n, 3)``."""
    key, fill = np.clip(normals @ KEY, 0, None), np.clip(normals @ FILL, 0, None)
    total: Floats32 = np.float32(AMBIENT) + np.float32(KEY_POWER) * key
    total += np.float32(FILL_POWER) * fill
    return total


def gloss(normals: Floats32) -> Floats32:
    """White added where a lamp is mirrored, ``(n,)``."""
    toward = np.clip(normals @ GLEAM, 0, None)
    white: Floats32 = np.float32(GLOSS) * toward**GLOSS_POWER
    return white


def softened(bright: Floats32) -> Floats32:
    """The brightness for colours that carry a meaning."""
    return 1 + np.float32(SOFT) * (np.minimum(bright, 1) - 1)
