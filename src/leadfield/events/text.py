"""Event lists in text files of three columns, or four with the time in s, which is ignored."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import FormatError
from leadfield.base.files import existing, may_write
from leadfield.base.foreign_formats import HEAD, TEXT, other_format
from leadfield.base.replacing import replacing


def read_events(path: Path) -> Ints:
    """Events of a text file."""
    content = existing(path).read_bytes()
    text = content.decode("latin-1")
    rows = [line.partition("#")[0].split() for line in text.splitlines()]
    rows = [row for row in rows if row]
    widths = {len(row) for row in rows}
    if widths not in ({3}, {4}):
        problem = f"every line must hold 3 or 4 numbers, got {sorted(widths) or 'no lines'}"
        raise other_format(path, content[:HEAD], problem, family=[TEXT])
    try:
        numbers = np.array(rows, np.float64)
    except ValueError as error:
        problem = f"every line must hold numbers ({str(error)[:120]})"
        raise other_format(path, content[:HEAD], problem, family=[TEXT]) from error
    columns = [0, -2, -1]  # of four columns, the second is the time
    events = numbers[:, columns]
    if not (np.abs(events) < 2**62).all():
        raise FormatError(path, "events must be finite 64-bit numbers")
    return events.astype(np.int64)


def write_events(path: Path, events: Ints, *, overwrite: bool) -> None:
    """Write events to a text file."""
    lines = [f"{sample:6d} {before:6d} {after:3d}\n" for sample, before, after in events.tolist()]
    with replacing(may_write(path, overwrite=overwrite)) as stream:
        stream.write("".join(lines).encode("ascii"))
