"""Unwrapping of recordings, ours or MNE-Python's."""

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.recording.raw import RawRecording


def as_recording(raw: object) -> RawRecording:
    """The value of a Raw, ours or MNE-Python's."""
    value = getattr(raw, "value", raw)
    if isinstance(value, RawRecording):
        return value
    taken = interop.raw.recording_from_mne(raw)
    if taken is None:
        msg = f"raw must be a Raw, got {kind_of(raw)}"
        raise ArgumentTypeError(msg)
    return taken
