"""Unwrapping of data of any kind: recordings, epochs, evoked responses, ours or MNE-Python's."""

from leadfield.api import interop
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.raw import RawRecording

Measured = RawRecording | EpochSet | EvokedResponse


def measured_value(inst: object) -> Measured | None:
    """The value of data of some kind, None for anything else."""
    value = getattr(inst, "value", None)
    if isinstance(value, Measured):
        return value
    for taken in (
        interop.raw.recording_from_mne,
        interop.epochs.epochs_from_mne,
        interop.evoked.evoked_from_mne,
    ):
        found = taken(inst)
        if found is not None:
            return found
    return None
