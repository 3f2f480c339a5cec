"""One of every value of the stage inverse that holds arrays."""

from dataclasses import replace

import numpy as np

from leadfield.covariance.noise import NoiseCovariance
from leadfield.inverse.beamformer import BeamformerModel
from leadfield.inverse.eloreta import WeightRule, WhitenedField
from leadfield.inverse.kernel import prepare_kernel
from leadfield.inverse.lcmv import LcmvOptions, invert_data_covariance
from leadfield.inverse.methods import METHODS
from leadfield.inverse.operator import InverseModel
from leadfield.inverse.regularisation import fit_regularisation
from leadfield.inverse.source_prior import SourcePrior
from leadfield.recording.create import create_measurement_info
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import LEFT, RIGHT, Sources, SourceSpace, SpaceKind
from leadfield.whitening.whitener import Whitener


def make_model():
    """An operator of two magnetometers and two sources of loose orientations."""
    info = create_measurement_info(["MEG 001", "MEG 002"], 100.0, "mag")
    spaces = tuple(
        SourceSpace(
            kind=SpaceKind.SURFACE,
            positions=np.ones((2, 3)),
            normals=np.eye(3)[:2],
            vertices=np.array([1]),
            frame=Frame.HEAD,
            surface=side,
        )
        for side in (LEFT, RIGHT)
    )
    names = tuple(info.names)
    return InverseModel(
        info=info,
        whitener=Whitener(names=names, eigenvalues=np.ones(2), eigenvectors=np.eye(2)),
        fields=np.eye(2),
        singular_values=np.array([2.0, 1.0]),
        leads=np.linalg.qr(np.arange(12.0).reshape(6, 2) ** 2)[0],
        leads_weighted=False,
        noise=NoiseCovariance(names=names, data=np.eye(2), degrees=100),
        source_variances=np.ones(6),
        depth_prior=np.ones(6),
        orientation_prior=np.ones(6),
        free=True,
        orientations=np.vstack([np.eye(3)] * 2),
        sources=Sources(spaces=spaces),
        mri_to_head=Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4)),
    )


def values():
    model = make_model()
    yield model
    space = invert_data_covariance(np.eye(2), 0.05, 2)
    yield space
    yield BeamformerModel(
        info=model.info,
        whitener=model.whitener,
        weights=np.ones((2, 1, 2)),
        options=LcmvOptions(pick_ori="max-power"),
        data=model.noise,
        noise=model.noise,
        sources=model.sources,
        axes=np.stack([np.eye(3)] * 2),
        strongest=np.ones((2, 3)),
    )
    yield replace(model, given_prior=np.ones(6))
    yield SourcePrior(loose={SpaceKind.SURFACE: 0.2}, variances=np.ones(2))
    for method in METHODS:
        kernel = prepare_kernel(model, nave=1, lambda2=0.1, method=method)
        yield kernel
        yield kernel.solution
        yield kernel.for_nave(4).solution
    ones = np.ones((2, 3))
    yield WhitenedField(
        leads=np.ones((2, 3, 2)), singular_values=np.ones(2), scales=ones.copy(), rank=2
    )
    yield WeightRule(prior=ones.copy(), equal=False)
    yield fit_regularisation(np.array([2.0, 1.0]), np.array([2.0, 1.0]))
