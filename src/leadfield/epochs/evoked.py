"""The evoked response: the average of epochs, as a value."""

from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, Ints, locked
from leadfield.base.errors import InputError
from leadfield.recording.info import MeasurementInfo


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EvokedResponse:
    """Averaged samples ``data`` (n_channels, n_times) in SI units.

    ``first`` is the first sample's place relative to the event, in samples;
    ``n_averaged`` the effective number of epochs (``nave``). ``kind`` is ``"average"``
    or ``"standard_error"``; ``baseline`` (start, end) in s, if one was subtracted.
    """

    info: MeasurementInfo
    data: Floats
    first: int
    n_averaged: float
    comment: str = ""
    kind: str = "average"
    baseline: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        shape = (len(self.info.channels), None)
        value = locked(self.data, shape=shape, name="evoked data")
        object.__setattr__(self, "data", value)
        if not self.n_averaged > 0:
            msg = f"the number of averaged epochs must be above 0, got {self.n_averaged}"
            raise InputError(msg)

    @property
    def times(self) -> Floats:
        """Time of each sample relative to the event, in s."""
        samples = np.arange(self.first, self.first + self.data.shape[1])
        times: Floats = samples / self.info.sampling_rate
        return times

    def picked(self, indices: Ints) -> "EvokedResponse":
        """Only these channels."""
        return replace(self, info=self.info.pick(indices), data=self.data[indices])
