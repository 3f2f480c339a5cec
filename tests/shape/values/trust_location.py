"""One of every value of the stage trust that holds arrays and is about detection and location."""

import numpy as np

from leadfield.covariance.noise import NoiseCovariance
from leadfield.inverse.operator import InverseModel
from leadfield.recording.create import create_measurement_info
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import LEFT, RIGHT, Sources, SourceSpace, SpaceKind
from leadfield.trust.calibration import calibrate, make_model_scan
from leadfield.trust.detection import sign_flip_test
from leadfield.trust.location import find_credible_set, located, nothing_located
from leadfield.trust.scan_maximum import find_maxima
from leadfield.trust.surrogates import SourceGeometry
from leadfield.whitening.whitener import Whitener


def make_operator():
    """An operator of five magnetometers and six sources of fixed orientations."""
    rng = np.random.default_rng(0)
    names = tuple(f"MEG {i:03}" for i in range(5))
    spaces = tuple(
        SourceSpace(
            kind=SpaceKind.SURFACE,
            positions=rng.random((3, 3)),
            normals=np.eye(3),
            vertices=np.arange(3),
            frame=Frame.HEAD,
            surface=side,
        )
        for side in (LEFT, RIGHT)
    )
    return InverseModel(
        info=create_measurement_info(list(names), 100.0, "mag"),
        whitener=Whitener(names=names, eigenvalues=np.ones(5), eigenvectors=np.eye(5)),
        fields=np.eye(5),
        singular_values=np.arange(5.0, 0.0, -1.0),
        leads=np.linalg.qr(rng.standard_normal((6, 5)))[0],
        leads_weighted=False,
        noise=NoiseCovariance(names=names, data=np.eye(5), degrees=100),
        source_variances=np.ones(6),
        depth_prior=None,
        orientation_prior=None,
        free=False,
        orientations=np.vstack([np.eye(3)] * 2),
        sources=Sources(spaces=spaces),
        mri_to_head=Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4)),
    )


def values():
    rng = np.random.default_rng(1)
    model = make_operator()
    prepared = make_model_scan(model)
    yield prepared
    yield prepared.search
    yield prepared.search.scan
    yield find_maxima(prepared.search, np.ones((5, 2)), np.array([0, 1]))
    trials = rng.standard_normal((6, 5, 2))
    yield sign_flip_test(prepared.search, trials, np.arange(2.0), n_flips=19, rng=rng)
    calibration = calibrate(prepared, None, registration=1e-3, rng=rng)
    yield calibration
    found = find_credible_set(np.ones((5, 2)), 1, calibration, coverage=0.9)
    yield found
    yield located(found, calibration, coverage=0.9, p=None, time=0.0)
    yield nothing_located(model, coverage=0.9, p=0.5)
    yield SourceGeometry(
        places=np.ones((2, 3)), orientations=np.ones((2, 1, 3)), middle=np.zeros(3)
    )
