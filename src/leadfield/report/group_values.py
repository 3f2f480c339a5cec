"""Values of a group's report: maps of all subjects, maps of each, the table, and who is not in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

from leadfield.group.label_table import LabelRow
from leadfield.group.member import FailedMember
from leadfield.group.outliers import FactSpread
from leadfield.group.peaks import GroupPeak
from leadfield.group.shared_findings import SharedFinding
from leadfield.group.significance import Significance
from leadfield.report.values import Fact, Picture
from leadfield.web.content import PageContent


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReportedMap:
    """A map of the group: ``quantity`` names its values, with their unit in brackets.

    Without ``significance`` nothing was tested of it, for the reason ``untested``.
    """

    name: str
    quantity: str
    peak: GroupPeak
    significance: Significance | None = None
    untested: str = ""
    picture: Picture | None = None


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectPictures:
    """A small picture of a map for each subject, and what they have in common."""

    name: str
    note: str
    pictures: tuple[Picture, ...]


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GroupReport:
    """All that a group's report shows.

    ``subject`` is the one on whose cortex maps are; members are of ``n_persons``, and ``rows`` some
    of ``n_rows`` in the table.
    Where there are maps but no ``brain``, ``no_brain`` says why; ``brain_note`` says more of it.
    """

    title: str
    subject: str
    members: tuple[str, ...]
    n_persons: int
    maps: tuple[ReportedMap, ...]
    subjects: tuple[SubjectPictures, ...]
    rows: tuple[LabelRow, ...]
    n_rows: int
    failures: tuple[FailedMember, ...]
    spreads: tuple[FactSpread, ...]
    findings: tuple[SharedFinding, ...]
    settings: tuple[Fact, ...]
    versions: Mapping[str, str]
    command: tuple[str, ...]
    files: tuple[str, ...]
    brain: PageContent | None = None
    no_brain: str = ""
    brain_note: str = ""
