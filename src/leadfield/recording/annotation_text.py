"""Annotations as text: comma-separated dates (``.csv``) and seconds (``.txt``)."""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from leadfield.base.bounded_text import MOST_BYTES
from leadfield.base.checks import listed
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import existing, may_write
from leadfield.base.log import warn
from leadfield.base.replacing import replacing
from leadfield.recording.annotation import (
    MOST_ANNOTATIONS,
    Annotation,
    Extra,
    Extras,
    checked_extras,
    names_of_extras,
)

Dated = tuple[tuple[Annotation, ...], datetime | None]
START = datetime(1970, 1, 1, tzinfo=UTC)
COLUMNS = ["onset", "duration", "description"]
CHANNELS = "ch_names"
COLON = "{COLON}"
MOST_CELLS = 4 * MOST_ANNOTATIONS
TITLE, DATE = "# MNE-Annotations", "# orig_time : "


def load_text(path: str | Path, *, suffix: str) -> Dated:
    """Annotations of a ``.csv`` or ``.txt`` file, and the date that they count from."""
    found = existing(path)
    if found.stat().st_size > MOST_BYTES:
        raise FormatError(found, f"annotations must take less than {MOST_BYTES} bytes")
    try:
        text = found.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(found, "annotations must be text in UTF-8") from error
    if text.count("\n") + text.count("\r") > MOST_ANNOTATIONS or text.count(",") > MOST_CELLS:
        msg = f"annotations must be at most {MOST_ANNOTATIONS} lines of few columns, here are more"
        raise FormatError(found, msg)
    try:
        return _from_csv(text) if suffix == ".csv" else _from_seconds(text)
    except (ValueError, csv.Error) as error:
        raise FormatError(found, f"annotations must be readable: {error}") from error


def save_text(
    path: str | Path,
    annotations: Sequence[Annotation],
    orig_time: datetime | None,
    *,
    suffix: str,
    overwrite: bool,
) -> None:
    """Write annotations to a ``.csv`` or ``.txt`` file."""
    write: Callable[[Sequence[Annotation], datetime | None], str]
    write = _to_csv if suffix == ".csv" else _to_seconds
    text = write(annotations, orig_time)
    with replacing(may_write(path, overwrite=overwrite)) as stream:
        stream.write(text.encode())


def _columns(annotations: Sequence[Annotation]) -> list[str]:
    channels = [CHANNELS] if any(one.channel_names for one in annotations) else []
    names = names_of_extras(annotations)
    rows = [dict(one.extras) for one in annotations]
    mixed = [name for name in names if len({type(row.get(name)) for row in rows}) > 1]
    if mixed:
        warn(
            f"extras should have values of one type to be read as they were, {listed(mixed)} have "
            "several: save as -annot.fif"
        )
    return [*COLUMNS, *channels, *names]


def _row(one: Annotation, onset: str, columns: Sequence[str]) -> list[str]:
    """What stands in the columns of a line."""
    own = {"onset": onset, "duration": repr(one.duration), "description": one.description}
    if CHANNELS in columns:
        own[CHANNELS] = _channels(one)
    more = {name: "" if value is None else str(value) for name, value in one.extras}
    return [(own | more).get(name, "") for name in columns]


def _channels(one: Annotation) -> str:
    bad = [name for name in one.channel_names if COLON in name]
    if bad:
        msg = f"names of channels cannot hold {COLON!r} in text files, got {listed(bad)}"
        raise InputError(msg)
    return ":".join(name.replace(":", COLON) for name in one.channel_names)


def _to_csv(annotations: Sequence[Annotation], orig_time: datetime | None) -> str:
    columns = _columns(annotations)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    began = (orig_time or START).replace(tzinfo=None)
    for one in annotations:
        date = began + timedelta(seconds=one.onset)
        writer.writerow(_row(one, date.isoformat(" ", "microseconds"), columns))
    return stream.getvalue()


