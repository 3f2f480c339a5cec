"""Taking projections out of epochs: on, off, or delayed."""

from dataclasses import replace
from typing import Literal

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of
from leadfield.base.log import LOGGER
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.projections import activated, all_active, basis_of, projected_block

Projecting = Literal["on", "off", "delayed"]


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
