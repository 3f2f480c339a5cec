"""Anderson acceleration: the next guess of a fixed-point iteration from its last ones."""

from collections.abc import Sequence

import numpy as np

from leadfield.base.arrays import Floats


def mixed(history: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Guess of the fixed point x = g(x) from pairs (x, g(x)), the newest last.

    It is the affine mixture of the images whose residuals g(x) - x cancel best
    (Anderson 1965; Walker & Ni 2011).
    """
    newest_x, newest = history[-1]
    if len(history) == 1:
        return newest
    residual = (newest - newest_x).ravel()
    steps = np.stack([residual - (image - x).ravel() for x, image in history[:-1]])
    share, *_ = np.linalg.lstsq(steps @ steps.T, steps @ residual, rcond=1e-14)
    out = newest.copy()
    for weight, (_, image) in zip(share, history[:-1], strict=True):
        out -= weight * (newest - image)
    return out
