"""Summary of a run, as text and as JSON."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, final

from leadfield.base.files import may_write, replacing

SIDES = {"lh": "left", "rh": "right"}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """The strongest source of a hemisphere: vertex, time in s, value."""

    vertex: int
    time: float
    value: float


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The result of a condition; ``explained`` is the variance explained, in %."""

    condition: str
    nave: int
    explained: float
    peaks: Mapping[str, Peak]
    files: Sequence[str]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The results of a run; ``reasons`` counts why epochs were dropped (some have several)."""

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
        """The summary as text."""
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
            lines += ["", f"{one.condition}: {one.nave} trials, {one.explained:.1f} % explained"]
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

    def to_dict(self) -> dict[str, Any]:
        """The summary as dictionaries, lists and numbers."""
        return asdict(self)


def count_drop_reasons(drop_log: Sequence[Sequence[str]]) -> tuple[int, int, dict[str, int]]:
    """Number of trials, of dropped ones, and of each reason, most frequent first."""
    counted = [entry for entry in drop_log if "IGNORED" not in entry]
    reasons = Counter(reason for entry in counted for reason in entry)
    dropped = sum(bool(entry) for entry in counted)
    return len(counted), dropped, dict(reasons.most_common())


def write_summary(summary: Summary, folder: Path, *, overwrite: bool) -> None:
    """Write ``summary.txt`` and ``summary.json`` into a folder."""
    contents = {
        "summary.txt": summary.text(),
        "summary.json": json.dumps(summary.to_dict(), indent=2) + "\n",
    }
    for name, content in contents.items():
        with replacing(may_write(folder / name, overwrite=overwrite)) as stream:
            stream.write(content.encode())
