"""Annotating a recording: ``Raw.set_annotations``, from one clock to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield.api.recording.annotations import Annotations, as_annotations
from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, StateError
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.recording.annotation import about

if TYPE_CHECKING:
    from leadfield.recording.raw import RawRecording


def with_annotations(
    raw: RawRecording, annotations: object, on_missing: str, *, emit_warning: bool
) -> RawRecording:
    """The recording with these annotations in the place of its own, None for none."""
    if annotations is None:
        return raw.annotated(())
    given = as_annotations(annotations)
    shift = _clock_shift(raw, given)
    check_channels(given, raw.info.names, on_missing)
    moved = (one.moved(shift) for one in about(given.value, raw.info.names))
    return raw.annotated(moved, emit_warning=emit_warning)


def _clock_shift(raw: RawRecording, annotations: Annotations) -> float:
    """Seconds from the annotations' clock to the recording's."""
    if annotations.orig_time is None:
        return raw.first_time
    if raw.info.measured_at is None:
        msg = (
            "annotations must have no orig_time, as the recording has no date: count "
            "their onsets from its first sample"
        )
        raise StateError(msg)
    return (annotations.orig_time - raw.info.measured_at).total_seconds()


def check_channels(annotations: Annotations, names: tuple[str, ...], on_missing: str) -> None:
    """Raise or warn if annotations are about channels that are not there."""
    named = {name for one in annotations.value for name in one.channel_names}
    unknown = sorted(named - set(names))
    if unknown:
        message = f"annotations must be about channels of the data, {listed(unknown)} are not"
        raise_or_warn("on_missing", on_missing, message, ChannelError)
