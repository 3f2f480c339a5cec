"""Summary of a group's results: who is in it and who is not, peaks, outliers, files."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, final

from leadfield.group.member import FailedMember
from leadfield.group.outliers import FactSpread
from leadfield.group.peaks import GroupPeak

MADE_BY = "leadfield batch"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSummary:
    """What came of a group; ``files`` are relative to its folder, peaks by the names of maps."""

    subjects: tuple[str, ...]
    failures: tuple[FailedMember, ...]
    peaks: Mapping[str, GroupPeak]
    spreads: tuple[FactSpread, ...]
    versions: Mapping[str, str]
    files: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"made_by": MADE_BY, **asdict(self)}
