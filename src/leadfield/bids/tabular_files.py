"""Tabular files of BIDS: columns of texts between tabs."""

from collections.abc import Sequence
from pathlib import Path

from leadfield.base.checks import listed
from leadfield.base.errors import FormatError
from leadfield.bids.text_files import read_text

NOTHING = "n/a"
MOST_ROWS, MOST_CELLS = 2**18, 2**21

Columns = dict[str, list[str]]


def read_columns(path: Path, needed: Sequence[str] = ()) -> Columns:
    """The columns of a ``.tsv`` file by name; those that are ``needed`` are there."""
    text = read_text(path, "a table")
    if text.count("\n") > MOST_ROWS or text.count("\t") > MOST_CELLS or "\0" in text:
        problem = f"a table must be text of at most {MOST_ROWS} rows and {MOST_CELLS} cells"
        raise FormatError(path, problem)
    lines = [line for line in text.split("\n") if line.strip()]
    head, *rows = [[cell.strip() for cell in line.split("\t")] for line in lines or [""]]
    _check(path, head, rows, needed)
    return {name: [row[i] for row in rows] for i, name in enumerate(head)}


def _check(
    path: Path, head: Sequence[str], rows: Sequence[Sequence[str]], needed: Sequence[str]
) -> None:
    """Raise unless the columns have names of their own and every row has a cell for each."""
    lost = [name for name in needed if name not in head]
    if lost:
        commas = ": columns are parted by tabs, not commas" if "," in head[0] else ""
        problem = f"a table must have the columns {listed(needed)}, {listed(lost)} are not there"
        raise FormatError(path, problem + commas)
    if len(set(head)) < len(head):
        raise FormatError(path, f"names of columns must be unique, got {listed(head)}")
    for number, row in enumerate(rows, 2):
        if len(row) != len(head):
            problem = f"each row must have {len(head)} cells, row {number} has {len(row)}"
            raise FormatError(path, problem)
