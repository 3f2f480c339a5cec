"""Epochs made of a recording, or of an array."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import all_finite, number
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.epochs.baseline import checked_baseline, tell
from leadfield.epochs.epoch_projections import Projecting, with_projection
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.good_epochs import drop_bad
from leadfield.epochs.modify import rebased
from leadfield.epochs.preparation import make_preparation
from leadfield.epochs.rejection import Rejection, check_types, window_of_rejection
from leadfield.epochs.samples import ArrayEpochs, BadTimes, Cuts
from leadfield.epochs.selection import EventSelection
from leadfield.epochs.time_axis import check_step, every, grid, sample_times
from leadfield.recording.annotation import in_order
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.raw import RawRecording


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutting:
    """How epochs are cut: from ``tmin`` to ``tmax`` in s around the event, every ``step`` samples.

    ``baseline`` as users give it; ``detrend`` is the order, None for none;
    ``spare_bad_times`` leaves out epochs that meet annotations starting with "bad".
    """

    tmin: float = -0.2
    tmax: float = 0.5
    baseline: object = (None, 0)
    detrend: int | None = None
    step: int = 1
    spare_bad_times: bool = True


def cut_epochs(
    recording: RawRecording,
    choice: EventSelection,
    channels: Ints,
    cutting: Cutting,
    *,
    rejection: Rejection,
    projecting: Projecting = "on",
) -> EpochSet:
    """Epochs of a recording's channels around chosen events; samples are read when needed."""
    info = recording.info.pick(channels)
    rate = info.sampling_rate
    first, last = grid(cutting.tmin, cutting.tmax, rate)
    if last - first >= recording.n_samples:
        msg = (
            f"epochs must be shorter than the recording, {recording.n_samples} samples, got "
            f"{last - first + 1} from tmin to tmax"
        )
        raise InputError(msg)
    raw_times = sample_times(first, last, rate)
    step, _ = check_step(cutting.step, 0, rate, info.lowpass)
    kept = every(first, step, 0)
    info = replace(info, sampling_rate=rate / step)
    asked = (cutting.tmin, cutting.tmax)
    rejection = _windowed(rejection, asked, raw_times, info)
    baseline = checked_baseline(cutting.baseline, raw_times[kept], info.sampling_rate)
    tell(baseline)
    recipe = make_preparation(
        info, raw_times, detrend=cutting.detrend, baseline=baseline, kept=kept
    )
    bad_times = None
    if cutting.spare_bad_times:
        before = first if rejection.start is None else round(rejection.start * rate)
        spared = 0 if rejection.stop is None else round((raw_times[-1] - rejection.stop) * rate)
        bad_times = find_bad_times(recording, before, last + 1 - spared)
    epochs = EpochSet(
        info=info,
        source=Cuts(
            recording=recording,
            channels=channels,
            first=first,
            recipe=recipe,
            bad_times=bad_times,
        ),
        choice=choice,
        times=raw_times[kept],
        baseline=baseline,
        rejection=rejection,
        recording_rate=rate,
    )
    return with_projection(epochs, projecting)


def _windowed(
    rejection: Rejection, asked: tuple[float, float], times: Floats, info: MeasurementInfo
) -> Rejection:
    """Limits for types that are there, over a window that fits the epoch."""
    check_types(rejection, info.channels)
    start, stop = window_of_rejection((rejection.start, rejection.stop), asked, times)
    return replace(rejection, start=start, stop=stop)


def find_bad_times(recording: RawRecording, before: int, after: int) -> BadTimes | None:
    """Annotated times that samples ``before`` to ``after`` an event must not meet."""
    bad = [one for one in in_order(recording.annotations) if one.bad]
    if not bad:
        return None
    onsets = np.array([one.onset for one in bad])
    starts = onsets - recording.first_sample / recording.info.sampling_rate
    return BadTimes(
        starts=starts,
        ends=starts + np.array([one.duration for one in bad]),
        reasons=tuple(one.description for one in bad),
        before=before,
        after=after,
    )


def array_epochs(
    data: ArrayLike,
    info: MeasurementInfo,
    choice: EventSelection,
    *,
    tmin: float = 0.0,
    baseline: object = None,
    rejection: Rejection,
    projecting: Projecting = "on",
) -> EpochSet:
    """Epochs of samples (n_epochs, n_channels, n_times) in SI units; bad ones are dropped."""
    block = as_block(data, info)
    if len(block) != len(choice.events):
        msg = f"one event an epoch must come, got {len(choice.events)} for {len(block)} epochs"
        raise MismatchError(msg)
    rate, n = info.sampling_rate, block.shape[2]
    first = round(number("tmin", tmin) * rate)
    times = sample_times(first, first + n - 1, rate)
    interval = checked_baseline(baseline, times, rate)
    rejection = _windowed(rejection, (tmin, tmin + (n - 1) / rate), times, info)
    epochs = EpochSet(
        info=info,
        source=ArrayEpochs(data=block),
        choice=choice,
        times=times,
        rejection=rejection,
        recording_rate=rate,
    )
    epochs = with_projection(epochs, projecting)
    return drop_bad(epochs if interval is None else rebased(epochs, interval))


def as_block(data: ArrayLike, info: MeasurementInfo) -> Floats:
    """Samples of epochs, a copy, with type, shape and finiteness checked."""
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
    block: Floats = given.astype(np.float64, order="C")  # epoch by epoch, as all will read
    all_finite("epochs", block, "drop such channels or epochs")
    return block
