"""SSP projectors applied to epochs: at once, delayed, or not at all."""

from dataclasses import replace
from typing import Literal

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of
from leadfield.base.log import LOGGER
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.projections import (
    activate_projections,
    all_active,
    project_out_epochs,
    projection_basis,
)

ProjMode = Literal["on", "off", "delayed"]


def set_projection(epochs: EpochSet, mode: ProjMode) -> EpochSet:
    """Epochs that are projected as they are read, only to be tested, or not at all."""
    one_of("proj", mode, ["on", "off", "delayed"])
    if mode == "off" or not epochs.info.projections:
        return replace(epochs, projection_delayed=mode == "delayed")
    basis = projection_basis(epochs.info)
    if mode == "delayed":
        LOGGER.info("SSP projectors are delayed: used to reject epochs, not applied to the data")
        return replace(epochs, unapplied_projection=basis, projection_delayed=True)
    return _project(replace(epochs, info=activate_projections(epochs.info)), basis)


def _project(epochs: EpochSet, basis: Floats | None) -> EpochSet:
    """Epochs without what the basis spans: now if they are in memory, else when they are read."""
    if epochs.loaded and basis is not None:
        data = project_out_epochs(epochs.require_data("projecting"), basis)
        epochs = epochs.with_data(data)
    unapplied = None if epochs.loaded else basis
    return replace(epochs, unapplied_projection=unapplied, projection_delayed=False)


def project_epochs(epochs: EpochSet) -> EpochSet:
    """Epochs with all their projections applied."""
    info = epochs.info
    if not info.projections or all_active(info):
        LOGGER.info("No SSP projectors to apply")
        return replace(epochs, projection_delayed=False)
    basis = projection_basis(info)
    if basis is None:
        LOGGER.info("The SSP projectors do not concern these channels")
        return replace(epochs, projection_delayed=False)
    return _project(replace(epochs, info=activate_projections(info)), basis)
