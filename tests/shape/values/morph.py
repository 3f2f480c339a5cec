"""One of every value of the stage morph that holds arrays."""

import numpy as np
import scipy

from leadfield.morph.cortical import CorticalMorph
from leadfield.morph.mixed import MixedMorph
from leadfield.morph.registration import ImageGrid, Registration, RegistrationSettings
from leadfield.morph.volume_matrix import Resampling, VolumePath
from leadfield.morph.volumes import VolumeMorph
from leadfield.numerics.sparse_rows import SparseRows
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import VolumeGrid

SUBJECTS = {"subject_from": "ann", "subject_to": "ben"}


def values():
    cortex = CorticalMorph(
        matrix=SparseRows.of_ones(np.array([2, 1]), 3),
        vertices_from=(np.array([1, 5]), np.array([2])),
        vertices_to=(np.array([0]), np.array([9])),
        **SUBJECTS,
    )
    image = ImageGrid(shape=(2, 2, 3), to_scanner=np.eye(4))
    registration = Registration(
        moved=image,
        onto=image,
        affine=np.eye(4),
        warp=np.zeros((2, 2, 3, 3), np.float32),
        warp_back=np.zeros((2, 2, 3, 3), np.float32),
    )
    to_mri = Transform(source=Frame.MRI_VOXEL, target=Frame.MRI, matrix=np.eye(4))
    path = VolumePath(
        grid=VolumeGrid(shape=(2, 2, 3), grid_to_mri=to_mri),
        registration=registration,
        settings=RegistrationSettings(sizes=(5.0, 5.0, 5.0)),
        target=image,
    )
    volumes = VolumeMorph(
        matrix=scipy.sparse.csr_array(np.eye(2)),
        vertices_from=(np.array([1]), np.array([2])),
        vertices_to=(np.array([0, 9]),),
        path=path,
        **SUBJECTS,
    )
    yield from (image, registration, path, cortex, volumes)
    yield MixedMorph(cortex=cortex, volumes=volumes)
    yield Resampling(shape=(2, 2, 3), places=np.asarray)
