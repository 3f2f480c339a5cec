"""What a run found, as text for people and as JSON for programs."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from leadfield.base.files import may_write, replacing


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """The strongest source of a hemisphere: vertex, time in s, value."""

    vertex: int
    time: float
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One condition's outcome; ``explained`` is the share of the whitened response in %."""

    condition: str
    kept: int
    explained: float
    peaks: Mapping[str, Peak]
    files: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A run's outcome; ``dropped`` counts reasons (an epoch may have several)."""

    recording: str
    forward: str
    channels: Mapping[str, int]
    bads: Sequence[str]
    rank: int
    estimator: str
    sources: int
    method: str
    unit: str
    lambda2: float
    events: Mapping[str, int]
    trials: int
    dropped: int
    reasons: Mapping[str, int]
    findings: Sequence[Finding]

    def text(self) -> str:
        """The summary in words."""
        channels = ", ".join(f"{n} {kind}" for kind, n in self.channels.items())
        lines = [
            f"Recording   {self.recording}",
            f"Forward     {self.forward}, {self.sources} sources",
            f"Channels    {channels}; bad: {', '.join(self.bads) or 'none'}",
            f"Noise       rank {self.rank}, {self.estimator}",
            f"Trials      {self.trials - self.dropped} of {self.trials} kept{self._why()}",
            f"Method      {self.method}, lambda2 = {self.lambda2:.4g}",
        ]
        for one in self.findings:
            lines += ["", f"{one.condition}: {one.kept} trials, {one.explained:.1f} % explained"]
            for side, peak in one.peaks.items():
                value = f"{peak.value:.4g} {self.unit}".rstrip()
                when = f"{1e3 * peak.time:.1f} ms"
                lines.append(f"  {side} peak   vertex {peak.vertex} at {when}, {value}")
            lines.append(f"  files     {', '.join(one.files)}")
        return "\n".join(lines) + "\n"

    def _why(self) -> str:
        if not self.reasons:
            return ""
        return "; dropped for " + ", ".join(f"{name} ({n})" for name, n in self.reasons.items())

    def data(self) -> dict[str, Any]:
        """The summary as plain data."""
        return asdict(self)


def reasons_of(drop_log: Sequence[Sequence[str]]) -> tuple[int, int, dict[str, int]]:
    """Trials of the conditions, how many were dropped, and for what, most frequent first."""
    counted = [entry for entry in drop_log if "IGNORED" not in entry]
    reasons = Counter(reason for entry in counted for reason in entry)
    dropped = sum(bool(entry) for entry in counted)
    return len(counted), dropped, dict(reasons.most_common())


def write_summary(summary: Summary, folder: Path, *, overwrite: bool) -> None:
    """Write ``summary.txt`` and ``summary.json`` into a folder."""
    written = {
        "summary.txt": summary.text(),
        "summary.json": json.dumps(summary.data(), indent=2) + "\n",
    }
    for name, content in written.items():
        with replacing(may_write(folder / name, overwrite=overwrite)) as stream:
            stream.write(content.encode())
