"""The noise of a continuous recording, from segments that are cut out of it and judged."""

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import few_samples
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.good_epochs import Blame, collect, good_epochs, none_left, settle
from leadfield.epochs.make import Cutting, cut_epochs
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.selection import choose
from leadfield.events.lists import evenly_spaced
from leadfield.recording.raw import RawRecording


def cut_segments(
    recording: RawRecording,
    span: tuple[float, float],
    length: float,
    channels: Ints,
    *,
    rejection: Rejection,
    spare_bad_times: bool = True,
) -> EpochSet:
    """Segments of ``length`` s, one after the other, in a ``span`` in s; read when needed."""
    rate = recording.info.sampling_rate
    first = recording.first_sample
    start, end = (round(edge * rate) for edge in span)
    samples = (first + start, first + min(end, recording.n_samples))
    events = evenly_spaced(samples, step=rate * length, length=round(rate * length))
    LOGGER.info("up to %d segments of %g s", len(events), length)
    cutting = Cutting(
        tmin=0.0,
        tmax=length - 1 / rate,
        baseline=None,
        spare_bad_times=spare_bad_times,
    )
    choice = choose(events, 1)
    return cut_epochs(recording, choice, channels, cutting, rejection=rejection, projecting="off")


def segments_covariance(
    segments: EpochSet, channels: Ints, *, on_few_samples: str = "warn"
) -> NoiseCovariance:
    """Empirical covariance around the mean of all segments; one is in memory at a time."""
    n = len(channels)
    squares, sums, count = np.zeros((n, n)), np.zeros(n), 0
    blame: Blame = {}
    for _, segment in good_epochs(segments, blame):
        seen = segment[channels]
        squares += seen @ seen.T
        sums += seen.sum(axis=1)
        count += seen.shape[1]
    _require(settle(segments, blame))
    few_samples(count, 10 * (n + 1) // 2, n, on_few_samples)
    info = segments.info.pick(channels)
    LOGGER.info("    %d samples used", count)
    return NoiseCovariance(
        names=info.names,
        data=(squares - np.outer(sums, sums) / count) / (count - 1),
        degrees=count - 1,
        bads=info.bads,
        projections=info.projections,
        method="empirical",
    )


def segments_samples(segments: EpochSet, channels: Ints) -> Floats:
    """Samples (n_channels, n_samples) of the good segments, around their mean."""
    kept, data = collect(segments, channels=channels)
    _require(kept)
    samples: Floats = data.transpose(1, 0, 2).reshape(len(channels), -1)
    samples -= samples.mean(axis=1, keepdims=True)
    return samples


def _require(segments: EpochSet) -> None:
    if not len(segments):
        raise DataError(none_left(segments))


def unspoilt_samples(recording: RawRecording, channels: Ints) -> Floats:
    """Samples (n_channels, n_samples) of a recording without what is annotated as bad."""
    rate, n = recording.info.sampling_rate, recording.n_samples
    good = np.ones(n, bool)
    for one in recording.annotations:
        if one.bad:
            start, stop = (round((t - recording.first_time) * rate) for t in (one.onset, one.end))
            good[max(start, 0) : max(stop, 0)] = False
    samples = recording.read(0, n, channels)
    return samples if good.all() else samples[:, good]
