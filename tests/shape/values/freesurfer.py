"""One of every value of the package freesurfer that holds arrays."""

import numpy as np

from leadfield.freesurfer.annotation import Parcellation
from leadfield.freesurfer.image import Image, ImageGeometry
from leadfield.freesurfer.label import VertexSet
from leadfield.freesurfer.structures import Structures
from leadfield.freesurfer.surface import Surface


def values():
    yield Surface(vertices=np.eye(3), triangles=np.array([[0, 1, 2]]))
    yield VertexSet(vertices=np.array([1, 5]), positions=np.zeros((2, 3)), values=np.ones(2))
    yield Parcellation(labels=np.array([0, -1]), names=("a",), colours=np.array([[1, 2, 3, 4]]))
    geometry = ImageGeometry(shape=(1, 1, 1), to_scanner=np.eye(4), to_surface=np.eye(4))
    yield geometry
    yield Image(geometry=geometry, values=np.zeros((1, 1, 1), np.uint8))
    yield Structures(names=("a",), numbers=np.array([3]), colours=np.zeros((1, 4)))
