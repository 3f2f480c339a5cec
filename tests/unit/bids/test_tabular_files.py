"""Tables of texts between tabs, and those that are none."""

import pytest

from leadfield.base.errors import FormatError, MissingFileError
from leadfield.bids.tabular_files import read_columns


@pytest.fixture
def path(tmp_path):
    return tmp_path / "table.tsv"


def test_columns_are_read_by_name_whatever_ends_lines(path):
    path.write_bytes(b"\xef\xbb\xbfa\tb\r\n1\t n/a\r\n\r\n2\t\xc3\xa4\r\n")
    assert read_columns(path) == {"a": ["1", "2"], "b": ["n/a", "ä"]}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"a,b\n1,2\n", "parted by tabs, not commas"),
        (b"", "are not there"),
        (b"a\tb\n1\n", "row 2 has 1"),
        (b"a\tb\ta\n1\t2\t3\n", "must be unique"),
        (b"a\tb\n1\t\xff\n", "UTF-8"),
        ("a\tb\n1\t2\n".encode("utf-16"), "UTF-8"),
        (b"a\tb\n\0\t2\n", "must be text"),
        (b"a\tb\n" * 2**19, "at most"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(path, content, why):
    path.write_bytes(content)
    with pytest.raises(FormatError, match=why):
        read_columns(path, ["a", "b"])


def test_a_table_must_be_there(path):
    with pytest.raises(MissingFileError):
        read_columns(path)
