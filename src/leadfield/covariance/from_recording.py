"""Noise covariance of a continuous recording, such as an empty room."""

from collections.abc import Mapping

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number
from leadfield.base.log import LOGGER
from leadfield.covariance.blocks import noisy_channels
from leadfield.covariance.cross_validation import CrossValidation
from leadfield.covariance.estimate import Estimators, estimate_covariances
from leadfield.covariance.estimators import Empirical
from leadfield.covariance.from_epochs import concatenate_epochs
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank, check_sample_count
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.good_epochs import (
    collect_good_epochs,
    drop_rejected,
    iterate_good_epochs,
    require_epochs,
)
from leadfield.epochs.make import EpochParameters, cut_epochs
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.selection import DropReasons, select_events
from leadfield.events.lists import evenly_spaced
from leadfield.recording.raw import RawRecording


def cut_segments(
    recording: RawRecording,
    channels: Ints,
    *,
    tmin: float | None = 0.0,
    tmax: float | None = None,
    tstep: float | None = 0.2,
    rejection: Rejection,
    reject_by_annotation: bool = True,
) -> EpochSet:
    """Consecutive segments of ``tstep`` s from ``tmin`` to ``tmax`` in s; read when needed.

    None stands for the recording's ends, and for one segment of everything.
    """
    rate, first = recording.info.sampling_rate, recording.first_sample
    start = 0.0 if tmin is None else number("tmin", tmin, least=0)
    end = recording.n_samples / rate if tmax is None else number("tmax", tmax, above=start)
    length = end - start if tstep is None else number("tstep", tstep, above=0)
    begin, stop = round(start * rate), round(end * rate)
    span = (first + begin, first + min(stop, recording.n_samples))
    events = evenly_spaced(span, step=rate * length, length=round(rate * length))
    LOGGER.info("Up to %d segments of %g s", len(events), length)
    parameters = EpochParameters(
        tmin=0.0,
        tmax=length - 1 / rate,
        baseline=None,
        reject_by_annotation=reject_by_annotation,
    )
    choice = select_events(events, 1)
    return cut_epochs(recording, choice, channels, parameters, rejection=rejection, proj="off")


def segments_covariances(
    segments: EpochSet,
    estimators: Estimators,
    *,
    every_channel: bool = False,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    rank: Rank = None,
    on_few_samples: str = "warn",
) -> list[NoiseCovariance]:
    """Covariances around the mean of all good segments, one per estimator, best first.

    They are of the good channels that have noise. The empirical one alone can be of
    ``every_channel``, has all dimensions of the data, and keeps one segment in memory.
    """
    channels = noisy_channels(segments.info)
    if all(isinstance(one, Empirical) for one in estimators.values()):
        rows = np.arange(len(segments.info.channels)) if every_channel else channels
        return [empirical_covariance(segments, rows, on_few_samples=on_few_samples)]
    return estimate_covariances(
        centered_samples(segments, channels),
        segments.info.pick(channels),
        estimators,
        cv=cv,
        scalings=scalings,
        rank=rank,
        on_few_samples=on_few_samples,
    )


def empirical_covariance(
    segments: EpochSet, channels: Ints, *, on_few_samples: str = "warn"
) -> NoiseCovariance:
    """Empirical covariance around the mean of all segments; one is in memory at a time."""
    n = len(channels)
    squares, sums, count = np.zeros((n, n)), np.zeros(n), 0
    reasons: DropReasons = {}
    for _, segment in iterate_good_epochs(segments, reasons):
        samples = segment[channels]
        squares += samples @ samples.T
        sums += samples.sum(axis=1)
        count += samples.shape[1]
    require_epochs(drop_rejected(segments, reasons))
    check_sample_count(count, 10 * (n + 1) // 2, n, on_few_samples)
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


def centered_samples(segments: EpochSet, channels: Ints) -> Floats:
    """Samples (n_channels, n_samples) of the good segments, around their mean."""
    good, data = collect_good_epochs(segments, channels=channels)
    require_epochs(good)
    samples = concatenate_epochs(data)
    samples -= samples.mean(axis=1, keepdims=True)
    return samples
