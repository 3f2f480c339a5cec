"""Unwrapping of data of any kind: recordings, epochs, evoked responses, ours or MNE-Python's."""

from leadfield.api.interop.epochs import epochs_from_mne
from leadfield.api.interop.evoked import evoked_from_mne
from leadfield.api.interop.raw import recording_from_mne
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.raw import RawRecording

Measured = RawRecording | EpochSet | EvokedResponse


def measured_value(inst: object) -> Measured | None:
    """The value of data of some kind, None for anything else."""
    value = getattr(inst, "value", None)
    if isinstance(value, Measured):
        return value
    for taken in (recording_from_mne, epochs_from_mne, evoked_from_mne):
        found = taken(inst)
        if found is not None:
            return found
    return None
