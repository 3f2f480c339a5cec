"""Where the samples of epochs come from: an array, or a recording, cut when asked for."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, Ints, locked
from leadfield.epochs.preparation import Preparation
from leadfield.recording.raw import RawRecording


class EpochSamples(ABC):
    """Samples of epochs, before what is still to be projected out of them."""

    __slots__ = ()

    @abstractmethod
    def refusal(self, row: int, sample: int) -> str | None:
        """Why there is no epoch at a sample, None if there is one."""

    @abstractmethod
    def read(self, row: int, sample: int) -> Floats:
        """Samples (n_channels, n_times) of an epoch that is not refused."""

    @abstractmethod
    def taken(self, rows: Ints) -> "EpochSamples":
        """Only these epochs."""


class LazyEpochs(EpochSamples):
    """Samples that are read and prepared when they are asked for."""

    __slots__ = ()
    recipe: Preparation

    @abstractmethod
    def cooked(self, recipe: Preparation) -> "LazyEpochs":
        """The same epochs made by another recipe."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ArrayEpochs(EpochSamples):
    """Epochs in memory, ``data`` (n_epochs, n_channels, n_times) in SI units."""

    data: Floats

    def __post_init__(self) -> None:
        value = locked(self.data, shape=(None, None, None), name="epochs")
        object.__setattr__(self, "data", value)

    def refusal(self, row: int, sample: int) -> str | None:  # noqa: ARG002 - any row is here
        """Nothing is refused."""
        return None

    def read(self, row: int, sample: int) -> Floats:  # noqa: ARG002 - rows are enough
        """A view of an epoch."""
        epoch: Floats = self.data[row]
        return epoch

    def taken(self, rows: Ints) -> "ArrayEpochs":
        """Only these epochs."""
        if len(rows) == len(self.data) and (np.diff(rows) == 1).all():
            return self
        return replace(self, data=self.data[rows])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BadTimes:
    """Spans of a recording, (n,) starts and ends in s after its first sample, not to use.

    Of an epoch, samples from ``before`` the event to ``after`` it are held against them.
    """

    starts: Floats
    ends: Floats
    reasons: tuple[str, ...]
    before: int
    after: int

    def reason(self, sample: int, rate: float) -> str | None:
        """Reason of the first span that an epoch at a sample (from the first) meets."""
        start, stop = (sample + self.before) / rate, (sample + self.after) / rate
        met = np.flatnonzero((self.starts < stop) & (self.ends > start))
        return self.reasons[met[0]] if len(met) else None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cuts(LazyEpochs):
    """Epochs of a recording's ``channels``, from ``first`` samples after an event on."""

    recording: RawRecording
    channels: Ints
    first: int
    recipe: Preparation
    bad_times: BadTimes | None = None

    def refusal(self, row: int, sample: int) -> str | None:  # noqa: ARG002 - the sample says it
        """``NO_DATA`` and ``TOO_SHORT`` at the ends, or the bad time it meets."""
        event = sample - self.recording.first_sample
        start = event + self.first
        if start < 0:
            return "NO_DATA"
        if self.bad_times is not None:
            reason = self.bad_times.reason(event, self.recording.info.sampling_rate)
            if reason is not None:
                return reason
        return "TOO_SHORT" if start + len(self.recipe.times) > self.recording.n_samples else None

    def read(self, row: int, sample: int) -> Floats:  # noqa: ARG002 - the sample says it
        """A fresh array."""
        start = sample - self.recording.first_sample + self.first
        stop = start + len(self.recipe.times)
        return self.recipe.applied(self.recording.read(start, stop, self.channels))

    def taken(self, rows: Ints) -> "Cuts":  # noqa: ARG002 - events say where
        """The same: the events say where to cut."""
        return self

    def cooked(self, recipe: Preparation) -> "Cuts":
        """The same epochs made by another recipe."""
        return replace(self, recipe=recipe)
