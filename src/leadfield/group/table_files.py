"""Files of a group's table: CSV with numbers in full, and Parquet where pyarrow is installed."""

import csv
import io
from collections.abc import Sequence
from importlib.util import find_spec

from leadfield.group.label_table import COLUMNS, LabelRow

TEXTS = {"subject", "condition", "label", "unit"}


def table_as_csv(rows: Sequence[LabelRow]) -> bytes:
    """The table as text: every number reads back as it was, coordinates not known are empty."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(getattr(row, name)) for name in COLUMNS])
    return stream.getvalue().encode("utf-8", errors="replace")


def _cell(value: str | float | None) -> str:
    return "" if value is None else value if isinstance(value, str) else repr(value)


def table_as_parquet(rows: Sequence[LabelRow]) -> bytes | None:
    """The table as a Parquet file, None without pyarrow."""
    if find_spec("pyarrow") is None:
        return None
    import pyarrow as pa
    from pyarrow import parquet

    columns = {}
    for name in COLUMNS:
        values = [getattr(row, name) for row in rows]
        if name in TEXTS:  # of undecodable names of files, too
            columns[name] = pa.array(
                [one.encode("utf-8", "replace").decode() for one in values], pa.string()
            )
        else:
            columns[name] = pa.array(values, pa.float64())
    stream = io.BytesIO()
    parquet.write_table(pa.table(columns), stream)
    return stream.getvalue()
