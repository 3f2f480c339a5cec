"""One of every value of the stage morph that holds arrays."""

import numpy as np
import scipy

from leadfield.morph.cortical import CorticalMorph
from leadfield.morph.volumes import VolumeMorph


def values():
    yield CorticalMorph(
        matrix=scipy.sparse.csr_array(np.array([[0.5, 0.0, 0.5], [0.0, 1.0, 0.0]])),
        vertices_from=(np.array([1, 5]), np.array([2])),
        vertices_to=(np.array([0]), np.array([9])),
        subject_from="ann",
        subject_to="ben",
    )
    yield VolumeMorph(
        matrix=scipy.sparse.csr_array(np.eye(2)),
        vertices_from=(np.array([1]), np.array([2])),
        vertices_to=(np.array([0, 9]),),
        subject_from="ann",
        subject_to="ben",
    )
