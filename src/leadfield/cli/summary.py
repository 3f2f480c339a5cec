"""Summary of a run, as text and as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from textwrap import wrap
from typing import Any, final

from leadfield.base.results_folder import SUMMARY, list_files
from leadfield.estimates.regularisation import ResponseRegularisation
from leadfield.trust.data_components import FEWEST

MADE_BY = "leadfield localize"
SIDES = {"lh": "left", "rh": "right"}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """The strongest source of a hemisphere: vertex, place, region, time in s, value."""

    vertex: int
    surface_ras_mm: tuple[float, float, float]
    mni_mm: tuple[float, float, float] | None
    label: str | None
    time: float
    value: float


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseTest:
    """Whether trials hold a response, and the p of the test; None where they were too few."""

    p: float | None
    detected: bool | None

    @property
    def nothing(self) -> bool:
        """Whether nothing was found, so that a map has no peak to tell."""
        return self.detected is False

    def text(self) -> str:
        """In words."""
        if self.p is None:
            return f"not tested for a response, which takes {FEWEST} trials"
        if self.nothing:
            return f"nothing distinguishable from noise (p = {self.p:.2g})"
        return f"a response (p = {self.p:.2g})"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSnr:
    """What a response says of its regularisation: SNR (0 for none), noise scale, window in s."""

    snr: float
    noise_scale: float
    window_s: tuple[float, float]

    def text(self, response: ResponseTest) -> str:
        """In words; where a test found no response, there is no SNR, and no time of it."""
        signal = "no SNR to claim" if response.nothing or not self.snr else f"SNR {self.snr:.2g}"
        told = f"{signal}, noise scale {self.noise_scale:.2g}"
        if response.nothing:
            return told
        start, end = (f"{1e3 * time:.0f}" for time in self.window_s)
        return f"{told}, {start} to {end} ms"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionResult:
    """The result of a condition; ``explained`` is the variance explained, in %.

    ``response`` is what a test of the trials said; where it found nothing, there are no peaks.
    ``found`` is by what the response's ``lambda2`` was found, if it was not given.
    """

    condition: str
    response: ResponseTest
    nave: int
    explained: float
    lambda2: float
    found: FoundSnr | None
    peaks: Mapping[str, Peak]
    files: Sequence[str]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The results of a run; ``reasons`` counts why epochs were dropped (some have several).

    ``lambda2`` is None where each response has its own.

    ``folder`` is where it ran: relative paths start there.
    """

    made_by: str
    versions: Mapping[str, str]
    settings: Mapping[str, Any]
    folder: str
    recording: str
    forward: str
    channels: Mapping[str, int]
    bads: Sequence[str]
    rank: int
    estimator: str
    sources: int
    subject: str | None
    method: str
    unit: str
    lambda2: float | None
    events: Mapping[str, int]
    trials: int
    dropped: int
    reasons: Mapping[str, int]
    findings: Sequence[ConditionResult]

    def text(self) -> str:
        """The summary as text."""
        channels = ", ".join(f"{n} {kind}" for kind, n in self.channels.items())
        lines = [
            f"Recording   {self.recording}",
            f"Forward     {self.forward}, {self.sources} sources",
            f"Channels    {channels}; bad: {', '.join(self.bads) or 'none'}",
            f"Noise       rank {self.rank}, {self.estimator}",
            f"Trials      {self.trials - self.dropped} of {self.trials} kept{self._why()}",
            f"Method      {self.method}, lambda2 {self._lambda2()}",
            *self._settings(),
            f"Versions    {', '.join(f'{name} {one}' for name, one in self.versions.items())}",
        ]
        for one in self.findings:
            lines += ["", f"{one.condition}: {one.response.text()}"]
            lines.append(f"  {'trials':<12}{one.nave}, {one.explained:.1f} % explained")
            if one.found is not None:
                found = one.found.text(one.response)
                lines.append(f"  {'lambda2':<12}{one.lambda2:.3g}: {found}")
            for side, peak in one.peaks.items():
                value = f"{peak.value:.4g} {self.unit}".rstrip()
                when = f"{1e3 * peak.time:.1f} ms"
                lines.append(f"  {f'{side} peak':<12}vertex {peak.vertex} at {when}, {value}")
                lines.append(f"  {'':<12}{_where(peak)}")
            lines.append(f"  {'files':<12}{', '.join(one.files)}")
        return "\n".join(lines) + "\n"

    def _settings(self) -> list[str]:
        """Lines of the options that no other line tells."""
        told = {"events", "bads", "method"}
        words = [
            f"{name.removesuffix('_s')} {_in_words(value)}"
            for name, value in self.settings.items()
            if name not in told
        ]
        return wrap("; ".join(words), 88, initial_indent="Settings    ", subsequent_indent=" " * 12)

    def _lambda2(self) -> str:
        return "by each response" if self.lambda2 is None else f"= {self.lambda2:.4g}"

    def _why(self) -> str:
        if not self.reasons:
            return ""
        return "; dropped for " + ", ".join(f"{name} ({n})" for name, n in self.reasons.items())

    def to_dict(self) -> dict[str, Any]:
        """The summary as dictionaries, lists and numbers."""
        return asdict(self)


def _where(peak: Peak) -> str:
    """Coordinates and region of a peak."""
    parts = [f"{_point(peak.surface_ras_mm)} mm surface RAS"]
    if peak.mni_mm is not None:
        parts.append(f"{_point(peak.mni_mm)} mm MNI")
    if peak.label is not None:
        parts.append(peak.label)
    return ", ".join(parts)


def _point(point: tuple[float, float, float]) -> str:
    return "(" + ", ".join(f"{x:.1f}" for x in point) + ")"


def _in_words(value: Any) -> str:
    """A setting as people read it."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {one:.4g}" for name, one in value.items()) or "none"
    if isinstance(value, list):
        return ", ".join("open" if one is None else str(one) for one in value)
    return "default" if value is None else str(value)


def snr_found(found: ResponseRegularisation) -> FoundSnr:
    """What a response said of its regularisation."""
    return FoundSnr(snr=found.fit.snr, noise_scale=found.fit.noise_scale, window_s=found.window)


def write_summary(summary: Summary, folder: Path) -> None:
    """Write ``summary.txt`` and ``summary.json`` into a folder."""
    files = sorted([*list_files(folder), "summary.txt", SUMMARY])
    contents = {
        "summary.txt": summary.text(),
        SUMMARY: json.dumps({**summary.to_dict(), "files": files}, indent=2) + "\n",
    }
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")
