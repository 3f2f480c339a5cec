"""A table of the channels of a recording: ``Raw.describe``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield.base.packages import pandas_for
from leadfield.recording.channel_statistics import channel_quartiles
from leadfield.recording.units import USUAL, si_unit

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.recording.raw import RawRecording

COLUMNS = ("min", "Q1", "median", "Q3", "max")


def describe_raw(raw: RawRecording, title: str, *, data_frame: bool) -> DataFrame | None:
    """The table as a data frame in SI units, or printed in the field's usual ones."""
    channels = raw.info.channels
    pandas = pandas_for("a data frame") if data_frame else None
    numbers = channel_quartiles(raw)
    units = [si_unit(code) for code in channels.units.tolist()]
    if pandas is not None:
        columns = {"name": list(channels.names), "type": list(channels.types), "unit": units}
        columns |= dict(zip(COLUMNS, numbers.T, strict=True))
        frame = pandas.DataFrame(columns)
        frame.index.name = "ch"
        return frame
    rows = []
    for i, kind in enumerate(channels.types):
        usual = USUAL.get(kind)
        if usual is not None and usual.scale != 1:
            units[i] = usual.unit
            numbers[i] *= usual.scale
        rows.append((str(i), channels.names[i], kind.upper(), units[i]))
    head = ("ch", "name", "type", "unit")
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    widths[0] = max(widths[0], len(str(len(rows))))
    lines = [title, _line(head, [f"{name:>9}" for name in COLUMNS], widths)]
    for row, values in zip(rows, numbers, strict=True):
        lines.append(_line(row, [f"{value:>9.2f}" for value in values], widths))
    print("\n".join(lines))  # noqa: T201 - what it is for
    return None


def _line(texts: tuple[str, ...], numbers: list[str], widths: list[int]) -> str:
    number, *others = texts
    cells = [f"{one:<{width}}" for one, width in zip(others, widths[1:], strict=True)]
    return "  ".join([f"{number:>{widths[0]}}", *cells, *numbers])
