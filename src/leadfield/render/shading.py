"""How bright a surface looks from where it faces: one lamp above, one weak beside."""

import numpy as np
from numpy.typing import NDArray

Single = NDArray[np.float32]


def _unit(*vector: float) -> Single:
    found = np.array(vector, np.float32)
    unit: Single = found / np.linalg.norm(found)
    return unit


KEY, FILL = _unit(-0.35, 0.45, 0.82), _unit(0.6, -0.2, 0.77)
"""Directions of the lamps: right, up, towards the eye."""
GLEAM = _unit(*(KEY + np.array([0, 0, 1], np.float32)))
AMBIENT, KEY_POWER, FILL_POWER = 0.34, 0.58, 0.2
GLOSS, GLOSS_POWER = 0.08, 20
SOFT = 0.6
"""How much of the shading colours of activity get, so that they match the colour bar."""


def brightness(normals: Single) -> Single:
    """Factor on a surface's colour, about 0.3 to 1.1, for unit normals ``(n, 3)``."""
    key, fill = np.clip(normals @ KEY, 0, None), np.clip(normals @ FILL, 0, None)
    total: Single = np.float32(AMBIENT) + np.float32(KEY_POWER) * key
    total += np.float32(FILL_POWER) * fill
    return total


def gloss(normals: Single) -> Single:
    """White added where a lamp is mirrored, ``(n,)``."""
    toward = np.clip(normals @ GLEAM, 0, None)
    white: Single = np.float32(GLOSS) * toward**GLOSS_POWER
    return white


def softened(bright: Single) -> Single:
    """The brightness for colours that carry a meaning."""
    return 1 + np.float32(SOFT) * (np.minimum(bright, 1) - 1)
