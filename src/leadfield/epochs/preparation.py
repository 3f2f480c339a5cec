"""What is done to an epoch's samples as they are read: trend, baseline, every few samples."""

from collections.abc import Collection
from dataclasses import dataclass, field

import numpy as np

from leadfield.base.arrays import Bools, Floats, locked
from leadfield.base.checks import one_of
from leadfield.epochs.baseline import Interval, samples_of, trends
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import DATA, FNIRS

# Channels that lose their trend, and those that lose their baseline.
TRENDING = frozenset({*DATA, *FNIRS, "mag", "grad"})
BASED = TRENDING | {"eog", "ecg", "emg", "bio"}


def marked(info: MeasurementInfo, types: Collection[str]) -> Bools:
    """Which channels are of some types, bad ones too."""
    return np.array([kind in types for kind in info.channels.types], bool)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Preparation:
    """From samples at ``times`` (s) to an epoch.

    ``trending`` and ``based`` (n_channels,) say which channels lose their trend of order
    ``detrend`` and their mean over ``baseline``; ``kept`` are the samples that stay.
    """

    times: Floats
    trending: Bools
    based: Bools
    detrend: int | None = None
    baseline: Interval | None = None
    kept: slice = field(default_factory=lambda: slice(None))

    def __post_init__(self) -> None:
        one_of("detrend", self.detrend, [None, 0, 1])
        object.__setattr__(self, "times", locked(self.times, shape=(None,), name="times"))

    def applied(self, epoch: Floats) -> Floats:
        """The epoch made of samples (n_channels, n_times), which are written over."""
        if self.detrend is not None:
            basis = trends(self.detrend, len(self.times))
            epoch -= np.where(self.trending[:, np.newaxis], (epoch @ basis) @ basis.T, 0)
        if self.baseline is not None:
            span = samples_of(self.baseline, self.times)
            mean = epoch[:, span].mean(axis=1, keepdims=True)
            epoch -= np.where(self.based[:, np.newaxis], mean, 0)
        return np.ascontiguousarray(epoch[:, self.kept])


def make_preparation(
    info: MeasurementInfo,
    times: Floats,
    *,
    detrend: int | None = None,
    baseline: Interval | None = None,
    kept: slice = slice(None),
) -> Preparation:
    """The recipe for channels, with what is done to which of their types."""
    return Preparation(
        times=times,
        trending=marked(info, TRENDING),
        based=marked(info, BASED),
        detrend=detrend,
        baseline=baseline,
        kept=kept,
    )
