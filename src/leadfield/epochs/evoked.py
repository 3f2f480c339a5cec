"""The evoked response: the average of epochs, as a value."""

from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, Ints, locked
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.epochs.time_axis import check_step, every
from leadfield.recording.info import MeasurementInfo

KINDS = ("average", "standard_error")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EvokedResponse:
    """Averaged samples ``data`` (n_channels, n_times) in SI units.

    ``first`` is the first sample's place relative to the event, in samples, and
    ``offset`` in s what the clock is ahead of that; ``n_averaged`` the effective number
    of epochs (``nave``). ``kind`` is ``"average"`` or ``"standard_error"``; ``baseline``
    (start, end) in s, if one was subtracted.
    """

    info: MeasurementInfo
    data: Floats
    first: int
    n_averaged: float
    comment: str = ""
    kind: str = "average"
    baseline: tuple[float, float] | None = None
    offset: float = 0.0

    def __post_init__(self) -> None:
        one_of("kind", self.kind, KINDS)
        shape = (len(self.info.channels), None)
        value = locked(self.data, shape=shape, name="evoked data")
        object.__setattr__(self, "data", value)
        if not value.shape[1]:
            msg = "evoked data must hold at least one sample, got none"
            raise InputError(msg)
        if not self.n_averaged > 0:
            msg = f"the number of averaged epochs must be above 0, got {self.n_averaged}"
            raise InputError(msg)

    @property
    def times(self) -> Floats:
        """Time of each sample relative to the event, in s."""
        rate, n = self.info.sampling_rate, self.data.shape[1]
        times: Floats
        if self.offset:
            times = (self.first / rate + self.offset) + np.arange(n) / rate
        else:
            times = np.arange(self.first, self.first + n) / rate
        return times

    def picked(self, indices: Ints) -> "EvokedResponse":
        """Only these channels."""
        return replace(self, info=self.info.pick(indices), data=self.data[indices])

    def with_data(self, data: Floats) -> "EvokedResponse":
        """The same response with other samples."""
        return replace(self, data=data)

    def part(self, samples: slice) -> "EvokedResponse":
        """Only a run of samples."""
        start, _, _ = samples.indices(self.data.shape[1])
        return replace(self, data=self.data[:, samples], first=self.first + start)

    def starting_at(self, tmin: float) -> "EvokedResponse":
        """The same samples on a clock that starts at ``tmin`` s."""
        rate = self.info.sampling_rate
        first = round(tmin * rate)
        offset = tmin - first / rate
        # Less is the rounding of the division, not a shift.
        return replace(self, first=first, offset=offset if abs(offset) * rate > 1e-9 else 0.0)

    def decimated(self, step: int, offset: int = 0) -> "EvokedResponse":
        """Every ``step``-th sample, the one at time 0 among them (unless ``offset``)."""
        info = self.info
        step, offset = check_step(step, offset, info.sampling_rate, info.lowpass)
        kept = every(self.first, step, offset)
        data = self.data[:, kept].copy()
        info = replace(info, sampling_rate=info.sampling_rate / step)
        first = (self.first + kept.start) / step
        nearest = round(first)
        shift = self.offset + (first - nearest) / info.sampling_rate
        return replace(self, info=info, data=data, first=nearest, offset=shift)
