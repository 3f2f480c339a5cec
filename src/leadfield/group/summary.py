"""Summary of a group's results: who is in it and who is not, peaks, outliers, files."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, final

from leadfield.group.maps import GroupMap
from leadfield.group.member import FailedMember
from leadfield.group.outliers import FactSpread
from leadfield.group.peaks import GroupPeak
from leadfield.group.shared_findings import SharedFinding

MADE_BY = "leadfield batch"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class MapTestSummary:
    """What a test says of a map: ``least_p`` is None where there was none, for the reason given."""

    significant: bool
    least_p: float | None
    method: str
    untested: str


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSummary:
    """What came of a group; ``files`` are relative to its folder.

    Peaks and tests go by the names of maps. A peak is that of what is significant in a map, or if
    that is nothing, of all of it.
    """

    subjects: tuple[str, ...]
    failures: tuple[FailedMember, ...]
    peaks: Mapping[str, GroupPeak]
    spreads: tuple[FactSpread, ...]
    findings: tuple[SharedFinding, ...]
    tests: Mapping[str, MapTestSummary]
    versions: Mapping[str, str]
    files: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"made_by": MADE_BY, **asdict(self)}


def told_of(one: GroupMap) -> MapTestSummary:
    """What a test says of a map."""
    found = one.significance
    return MapTestSummary(
        significant=one.is_significant,
        least_p=None if found is None else found.least_p,
        method="" if found is None else found.method,
        untested=one.untested,
    )
