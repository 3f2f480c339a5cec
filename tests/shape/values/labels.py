"""One of every value of the stage labels that holds arrays."""

import numpy as np

from leadfield.labels.grow import Seed
from leadfield.labels.label import CorticalLabel, LabelPair


def label(hemisphere):
    return CorticalLabel(
        vertices=np.array([1, 5]),
        positions=np.zeros((2, 3)),
        values=np.ones(2),
        hemisphere=hemisphere,
    )


def values():
    yield label("lh")
    yield LabelPair(lh=label("lh"), rh=label("rh"))
    yield Seed(vertices=np.array([3]), hemisphere="lh", extent=5.0, name="one")
