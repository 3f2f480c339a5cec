"""Anderson acceleration of fixed-point iterations."""

from collections.abc import Sequence

import numpy as np

from leadfield.base.arrays import Floats


def anderson_step(history: Sequence[tuple[Floats, Floats]]) -> Floats:
    """The next iterate towards a fixed point x = g(x), from pairs (x, g(x)), the newest last.

    It is the affine combination of the images g(x) with the smallest norm of the combined
    residuals g(x) - x (Anderson 1965; Walker & Ni 2011).
    """
    newest_x, newest = history[-1]
    if len(history) == 1:
        return newest
    residual = newest - newest_x
    changes = np.empty((len(history) - 1, *residual.shape))
    for row, (x, image) in zip(changes, history[:-1], strict=True):
        np.subtract(x, image, out=row)
    changes += residual
    changes = changes.reshape(len(changes), -1)
    weights, *_ = np.linalg.lstsq(changes @ changes.T, changes @ residual.ravel(), rcond=1e-14)
    out: Floats = (1 - weights.sum()) * newest
    for weight, (_, image) in zip(weights, history[:-1], strict=True):
        out += weight * image
    return out
