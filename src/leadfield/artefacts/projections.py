"""Projections of what varies most in recordings, epochs and evoked responses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.artefacts.patterns import (
    PatternCounts,
    pattern_groups,
    principal_projections,
    sum_of_squares,
)
from leadfield.base.arrays import Floats
from leadfield.base.checks import number
from leadfield.base.errors import InputError, StateError
from leadfield.base.log import LOGGER
from leadfield.base.progress import tracked
from leadfield.covariance.from_recording import cut_segments
from leadfield.covariance.rank import check_sample_count
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import drop_rejected, iterate_good_epochs, no_epochs_left
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.selection import DropReasons
from leadfield.recording.picks import pick_types
from leadfield.recording.projection import Projection
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import BLOCK


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentSpan:
    """The time from ``start`` to ``stop`` in s (None: the end), in segments of ``duration`` s.

    Without a duration it is read as one, and nothing is rejected.
    """

    start: float = 0.0
    stop: float | None = None
    duration: float | None = 1.0


def evoked_projections(
    evoked: EvokedResponse, counts: PatternCounts, prefix: str | None = None
) -> list[Projection]:
    """Projections of the patterns over the times of an evoked response."""
    if prefix is None:
        prefix = f"{evoked.times[0]:.3f}-{evoked.times[-1]:.3f}"
    groups = pattern_groups(evoked.info, counts)
    return principal_projections(sum_of_squares([evoked.data], groups), groups, evoked.info, prefix)


def epochs_projections(
    epochs: EpochSet, counts: PatternCounts, prefix: str | None = None
) -> list[Projection]:
    """Projections of the patterns over all samples of the good epochs, read one by one."""
    if prefix is None:
        codes = [str(code) for code in epochs.event_id.values()]
        name = codes[0] if len(codes) == 1 else "Multiple-events" if codes else "0"
        prefix = f"{name}-{epochs.times[0]:.3f}-{epochs.times[-1]:.3f}"
    groups = pattern_groups(epochs.info, counts)
    reasons: DropReasons = {}
    good = (epoch for _, epoch in iterate_good_epochs(epochs, reasons))
    squares = sum_of_squares(tracked(good, "Patterns", len(epochs)), groups)
    left = drop_rejected(epochs, reasons)
    if not len(left):
        raise StateError(no_epochs_left(left))
    _check_samples(len(left) * len(epochs.times), len(epochs.info.names))
    return principal_projections(squares, groups, epochs.info, prefix)


def recording_projections(
    recording: RawRecording, counts: PatternCounts, span: SegmentSpan, rejection: Rejection
) -> list[Projection]:
    """Projections of the patterns over a recording; bad segments are left out."""
    info = recording.info
    rate = info.sampling_rate
    if span.duration is None:
        return _undivided_projections(recording, counts, span, rejection)
    duration = np.round(number("duration", span.duration, above=0) * rate) / rate
    segments = cut_segments(
        recording,
        pick_types(info, meg=True, eeg=True, eog=True, ecg=True, emg=True),
        tmin=span.start,
        tmax=span.stop,
        tstep=duration,
        rejection=rejection,
    )
    stop = recording.n_samples / rate if span.stop is None else span.stop
    return epochs_projections(segments, counts, f"Raw-{span.start:.3f}-{stop:.3f}")


def _undivided_projections(
    recording: RawRecording, counts: PatternCounts, span: SegmentSpan, rejection: Rejection
) -> list[Projection]:
    if not rejection.empty:
        msg = "reject and flat are limits of segments: give a duration, or leave them out"
        raise InputError(msg)
    rate, n = recording.info.sampling_rate, recording.n_samples
    start = int(number("start", span.start, least=0) * rate)
    stop = n if span.stop is None else min(int(number("stop", span.stop) * rate), n)
    if stop <= start:
        msg = f"at least one sample must lie from start to stop, got {span.start} to {span.stop} s"
        raise InputError(msg)
    groups = pattern_groups(recording.info, counts)
    n_blocks = -((start - stop) // BLOCK)
    blocks = tracked(_blocks(recording, start, stop), "Patterns", n_blocks)
    squares = sum_of_squares(blocks, groups)
    _check_samples(stop - start, len(recording.info.names))
    prefix = f"Raw-{start / rate:.3f}-{stop / rate:.3f}"
    return principal_projections(squares, groups, recording.info, prefix)


def _blocks(recording: RawRecording, start: int, stop: int) -> Iterator[Floats]:
    for first in range(start, stop, BLOCK):
        yield recording.read(first, min(first + BLOCK, stop))


def _check_samples(n_samples: int, n_channels: int) -> None:
    LOGGER.info("    %d samples used", n_samples)
    check_sample_count(n_samples, 10 * (n_channels + 1) // 2, n_channels, "warn")
