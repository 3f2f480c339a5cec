"""Recordings at another sampling rate."""

from dataclasses import replace

import numpy as np

from leadfield import filters
from leadfield.base.arrays import Ints
from leadfield.base.errors import DataError
from leadfield.recording.passband import at_rate
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples


def resample_recording(
    raw: RawRecording, rate: float, triggers: Ints, options: filters.resampling.ResampleOptions
) -> RawRecording:
    """The recording at ``rate`` Hz, in memory.

    The channels ``triggers`` are not interpolated: theirs are values that they had.
    """
    old, n_old = raw.info.sampling_rate, raw.n_samples
    n_new = filters.resampling.resampled_length(n_old, rate, old)
    n_channels = len(raw.info.channels)
    loaded = raw.loaded()
    if loaded.samples.dtype != np.float64:
        msg = "samples must be real to be resampled, this recording's are complex"
        raise DataError(msg)
    data = np.empty((n_channels, n_new))
    at_once = max(1, filters.digital_filter.BLOCK // max(n_old, n_new))
    for start in range(0, n_channels, at_once):
        rows = np.arange(start, min(start + at_once, n_channels))
        data[rows] = filters.resampling.resample_rows(
            loaded.read(0, n_old, rows), rate, old, options
        )
    if len(triggers):
        data[triggers] = filters.resampling.resample_triggers(
            loaded.read(0, n_old, triggers), n_new
        )
    first = round(raw.first_sample * (rate / old))
    samples = ArraySamples(data)
    return replace(raw, info=at_rate(raw.info, rate), samples=samples, first_sample=first)


def resample_events(events: Ints, before: RawRecording, after: RawRecording) -> Ints:
    """Events (n, 3) at the samples of a resampled recording."""
    ratio = after.info.sampling_rate / before.info.sampling_rate
    last = after.first_sample + after.n_samples - 1
    moved = events.copy()
    moved[:, 0] = np.minimum(np.round(events[:, 0] * ratio).astype(events.dtype), last)
    return moved
