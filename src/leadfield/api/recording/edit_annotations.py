"""Annotations cut, renamed and in tables: what users asked for, checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.checks import listed, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, UnknownNameError
from leadfield.base.packages import pandas_for

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.api.recording.annotation_columns import AnnotationColumns
    from leadfield.recording.annotation import Annotation

START = datetime(1970, 1, 1, tzinfo=UTC)


def as_date(orig_time: object, name: str = "orig_time") -> datetime | None:
    """The date that users write as a date, as text, or as seconds since 1970."""
    if orig_time is None:
        return None
    if isinstance(orig_time, datetime):
        aware = orig_time.tzinfo is not None
        return orig_time.astimezone(UTC) if aware else orig_time.replace(tzinfo=UTC)
    if isinstance(orig_time, str):
        try:
            return as_date(datetime.fromisoformat(orig_time), name)
        except ValueError as error:
            msg = f"{name} must be a date like '2002-12-03 19:01:10', got {orig_time!r}"
            raise InputError(msg) from error
    stamp = np.atleast_1d(np.asarray(orig_time))
    if stamp.dtype.kind not in "iuf" or stamp.shape not in {(1,), (2,)}:
        msg = f"{name} must be a date, seconds since 1970 or None, got {orig_time!r}"
        raise ArgumentTypeError(msg)
    seconds, micros = (*stamp.tolist(), 0)[:2]
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds, microseconds=micros)


def crop_window(
    annotations: Sequence[Annotation],
    began: datetime | None,
    tmin: float | datetime | None,
    tmax: float | datetime | None,
) -> tuple[float, float]:
    """Ends of a time window in s on the annotations' own clock."""
    offset = began or START

    def seconds(time: float | datetime | None, end: float) -> float:
        date = as_date(time)
        return end if date is None else (date - offset).total_seconds()

    start = seconds(tmin, min(one.onset for one in annotations))
    stop = seconds(tmax, max(one.end for one in annotations))
    if start > stop:
        msg = f"tmin must not be after tmax, got {tmin} and {tmax}"
        raise InputError(msg)
    return start, stop


def known_descriptions(wanted: Iterable[str], present: Sequence[str]) -> None:
    """Raise if a description is not among those there are."""
    unknown = [text for text in wanted if text not in present]
    if unknown:
        found = listed(sorted(set(present)))
        msg = f"descriptions must be among {found or 'none'}, got {listed(unknown)}"
        raise UnknownNameError(msg)


def annotation_table(
    columns: AnnotationColumns, orig_time: datetime | None, time_format: str | None
) -> DataFrame:
    """A table with onset, duration, description, and the channels if there are any."""
    pandas = pandas_for("a table of annotations")
    one_of("time_format", time_format, ["datetime", "ms", "timedelta", None])
    onset = columns.onset
    times: object = onset.copy()
    if time_format == "ms":
        times = np.round(onset * 1e3).astype(np.int64)
    elif time_format == "timedelta":
        times = pandas.to_timedelta(onset, unit="s")
    elif time_format == "datetime":
        began = (orig_time or START).replace(tzinfo=None)
        times = (pandas.to_timedelta(onset, unit="s") + began).astype("datetime64[us]")
    table = {
        "onset": times,
        "duration": columns.duration.copy(),
        "description": columns.description.tolist(),
    }
    if columns.about_channels:
        table["ch_names"] = columns.ch_names.copy()
    more = pandas.DataFrame([dict(one) for one in columns.extras])
    frame: DataFrame = pandas.concat([pandas.DataFrame(table), more], axis=1)
    return frame
