"""The data set under examination: all that was handed in, each part optional."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar, final

from leadfield.base.arrays import Ints, lock_arrays
from leadfield.covariance.noise import NoiseCovariance
from leadfield.doctor.anatomy import SubjectSurfaces, shell_of
from leadfield.doctor.sample_statistics import SampleStatistics
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.forward.bem import ShellKind
from leadfield.forward.head_model import HeadModel
from leadfield.forward.model import ForwardModel
from leadfield.forward.triangles import Triangles
from leadfield.inverse.operator import InverseModel
from leadfield.recording.frames import Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.raw import RawRecording
from leadfield.sources.space import Sources

T = TypeVar("T")


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DataSet:
    """Parts of an analysis, named as the arguments of ``examine``; None for what is not there.

    ``trans`` leads from MRI to head coordinates. ``samples`` are the statistics of the
    recording's samples or, without one, of the epochs' or the first response's. ``surfaces`` are
    those of ``subject``.
    """

    raw: RawRecording | None = None
    epochs: EpochSet | None = None
    evoked: tuple[EvokedResponse, ...] = ()
    noise_cov: NoiseCovariance | None = None
    forward: ForwardModel | None = None
    inverse_operator: InverseModel | None = None
    trans: Transform | None = None
    bem: HeadModel | None = None
    src: Sources | None = None
    subject: str | None = None
    surfaces: SubjectSurfaces | None = None
    events: Ints | None = None
    lambda2: float | None = None
    samples: SampleStatistics | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def infos(self) -> Mapping[str, MeasurementInfo]:
        """The measurement infos of all data, by argument; that of the first response alone."""
        parts = {
            "raw": self.raw,
            "epochs": self.epochs,
            "evoked": self.evoked[0] if self.evoked else None,
        }
        return {name: part.info for name, part in parts.items() if part is not None}

    @property
    def data_name(self) -> str:
        """The argument that ``info`` is of."""
        return next(iter(self.infos))

    @property
    def info(self) -> MeasurementInfo:
        """The measurement info of the recording or, without one, of the epochs or responses."""
        return self.infos[self.data_name]

    @property
    def noise(self) -> NoiseCovariance:
        """The noise covariance that was handed in, or that of the inverse operator."""
        if self.noise_cov is not None:
            return self.noise_cov
        return required(self.inverse_operator).noise

    @property
    def mri_to_head(self) -> Transform:
        """The transform that was handed in, or that of the forward model or inverse operator."""
        if self.trans is not None:
            return self.trans
        model = self.forward or required(self.inverse_operator)
        return model.mri_to_head

    @property
    def sources(self) -> tuple[str, Sources]:
        """Argument and value of the sources: the forward model's, the operator's or ``src``."""
        if self.forward is not None:
            return "forward", self.forward.sources
        if self.inverse_operator is not None:
            return "inverse_operator", self.inverse_operator.sources
        return "src", required(self.src)

    @property
    def scalp(self) -> Triangles | None:
        """The scalp in MRI coordinates: the head model's, else the subject's."""
        return shell_of(self.surfaces, self.bem, ShellKind.HEAD)

    @property
    def inner_skull(self) -> Triangles | None:
        """The inner skull in MRI coordinates: the head model's, else the subject's."""
        return shell_of(self.surfaces, self.bem, ShellKind.INNER_SKULL)

    @property
    def models(self) -> Mapping[str, ForwardModel | InverseModel]:
        """The forward model and the inverse operator, by argument."""
        parts = {"forward": self.forward, "inverse_operator": self.inverse_operator}
        return {name: part for name, part in parts.items() if part is not None}

    def uses(self, *kinds: str) -> bool:
        """Whether a model is there that has channels of one of these types."""
        return any(set(model.info.channels.types) & set(kinds) for model in self.models.values())

    def has(self, name: str) -> bool:
        """Whether a part is there."""
        part = self.infos if name == "data" else getattr(self, name)
        return part is not None and (not isinstance(part, tuple | dict) or bool(part))


def required(part: T | None) -> T:
    """A part that the table of checks has made sure of."""
    if part is None:
        msg = "a check must only run when its inputs are there"
        raise AssertionError(msg)
    return part
