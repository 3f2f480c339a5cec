"""Results of a group: files of averages, the table and the report, that appear together."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from leadfield.api.group.report import group_page
from leadfield.base.log import LOGGER, log_level
from leadfield.base.progress import working
from leadfield.base.replacing import hidden_folder
from leadfield.base.results_folder import SUMMARY, list_files, replace_results
from leadfield.base.write_errors import telling
from leadfield.estimates.files import write_estimate
from leadfield.group.averages import GroupAverages, average_group
from leadfield.group.maps import maps_of_group
from leadfield.group.outliers import spread_facts
from leadfield.group.peaks import find_group_peak
from leadfield.group.settings import file_name
from leadfield.group.shared_findings import share_findings
from leadfield.group.summary import MADE_BY, GroupSummary, told_of
from leadfield.group.table_files import table_as_csv, table_as_parquet
from leadfield.group.template import read_template
from leadfield.group.testing import find_significant

if TYPE_CHECKING:
    from leadfield.group.maps import GroupMap
    from leadfield.group.member import FailedMember, Member
    from leadfield.group.settings import GroupSettings

REPORT = "report.html"


def make_group(
    members: Sequence[Member],
    failures: Sequence[FailedMember],
    settings: GroupSettings,
    out: Path,
) -> GroupSummary:
    """Write the results of a group into a folder, which another group's are replaced in.

    ``failures`` are subjects that came to no estimate before; members whose estimates cannot be
    read are counted among them. Files are ``table.csv``, ``table.parquet`` where pyarrow is
    installed, averages and contrasts as ``.stc``, ``summary.json`` and ``report.html``.
    """
    cortex = read_template(settings.subjects_dir, settings.subject, settings.parcellation)
    with working("Averaging over subjects"):
        group = average_group(members, settings.conditions, cortex, settings.window)
    with working("Testing over subjects"):
        tests = find_significant(group, settings)
    maps = maps_of_group(group, settings, tests)
    summary = GroupSummary(
        subjects=tuple(member.subject for member in group.members),
        failures=(*failures, *group.failures),
        peaks={
            name: find_group_peak(one.shown, cortex, group.samples) for name, one in maps.items()
        },
        spreads=spread_facts(group.members),
        findings=share_findings(group.members),
        tests={name: told_of(one) for name, one in maps.items()},
        versions=settings.versions,
    )
    with telling(out):
        out.parent.mkdir(parents=True, exist_ok=True)
    with hidden_folder(out) as place:
        results = place / out.name
        results.mkdir()
        with telling(out, instead_of=results), log_level("warning"):
            _write_maps(maps, results)
            _write_table(group, results)
            files = tuple(sorted([*list_files(results), REPORT, SUMMARY]))
            summary = replace(summary, files=files)
            page = group_page(group, maps, settings, summary)
            (results / REPORT).write_bytes(page)
            record = json.dumps(summary.to_dict(), indent=1)
            (results / SUMMARY).write_text(f"{record}\n", encoding="utf-8")
            replace_results(results, out, mark=MADE_BY)
    LOGGER.info("Wrote the results of %d subjects to %s", len(summary.subjects), out)
    return summary


def _write_maps(maps: Mapping[str, GroupMap], results: Path) -> None:
    for name, one in maps.items():
        write_estimate(one.courses, results / file_name(name))


def _write_table(group: GroupAverages, results: Path) -> None:
    (results / "table.csv").write_bytes(table_as_csv(group.rows))
    parquet = table_as_parquet(group.rows)
    if parquet is not None:
        (results / "table.parquet").write_bytes(parquet)
