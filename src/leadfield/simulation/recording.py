"""Simulated recordings: what sensors measure of runs of currents, one after the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import InputError, MismatchError, RepeatedError
from leadfield.base.log import LOGGER
from leadfield.estimates.segments import Segments
from leadfield.estimates.sensor_signals import SensorGains
from leadfield.estimates.source_courses import SourceAxes
from leadfield.events.stim_channels import trigger_channels
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import pick_types
from leadfield.simulation.head_positions import HeadPositions

FEWEST = 3  # samples of a run without triggers, so that its own can be told from the next one's
# Gains of the axes of an estimate, where the head is at one of its positions.
GainsAt = Callable[[SourceAxes, int], SensorGains]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CurrentRun:
    """Currents and their axes, and what the trigger channel has meanwhile (n_times,), if given."""

    currents: Segments
    axes: SourceAxes
    triggers: Ints | None = None

    def __post_init__(self) -> None:
        n_times, marks = self.currents.shape[-1], self.triggers
        if n_times < FEWEST and marks is None:
            msg = (
                f"an estimate must have at least {FEWEST} times to be recorded without triggers, "
                f"got {n_times}"
            )
            raise InputError(msg)
        if marks is not None and (marks.dtype.kind != "i" or marks.shape != (n_times,)):
            msg = (
                f"triggers of an estimate must be {n_times} whole numbers, one a time, got "
                f"{marks.dtype} of shape {marks.shape}"
            )
            raise InputError(msg)
        lock_arrays(self)

    def triggers_at(self, position: int) -> Ints:
        """What the trigger channel has: if nothing is given, the position's number at time 0."""
        if self.triggers is not None:
            return self.triggers
        n_times = self.currents.shape[-1]
        out = np.zeros(n_times, np.int64)
        out[np.abs(self.axes.times(n_times)).argmin()] = position
        return out


def measured_channels(info: MeasurementInfo) -> Ints:
    """Channels that have signals: MEG, its references where the data are compensated, EEG."""
    rows = pick_types(info, meg=True, eeg=True, exclude=())
    if not len(rows):
        msg = "a simulated recording needs MEG or EEG channels, the info has none"
        raise InputError(msg)
    return rows


def simulate_runs(
    info: MeasurementInfo,
    runs: Iterable[CurrentRun],
    positions: HeadPositions,
    gains_at: GainsAt,
    *,
    most: int,
) -> Floats:
    """Samples (n_channels, n_times) of all runs, which are of the same sources."""
    stim = list(pick_types(info, stim=True, exclude=()))
    trigger = info.names.index(trigger_channels(None, info)[0]) if stim else None
    parts: list[Floats] = []
    first: SourceAxes | None = None
    start = 0
    for i, run in enumerate(runs):
        if i == most:
            msg = f"stc must give at most max_iter={most} estimates, it gives more"
            raise RepeatedError(msg)
        if first is None:
            first = run.axes
            gains = lru_cache(maxsize=2)(lambda at, axes=first: gains_at(axes, at))
        _check_run(run, first, info.sampling_rate)
        n_times = run.currents.shape[-1]
        data = np.zeros((len(info.names), n_times))
        rows = info.channels.indices(gains(0).names)
        for samples, currents in run.currents.blocks():
            data[rows, samples] = positions.signals(gains, currents, start + samples.start)
        if trigger is not None:
            at = int(np.searchsorted(positions.samples, start, side="right"))
            data[trigger] = run.triggers_at(at)
        parts.append(data)
        start += n_times
    if not parts:
        msg = "stc must give at least one estimate, it gives none"
        raise RepeatedError(msg)
    LOGGER.info("    %d estimates, %d samples", len(parts), start)
    return np.concatenate(parts, axis=1) if len(parts) > 1 else parts[0]


def _check_run(run: CurrentRun, first: SourceAxes, sampling_rate: float) -> None:
    if not np.allclose(sampling_rate, 1 / run.axes.tstep):
        msg = (
            f"the estimate must have the sampling rate of the info, {sampling_rate:g} Hz, got "
            f"{1 / run.axes.tstep:g} Hz"
        )
        raise MismatchError(msg)
    same = len(run.axes.vertices) == len(first.vertices)
    if not same or not all(map(np.array_equal, run.axes.vertices, first.vertices)):
        msg = "all estimates of a recording must have the same sources, got others"
        raise RepeatedError(msg)
