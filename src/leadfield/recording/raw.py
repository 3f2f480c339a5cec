"""Raw recording: measurement info, and samples that are read when they are needed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.errors import DataError, InputError, MismatchError, OutOfRangeError, StateError
from leadfield.base.log import LOGGER
from leadfield.recording.annotation import Annotation, about, within
from leadfield.recording.compensator import compensator
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector
from leadfield.recording.samples import (
    ArraySamples,
    CroppedSamples,
    MixedSamples,
    PickedSamples,
    Samples,
    Values,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RawRecording:
    """A continuous recording.

    ``first_sample`` is the number of its first sample on the clock of events and
    annotations. ``files`` are where it is from, ``sample_format`` (``"single"``,
    ``"double"``, ``"int"``, ``"short"``) and ``buffer_size`` how; ``shielded`` says
    that it was recorded with active shielding that nobody took out.
    """

    info: MeasurementInfo
    samples: Samples
    first_sample: int = 0
    annotations: tuple[Annotation, ...] = ()
    files: tuple[Path, ...] = ()
    sample_format: str = "single"
    buffer_size: int = 0
    shielded: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "annotations", tuple(self.annotations))
        n_channels, n_samples = self.samples.shape
        if n_channels != len(self.info.channels):
            msg = (
                f"a recording needs a row of samples for each of its {len(self.info.channels)} "
                f"channels, got {n_channels}"
            )
            raise MismatchError(msg)
        if n_samples < 1:
            msg = "a recording needs at least one sample, got none"
            raise DataError(msg)

    @property
    def n_samples(self) -> int:
        """Number of samples."""
        return self.samples.shape[1]

    @property
    def first_time(self) -> float:
        """When the first sample is, in s."""
        return self.first_sample / self.info.sampling_rate

    @property
    def preloaded(self) -> bool:
        """Whether the samples are in memory."""
        return isinstance(self.samples, ArraySamples)

    def span(self, start: int | None, stop: int | None) -> tuple[int, int]:
        """The first sample and the one after the last, as slices have it; at least one is there."""
        first, last, _ = slice(start, stop).indices(self.n_samples)
        if first >= last:
            msg = (
                f"start and stop must hold at least one of {self.n_samples} samples, got "
                f"{start} and {stop}"
            )
            raise InputError(msg)
        return first, last

    def values(self, start: int, stop: int, channels: Sequence[int] | Ints | None = None) -> Values:
        """New array (n_channels, stop - start) in SI units, complex where the file is.

        Samples count from 0 at the recording's first.
        """
        if not 0 <= start <= stop <= self.n_samples:
            msg = f"samples must be from 0 to {self.n_samples}, got {start} to {stop}"
            raise OutOfRangeError(msg)
        rows = np.arange(len(self.info.channels)) if channels is None else np.asarray(channels)
        return self.samples.read(start, stop, rows.astype(np.int64, copy=False))

    def read(self, start: int, stop: int, channels: Sequence[int] | Ints | None = None) -> Floats:
        """New array (n_channels, stop - start) of real samples in SI units."""
        values = self.values(start, stop, channels)
        if values.dtype != np.float64:
            msg = "samples must be real here, this recording's are complex"
            raise DataError(msg)
        return values

    def loaded(self) -> "RawRecording":
        """The same with its samples in memory."""
        if self.preloaded:
            return self
        return replace(self, samples=ArraySamples(self.values(0, self.n_samples)))

    def cropped(self, start: int, stop: int) -> "RawRecording":
        """Only the samples from ``start`` to ``stop``."""
        if (start, stop) == (0, self.n_samples):
            return self
        samples: Samples = CroppedSamples(self.samples, start, stop)
        if self.preloaded:
            samples = ArraySamples(self.values(start, stop))
        one = replace(self, samples=samples, first_sample=self.first_sample + start)
        return one.annotated(self.annotations)

    def picked(self, indices: Sequence[int] | Ints) -> "RawRecording":
        """Only the channels at ``indices``, in that order."""
        rows = np.asarray(indices, np.int64)
        samples: Samples = PickedSamples(self.samples, rows)
        if self.preloaded:
            samples = ArraySamples(self.values(0, self.n_samples, rows))
        info = self.info.pick(rows)
        annotations = about(self.annotations, info.names)
        return replace(self, info=info, samples=samples, annotations=annotations)

    def annotated(
        self, annotations: Iterable[Annotation], *, emit_warning: bool = False
    ) -> "RawRecording":
        """With these annotations, as far as they lie in the data."""
        end = self.first_time + self.n_samples / self.info.sampling_rate
        clipped = within(annotations, self.first_time, end, emit_warning=emit_warning)
        return replace(self, annotations=clipped)

    def counted_from(self, first_sample: int) -> "RawRecording":
        """The same with another number for its first sample; annotations follow."""
        shift = (first_sample - self.first_sample) / self.info.sampling_rate
        annotations = tuple(one.moved(shift) for one in self.annotations)
        return replace(self, first_sample=first_sample, annotations=annotations)

    def renamed(self, new: Mapping[str, str]) -> "RawRecording":
        """With other names for some channels."""
        annotations = tuple(one.renamed(new) for one in self.annotations)
        return replace(self, info=self.info.renamed(new), annotations=annotations)

    def mixed(self, operator: Floats, info: MeasurementInfo) -> "RawRecording":
        """With weighted sums of its channels, which ``info`` describes."""
        samples: Samples = MixedSamples(self.samples, operator)
        one = replace(self, info=info, samples=samples)
        return one.loaded() if self.preloaded else one

    def edited(
        self, edit: Callable[[Values], Values], info: MeasurementInfo, purpose: str
    ) -> "RawRecording":
        """With what ``edit`` makes of its samples in memory, which ``info`` describes."""
        return replace(self, info=info, samples=ArraySamples(edit(self.in_memory(purpose))))

    def in_memory(self, purpose: str) -> Values:
        """New array of all samples, or an error that says to load them."""
        if not self.preloaded:
            msg = f"{purpose} needs a recording in memory: call load_data() first"
            raise StateError(msg)
        return self.values(0, self.n_samples)

    def projected(self) -> "RawRecording":
        """With all its projections applied, bad channels left alone."""
        info = self.info
        projector = make_projector(info.projections, info.names, info.bads)
        active = info.with_projections(one.activated() for one in info.projections)
        return self.mixed(projector.matrix, active) if projector.n_vectors else self

    def compensated(self, grade: int) -> "RawRecording":
        """With another grade of gradient compensation."""
        now = self.info.compensation_grade
        if grade == now:
            return self
        if any(one.active for one in self.info.projections):
            msg = (
                "compensation must come before projection, here projections were applied: "
                "start from the file again"
            )
            raise StateError(msg)
        return self.mixed(compensator(self.info, now, grade), self.info.in_grade(grade))


def with_projections_applied(raw: RawRecording) -> RawRecording:
    """The recording with all its projections applied, itself if there is nothing to do."""
    projections = raw.info.projections
    if not projections or all(one.active for one in projections):
        LOGGER.info("No SSP projectors to apply%s", ", all are applied" if projections else "")
        return raw
    return raw.projected()
