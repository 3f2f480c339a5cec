"""Members of a group: subjects whose estimates lie on one cortex, and those that failed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import final

from leadfield.doctor.finding import Finding
from leadfield.estimates.source_courses import SourceCourses


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Member:
    """A subject: ``read`` gives its estimate of a condition, on the cortex that all share.

    ``facts`` tell how good its data are, by what a report calls them: ``"SNR"``, ``"rank"``,
    ``"head x (mm)"``, ...; ``findings`` are what is wrong with them.
    """

    subject: str
    read: Callable[[str], SourceCourses]
    facts: Mapping[str, float] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FailedMember:
    """A subject that came to no estimate: at which step, why, and the command to try it alone."""

    subject: str
    step: str
    reason: str
    command: str = ""
