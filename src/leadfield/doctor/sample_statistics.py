"""Statistics of samples, window by window: what channels look like before they are averaged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import final

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.covariance.blocks import TYPES
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import iterate_good_epochs
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.raw import RawRecording
from leadfield.recording.spans import good_samples

WINDOW = 1.0  # s; slower drifts do not count
AT_ONCE = 16  # windows in memory
ABSURD = 1e30  # in SI units: squares of more overflow
FEWEST = 10  # samples before an event from which its noise can be told
RUN = 3  # equal samples at the end of the range, one after the other

# When a window starts, in s, and its samples (n_channels, n_times).
Windows = Iterable[tuple[float, Floats]]


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SampleStatistics:
    """What samples of MEG and EEG channels look like in windows of about a second.

    Arrays have a number for each channel of ``info``: ``not_finite`` counts samples that are
    NaN, infinite or absurd, ``constant`` windows without any change, the first of which starts
    at ``first_constant`` in s. ``clipped`` counts how often the channel stays at its largest or
    smallest value. ``levels`` are medians of the standard deviations of windows. ``covariance``
    (n_channels, n_channels) is that around the mean of each window. ``source`` is ``"raw"``,
    ``"epochs"`` or ``"evoked"``.
    """

    source: str
    info: MeasurementInfo
    n_samples: int
    n_windows: int
    not_finite: Ints
    constant: Ints
    first_constant: Floats
    clipped: Ints
    levels: Floats
    covariance: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


def recording_statistics(raw: RawRecording) -> SampleStatistics | None:
    """Statistics of all samples that no bad annotation covers; None if there are none."""
    rows = raw.info.channels.of_type(*TYPES)
    return _statistics("raw", raw.info.pick(rows), _recording_windows(raw, rows))


def epochs_statistics(epochs: EpochSet) -> SampleStatistics | None:
    """Statistics of all good epochs, each of them a window; None if there are none."""
    rows = epochs.info.channels.of_type(*TYPES)
    start = float(epochs.times[0])
    windows = ((start, epoch[rows]) for _, epoch in iterate_good_epochs(epochs, {}))
    return _statistics("epochs", epochs.info.pick(rows), windows)


def response_statistics(evoked: EvokedResponse) -> SampleStatistics | None:
    """Statistics of the noise before the event, in amplitudes of single trials; None without.

    Samples that are missing are counted over the whole response.
    """
    rows = evoked.info.channels.of_type(*TYPES)
    info = evoked.info.pick(rows)
    before = np.sqrt(evoked.nave) * evoked.data[rows][:, evoked.times < 0]
    whole = _statistics("evoked", info, [(float(evoked.times[0]), evoked.data[rows])])
    if before.shape[1] < FEWEST or whole is None:
        return None
    noise = _statistics("evoked", info, [(float(evoked.times[0]), before)])
    return None if noise is None else replace(noise, not_finite=whole.not_finite)


def _recording_windows(raw: RawRecording, rows: Ints) -> Iterator[tuple[float, Floats]]:
    rate, n = raw.info.sampling_rate, raw.n_samples
    n_windows = max(int(n / (WINDOW * rate)), 1)
    ends = np.linspace(0, n, n_windows + 1).astype(np.int64).tolist()
    for first in range(0, n_windows, AT_ONCE):
        here = ends[first : first + AT_ONCE + 1]
        block = raw.read(here[0], here[-1], rows)
        good = good_samples(raw, here[0], here[-1])
        for start, stop in pairwise(here):
            span = slice(start - here[0], stop - here[0])
            if good[span].all():
                yield raw.first_time + start / rate, block[:, span]


def _statistics(source: str, info: MeasurementInfo, windows: Windows) -> SampleStatistics | None:
    n = len(info.channels)
    not_finite, constant = np.zeros((2, n), np.int64)
    first_constant = np.full(n, np.nan)
    levels, squares, n_samples = [], np.zeros((n, n)), 0
    ends = [_End(n), _End(n)]
    for start, window in windows:
        usable = np.abs(window) < ABSURD  # NaN is not
        not_finite += (~usable).sum(axis=1)
        samples = window if usable.all() else np.where(usable, window, 0.0)
        changing = samples.max(axis=1) > samples.min(axis=1)
        constant += ~changing
        first_constant[~changing & np.isnan(first_constant)] = start
        for end, sign in zip(ends, (1, -1), strict=True):
            end.count(sign * samples, changing)
        centred = samples - samples.mean(axis=1, keepdims=True)
        levels.append(np.sqrt((centred**2).mean(axis=1)))
        squares += centred @ centred.T
        n_samples += window.shape[1]
    if not n_samples or not n:
        return None
    return SampleStatistics(
        source=source,
        info=info,
        n_samples=n_samples,
        n_windows=len(levels),
        not_finite=not_finite,
        constant=constant,
        first_constant=first_constant,
        clipped=ends[0].visits + ends[1].visits,
        levels=np.median(np.stack(levels), axis=0),
        covariance=squares / n_samples,
    )


@final
class _End:
    """One end of each channel's range, and how often the channel stayed there so far."""

    def __init__(self, n_channels: int) -> None:
        self.top = np.full(n_channels, -np.inf)
        self.visits = np.zeros(n_channels, np.int64)

    def count(self, samples: Floats, changing: Bools) -> None:
        """Count the runs of equal samples at the end of the range in another window."""
        top = samples.max(axis=1)
        at = samples == top[:, None]
        runs = at[:, : 1 - RUN].copy()
        for shift in range(1, RUN):
            runs &= at[:, shift : at.shape[1] - RUN + 1 + shift]
        starts = runs.sum(axis=1) - (runs[:, 1:] & runs[:, :-1]).sum(axis=1)
        self.visits[top > self.top] = 0
        counted = (top >= self.top) & changing
        self.visits[counted] += starts[counted]
        self.top = np.maximum(self.top, top)
