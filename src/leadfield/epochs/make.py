"""Epochs cut from a recording, or made from an array."""

from dataclasses import dataclass, replace
from typing import final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import all_finite, number
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.log import warn
from leadfield.epochs.baseline import check_baseline, log_baseline
from leadfield.epochs.epoch_annotations import EpochAnnotations
from leadfield.epochs.epoch_projections import ProjMode, set_projection
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.good_epochs import drop_bad
from leadfield.epochs.modify import apply_baseline
from leadfield.epochs.preparation import make_preparation
from leadfield.epochs.rejection import Rejection, check_rejection_window, check_types
from leadfield.epochs.samples import (
    BadSegments,
    EpochsInMemory,
    EpochsOnDemand,
    RecordingEpochReader,
)
from leadfield.epochs.selection import EventSelection
from leadfield.epochs.time_axis import (
    check_decimation,
    decimation_slice,
    sample_range,
    sample_times,
)
from leadfield.recording.annotation import about, in_order
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.raw import RawRecording

MOST_SAMPLES = 10**8  # of an epoch


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class EpochParameters:
    """How epochs are cut: from ``tmin`` to ``tmax`` in s around the event, and preprocessed.

    ``baseline`` as users give it; ``detrend`` is the order, None for none; every ``decim``-th
    sample is taken; with ``reject_by_annotation``, epochs are dropped that meet annotations
    starting with "bad".
    """

    tmin: float = -0.2
    tmax: float = 0.5
    baseline: object = (None, 0)
    detrend: int | None = None
    decim: int = 1
    reject_by_annotation: bool = True


def cut_epochs(
    recording: RawRecording,
    selected: EventSelection,
    channels: Ints,
    parameters: EpochParameters,
    *,
    rejection: Rejection,
    proj: ProjMode = "on",
) -> EpochSet:
    """Epochs of a recording's channels around selected events; samples are read when needed."""
    info = recording.info.pick(channels)
    rate = info.sampling_rate
    first, last = sample_range(parameters.tmin, parameters.tmax, rate)
    _check_length(last - first + 1, recording.n_samples)
    raw_times = sample_times(first, last, rate)
    decim, _ = check_decimation(parameters.decim, 0, rate, info.lowpass)
    decimation = decimation_slice(first, decim, 0)
    info = replace(info, sampling_rate=rate / decim)
    asked = (parameters.tmin, parameters.tmax)
    rejection = _check_rejection(rejection, asked, raw_times, info)
    baseline = check_baseline(parameters.baseline, raw_times[decimation], info.sampling_rate)
    log_baseline(baseline)
    bad_segments = None
    if parameters.reject_by_annotation:
        start = first if rejection.tmin is None else round(rejection.tmin * rate)
        end = 0 if rejection.tmax is None else round((raw_times[-1] - rejection.tmax) * rate)
        bad_segments = find_bad_segments(recording, start, last + 1 - end)
    source = EpochsOnDemand(
        reader=RecordingEpochReader(
            recording=recording,
            channels=channels,
            first=first,
            n_times=len(raw_times),
            bad_segments=bad_segments,
        ),
        preparation=make_preparation(
            info, raw_times, detrend=parameters.detrend, baseline=baseline, decimation=decimation
        ),
    )
    epochs = EpochSet(
        info=info,
        source=source,
        event_selection=selected,
        times=raw_times[decimation],
        baseline=baseline,
        rejection=rejection,
        recording_rate=rate,
        annotations=EpochAnnotations(
            spans=about(recording.annotations, info.names),
            counted_from=recording.info.measured_at,
        ),
    )
    return set_projection(epochs, proj)


def _check_length(n: int, available: int) -> None:
    """Warn if epochs are longer than the recording, so that all will be dropped."""
    told = f"got {n} samples from tmin to tmax for a recording of {available}: times are in s"
    if n > MOST_SAMPLES:
        msg = f"epochs must have at most {MOST_SAMPLES:.0e} samples, {told}"
        raise InputError(msg)
    if n > available:
        warn(f"epochs should be shorter than the recording, all will be dropped, {told}")


def _check_rejection(
    rejection: Rejection, asked: tuple[float, float], times: Floats, info: MeasurementInfo
) -> Rejection:
    """Limits for types that are there, over a window that fits the epoch."""
    check_types(rejection, info.channels)
    tmin, tmax = check_rejection_window((rejection.tmin, rejection.tmax), asked, times)
    return replace(rejection, tmin=tmin, tmax=tmax)


def find_bad_segments(recording: RawRecording, first: int, stop: int) -> BadSegments | None:
    """Bad segments that samples ``first`` up to ``stop`` around an event must not meet."""
    bad = [one for one in in_order(recording.annotations) if one.bad]
    if not bad:
        return None
    onsets = np.array([one.onset for one in bad])
    onsets -= recording.first_sample / recording.info.sampling_rate
    return BadSegments(
        onsets=onsets,
        ends=onsets + np.array([one.end - one.onset for one in bad]),
        descriptions=tuple(one.description for one in bad),
        first=first,
        stop=stop,
    )


def array_epochs(
    data: ArrayLike,
    info: MeasurementInfo,
    selected: EventSelection,
    *,
    tmin: float = 0.0,
    baseline: object = None,
    rejection: Rejection,
    proj: ProjMode = "on",
) -> EpochSet:
    """Epochs of samples (n_epochs, n_channels, n_times) in SI units; bad ones are dropped."""
    samples = check_epoch_data(data, info)
    if len(samples) != len(selected.events):
        msg = f"one event an epoch must come, got {len(selected.events)} for {len(samples)} epochs"
        raise MismatchError(msg)
    rate, n = info.sampling_rate, samples.shape[2]
    first = round(number("tmin", tmin) * rate)
    times = sample_times(first, first + n - 1, rate)
    interval = check_baseline(baseline, times, rate)
    rejection = _check_rejection(rejection, (tmin, tmin + (n - 1) / rate), times, info)
    epochs = EpochSet(
        info=info,
        source=EpochsInMemory(data=samples),
        event_selection=selected,
        times=times,
        rejection=rejection,
        recording_rate=rate,
    )
    epochs = set_projection(epochs, proj)
    return drop_bad(epochs if interval is None else apply_baseline(epochs, interval))


def check_epoch_data(data: ArrayLike, info: MeasurementInfo) -> Floats:
    """A copy of the samples of epochs, with type, shape and finiteness checked."""
    given = np.asarray(data)
    if given.dtype.kind not in "fiu":
        msg = f"epochs must be real numbers, got {given.dtype}"
        raise ArgumentTypeError(msg)
    if given.ndim != 3 or given.shape[1] != len(info.channels) or not given.shape[2]:
        msg = (
            f"epochs must have shape (n_epochs, {len(info.channels)} channels, n_times), "
            f"got {given.shape}"
        )
        raise MismatchError(msg)
    samples: Floats = given.astype(np.float64, order="C")  # epoch by epoch, as all will read
    all_finite("epochs", samples, "drop such channels or epochs")
    return samples
