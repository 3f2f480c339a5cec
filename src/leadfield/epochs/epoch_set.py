"""A set of epochs as a value: its events, its axes, where its samples come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.base.errors import StateError
from leadfield.epochs.baseline import Interval, describe_baseline
from leadfield.epochs.epoch_annotations import EpochAnnotations
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.samples import EpochsInMemory, EpochSource
from leadfield.epochs.selection import DropLog, DropReasons, EventSelection
from leadfield.recording.info import MeasurementInfo


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EpochSet:
    """Epochs around the selected events, with samples at ``times`` (n_times,) in s.

    ``unapplied_projection`` (n_channels, k) is an orthonormal basis of what is projected out
    when samples are read. With ``projection_delayed``, epochs are rejected by their projected
    samples, but read without projection. Until ``bad_dropped``, the set still contains bad
    epochs; ``recording_rate`` in Hz is the sampling rate of the recording they come from, whose
    ``annotations`` are kept whichever epochs are. ``file`` is what they were read from.
    """

    info: MeasurementInfo
    source: EpochSource
    event_selection: EventSelection
    times: Floats
    baseline: Interval | None = None
    rejection: Rejection = field(default_factory=Rejection)
    unapplied_projection: Floats | None = None
    projection_delayed: bool = False
    bad_dropped: bool = False
    recording_rate: float
    annotations: EpochAnnotations | None = None
    file: Path | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "times", locked(self.times, shape=(None,), name="times"))
        lock_arrays(self)

    def __len__(self) -> int:
        return len(self.event_selection.events)

    @property
    def events(self) -> Ints:
        """Events (n_epochs, 3): sample, value before, event code."""
        return self.event_selection.events

    @property
    def event_id(self) -> Mapping[str, int]:
        """Event codes by name."""
        return self.event_selection.event_id

    @property
    def drop_log(self) -> DropLog:
        """For each event of the original list, why it has no epoch here, or ``()``."""
        return self.event_selection.drop_log

    @property
    def shape(self) -> tuple[int, int, int]:
        """Number of epochs, channels, times."""
        return len(self), len(self.info.channels), len(self.times)

    def describe(self) -> str:
        """The representation of epochs: how many, when, which baseline, of which events."""
        state = "all good" if self.bad_dropped else "good and bad"
        rate = self.info.sampling_rate
        baseline = describe_baseline(self.baseline, self.times, rate, digits=3)
        codes = self.events[:, 2]
        counts = [f"{name!r}: {(codes == code).sum()}" for name, code in self.event_id.items()]
        return (
            f"<Epochs | {len(self)} events ({state}), {self.times[0]:.3g} to "
            f"{self.times[-1]:.3g} s, {baseline}, {'' if self.loaded else 'not '}loaded, "
            f"{', '.join(counts)}{', with metadata' if self.event_selection.metadata else ''}>"
        )

    @property
    def loaded(self) -> bool:
        """Whether the samples are in memory."""
        return isinstance(self.source, EpochsInMemory)

    def require_data(self, purpose: str) -> Floats:
        """The samples in memory, or an error that says to load them."""
        if not isinstance(self.source, EpochsInMemory):
            msg = f"{purpose} needs epochs in memory: call load_data() first"
            raise StateError(msg)
        return self.source.data

    def with_data(self, data: Floats) -> "EpochSet":
        """The same epochs with other samples in memory."""
        return replace(self, source=EpochsInMemory(data=data))

    def select(self, rows: Ints, *, reason: str | tuple[str, ...] = "IGNORED") -> "EpochSet":
        """Only these epochs; ``reason`` goes into the drop log of the others."""
        selection = self.event_selection.select(rows, reason=reason)
        return replace(self, event_selection=selection, source=self.source.select(rows))

    def drop(self, reasons: DropReasons) -> "EpochSet":
        """Without the bad epochs, given by row with their reasons."""
        # Not NumPy's difference of sets, which loads masked arrays at its first call.
        good = np.array([row for row in range(len(self)) if row not in reasons], np.int64)
        selection = self.event_selection.drop(reasons)
        source = self.source.select(good)
        return replace(self, event_selection=selection, source=source, bad_dropped=True)

    def crop_samples(self, samples: slice) -> "EpochSet":
        """Only a range of samples of epochs in memory."""
        data = self.require_data("cropping")
        cropped = replace(self.with_data(data[:, :, samples]), times=self.times[samples])
        return replace(cropped, rejection=self.rejection.crop(*cropped.times[[0, -1]].tolist()))

    def pick(self, rows: Ints) -> "EpochSet":
        """Only these channels of epochs in memory, with the limits for their types."""
        data = self.require_data("picking channels")
        info = self.info.pick(rows)
        types = set(info.channels.types)
        old = self.rejection
        reject = {k: v for k, v in old.reject.items() if k in types}
        flat = {k: v for k, v in old.flat.items() if k in types}
        basis = self.unapplied_projection
        return replace(
            self,
            info=info,
            source=EpochsInMemory(data=data[:, rows]),
            rejection=replace(old, reject=reject, flat=flat),
            unapplied_projection=None if basis is None else basis[rows],
        )
