"""A set of epochs as a value: its events, its axes, where its samples come from."""

from dataclasses import dataclass, field, replace

import numpy as np

from leadfield.base.arrays import Floats, Ints, locked
from leadfield.base.errors import StateError
from leadfield.epochs.baseline import Interval
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.samples import ArrayEpochs, EpochSamples
from leadfield.epochs.selection import EventSelection
from leadfield.recording.info import MeasurementInfo


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EpochSet:
    """Epochs around the events of ``choice``, samples at ``times`` (n_times,) in s.

    ``pending`` (n_channels, k) is an orthonormal basis of what reading still has to
    project out. With ``delayed``, epochs are judged projected but handed out as they
    are. Before ``settled``, bad epochs are still among them; ``recording_rate`` in Hz is
    that of the recording they come from.
    """

    info: MeasurementInfo
    source: EpochSamples
    choice: EventSelection
    times: Floats
    baseline: Interval | None = None
    rejection: Rejection = field(default_factory=Rejection)
    pending: Floats | None = None
    delayed: bool = False
    settled: bool = False
    recording_rate: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "times", locked(self.times, shape=(None,), name="times"))

    def __len__(self) -> int:
        return len(self.choice.events)

    @property
    def shape(self) -> tuple[int, int, int]:
        """Number of epochs, channels, times."""
        return len(self), len(self.info.channels), len(self.times)

    @property
    def loaded(self) -> bool:
        """Whether the samples are in memory."""
        return isinstance(self.source, ArrayEpochs)

    def block(self, wanted_for: str) -> Floats:
        """The samples in memory, or an error that says to load them."""
        if not isinstance(self.source, ArrayEpochs):
            msg = f"{wanted_for} needs epochs in memory: call load_data() first"
            raise StateError(msg)
        return self.source.data

    def with_block(self, data: Floats) -> "EpochSet":
        """The same epochs with other samples in memory."""
        return replace(self, source=ArrayEpochs(data=data))

    def taken(self, rows: Ints, *, reason: str | tuple[str, ...] = "IGNORED") -> "EpochSet":
        """Only these epochs, for a reason that goes into the drop log of the others."""
        choice = self.choice.taken(rows, reason=reason)
        return replace(self, choice=choice, source=self.source.taken(rows))

    def blamed(self, reasons: dict[int, tuple[str, ...]]) -> "EpochSet":
        """Without the epochs that have reasons to go."""
        kept = np.setdiff1d(np.arange(len(self)), np.array(list(reasons), np.int64))
        choice = self.choice.blamed(reasons)
        return replace(self, choice=choice, source=self.source.taken(kept), settled=True)

    def part(self, samples: slice) -> "EpochSet":
        """Only a run of samples of epochs in memory."""
        data = self.block("taking a part of the time axis")
        cut = replace(self, source=ArrayEpochs(data=data[:, :, samples]), times=self.times[samples])
        return replace(cut, rejection=self.rejection.within(*cut.times[[0, -1]].tolist()))

    def picked(self, rows: Ints) -> "EpochSet":
        """Only these channels of epochs in memory, with the limits for their types."""
        data = self.block("picking channels")
        info = self.info.pick(rows)
        types = set(info.channels.types)
        old = self.rejection
        reject = {k: v for k, v in old.reject.items() if k in types}
        flat = {k: v for k, v in old.flat.items() if k in types}
        return replace(
            self,
            info=info,
            source=ArrayEpochs(data=data[:, rows]),
            rejection=replace(old, reject=reject, flat=flat),
            pending=None if self.pending is None else self.pending[rows],
        )
