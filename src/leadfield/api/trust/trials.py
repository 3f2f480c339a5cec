"""Unwrapping of what is tested: trials, or an average that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield.api import interop
from leadfield.api.epochs.epochs import as_epochs
from leadfield.base.errors import ArgumentTypeError
from leadfield.epochs.evoked import EvokedResponse

if TYPE_CHECKING:
    from leadfield.epochs.epoch_set import EpochSet


def evoked_or_none(data: object) -> EvokedResponse | None:
    """The value of an Evoked, ours or MNE-Python's; None for anything else."""
    value = getattr(data, "value", data)
    if isinstance(value, EvokedResponse):
        return value
    return interop.evoked.evoked_from_mne(data)


def as_trials(epochs: object) -> EpochSet:
    """The value of Epochs, ours or MNE-Python's; an Evoked is told why it is not enough."""
    if evoked_or_none(epochs) is not None:
        msg = (
            "epochs must be the Epochs that were averaged, got an Evoked: an average without its "
            "trials cannot be tested, for nothing in it tells the noise from the response"
        )
        raise ArgumentTypeError(msg)
    return as_epochs(epochs).value
