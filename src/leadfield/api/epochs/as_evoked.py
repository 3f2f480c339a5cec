"""Unwrapping of evoked responses, ours or MNE-Python's."""

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.epochs.evoked import EvokedResponse


def as_evoked(evoked: object) -> EvokedResponse:
    """The value of an Evoked, ours or MNE-Python's."""
    value = getattr(evoked, "value", evoked)
    if isinstance(value, EvokedResponse):
        return value
    taken = interop.evoked.evoked_from_mne(evoked)
    if taken is None:
        msg = f"evoked must be an Evoked, got {kind_of(evoked)}"
        raise ArgumentTypeError(msg)
    return taken
