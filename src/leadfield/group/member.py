"""Members of a group: subjects whose estimates lie on one cortex, and those that failed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import final

from leadfield.doctor.finding import Finding
from leadfield.estimates.source_courses import SourceCourses


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Member:
    """A subject: ``read`` gives its estimate of a condition, on the cortex that all share.

    ``person`` is whose it is, where a person comes more than once, as in several sessions.
    ``facts`` tell how good its data are, by what a report calls them: ``"SNR"``, ``"rank"``,
    ``"head x (mm)"``, ...; ``findings`` are what is wrong with them.
    """

    subject: str
    read: Callable[[str], SourceCourses]
    facts: Mapping[str, float] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    person: str | None = None


def by_person(members: Sequence[Member]) -> tuple[tuple[Member, ...], ...]:
    """The members that are of each person: together they count as one in averages and tests."""
    together: dict[str, list[Member]] = {}
    for one in members:
        together.setdefault(one.person or one.subject, []).append(one)
    return tuple(map(tuple, together.values()))


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FailedMember:
    """A subject that came to no estimate: at which step, why, and the command to try it alone."""

    subject: str
    step: str
    reason: str
    command: str = ""
