"""Measurement info: channels, sampling rate, filters, bads, projectors, digitisation, history."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, InputError
from leadfield.recording.channels import Channels
from leadfield.recording.compensation import Compensation
from leadfield.recording.frames import Transform
from leadfield.recording.projection import Projection

# Beyond these, times of a recording's samples overflow.
SLOWEST, FASTEST = 1e-6, 1e9


def is_sampling_rate(value: float) -> bool:
    """Whether something is sampled at such a rate, in Hz."""
    return SLOWEST <= value <= FASTEST


class PointKind(IntEnum):
    """Kinds of digitised points, with FIF's numbers."""

    CARDINAL = 1
    HPI = 2
    EEG = 3
    EXTRA = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DigitisedPoint:
    """A point on the head: FIF kind and number, position in m, frame."""

    kind: int
    ident: int
    position: Floats
    frame: int

    def __post_init__(self) -> None:
        value = locked(self.position, shape=(3,), name="position")
        object.__setattr__(self, "position", value)
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpaqueBlock:
    """A block of a file that is not interpreted but saved again, so that nothing is lost.

    ``tags`` are (kind, type, payload).
    """

    kind: int
    tags: tuple[tuple[int, int, bytes], ...]
    children: tuple["OpaqueBlock", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ProcessingStep:
    """What signal-space separation left of the signal.

    ``degrees`` is its rank: the number of components kept; ``spatiotemporal`` says
    whether the temporal extension ran too.
    """

    creator: str
    degrees: int
    spatiotemporal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MeasurementInfo:
    """Channels, sampling, bads, projections, compensation, positions, history.

    Frequencies are in Hz. ``opaque_blocks`` are saved as they were read.
    """

    channels: Channels
    sampling_rate: float
    highpass: float = 0.0
    lowpass: float | None = None
    line_frequency: float | None = None
    bads: tuple[str, ...] = ()
    projections: tuple[Projection, ...] = ()
    compensations: tuple[Compensation, ...] = ()
    device_to_head: Transform | None = None
    ctf_to_head: Transform | None = None
    device_to_ctf: Transform | None = None
    digitisation: tuple[DigitisedPoint, ...] = ()
    measured_at: datetime | None = None
    custom_reference: int = 0
    description: str | None = None
    experimenter: str | None = None
    history: tuple[ProcessingStep, ...] = ()
    opaque_blocks: tuple[OpaqueBlock, ...] = ()

    def __post_init__(self) -> None:
        if not is_sampling_rate(self.sampling_rate):
            msg = f"sampling rate must be {SLOWEST:g} to {FASTEST:g} Hz, got {self.sampling_rate!r}"
            raise InputError(msg)
        object.__setattr__(self, "bads", tuple(self.bads))
        names = set(self.channels.names)
        unknown = [name for name in self.bads if name not in names]
        if unknown:
            msg = f"bad channels must be in the data, got {listed(unknown)}"
            raise ChannelError(msg)

    @property
    def names(self) -> tuple[str, ...]:
        """Channel names."""
        return self.channels.names

    @property
    def compensation_grade(self) -> int:
        """Grade of the gradient compensation the data are in; 0 for none.

        CTF writes it into the upper half of the MEG channels' coil types.
        """
        kinds = self.channels.kinds
        grades = sorted(set((self.channels.coil_types[kinds == 1] >> 16).tolist()))
        if len(grades) > 1:
            msg = f"MEG channels must share one compensation grade, got {listed(grades)}"
            raise InputError(msg)
        return grades[0] if grades else 0

    def with_bads(self, bads: Iterable[str]) -> "MeasurementInfo":
        """The same recording with other channels marked bad."""
        return replace(self, bads=tuple(bads))

    def with_projections(self, projections: Iterable[Projection]) -> "MeasurementInfo":
        """The same recording with other projections."""
        return replace(self, projections=tuple(projections))

    def pick(self, indices: Sequence[int] | Ints) -> "MeasurementInfo":
        """The same recording with only these channels.

        Bads follow. Projections that touch none of them go, and so do compensations
        of which a reference channel is gone.
        """
        channels = self.channels.pick(indices)
        names = set(channels.names)
        projections = tuple(p for p in self.projections if names.intersection(p.channel_names))
        compensations = tuple(
            one.picked(names) for one in self.compensations if names.issuperset(one.column_names)
        )
        if len(compensations) < len(self.compensations):
            compensations = ()
        electrodes = {"eeg", "ecog", "seeg", "dbs"}.intersection(channels.types)
        return replace(
            self,
            channels=channels,
            bads=tuple(name for name in self.bads if name in names),
            projections=projections,
            compensations=compensations,
            custom_reference=self.custom_reference if electrodes else 0,
        )

    def renamed(self, new: Mapping[str, str]) -> "MeasurementInfo":
        """The same recording with other names for some channels."""
        names = tuple(new.get(name, name) for name in self.names)
        return replace(
            self,
            channels=self.channels.renamed(names),
            bads=tuple(new.get(name, name) for name in self.bads),
            projections=tuple(one.renamed(new) for one in self.projections),
            compensations=tuple(one.renamed(new) for one in self.compensations),
        )

    def in_grade(self, grade: int) -> "MeasurementInfo":
        """The same recording, marked as being in another compensation grade."""
        channels = self.channels
        meg = channels.kinds == 1
        coil_types = np.where(
            meg, (channels.coil_types & 0xFFFF) | (grade << 16), channels.coil_types
        )
        return replace(self, channels=replace(channels, coil_types=coil_types))
