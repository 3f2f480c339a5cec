"""Report of a group: what its averages, its members' maps and its table tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from leadfield.api.group.brain import SIGNIFICANT, group_brain
from leadfield.api.group.pictures import (
    Sight,
    draw_maps,
    limits_of,
    limits_up_to,
    sight_of_peak,
)
from leadfield.base.errors import MissingFileError
from leadfield.base.progress import tracked, working
from leadfield.group.member import by_person
from leadfield.report.group_values import GroupReport, ReportedMap, SubjectPictures
from leadfield.report.group_wording import range_in_words, side, verdict_of_map
from leadfield.report.page import make_group_report
from leadfield.report.values import Picture
from leadfield.report.wording import milliseconds

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.group.averages import GroupAverages
    from leadfield.group.label_table import LabelRow
    from leadfield.group.maps import GroupMap
    from leadfield.group.member import Member
    from leadfield.group.peaks import GroupPeak
    from leadfield.group.settings import GroupSettings
    from leadfield.group.summary import GroupSummary

STILL, SMALL = (520, 400), (240, 180)
"""Sizes of pictures in pixels."""
SMALL_WIDTH, SMALL_COLOURS = 120, 96
"""Width on the page, and colours, of small pictures."""
MOST_ROWS = 3000
"""Of the page's table, in all."""


def group_page(
    group: GroupAverages,
    maps: Mapping[str, GroupMap],
    settings: GroupSettings,
    summary: GroupSummary,
) -> bytes:
    """The page of a group."""
    report = GroupReport(
        title=settings.title,
        subject=settings.subject,
        members=summary.subjects,
        n_persons=len(by_person(group.members)),
        maps=tuple(_map(name, one, summary.peaks[name]) for name, one in maps.items()),
        subjects=(),
        rows=strongest_rows(group.rows, settings.conditions, len(group.members)),
        n_rows=len(group.rows),
        failures=summary.failures,
        spreads=summary.spreads,
        findings=summary.findings,
        settings=settings.told,
        versions=settings.versions,
        command=settings.command,
        files=summary.files,
    )
    if maps:
        report = _with_pictures(report, group, maps, settings)
    with working("Writing the report"):
        return make_group_report(report)


def _map(name: str, one: GroupMap, peak: GroupPeak) -> ReportedMap:
    return ReportedMap(
        name=name,
        quantity=one.quantity,
        peak=peak,
        significance=one.significance,
        untested=one.untested,
    )


def _with_pictures(
    report: GroupReport,
    group: GroupAverages,
    maps: Mapping[str, GroupMap],
    settings: GroupSettings,
) -> GroupReport:
    """The report with its brain and pictures; without surfaces it says why there are none."""
    try:
        sights = {one.name: _sight(one, maps[one.name], settings) for one in report.maps}
    except MissingFileError as error:
        return replace(report, no_brain=f"There is no brain here: {error}.")
    with working("Drawing the group"):
        brain, step = group_brain(maps, settings, report.maps, sights)
        drawn = tuple(
            replace(
                one, picture=_draw_average(one, maps[one.name], sights[one.name], report.n_persons)
            )
            for one in report.maps
        )
    values = values_at_peaks(group.members, report.maps, settings)
    return replace(
        report,
        brain=brain,
        brain_note=f"It has one in {step} of the times." if step > 1 else "",
        maps=drawn,
        subjects=tuple(
            _draw_members(one, values[one.name], sights[one.name], report.members)
            for one in report.maps
        ),
    )


def _sight(one: ReportedMap, average: GroupMap, settings: GroupSettings) -> Sight:
    """Where a map of the group is looked at from."""
    home = settings.subjects_dir, settings.subject
    values = average.shown.data[:, one.peak.sample].astype(np.float64)
    return sight_of_peak(home, average.courses.axes.vertices, values)


def _draw_average(one: ReportedMap, average: GroupMap, sight: Sight, n_persons: int) -> Picture:
    """A map of the group at its peak."""
    values = average.shown.data[:, [one.peak.sample]].astype(np.float64)
    signed = bool((average.courses.data < 0).any())
    limits = limits_of(values, signed=signed, significant=average.is_significant)
    (png,) = draw_maps(values, sight, limits, size=STILL)
    where = f"the {side(one.peak.hemisphere)} hemisphere at {milliseconds(one.peak.time)} ms"
    only = f", where {SIGNIFICANT}" if average.is_significant else ""
    return Picture(
        png=png,
        width=STILL[0],
        description=f"{one.name} on {where}{only}",
        caption=(
            f"{one.name}: {where}{only}, colours {range_in_words(limits, one.quantity)}; "
            f"{verdict_of_map(one, n_persons)}"
        ),
    )


def values_at_peaks(
    members: Sequence[Member], maps: Sequence[ReportedMap], settings: GroupSettings
) -> dict[str, Floats]:
    """Each member's map at the time when the group's is strongest, (n_sources, n_members)."""
    columns: dict[str, list[Floats]] = {one.name: [] for one in maps}
    for member in tracked(members, "Drawing each subject"):
        read = {name: member.read(name).data for name in settings.conditions}
        for one in maps:
            what, sample = settings.maps[one.name], one.peak.sample
            if isinstance(what, str):
                column = read[what][:, sample].astype(np.float64)
            else:
                first, second = (read[name][:, sample].astype(np.float64) for name in what)
                column = first - second
            columns[one.name].append(column)
    return {name: np.stack(each, axis=1) for name, each in columns.items()}


def _draw_members(
    one: ReportedMap, values: Floats, sight: Sight, members: Sequence[str]
) -> SubjectPictures:
    """A small picture of each member's map, all in the same colours."""
    # A strong map saturates, and does not take the colours of all others.
    high = float(np.median(np.abs(values).max(axis=0)))
    limits = limits_up_to(high, signed=bool((values < 0).any()))
    when = f"{milliseconds(one.peak.time)} ms"
    pictures = tuple(
        Picture(
            png=png,
            width=SMALL_WIDTH,
            description=f"{one.name} of subject {name} at {when}",
            caption=name,
        )
        for name, png in zip(
            members,
            draw_maps(values, sight, limits, size=SMALL, colours=SMALL_COLOURS),
            strict=True,
        )
    )
    return SubjectPictures(
        name=one.name,
        note=(
            f"Each subject’s map at {when}, when the group’s is strongest, seen from where that "
            f"is. Colours go from {range_in_words(limits, one.quantity)} in all of them."
        ),
        pictures=pictures,
    )


def strongest_rows(
    rows: Sequence[LabelRow], conditions: Sequence[str], n_members: int
) -> tuple[LabelRow, ...]:
    """Rows of the labels whose peaks are largest in most subjects, by condition and label."""
    n_labels = max(1, MOST_ROWS // max(len(conditions) * n_members, 1))
    chosen: list[LabelRow] = []
    for condition in conditions:
        by_label: dict[str, list[LabelRow]] = {}
        for row in rows:
            if row.condition == condition:
                by_label.setdefault(row.label, []).append(row)
        strongest = sorted(
            by_label, key=lambda name: -median(abs(row.peak) for row in by_label[name])
        )
        chosen += [row for name in strongest[:n_labels] for row in by_label[name]]
    return tuple(chosen[:MOST_ROWS])
