"""Findings that subjects share: the same trouble in the data of one or more of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import final

from leadfield.doctor.finding import Finding, Severity
from leadfield.group.member import Member


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFinding:
    """A trouble, and what was ``found`` of it by subject, of ``n_subjects`` that were checked."""

    name: str
    severity: Severity
    title: str
    effect: str
    found: Mapping[str, str]
    n_subjects: int

    @property
    def is_rare(self) -> bool:
        """Whether less than half of the subjects have it: it is theirs, not the study's."""
        return 2 * len(self.found) < self.n_subjects


def share_findings(members: Sequence[Member]) -> tuple[SharedFinding, ...]:
    """The findings of all members, what fewest have first."""
    by_name: dict[str, dict[str, Finding]] = {}
    for member in members:
        for one in member.findings:
            by_name.setdefault(one.name, {})[member.subject] = one
    shared = [_shared(found, len(members)) for found in by_name.values()]
    return tuple(sorted(shared, key=lambda one: len(one.found)))


def _shared(found: Mapping[str, Finding], n_subjects: int) -> SharedFinding:
    first = next(iter(found.values()))
    return SharedFinding(
        name=first.name,
        severity=first.severity,
        title=first.title,
        effect=first.effect,
        found={subject: one.found for subject, one in found.items()},
        n_subjects=n_subjects,
    )
