"""Samples of epochs: in memory, or read from a recording or a file when needed."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Self, final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.epochs.preparation import Preparation
from leadfield.recording.raw import RawRecording


class EpochSource(ABC):
    """Where the samples of epochs come from, before any projections still to be applied."""

    __slots__ = ()

    @abstractmethod
    def drop_reason(self, row: int, sample: int) -> str | None:
        """Why there is no epoch around a sample, None if there is one."""

    @abstractmethod
    def read(self, row: int, sample: int) -> Floats:
        """Samples (n_channels, n_times) of an epoch that exists."""

    @abstractmethod
    def select(self, rows: Ints) -> Self:
        """Only these epochs."""


class EpochReader(ABC):
    """Reads the samples of epochs, not preprocessed yet."""

    __slots__ = ()

    @abstractmethod
    def drop_reason(self, row: int, sample: int) -> str | None:
        """Why there is no epoch around a sample, None if there is one."""

    @abstractmethod
    def read(self, row: int, sample: int) -> Floats:
        """Samples (n_channels, n_times) of an epoch that exists, in a new array."""

    @abstractmethod
    def select(self, rows: Ints) -> Self:
        """Only these epochs."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EpochsInMemory(EpochSource):
    """Loaded epochs, ``data`` (n_epochs, n_channels, n_times) in SI units."""

    data: Floats

    def __post_init__(self) -> None:
        value = locked(self.data, shape=(None, None, None), name="epochs")
        object.__setattr__(self, "data", value)
        lock_arrays(self)

    def drop_reason(self, row: int, sample: int) -> str | None:  # noqa: ARG002 - all are here
        """None: all epochs exist."""
        return None

    def read(self, row: int, sample: int) -> Floats:  # noqa: ARG002 - rows are enough
        """A read-only view of an epoch."""
        epoch: Floats = self.data[row]
        return epoch

    def select(self, rows: Ints) -> Self:
        """Only these epochs."""
        if len(rows) == len(self.data) and (np.diff(rows) == 1).all():
            return self
        return replace(self, data=self.data[rows])


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EpochsOnDemand(EpochSource):
    """Epochs that are read and preprocessed each time they are needed."""

    reader: EpochReader
    preparation: Preparation

    def drop_reason(self, row: int, sample: int) -> str | None:
        """Why there is no epoch around a sample, None if there is one."""
        return self.reader.drop_reason(row, sample)

    def read(self, row: int, sample: int) -> Floats:
        """A new array."""
        return self.preparation.apply(self.reader.read(row, sample))

    def select(self, rows: Ints) -> Self:
        """Only these epochs."""
        return replace(self, reader=self.reader.select(rows))


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BadSegments:
    """Bad segments of a recording: ``onsets`` and ``ends`` (n,) in s after its first sample.

    An epoch is bad if its samples from ``first`` up to ``stop``, relative to its event, meet
    one of them.
    """

    onsets: Floats
    ends: Floats
    descriptions: tuple[str, ...]
    first: int
    stop: int

    def __post_init__(self) -> None:
        lock_arrays(self)

    def find(self, sample: int, rate: float) -> str | None:
        """Description of the first segment that an epoch around a sample meets."""
        start, stop = (sample + self.first) / rate, (sample + self.stop) / rate
        met = np.flatnonzero((self.onsets < stop) & (self.ends > start))
        return self.descriptions[met[0]] if len(met) else None


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RecordingEpochReader(EpochReader):
    """Reads ``n_times`` samples of a recording's ``channels`` from ``first`` after an event on."""

    recording: RawRecording
    channels: Ints
    first: int
    n_times: int
    bad_segments: BadSegments | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)

    def drop_reason(self, row: int, sample: int) -> str | None:  # noqa: ARG002 - the sample decides
        """``NO_DATA`` and ``TOO_SHORT`` at the ends, or the bad segment that the epoch meets."""
        event = sample - self.recording.first_sample
        start = event + self.first
        if start < 0:
            return "NO_DATA"
        if self.bad_segments is not None:
            description = self.bad_segments.find(event, self.recording.info.sampling_rate)
            if description is not None:
                return description
        return "TOO_SHORT" if start + self.n_times > self.recording.n_samples else None

    def read(self, row: int, sample: int) -> Floats:  # noqa: ARG002 - the sample decides
        """A new array."""
        start = sample - self.recording.first_sample + self.first
        return self.recording.read(start, start + self.n_times, self.channels)

    def select(self, rows: Ints) -> Self:  # noqa: ARG002 - events say where
        """The same reader: the events say where to read."""
        return self
