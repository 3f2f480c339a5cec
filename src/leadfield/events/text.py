"""Event lists in text files of three columns, or four with the time in s, which is ignored."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.bounded_text import MOST_BYTES, chunks_of_lines
from leadfield.base.errors import FormatError
from leadfield.base.files import existing, may_write
from leadfield.base.foreign_formats import HEAD, TEXT, other_format
from leadfield.base.replacing import replacing
from leadfield.events.lists import MOST


def read_events(path: Path) -> Ints:
    """Events of a text file."""
    size = existing(path).stat().st_size
    if size > MOST_BYTES:
        raise FormatError(
            path, f"a list of events must take at most {MOST_BYTES} bytes, got {size}"
        )
    content = path.read_bytes()
    try:
        blocks = [_rows(chunk) for chunk in chunks_of_lines(content)]
    except ValueError as error:
        problem = f"every line must hold 3 or 4 numbers ({str(error)[:120]})"
        raise other_format(path, content[:HEAD], problem, family=[TEXT]) from error
    widths = {width for width, events in blocks if len(events)}
    if len(widths) != 1:
        problem = f"every line must hold 3 or 4 numbers, got {sorted(widths) or 'no lines'}"
        raise other_format(path, content[:HEAD], problem, family=[TEXT])
    return np.concatenate([events for _, events in blocks])


def _rows(lines: bytes) -> tuple[int, Ints]:
    """Numbers in each line that holds any, 3 or 4, and the events (n, 3) of these lines."""
    rows = [line.partition("#")[0].split() for line in lines.decode("latin-1").splitlines()]
    rows = [row for row in rows if row]
    widths = {len(row) for row in rows}
    if not rows:
        return 0, np.empty((0, 3), np.int64)
    if widths not in ({3}, {4}):
        msg = f"got lines of {sorted(widths)}"
        raise ValueError(msg)
    # Of four columns, the second is the time.
    events = np.array(rows, np.float64)[:, [0, -2, -1]]
    if not (np.abs(events) <= MOST).all():
        msg = f"events must hold numbers of at most {MOST}"
        raise ValueError(msg)
    return widths.pop(), events.astype(np.int64)


def write_events(path: Path, events: Ints, *, overwrite: bool) -> None:
    """Write events to a text file."""
    lines = [f"{sample:6d} {before:6d} {after:3d}\n" for sample, before, after in events.tolist()]
    with replacing(may_write(path, overwrite=overwrite)) as stream:
        stream.write("".join(lines).encode("ascii"))
