"""One of every value of the stage trust that holds arrays and is about visibility."""

import numpy as np

from leadfield.trust.patches import Directions
from leadfield.trust.visibility import SourceVisibility


def values():
    yield Directions(vectors=np.ones((4, 1, 1)), weights=np.ones((4, 1)))
    yield SourceVisibility(
        strengths=np.ones((4, 1)),
        weights=np.ones((4, 1)),
        threshold=20.0,
        roots=np.arange(3.0),
        chances=np.ones(3),
    )
