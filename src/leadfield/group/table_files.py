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
    from pyarrow import csv as arrow_csv
    from pyarrow import parquet

    # Arrays made of Python's numbers would load pandas, which takes longer than all else here.
    kinds = {name: pa.string() if name in TEXTS else pa.float64() for name in COLUMNS}
    table = arrow_csv.read_csv(
        io.BytesIO(table_as_csv(rows)),
        parse_options=arrow_csv.ParseOptions(newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(column_types=kinds, null_values=[""]),
    )
    stream = io.BytesIO()
    parquet.write_table(table, stream)
    return stream.getvalue()