def _to_seconds(annotations: Sequence[Annotation], orig_time: datetime | None) -> str:
    columns = _columns(annotations)
    lines = [TITLE]
    if orig_time is not None:
        lines.append(f"{DATE}{orig_time.replace(tzinfo=None).isoformat(' ', 'microseconds')}")
    lines.append(f"# {', '.join(columns)}")
    for one in annotations:
        row = _row(one, repr(one.onset), columns)
        bad = [text for text in row if set(text) & set(",#\n\r")]
        if bad:
            msg = (
                "descriptions, channels and extras must be without commas, # and line breaks in "
                f".txt files, got {listed(bad)}: save as .csv or -annot.fif"
            )
            raise InputError(msg)
        lines.append(",".join(row))
    return "\n".join(lines) + "\n"


def _from_csv(text: str) -> Dated:
    rows = csv.DictReader(io.StringIO(text), restval="")
    _check_columns(rows.fieldnames or ())
    found = list(rows)
    if not found:
        return (), None
    if any(re.fullmatch(r"[-+.\deE]+", row["onset"]) for row in found):
        msg = "onsets in a .csv file must be dates: save seconds as .txt"
        raise InputError(msg)
    dates = [_date(row["onset"]) for row in found]
    extras = _extras(found, rows.fieldnames or ())
    annotations = tuple(
        _annotation((date - dates[0]).total_seconds(), row, more)
        for date, row, more in zip(dates, found, extras, strict=True)
    )
    return annotations, None if dates[0] == START else dates[0]


def _from_seconds(text: str) -> Dated:
    lines = text.splitlines()
    header = [line for line in lines if line.startswith("#")]
    body = [line for line in lines if line.strip() and not line.startswith("#")]
    named = [line[2:] for line in header if line.startswith("# onset")]
    columns = [name.strip() for name in named[0].split(",")] if named else [*COLUMNS, CHANNELS]
    _check_columns(columns)
    found = []
    for line in body:
        cells = [cell.strip() for cell in line.split(",")]
        if len(cells) not in ({len(columns)} if named else {3, 4}):
            msg = f"a line must have {len(columns)} columns ({', '.join(columns)}), got {line!r}"
            raise InputError(msg)
        found.append(dict(zip(columns, cells, strict=False)))
    extras = _extras(found, columns)
    annotations = [
        _annotation(float(row["onset"]), row, more) for row, more in zip(found, extras, strict=True)
    ]
    dates = [line.removeprefix(DATE).strip() for line in header if line.startswith(DATE)]
    return tuple(annotations), _date(dates[0]) if dates else None


def _check_columns(columns: Sequence[str]) -> None:
    lost = [name for name in COLUMNS if name not in columns]
    if lost:
        msg = f"columns {', '.join(COLUMNS)} must come, {listed(lost)} do not"
        raise InputError(msg)
    if len(set(columns)) < len(columns):
        msg = f"columns must come once, got {listed(columns)}"
        raise InputError(msg)


def _extras(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> list[Extras]:
    """What stands in further columns; a column of numbers has numbers, any other texts."""
    names = [name for name in columns if name not in {*COLUMNS, CHANNELS}]
    values = {name: typed_column([row[name] for row in rows]) for name in names}
    return [checked_extras({name: values[name][i] for name in names}) for i in range(len(rows))]


def typed_column(texts: Sequence[str]) -> Sequence[Extra]:
    """A column of truths or numbers, if all its texts are such; else the texts."""
    if set(texts) <= {"True", "False"}:
        return [text == "True" for text in texts]
    for kind in (int, float):
        try:
            return [kind(text) for text in texts]
        except ValueError:
            continue
    return texts


def _annotation(onset: float, row: Mapping[str, str], extras: Extras) -> Annotation:
    names = row.get(CHANNELS) or ""
    channels = tuple(name.replace(COLON, ":") for name in names.split(":")) if names else ()
    return Annotation(
        onset=onset,
        duration=float(row["duration"]),
        description=row["description"],
        channel_names=channels,
        extras=extras,
    )


def _date(text: str) -> datetime:
    found = datetime.fromisoformat(text.strip())
    aware = found.tzinfo is not None
    return found.astimezone(UTC) if aware else found.replace(tzinfo=UTC)
