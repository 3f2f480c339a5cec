"""A study: its recordings, conditions and contrasts, and how each step is done.

Keys carry the names of the arguments of leadfield's functions; times are in s, amplitudes in SI
units. What is checked here holds for studies from files, and for those made in Python.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, final

from leadfield.base.checks import number, whole
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.covariance.estimators import CovarianceMethod
from leadfield.group.settings import GroupTest, TestKind
from leadfield.inverse.methods import InverseMethod
from leadfield.sources.spacing import as_spacing

Sensors = Literal["meg", "eeg", "both"]
NoiseSource = Literal["epochs", "emptyroom"]
OnError = Literal["continue", "stop"]
ClusterKind = Literal["slurm", "pbs", "sge", "kubernetes"]
REJECT = {"grad": 4000e-13, "mag": 4e-12, "eeg": 150e-6, "eog": 250e-6}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingSettings:
    """The band in Hz that stays, channels that are bad in all recordings, and SSP projections.

    ``proj`` is a file of projections, whose name may hold ``{subject}``, ``{session}`` and
    ``{task}``; ``n_proj_ecg`` and ``n_proj_eog`` are how many of heartbeats and blinks are made for
    each type of channel.
    """

    l_freq: float | None = None
    h_freq: float | None = 40.0
    bads: tuple[str, ...] = ()
    proj: str | None = None
    n_proj_ecg: int = 0
    n_proj_eog: int = 0

    def __post_init__(self) -> None:
        _check_pattern(self.proj or "")
        whole("n_proj_ecg", self.n_proj_ecg)
        whole("n_proj_eog", self.n_proj_eog)
        for name, limit in (("l_freq", self.l_freq), ("h_freq", self.h_freq)):
            if limit is not None:
                number(name, limit, above=0)
        if self.l_freq is not None and self.h_freq is not None and self.l_freq >= self.h_freq:
            msg = f"l_freq must be below h_freq, got {self.l_freq:g} and {self.h_freq:g} Hz"
            raise InputError(msg)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class EpochSettings:
    """How epochs are cut; limits are for the types of channels that a recording has."""

    tmin: float = -0.2
    tmax: float = 0.5
    baseline: tuple[float | None, float | None] | None = (None, 0.0)
    reject: Mapping[str, float] = field(default_factory=REJECT.copy)
    flat: Mapping[str, float] = field(default_factory=dict)
    decim: int = 1
    detrend: Literal[0, 1] | None = None
    equalize_event_counts: bool = True

    def __post_init__(self) -> None:
        if number("tmin", self.tmin) >= number("tmax", self.tmax):
            msg = f"tmin must be below tmax, got {self.tmin:g} and {self.tmax:g} s"
            raise InputError(msg)
        for name, limits in (("reject", self.reject), ("flat", self.flat)):
            for kind, limit in limits.items():
                number(f"{name} {kind}", limit, above=0)
        whole("decim", self.decim, least=1)
        self._check_baseline()

    def _check_baseline(self) -> None:
        if self.baseline is None:
            return
        start, stop = self.baseline
        first = self.tmin if start is None else number("baseline", start)
        last = self.tmax if stop is None else number("baseline", stop)
        if not self.tmin <= first <= last <= self.tmax:
            msg = (
                f"baseline must lie in the epoch, {self.tmin:g} to {self.tmax:g} s, got "
                f"{first:g} to {last:g} s"
            )
            raise InputError(msg)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CovarianceSettings:
    """How the noise is estimated: from epochs between ``tmin`` and ``tmax``, or an empty room."""

    noise_cov: NoiseSource = "epochs"
    method: CovarianceMethod | Literal["auto"] | tuple[CovarianceMethod, ...] = (
        "shrunk",
        "empirical",
    )
    tmin: float | None = None
    tmax: float | None = 0.0
    rank: Literal["info", "full"] | None = None

    def __post_init__(self) -> None:
        if not self.method:
            msg = "method must name an estimator, got an empty list"
            raise InputError(msg)
        if self.noise_cov == "emptyroom" and (self.tmin, self.tmax) != (None, 0.0):
            msg = (
                "tmin and tmax are of epochs, and must be left out for an empty room, which is "
                f"taken whole, got {self.tmin} and {self.tmax}"
            )
            raise InputError(msg)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardSettings:
    """Sources and head model; no conductivity is 0.3 S/m for MEG, and three shells with EEG.

    ``ico`` is the grade that shells are coarsened to, ``"auto"`` 4 where they are finer;
    ``mindist`` is in mm.
    """

    spacing: int | str = "oct6"
    surface: str = "white"
    conductor: Literal["bem", "sphere"] = "bem"
    conductivity: tuple[float, ...] | None = None
    ico: int | Literal["auto"] | None = "auto"
    mindist: float = 5.0

    def __post_init__(self) -> None:
        as_spacing(self.spacing)
        number("mindist", self.mindist, least=0)
        if self.conductivity is not None and len(self.conductivity) not in {1, 3}:
            n = len(self.conductivity)
            msg = f"conductivity must be one number, or three for three shells, got {n}"
            raise InputError(msg)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class InverseSettings:
    """The inverse operator."""

    loose: float | Literal["auto"] = "auto"
    depth: float | None = 0.8
    fixed: bool | Literal["auto"] = "auto"
    rank: Literal["info", "full"] | None = None

    def __post_init__(self) -> None:
        if self.loose != "auto":
            number("loose", self.loose, least=0, most=1)
        if self.depth is not None:
            number("depth", self.depth, least=0)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateSettings:
    """How the inverse is applied; a number for all, since conditions are compared."""

    method: InverseMethod = "dSPM"
    lambda2: float | Literal["auto"] = 1 / 9
    pick_ori: Literal["normal"] | None = None

    def __post_init__(self) -> None:
        if self.lambda2 != "auto":
            number("lambda2", self.lambda2, above=0)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class MorphSettings:
    """The cortex that all estimates are brought to.

    None is ``"fsaverage"`` where that is among the FreeSurfer subjects, else ``"fsaverage5"``.
    """

    subject_to: str | None = None
    spacing: int = 5
    smooth: int | Literal["nearest"] | None = None

    def __post_init__(self) -> None:
        whole("spacing", self.spacing)
        if isinstance(self.smooth, int):
            whole("smooth", self.smooth)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class TableSettings:
    """The parcellation of the table, and between which times it is taken and maps are tested.

    ``test`` None tests nothing; the others are those of :class:`GroupTest`.
    """

    parc: str = "aparc"
    tmin: float = 0.0
    tmax: float | None = None
    test: TestKind | None = "clusters"
    n_permutations: int = 1024
    cluster_p: float = 0.001
    seed: int = 0

    def __post_init__(self) -> None:
        self.group_test()

    def group_test(self) -> GroupTest | None:
        """How maps are tested."""
        asked = GroupTest(
            kind=self.test or "clusters",
            n_permutations=self.n_permutations,
            cluster_p=self.cluster_p,
            seed=self.seed,
        )
        return None if self.test is None else asked


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """How a batch runs, which changes no result.

    ``scheduler`` is the address of Dask's; ``cluster`` is the kind of the one that is started, and
    ``cluster_options`` are those of dask-jobqueue's or dask-kubernetes' class for it;
    ``wait_for_workers`` is after how many minutes without one of Dask's workers it ends, None for
    30, or a day on a cluster.
    """

    on_error: OnError = "continue"
    workers: int | None = None
    scheduler: str | None = None
    cluster: ClusterKind | None = None
    cluster_options: Mapping[str, Any] = field(default_factory=dict)
    wait_for_workers: float | None = None

    def __post_init__(self) -> None:
        if self.workers is not None:
            whole("workers", self.workers, least=1)
        if self.wait_for_workers is not None:
            number("wait_for_workers", self.wait_for_workers, above=0)


@public("leadfield.batch")
@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A study, as its file says or as made in Python.

    Parameters
    ----------
    bids : Path
        The BIDS data set.
    task : str
        The task whose recordings are taken.
    conditions : tuple of str
        The conditions, as ``trial_type`` of ``events.tsv`` names them.
    contrasts : tuple of (str, str)
        Pairs of conditions; the second is subtracted from the first.
    sessions : tuple of str | None
        The sessions that are taken, without ``ses-``; None for all that there are.
    subjects : tuple of str | None
        Subjects without ``sub-``; None for all.
    sensors : "meg" | "eeg" | "both" | None
        The channels that are used; None for MEG where recordings have it, else EEG.
    out : Path | None
        The folder for results; None for ``derivatives/leadfield`` of the data set.
    recording, epochs, covariance, forward, inverse, estimates, morph, group, run : settings
        The settings of each step, and of the run, from ``leadfield.batch.study``.

    See Also
    --------
    read_study : Read a study file.
    run : Run a study.
    """

    bids: Path
    task: str
    conditions: tuple[str, ...]
    contrasts: tuple[tuple[str, str], ...] = ()
    sessions: tuple[str, ...] | None = None
    subjects: tuple[str, ...] | None = None
    sensors: Sensors | None = None
    out: Path | None = None
    recording: RecordingSettings = field(default_factory=RecordingSettings)
    epochs: EpochSettings = field(default_factory=EpochSettings)
    covariance: CovarianceSettings = field(default_factory=CovarianceSettings)
    forward: ForwardSettings = field(default_factory=ForwardSettings)
    inverse: InverseSettings = field(default_factory=InverseSettings)
    estimates: EstimateSettings = field(default_factory=EstimateSettings)
    morph: MorphSettings = field(default_factory=MorphSettings)
    group: TableSettings = field(default_factory=TableSettings)
    run: RunSettings = field(default_factory=RunSettings)

    def __post_init__(self) -> None:
        self._check_conditions()
        if self.covariance.noise_cov == "emptyroom" and self.sensors in {"eeg", "both"}:
            msg = f"noise_cov must be 'epochs' for EEG: no empty room has it, got {self.sensors!r}"
            raise InputError(msg)
        for pair in self.contrasts:
            for name in pair:
                if name not in self.conditions:
                    there = ", ".join(map(repr, self.conditions))
                    msg = f"contrasts must be of conditions, {there}, got {name!r}"
                    raise InputError(msg)
            if pair[0] == pair[1]:
                msg = f"contrasts must be of two conditions, got {pair[0]!r} and itself"
                raise InputError(msg)
        for key, names in (("subjects", self.subjects), ("sessions", self.sessions)):
            if names is not None and not names:
                msg = f"{key} must name at least one, got none: leave it out for all"
                raise InputError(msg)
        start, stop = self.group.tmin, self.group.tmax
        if start > self.epochs.tmax or (stop is not None and stop < self.epochs.tmin):
            msg = (
                "group must have times in the epochs, "
                f"{self.epochs.tmin:g} to {self.epochs.tmax:g} s, got {start:g} to {stop}"
            )
            raise InputError(msg)

    def _check_conditions(self) -> None:
        if not self.conditions:
            msg = "conditions must name at least one condition, got none"
            raise InputError(msg)
        labels: dict[str, str] = {}
        for name in self.conditions:
            label = as_label(name)
            if not label or label in labels:
                why = f"as {labels[label]!r} has" if label else "which it has not"
                msg = (
                    "conditions become names of files, so each must have letters or digits of its "
                    f"own, got {name!r}, {why}"
                )
                raise InputError(msg)
            labels[label] = name

    @property
    def folder(self) -> Path:
        """The folder for results."""
        return self.bids / "derivatives" / "leadfield" if self.out is None else self.out


def _check_pattern(pattern: str) -> None:
    """Raise if a name holds anything but what is known of a participant."""
    try:
        pattern.format(subject="", session="", task="")
    except (ValueError, LookupError, AttributeError) as error:
        msg = f"proj may hold {{subject}}, {{session}} and {{task}}, got {pattern!r} ({error})"
        raise InputError(msg) from error


def as_label(name: str) -> str:
    """A name as BIDS lets it be part of a file's name: its letters and digits."""
    return "".join(letter for letter in name if letter.isalnum())
