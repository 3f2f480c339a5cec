"""Unwrapping of measurement information, ours or MNE-Python's."""

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.recording.info import MeasurementInfo


def as_info(info: object) -> MeasurementInfo:
    """The value of an Info, or of an object that has one, ours or MNE-Python's."""
    # First an Info itself: what one is asked for and has not it looks for in MNE-Python's.
    value = getattr(info, "value", None)
    if isinstance(value, MeasurementInfo):
        return value
    found = getattr(info, "info", info)
    value = getattr(found, "value", found)
    if isinstance(value, MeasurementInfo):
        return value
    taken = interop.info.info_from_mne(found)
    if taken is not None:
        return taken
    msg = f"info must be an Info, got {kind_of(info)}"
    raise ArgumentTypeError(msg)
