"""Epochs minus an evoked response, which leaves activity that is not locked to the event."""

from dataclasses import replace

import numpy as np

from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.epochs.average import average
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.preparation import DETREND_TYPES
from leadfield.epochs.projections import all_active, project_evoked
from leadfield.epochs.samples import EpochsOnDemand


def subtract_evoked(epochs: EpochSet, evoked: EvokedResponse | None = None) -> EpochSet:
    """Epochs minus a response, their own average for None, now or whenever they are read."""
    if evoked is None:
        types = epochs.info.channels.types
        epochs, (evoked, *_) = average(
            epochs, picks=[row for row, kind in enumerate(types) if kind in DETREND_TYPES]
        )
    evoked = _fitting(epochs, evoked)
    rows = {name: row for row, name in enumerate(evoked.info.names)}
    response = np.zeros((len(epochs.info.channels), len(epochs.times)))
    for row, name in enumerate(epochs.info.names):
        if name in rows:
            response[row] = evoked.data[rows[name]]
    source = epochs.source
    if isinstance(source, EpochsOnDemand):
        old = source.preparation
        total = response if old.response is None else old.response + response
        return replace(epochs, source=replace(source, preparation=replace(old, response=total)))
    return epochs.with_data(epochs.require_data("subtracting a response") - response)


def _fitting(epochs: EpochSet, evoked: EvokedResponse) -> EvokedResponse:
    """The response, projected as the epochs are, once it has their channels and times."""
    absent = [
        (name, kind)
        for name, kind in zip(epochs.info.names, epochs.info.channels.types, strict=True)
        if name not in evoked.info.names
    ]
    data = [name for name, kind in absent if kind in DETREND_TYPES]
    if data:
        msg = f"the evoked response must have all data channels of the epochs, {listed(data)} lack"
        raise ChannelError(msg)
    if absent:
        LOGGER.info("Nothing is subtracted from %s", listed(name for name, _ in absent))
    times = evoked.times
    if len(times) != len(epochs.times) or np.abs(times - epochs.times).max() >= 1e-7:
        msg = (
            "the evoked response must have the times of the epochs, "
            f"{len(epochs.times)} from {epochs.times[0]:g} s, got "
            f"{len(times)} from {times[0]:g} s: crop or decimate it"
        )
        raise MismatchError(msg)
    projected = bool(epochs.info.projections) and all_active(epochs.info)
    also = bool(evoked.info.projections) and all_active(evoked.info)
    if also and not projected:
        warn("projectors were applied to the evoked response, but not to the epochs")
    return project_evoked(evoked) if projected and not also else evoked
