"""Preparation of an epoch as it is read (preprocessing): detrending, baseline, decimation."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import final

import numpy as np

from leadfield.base.arrays import Bools, Floats, lock_arrays, locked
from leadfield.base.checks import one_of
from leadfield.epochs.baseline import Interval, baseline_samples, trend_basis
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import DATA, FNIRS

# Channel types that are detrended, and those that are baseline corrected.
DETREND_TYPES = frozenset({*DATA, *FNIRS, "mag", "grad"})
BASELINE_TYPES = DETREND_TYPES | {"eog", "ecg", "emg", "bio"}


def type_mask(info: MeasurementInfo, types: Collection[str]) -> Bools:
    """Which channels (n_channels,) are of some types, bad channels included."""
    return np.array([kind in types for kind in info.channels.types], bool)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Preparation:
    """What turns samples at ``times`` (s) into an epoch.

    ``detrend_mask`` and ``baseline_mask`` (n_channels,) say from which channels a trend of
    order ``detrend`` and the mean over ``baseline`` are subtracted; ``decimation`` selects
    the samples of the epoch, from which ``response`` (n_channels, n_times) is subtracted.
    """

    times: Floats
    detrend_mask: Bools
    baseline_mask: Bools
    detrend: int | None = None
    baseline: Interval | None = None
    decimation: slice = field(default_factory=lambda: slice(None))
    response: Floats | None = None

    def __post_init__(self) -> None:
        one_of("detrend", self.detrend, [None, 0, 1])
        object.__setattr__(self, "times", locked(self.times, shape=(None,), name="times"))
        lock_arrays(self)

    @np.errstate(invalid="ignore")  # infinite samples become NaN
    def apply(self, epoch: Floats) -> Floats:
        """The epoch made from samples (n_channels, n_times), which are overwritten."""
        if self.detrend is not None:
            basis = trend_basis(self.detrend, len(self.times))
            epoch -= np.where(self.detrend_mask[:, np.newaxis], (epoch @ basis) @ basis.T, 0)
        if self.baseline is not None:
            span = baseline_samples(self.baseline, self.times)
            mean = epoch[:, span].mean(axis=1, keepdims=True)
            epoch -= np.where(self.baseline_mask[:, np.newaxis], mean, 0)
        prepared = np.ascontiguousarray(epoch[:, self.decimation])
        return prepared if self.response is None else prepared - self.response


def make_preparation(
    info: MeasurementInfo,
    times: Floats,
    *,
    detrend: int | None = None,
    baseline: Interval | None = None,
    decimation: slice = slice(None),
) -> Preparation:
    """Preparation of these channels, each according to its type."""
    return Preparation(
        times=times,
        detrend_mask=type_mask(info, DETREND_TYPES),
        baseline_mask=type_mask(info, BASELINE_TYPES),
        detrend=detrend,
        baseline=baseline,
        decimation=decimation,
    )
