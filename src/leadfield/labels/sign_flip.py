"""Sign flips: sources whose normal goes against the main direction of a label's."""

import numpy as np

from leadfield.base.arrays import Floats


def sign_flips(normals: Floats) -> Floats:
    """1 where a normal (n, 3) goes with the main direction of all, -1 where it goes against."""
    if not len(normals):
        return np.empty(0)
    _, _, directions = np.linalg.svd(normals, full_matrices=False)
    along = normals @ directions[0]
    signs: Floats = np.sign(along if along.mean() >= 0 else -along)
    return signs
