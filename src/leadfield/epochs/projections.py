"""Taking projections out of samples and evoked responses."""

from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.log import LOGGER
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector


def projected(data: Floats, basis: Floats) -> Floats:
    """Data (n_channels, n_times) without what the basis U (n_channels, k) spans.

    x - U (Uᵀ x): k is a few, so this beats the n x n projector.
    """
    return data - basis @ (basis.T @ data)


def projected_block(block: Floats, basis: Floats) -> Floats:
    """Epochs (n, n_channels, n_times) without what the basis spans."""
    out = np.empty_like(block)
    for before, after in zip(block, out, strict=True):
        after[:] = projected(before, basis)
    return out


def basis_of(info: MeasurementInfo) -> Floats | None:
    """Basis (n_channels, k) of what the projections take out of good channels, None for nothing."""
    basis = make_projector(info.projections, info.names, info.bads).basis
    k = basis.shape[1]
    if not k:
        return None
    LOGGER.info("Projector made, it takes out %d dimensions", k)
    return basis


def activated(info: MeasurementInfo) -> MeasurementInfo:
    """The same information with all projections active."""
    LOGGER.info("%d projections active", len(info.projections))
    return info.with_projections([p.activated() for p in info.projections])


def all_active(info: MeasurementInfo) -> bool:
    """Whether there are projections and all of them are active."""
    return bool(info.projections) and all(p.active for p in info.projections)


def project_evoked(evoked: EvokedResponse) -> EvokedResponse:
    """The evoked response with all its projections applied."""
    info = evoked.info
    if not info.projections or all_active(info):
        LOGGER.info("No projections to apply")
        return evoked
    basis = basis_of(info)
    if basis is None:
        LOGGER.info("The projections say nothing about these channels")
        return evoked
    return replace(evoked, info=activated(info), data=projected(evoked.data, basis))
