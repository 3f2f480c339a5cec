"""Events of ``events.tsv``: what happened when, as annotations, and their numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.base.errors import FormatError, InputError
from leadfield.bids.tabular_files import NOTHING, Columns, read_columns
from leadfield.events.lists import MOST
from leadfield.recording.annotation import (
    RESERVED,
    Annotation,
    Extras,
    checked_extras,
    in_order,
)
from leadfield.recording.annotation_text import typed_column

NO_ONSET = (NOTHING, "", "nan", "NaN")
# Columns that name what happened, the best first; the second is of older data sets.
NAMES = ("trial_type", "stim_type", "value")
# Columns that are no extras: what is used, and what annotations call something of their own.
USED = ("sample", *NAMES, *RESERVED)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class EventTable:
    """Annotations whose onsets count from the recording's first sample, and their numbers."""

    annotations: tuple[Annotation, ...]
    numbers: Mapping[str, int]


def read_event_table(path: Path) -> EventTable:
    """The events of a table.

    They are called by ``trial_type``, else by ``value``; one with several values is called after
    both, such as ``face/3``. Their numbers are their values, as far as these tell them apart,
    else counted from 1 in the order of the alphabet.
    """
    table = read_columns(path, ["onset", "duration"])
    table = _rows(table, [i for i, onset in enumerate(table["onset"]) if onset not in NO_ONSET])
    naming = _naming_column(table)
    if naming is not None:
        table = _rows(table, [i for i, name in enumerate(table[naming]) if name != NOTHING])
    names = _names(table, naming)
    columns = (table["onset"], table["duration"], names, _extras(table))
    annotations = [_annotation(path, row) for row in zip(*columns, strict=True)]
    numbers = _numbers(names, table.get("value", []))
    return EventTable(annotations=in_order(annotations), numbers=numbers)


def _rows(table: Columns, rows: Sequence[int]) -> Columns:
    return {name: [column[i] for i in rows] for name, column in table.items()}


def _naming_column(table: Columns) -> str | None:
    """The column that says what happened: the first that says anything."""
    there = [name for name in NAMES if name in table]
    telling = [name for name in there if set(table[name]) - {NOTHING}]
    return next(iter(telling or there), None)


def _names(table: Columns, naming: str | None) -> list[str]:
    """What each event is called; those of several values after both."""
    if naming is None:
        return [NOTHING] * len(table["onset"])
    names = table[naming]
    values = table.get("value", names)
    of_name: dict[str, set[str]] = {}
    for name, value in zip(names, values, strict=True):
        of_name.setdefault(name, set()).add(value)
    return [
        f"{name}/{value.replace('/', '')}" if len(of_name[name]) > 1 else name
        for name, value in zip(names, values, strict=True)
    ]


def _extras(table: Columns) -> list[Extras]:
    """What further columns say of each event."""
    names = [name for name in table if name not in USED]
    columns = {name: typed_column(table[name]) for name in names}
    n = len(table["onset"])
    return [checked_extras({name: columns[name][i] for name in names}) for i in range(n)]


def _annotation(path: Path, row: tuple[str, str, str, Extras]) -> Annotation:
    onset, duration, name, extras = row
    try:
        return Annotation(
            onset=float(onset),
            duration=0.0 if duration == NOTHING else float(duration),
            description=name,
            extras=extras,
        )
    except (ValueError, InputError) as error:
        problem = f"onset and duration of an event must be numbers, got {onset!r} and {duration!r}"
        raise FormatError(path, f"{problem} ({error})") from error


def _numbers(names: Sequence[str], values: Sequence[str]) -> dict[str, int]:
    """A number for each name."""
    given: dict[str, int] = {}
    for name, value in zip(names, values, strict=bool(values)):
        try:
            number = float(value)
        except ValueError:
            continue
        if number.is_integer() and abs(number) <= MOST:
            given[name] = int(number)
    known = sorted(set(names))
    if set(given) == set(known) and len(set(given.values())) == len(known):
        return {name: given[name] for name in known}
    return {name: i for i, name in enumerate(known, 1)}
