"""Noise covariances of MNE-Python's, and whatever else stands for one."""

from pathlib import Path
from typing import Any

from leadfield.api.interop.info import projections_of
from leadfield.api.interop.origin import mne_bases
from leadfield.covariance.fif import read_noise
from leadfield.covariance.noise import NOISE, NoiseCovariance


def noise_given(cov: object) -> NoiseCovariance | None:
    """Value of what users give: a Covariance, ours or MNE-Python's, or a file; None for others."""
    if isinstance(cov, str | Path):
        return read_noise(cov)
    value = getattr(cov, "value", None)
    return value if isinstance(value, NoiseCovariance) else covariance_from_mne(cov)


def covariance_from_mne(cov: object) -> NoiseCovariance | None:
    """Value of a ``Covariance`` of MNE-Python's, None for anything else; its array is shared."""
    if "Covariance" not in mne_bases(cov):
        return None
    found: Any = cov
    likelihood = found.get("loglik")
    return NoiseCovariance(
        names=tuple(found["names"]),
        data=found["data"],
        degrees=int(found["nfree"]),
        bads=tuple(found["bads"]),
        projections=projections_of(found["projs"]),
        kind=int(found.get("kind", NOISE)),
        method=found.get("method"),
        log_likelihood=None if likelihood is None else float(likelihood),
    )
