"""Compatibility of measurements: same channels, bads, sampling rate, projections, position."""

from leadfield.base.errors import MismatchError
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.recording.info import MeasurementInfo


def check_compatible(first: MeasurementInfo, other: MeasurementInfo, on_mismatch: str) -> None:
    """Raise unless channels, bads, rates and projections are the same.

    ``on_mismatch`` says what to do if only the head's position differs.
    """
    facts = {
        "channels": first.names == other.names,
        "bad channels": set(first.bads) == set(other.bads),
        "sampling rates": first.sampling_rate == other.sampling_rate,
        "projections": len(first.projections) == len(other.projections)
        and all(a.same_as(b) for a, b in zip(first.projections, other.projections, strict=True)),
    }
    for what, same in facts.items():
        if not same:
            msg = f"data must have the same {what} to be put together, these differ"
            raise MismatchError(msg)
    here, there = first.device_to_head, other.device_to_head
    if here is not there and (here is None or not here.same_as(there)):
        message = "data must have the same head position (dev_head_t) to be put together"
        raise_or_warn("on_mismatch", on_mismatch, message, MismatchError)
