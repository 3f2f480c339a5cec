"""Parts of a recording that annotations cover: ``Raw.crop_by_annotations``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield.api.recording.annotations import as_annotations
from leadfield.base.errors import InputError
from leadfield.recording.spans import span_of

if TYPE_CHECKING:
    from leadfield.recording.raw import RawRecording


def crops_of_annotations(raw: RawRecording, annotations: object) -> list[RawRecording]:
    """A recording for each annotation, the own ones for None."""
    given, date = raw.annotations, raw.info.measured_at
    began = date
    if annotations is not None:
        own = as_annotations(annotations)
        given, began = own.value, own.orig_time
    shift = (began - date).total_seconds() if began and date else 0.0
    rate, n = raw.info.sampling_rate, raw.n_samples
    last = (n - 1) / rate
    out = []
    for one in given:
        onset = one.onset + shift - raw.first_time
        if not -0.5 <= onset * rate < n:
            msg = (
                f"annotations must begin in the data, {one.description!r} does at {onset:g} s, "
                f"which are from 0 to {last:g} s"
            )
            raise InputError(msg)
        onset = min(max(onset, 0.0), last)
        out.append(raw.cropped(*span_of(rate, n, onset, min(onset + one.duration, last))))
    return out
