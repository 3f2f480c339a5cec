"""Data frames of samples: columns, index, times, in the wide or the long format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from leadfield.base.checks import known_options, listed, number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import warn
from leadfield.base.packages import pandas_for
from leadfield.recording.units import UNSCALED, USUAL

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.base.arrays import Floats

Samples = NDArray[np.inexact]
TimeFormat = Literal["ms", "timedelta"]
Scalings = Mapping[str, float] | float | None
# Columns of the long format that stay numbers; the others are categories.
NUMBERS = ("time", "value")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameForm:
    """What users say of a data frame: its index, its times, whether it is long."""

    index: Sequence[str] | None
    time_format: str | None
    long_format: bool

    def times(
        self, times: Floats, measured_at: datetime | None = None, first_time: float = 0.0
    ) -> Any:
        """Times in s as they stand in the frame."""
        if self.time_format is None:
            return times
        if self.time_format == "ms":
            return np.round(times * 1e3).astype(np.int64)
        to_timedelta = pandas_for("a data frame").to_timedelta
        if self.time_format == "timedelta":
            return to_timedelta(times, unit="s")
        return to_timedelta(times + first_time, unit="s") + measured_at


def frame_form(
    index: object,
    time_format: object,
    *,
    long_format: bool,
    levels: Sequence[str],
    dated: bool | None = None,
) -> FrameForm:
    """The form, with its words checked.

    ``levels`` may be in the index. ``dated`` says whether a recording has a date, None for
    what has no clock.
    """
    pandas_for("a data frame")
    formats = [None, "ms", "timedelta", *(["datetime"] if dated is not None else [])]
    one_of("time_format", time_format, formats)
    if time_format == "datetime" and not dated:
        warn("times can have dates only if the recording has one: they are durations instead")
        time_format = "timedelta"
    return FrameForm(
        index=None if index is None else _as_index(index, levels),
        time_format=None if time_format is None else str(time_format),
        long_format=long_format,
    )


def _as_index(index: object, levels: Sequence[str]) -> list[str]:
    if not isinstance(index, str | list | tuple):
        msg = f"index must be None, a string or a list of them, got {type(index).__name__}"
        raise ArgumentTypeError(msg)
    names = [index] if isinstance(index, str) else list(index)
    wrong = [name for name in names if name not in levels]
    if wrong or not names:
        msg = f"index must be of {listed(levels)}, got {listed(wrong) or 'nothing'}"
        raise InputError(msg)
    return names


def channel_scales(types: Sequence[str], scalings: Scalings) -> Floats:
    """A factor for each channel: the user's for its type, or that of the usual unit."""
    usual = {kind: USUAL[kind].scale if kind in USUAL else 1.0 for kind in types}
    if isinstance(scalings, Mapping):
        known_options("scalings", scalings, {*USUAL, *UNSCALED, *types})
        usual |= {kind: number(f"scalings[{kind!r}]", one) for kind, one in scalings.items()}
    elif scalings is not None:
        factor = number("scalings", scalings)
        usual = {kind: 1.0 if kind in UNSCALED else factor for kind in types}
    return np.array([usual[kind] for kind in types])


def make_frame(
    data: Samples,
    names: Sequence[str],
    levels: Mapping[str, Any],
    form: FrameForm,
    *,
    order: Sequence[str],
    types: Sequence[str] | None = None,
) -> DataFrame:
    """Samples (n_rows, n_columns) beside their ``levels`` (n_rows,) such as time.

    ``order`` is that of the levels in the long format; ``types`` are those of channels, None
    for sources.
    """
    if form.long_format:
        return _long(data, names, levels, form, order=order, types=types)
    frame = _wide(data, names, levels)
    if form.index is not None:
        frame = frame.set_index(list(form.index))
        if set(form.index) == set(order):
            frame.columns.name = "source" if types is None else "channel"
    return frame


def _wide(data: Samples, names: Sequence[str], levels: Mapping[str, Any]) -> DataFrame:
    pandas = pandas_for("a data frame")
    frame = pandas.DataFrame(data, columns=list(names))
    for place, (name, values) in enumerate(levels.items()):
        frame.insert(place, name, values)
    return frame


def _long(
    data: Samples,
    names: Sequence[str],
    levels: Mapping[str, Any],
    form: FrameForm,
    *,
    order: Sequence[str],
    types: Sequence[str] | None,
) -> DataFrame:
    """A row for each sample of each channel, channel by channel inside each time."""
    pandas = pandas_for("a data frame")
    n_rows, n_columns = data.shape
    rows = np.repeat(np.arange(n_rows), n_columns)
    sources = pandas.DataFrame(levels)[list(order)]
    frame = sources.take(rows).reset_index(drop=True)
    kind = "source" if types is None else "channel"
    frame[kind] = _tiled(names, n_rows)
    if types is not None:
        frame["ch_type"] = _tiled(types, n_rows)
    frame["value"] = data.ravel()
    if form.index is not None:
        frame = frame.set_index(list(form.index))
    for name in frame.columns:
        if name not in NUMBERS:
            frame[name] = frame[name].astype("category")
    return frame


def _tiled(texts: Sequence[str], n: int) -> Any:
    """The texts ``n`` times over, as categories."""
    pandas = pandas_for("a data frame")
    categories = sorted(set(texts))
    codes = [categories.index(text) for text in texts]
    return pandas.Categorical.from_codes(np.tile(codes, n), categories=categories)
