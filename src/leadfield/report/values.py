"""Values of a report: what a run read, made and found, with pictures of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

from leadfield.doctor.examination import Examination
from leadfield.web.content import PageContent
from leadfield.whitening.baseline_noise import BaselineNoise

Point = tuple[float, float, float]
Fact = tuple[str, str]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG file, ``width`` pixels wide on the page; ``description`` says what is on it."""

    png: bytes
    width: int
    description: str
    caption: str = ""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedRecording:
    """The recording: ``channels`` by type; ``duration`` in s, None where it was not read."""

    path: str
    duration: float | None
    sampling_rate: float
    passband: tuple[float, float]
    channels: Mapping[str, int]
    bads: tuple[str, ...]
    events: Picture | None = None


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedTrials:
    """How many trials there were and were dropped; ``reasons`` counts why, some have several."""

    total: int
    dropped: int
    reasons: Mapping[str, int]
    picture: Picture | None = None


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedPeak:
    """The strongest source of a hemisphere, at a time in s; None where a place is not known."""

    condition: str
    hemisphere: str
    vertex: int
    time: float
    value: float
    surface_ras_mm: Point
    mni_mm: Point | None
    label: str | None


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedCondition:
    """A condition: ``events`` of its code (None: not counted), trials averaged, % explained.

    ``verdict`` says whether there is a response at all, ``nothing`` that there is none: then
    it has neither peaks nor a map.
    """

    name: str
    verdict: str
    nothing: bool
    code: int
    events: int | None
    nave: int
    explained: float
    responses: tuple[Picture, ...]
    whitened: Picture
    baseline: tuple[BaselineNoise, ...]
    map: Picture | None = None


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedNoise:
    """The noise covariance: rank and channels by type, those of ``tried`` that ``chosen`` is of."""

    rank: int
    ranks: Mapping[str, tuple[int, int]]
    chosen: str
    tried: tuple[str, ...]
    log_likelihood: float | None
    degrees: int
    pictures: tuple[Picture, ...]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedTruth:
    """A true source and what a method found instead: how far off in mm, how late in ms."""

    condition: str
    method: str
    hemisphere: str
    vertex: int
    distance_mm: float
    late_ms: float
    right_hemisphere: bool


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedTruth:
    """A simulated experiment's maps beside its truth; ``medians`` in mm by method."""

    sources: tuple[Fact, ...]
    found: tuple[ReportedTruth, ...]
    medians: Mapping[str, float]
    note: str
    pictures: tuple[Picture, ...]


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Report:
    """All that a report shows.

    ``quantity`` names the values of maps, with their unit in brackets. Where there is a response
    but no ``brain``, ``no_brain`` says why; ``brain_note`` says more of its maps.
    ``examination`` is what the doctor says of the data, ``remarks`` what the reader should know
    first.
    """

    title: str
    subject: str | None
    method: str
    quantity: str
    recording: ReportedRecording
    trials: ReportedTrials
    conditions: tuple[ReportedCondition, ...]
    peaks: tuple[ReportedPeak, ...]
    noise: ReportedNoise
    inverse: tuple[Fact, ...]
    versions: Mapping[str, str]
    command: tuple[str, ...]
    files: tuple[str, ...]
    brain: PageContent | None = None
    no_brain: str = ""
    brain_note: str = ""
    live: bool = False
    truth: ComparedTruth | None = None
    examination: Examination | None = None
    remarks: tuple[str, ...] = ()
