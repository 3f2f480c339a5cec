"""Noise covariances as MNE-Python's."""

from typing import Any

from leadfield.api.interop.mne_python import mne_python
from leadfield.api.interop.projections_to_mne import projection_to_mne
from leadfield.covariance.noise import NoiseCovariance


def covariance_to_mne(noise: NoiseCovariance) -> Any:
    """A ``Covariance`` of MNE-Python's, with an array of its own."""
    cov = mne_python().Covariance(
        data=noise.data.copy(),
        names=list(noise.names),
        bads=list(noise.bads),
        projs=list(map(projection_to_mne, noise.projections)),
        nfree=noise.degrees,
        method=noise.method,
        loglik=noise.log_likelihood,
    )
    cov["kind"] = noise.kind
    return cov
