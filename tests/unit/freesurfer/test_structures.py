"""Tables of structures."""

import numpy as np
import pytest

from leadfield.base.errors import FormatError
from leadfield.freesurfer.structures import read_structures, standard_structures, structures_in

TABLE = """#No. Label Name:   R G B A

2   Left-White  245 245 245 0
1   Other       70  130 180 255
"""


def test_a_table_keeps_its_order(tmp_path):
    (tmp_path / "lut.txt").write_text(TABLE)
    found = read_structures(tmp_path / "lut.txt")
    assert found.names == ("Left-White", "Other")
    assert found.by_name == {"Left-White": 2, "Other": 1}
    assert found.colours.tolist() == [[245, 245, 245, 0], [70, 130, 180, 255]]


@pytest.mark.parametrize(
    "line",
    ["1 Some name 0 0 0 0", "x Name 0 0 0 0", "1 Name 0 0 0", "99999999999 Name 0 0 0 0", ""],
)
def test_what_is_no_table_is_refused(tmp_path, line):
    (tmp_path / "lut.txt").write_text(f"# nothing\n{line}\n")
    with pytest.raises(FormatError, match="a colour table must"):
        read_structures(tmp_path / "lut.txt")


def test_the_standard_table_knows_a_brain():
    known = standard_structures().by_name
    assert [known[name] for name in ("Left-Hippocampus", "Right-Hippocampus")] == [17, 53]


def test_structures_are_those_there_are_in_the_order_of_their_numbers():
    values = np.array([[3.0, 0.0], [7.0, 3.0]])
    assert structures_in(values, {"c": 7, "a": 0, "b": 3, "d": 1}) == ["a", "b", "c"]
