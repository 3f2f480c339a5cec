"""Table of a group: a row for each subject, condition and label."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.estimates.label_rows import check_subject, label_rows
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.group.template import TemplateCortex


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """What a subject's map of a condition has in a label, over its sources and the times asked for.

    ``mean`` is the mean value and ``peak`` the one of the largest size, with its sign; it is
    ``latency`` s after the event, at x, y, z of MNI in mm, None where that is not known.
    """

    subject: str
    condition: str
    label: str
    mean: float
    peak: float
    latency: float
    x: float | None
    y: float | None
    z: float | None
    unit: str


COLUMNS = tuple(one.name for one in fields(LabelRow))


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LabelledSources:
    """Sources of an estimate in each label that has some, and where all sources are in mm."""

    rows: Mapping[str, Ints]
    mni: Floats | None

    def __post_init__(self) -> None:
        lock_arrays(self)


def label_sources(axes: SourceAxes, cortex: TemplateCortex) -> LabelledSources:
    """The labelled sources of estimates that have these axes."""
    rows = {}
    for label in cortex.labels:
        check_subject(label, axes.subject, "estimates")
        inside = label_rows(label, axes.vertices)
        if len(inside):
            rows[str(label.name)] = inside
    return LabelledSources(rows=rows, mni=cortex.mni_of(axes.vertices))


def summarise_labels(
    courses: SourceCourses,
    sources: LabelledSources,
    samples: slice,
    *,
    subject: str,
    condition: str,
) -> list[LabelRow]:
    """The rows of a subject's map of a condition."""
    times, unit = courses.times[samples], unit_of(courses.axes.quantity)
    table = []
    for label, rows in sources.rows.items():
        values = courses.data[rows, samples]
        row, sample = np.unravel_index(np.abs(values).argmax(), values.shape)
        place = (None, None, None) if sources.mni is None else sources.mni[rows[row]].tolist()
        x, y, z = place
        table.append(
            LabelRow(
                subject=subject,
                condition=condition,
                label=label,
                mean=float(values.mean(dtype=np.float64)),
                peak=float(values[row, sample]),
                latency=float(times[sample]),
                x=x,
                y=y,
                z=z,
                unit=unit,
            )
        )
    return table


def unit_of(quantity: str | None) -> str:
    """The unit in parentheses at the end of a quantity's name, ``""`` without one."""
    found = re.search(r"\(([^()]+)\)$", quantity or "")
    return found[1] if found else ""


def sort_rows(rows: list[LabelRow]) -> tuple[LabelRow, ...]:
    """Rows by subject, condition and label."""
    return tuple(sorted(rows, key=lambda one: (one.subject, one.condition, one.label)))
