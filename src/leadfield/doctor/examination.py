"""Result of an examination: findings, checks that were not made, and both in words."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from textwrap import wrap
from typing import Any, final

from leadfield.doctor.finding import SEVERITIES, Finding, Severity

WIDTH = 92
INDENT = 9


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Unchecked:
    """A check that was not made: its topic, and why in words."""

    topic: str
    why: str


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """What ``n_checked`` checks found, the worst first, and the checks that were not made."""

    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    n_checked: int

    @property
    def severity(self) -> Severity | None:
        """The worst severity; None without findings."""
        return self.findings[0].severity if self.findings else None

    @property
    def exit_status(self) -> int:
        """What a command ends with: 0 for nothing but notes, 1 for warnings, 2 for errors."""
        return 0 if self.severity is None else SEVERITIES.index(self.severity)

    @property
    def verdict(self) -> str:
        """The result in one sentence."""
        made = f"{self.n_checked} checks"
        counts = dict.fromkeys(reversed(SEVERITIES), 0)
        for finding in self.findings:
            counts[finding.severity] += 1
        words = [f"{n} {one}{'s' * (n > 1)}" for one, n in counts.items() if n]
        if not words:
            return f"Nothing is wrong, as far as {made} can tell."
        return f"{', '.join(words)} in {made}."

    @property
    def reasons(self) -> dict[str, list[str]]:
        """The topics that were not checked, by why."""
        found: dict[str, list[str]] = {}
        for one in self.unchecked:
            found.setdefault(one.why, []).append(one.topic)
        return found

    def text(self) -> str:
        """The findings, and what was not checked, in words."""
        lines = [self.verdict]
        for one in self.findings:
            where = f"  ({', '.join(one.where)})" if one.where else ""
            lines += ["", f"{one.severity.upper():<{INDENT}}{one.title}{where}"]
            for head, words in (
                ("Found", one.found),
                ("Effect", one.effect),
                ("To do", one.remedy),
            ):
                lines += _paragraph(head, words)
        if self.unchecked:
            lines += ["", "Not checked"]
            for why, topics in self.reasons.items():
                lines += _paragraph("", f"{', '.join(topics)}: {why}")
        return "\n".join(lines) + "\n"

    def to_dict(self) -> dict[str, Any]:
        """All of it as dictionaries, lists and numbers."""
        return {
            "severity": self.severity,
            "exit_status": self.exit_status,
            "n_checked": self.n_checked,
            "findings": [{**asdict(one), "where": list(one.where)} for one in self.findings],
            "not_checked": [asdict(one) for one in self.unchecked],
        }


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by severity, those of one severity in the order they were made."""
    return tuple(sorted(findings, key=lambda one: -SEVERITIES.index(one.severity)))


def _paragraph(head: str, words: str) -> list[str]:
    start, rest = f"  {head:<{INDENT - 2}}", " " * INDENT
    return wrap(
        words,
        WIDTH,
        initial_indent=start,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
