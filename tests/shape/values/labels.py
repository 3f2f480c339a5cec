"""One of every value of the stage labels that holds arrays."""

import numpy as np
import scipy

from leadfield.freesurfer.image import Image, ImageGeometry
from leadfield.labels.grow import Seed
from leadfield.labels.label import CorticalLabel, LabelPair
from leadfield.labels.structures import Members, VolumeLabels


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
    geometry = ImageGeometry(shape=(1, 1, 1), to_scanner=np.eye(4), to_surface=np.eye(4))
    image = Image(geometry=geometry, values=np.zeros((1, 1, 1), np.int32))
    yield VolumeLabels(names=("a",), numbers=(0,), image=image)
    yield Members(weights=scipy.sparse.csr_array(np.eye(2)), ends=np.array([0, 2]))
