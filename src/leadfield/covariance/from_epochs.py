"""Noise covariances from epochs or an evoked response."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import one_of
from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.base.log import warn
from leadfield.base.raise_or_warn import ACTIONS, raise_or_warn
from leadfield.covariance.blocks import noisy_channels
from leadfield.covariance.cross_validation import CrossValidation
from leadfield.covariance.estimate import Estimators, estimate_covariances
from leadfield.covariance.estimators import Empirical
from leadfield.covariance.noise import NoiseCovariance, same_projections
from leadfield.covariance.rank import Rank
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import collect_good_epochs, require_epochs
from leadfield.epochs.time_axis import crop_slice
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import Projection

# A high-pass at this frequency in Hz or above replaces a baseline.
DRIFT_HIGHPASS = 0.5

Averaged = EpochSet | EvokedResponse


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NoiseEpochs:
    """Samples for a covariance: one array (n_epochs, n_channels, n_times) per kind of event.

    ``info`` holds just these channels; ``sources`` are what was read, without bad epochs.
    """

    info: MeasurementInfo
    groups: tuple[Floats, ...]
    sources: tuple[Averaged, ...]

    def __post_init__(self) -> None:
        lock_arrays(self)


def read_noise_epochs(
    sources: Sequence[Averaged],
    *,
    tmin: float | None = None,
    tmax: float | None = None,
    projections: Sequence[Projection] | None = None,
    on_mismatch: str = "raise",
) -> NoiseEpochs:
    """Read the samples from ``tmin`` to ``tmax`` in s of all good channels that have noise.

    ``projections`` replace those of the data. Times of an evoked response are its samples.
    """
    check_compatible(
        [one.info for one in sources], on_mismatch, with_projections=projections is None
    )
    first = sources[0].info
    channels = noisy_channels(first)
    info = first.pick(channels)
    if projections is not None:
        info = info.with_projections(projections)
    groups: list[Floats] = []
    settled = []
    for source in sources:
        one, found = _read_groups(source, channels, tmin, tmax)
        settled.append(one)
        groups += found
    return NoiseEpochs(info=info, groups=tuple(groups), sources=tuple(settled))


def epochs_covariances(
    epochs: NoiseEpochs,
    estimators: Estimators,
    *,
    keep_sample_mean: bool = True,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    rank: Rank = None,
    on_few_samples: str = "warn",
) -> list[NoiseCovariance]:
    """Covariances of all samples around 0, one per estimator, best first.

    Without ``keep_sample_mean`` the average over each kind of event is taken out.
    """
    first, *others = (concatenate_epochs(group) for group in epochs.groups)
    found = estimate_covariances(
        np.hstack([first, *others]) if others else first,
        epochs.info,
        estimators,
        cv=cv,
        scalings=scalings,
        rank=rank,
        on_few_samples=on_few_samples,
    )
    if keep_sample_mean:
        return found
    averages = [(group.mean(axis=0), len(group)) for group in epochs.groups]
    return [subtract_averages(found[0], averages)]


def check_sample_mean_removal(sources: Sequence[Averaged], estimators: Estimators) -> None:
    """Raise unless averages can be taken out: of epochs, from an empirical covariance."""
    if isinstance(sources[0], EvokedResponse):
        msg = "keep_sample_mean=False needs epochs to take an average of, got an Evoked"
        raise InputError(msg)
    if not all(isinstance(one, Empirical) and one.assume_centered for one in estimators.values()):
        msg = (
            "keep_sample_mean=False must come with method='empirical' and assume_centered=True, "
            f"got {dict(estimators)!r}"
        )
        raise InputError(msg)


def subtract_averages(
    noise: NoiseCovariance, averages: Sequence[tuple[Floats, int]]
) -> NoiseCovariance:
    """The covariance of what varies from epoch to epoch, the average of each kind taken out.

    ``averages`` are the mean (n_channels, n_times) of each kind of epochs, and how many
    epochs it is the mean of.
    """
    squares = noise.data * noise.degrees
    degrees = 0
    for mean, n_epochs in averages:
        squares = squares - n_epochs * mean @ mean.T
        degrees += mean.shape[1] * (n_epochs - 1)
    if degrees < 1:
        msg = "keep_sample_mean=False must come with two epochs of a kind at least, got one of each"
        raise DataError(msg)
    return replace(noise, data=squares / degrees)


def check_compatible(
    infos: Sequence[MeasurementInfo], on_mismatch: str, *, with_projections: bool = True
) -> None:
    """Raise unless all have the same channels, bads, projections and head position."""
    one_of("on_mismatch", on_mismatch, ACTIONS)
    first = infos[0]
    for other in infos[1:]:
        same = {
            "channels": other.names == first.names,
            "bad channels": set(other.bads) == set(first.bads),
            "projections": not with_projections
            or same_projections(first.projections, other.projections),
        }
        for what, agrees in same.items():
            if not agrees:
                msg = f"epochs must all have the same {what}: make them equal first"
                raise MismatchError(msg)
        if not _same_head_position(first, other):
            message = (
                "epochs must all be of one head position, their device to head transforms "
                "differ: map them to one position, or take epochs of one"
            )
            raise_or_warn("on_mismatch", on_mismatch, message, MismatchError)


def _same_head_position(one: MeasurementInfo, other: MeasurementInfo) -> bool:
    if one.device_to_head is None:
        return other.device_to_head is None
    return one.device_to_head.same_as(other.device_to_head)


def warn_of_drift(sources: Sequence[Averaged]) -> None:
    """Warn of data with neither a baseline nor a high-pass filter."""
    if any(one.baseline is None and one.info.highpass < DRIFT_HIGHPASS for one in sources):
        warn(
            "data for a covariance must have a mean of 0, these have neither a baseline nor a "
            f"high-pass of {DRIFT_HIGHPASS} Hz: their drifts will count as noise"
        )


def _read_groups(
    source: Averaged, channels: Ints, tmin: float | None, tmax: float | None
) -> tuple[Averaged, list[Floats]]:
    """What was read, without bad epochs, and its samples by kind of event."""
    samples = crop_slice(source.times, source.info.sampling_rate, tmin, tmax)
    if isinstance(source, EvokedResponse):
        return source, [source.data[np.newaxis, channels, samples]]
    good, data = collect_good_epochs(source, channels=channels, samples=samples)
    require_epochs(good)
    codes = good.events[:, 2]
    kinds = [codes == code for code in good.event_id.values()]
    # What is all of one kind needs no copy.
    return good, [data if kind.all() else data[kind] for kind in kinds if kind.any()]


def concatenate_epochs(epochs: Floats) -> Floats:
    """Samples (n_channels, n_samples) of epochs (n_epochs, n_channels, n_times), in order."""
    samples: Floats = epochs.transpose(1, 0, 2).reshape(epochs.shape[1], -1)
    return samples
