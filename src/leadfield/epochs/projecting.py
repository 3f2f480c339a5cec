"""Taking projections out of epochs and evoked responses: on, off, or delayed."""

from dataclasses import replace
from typing import Literal

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of
from leadfield.base.log import LOGGER
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.walk import projected, projected_block
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector

Projecting = Literal["on", "off", "delayed"]


def basis_of(info: MeasurementInfo) -> Floats | None:
    """Basis (n_channels, k) of what the projections take out of good channels, None for nothing."""
    _, k, basis = make_projector(info.projections, info.names, info.bads)
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


def with_projection(epochs: EpochSet, how: Projecting) -> EpochSet:
    """Epochs that will be projected as they are read, or only to be judged, or not."""
    one_of("proj", how, ["on", "off", "delayed"])
    if how == "off" or not epochs.info.projections:
        return replace(epochs, delayed=how == "delayed")
    basis = basis_of(epochs.info)
    if how == "delayed":
        LOGGER.info("Projections are delayed: epochs are judged with them, given without")
        return replace(epochs, pending=basis, delayed=True)
    return _taken_out(replace(epochs, info=activated(epochs.info)), basis)


def _taken_out(epochs: EpochSet, basis: Floats | None) -> EpochSet:
    """Epochs without the basis: now if they are in memory, else when they are read."""
    if epochs.loaded and basis is not None:
        data = projected_block(epochs.block("projecting"), basis)
        return replace(epochs.with_block(data), pending=None, delayed=False)
    return replace(epochs, pending=None if epochs.loaded else basis, delayed=False)


def project_epochs(epochs: EpochSet) -> EpochSet:
    """Epochs with all their projections applied."""
    info = epochs.info
    if not info.projections or all_active(info):
        LOGGER.info("No projections to apply")
        return replace(epochs, delayed=False)
    basis = basis_of(info)
    if basis is None:
        LOGGER.info("The projections say nothing about these channels")
        return replace(epochs, delayed=False)
    return _taken_out(replace(epochs, info=activated(info)), basis)


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
