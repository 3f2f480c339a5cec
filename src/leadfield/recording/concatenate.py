"""Recordings one after another as one, with annotations where they meet."""

from collections.abc import Sequence
from dataclasses import replace

from leadfield.base.checks import listed
from leadfield.base.log import warn
from leadfield.recording.annotation import Annotation
from leadfield.recording.compatibility import check_compatible
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import JoinedSamples

# What marks a place where recordings meet: the first keeps epochs away from it, the second
# tells filters to treat both sides as recordings of their own.
BOUNDARIES = ("BAD boundary", "EDGE boundary")


def concatenated(
    recordings: Sequence[RawRecording], *, load: bool | None = None, on_mismatch: str = "ignore"
) -> RawRecording:
    """Recordings of the same channels as if they were one, on the clock of the first.

    ``load`` says whether the samples are read into memory now: None for if all are there
    already. Else they stay where they are.
    """
    first = recordings[0]
    for other in recordings[1:]:
        check_compatible(first.info, other.info, on_mismatch)
    if len(recordings) == 1:
        return first.loaded() if load else first
    all_loaded = all(one.preloaded for one in recordings)
    joined = replace(
        first,
        samples=JoinedSamples([one.samples for one in recordings]),
        files=tuple(path for one in recordings for path in one.files),
        sample_format=_sample_format(recordings),
        shielded=any(one.shielded for one in recordings),
    )
    rate = first.info.sampling_rate
    annotations, boundaries = list(first.annotations), []
    start = first.n_samples
    for other in recordings[1:]:
        shift = (first.first_sample + start - other.first_sample) / rate
        annotations += [one.moved(shift) for one in other.annotations]
        onset = first.first_time + start / rate
        boundaries += [
            Annotation(onset=onset, duration=0.0, description=text) for text in BOUNDARIES
        ]
        start += other.n_samples
    joined = joined.annotated([*annotations, *boundaries])
    return joined.loaded() if load or (load is None and all_loaded) else joined


def _sample_format(recordings: Sequence[RawRecording]) -> str:
    """The format of all files, ``"unknown"`` if they differ."""
    formats = list(dict.fromkeys(one.sample_format for one in recordings))
    if len(formats) == 1:
        return formats[0]
    warn(f"recordings were stored with different precision, {listed(formats)}: the joint has none")
    return "unknown"
