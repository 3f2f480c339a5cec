"""Files of the table hold every number in full."""

import csv
import io
from dataclasses import asdict, replace

import pytest

from leadfield.group import table_files
from leadfield.group.label_table import COLUMNS, LabelRow
from leadfield.group.table_files import table_as_csv, table_as_parquet

ROW = LabelRow(
    subject="01",
    condition='a "loud", new\nline',
    label="insula-lh",
    mean=0.1 + 0.2,
    peak=-1 / 3,
    latency=0.1,
    x=-33.12345678901234,
    y=1e-300,
    z=2.0,
    unit="A·m",
)


def test_numbers_of_the_csv_read_back_as_they_were():
    (head, line) = csv.reader(io.StringIO(table_as_csv([ROW]).decode("utf-8")))
    assert tuple(head) == COLUMNS
    found = dict(zip(head, line, strict=True))
    assert [float(found[name]) for name in ("mean", "peak", "latency", "x", "y", "z")] == [
        ROW.mean,
        ROW.peak,
        ROW.latency,
        ROW.x,
        ROW.y,
        ROW.z,
    ]
    assert found["condition"] == ROW.condition
    assert found["unit"] == "A·m"


def test_places_that_are_not_known_are_empty():
    unknown = replace(ROW, x=None, y=None, z=None)
    line = table_as_csv([unknown]).decode("utf-8").splitlines()[-1]
    assert line.endswith(",0.1,,,,A·m")


def test_a_table_without_rows_has_its_head():
    assert table_as_csv([]).decode() == ",".join(COLUMNS) + "\n"


def test_parquet_holds_the_same_as_the_csv():
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [ROW, replace(ROW, x=None, subject="s\udce9")]
    table = parquet.read_table(io.BytesIO(table_as_parquet(rows)))
    assert tuple(table.column_names) == COLUMNS
    assert table.to_pylist()[0] == asdict(ROW)
    assert table.to_pylist()[1]["x"] is None
    assert table.to_pylist()[1]["subject"] == "s?"


def test_without_pyarrow_there_is_no_parquet(monkeypatch):
    monkeypatch.setattr(table_files, "find_spec", lambda _: None)
    assert table_as_parquet([ROW]) is None
