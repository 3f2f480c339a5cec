"""SSP projectors applied to samples and to evoked responses."""

from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.log import LOGGER
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector


@np.errstate(invalid="ignore")  # infinite samples become NaN
def project_out(data: Floats, basis: Floats) -> Floats:
    """Data (n_channels, n_times) without what the basis U (n_channels, k) spans.

    x - U (Uᵀ x): k is a few, so this beats the n x n projector.
    """
    return data - basis @ (basis.T @ data)


@np.errstate(invalid="ignore")
def project_out_epochs(data: Floats, basis: Floats) -> Floats:
    """Epochs (n, n_channels, n_times) without what the basis spans."""
    out = np.empty_like(data)
    for before, after in zip(data, out, strict=True):
        after[:] = project_out(before, basis)
    return out


def projection_basis(info: MeasurementInfo) -> Floats | None:
    """Basis (n_channels, k) of what the projectors remove from good channels, None for nothing."""
    basis = make_projector(info.projections, info.names, info.bads).basis
    k = basis.shape[1]
    if not k:
        return None
    LOGGER.info("SSP projector made, rank reduced by %d", k)
    return basis


def activate_projections(info: MeasurementInfo) -> MeasurementInfo:
    """The same information with all projections active."""
    LOGGER.info("%d SSP projectors active", len(info.projections))
    return info.with_projections([p.activated() for p in info.projections])


def all_active(info: MeasurementInfo) -> bool:
    """Whether there are projections and all of them are active."""
    return bool(info.projections) and all(p.active for p in info.projections)


def project_evoked(evoked: EvokedResponse) -> EvokedResponse:
    """The evoked response with all its projections applied."""
    info = evoked.info
    if not info.projections or all_active(info):
        LOGGER.info("No SSP projectors to apply")
        return evoked
    basis = projection_basis(info)
    if basis is None:
        LOGGER.info("The SSP projectors do not concern these channels")
        return evoked
    return replace(evoked, info=activate_projections(info), data=project_out(evoked.data, basis))
