"""FreeSurfer parcellations: what is written is read, what is damaged is refused."""

import numpy as np
import pytest

from leadfield.base.errors import FormatError, InputError
from leadfield.freesurfer.annotation import (
    Parcellation,
    read_annotation,
    write_annotation,
)

PARTS = Parcellation(
    labels=[1, -1, 0, 0, 1],
    names=("cuneus", "précuneus"),
    colours=[[220, 20, 100, 255], [160, 140, 180, 0]],
)


def wholes(*values):
    return np.array(values, ">i4").tobytes()


def word(text):
    return wholes(len(text) + 1) + text + b"\0"


def test_written_is_read(tmp_path):
    write_annotation(tmp_path / "lh.a.annot", PARTS)
    again = read_annotation(tmp_path / "lh.a.annot")
    assert again.names == PARTS.names
    assert np.array_equal(again.labels, PARTS.labels)
    assert np.array_equal(again.colours, PARTS.colours)


def test_nibabel_reads_what_is_written(tmp_path):
    from nibabel.freesurfer import read_annot

    write_annotation(tmp_path / "lh.a.annot", PARTS)
    parts, table, names = read_annot(tmp_path / "lh.a.annot")
    assert np.array_equal(parts, PARTS.labels)
    assert [n.decode() for n in names] == list(PARTS.names)
    assert np.array_equal(table[:, :3], PARTS.colours[:, :3])
    assert np.array_equal(255 - table[:, 3], PARTS.colours[:, 3])


def test_old_tables_are_read(tmp_path):
    path = tmp_path / "lh.old.annot"
    code = 10 + 256 * 20 + 65536 * 30
    table = wholes(1) + word(b"old.ctab") + word(b"insula") + wholes(10, 20, 30, 0)
    path.write_bytes(wholes(2, 0, code, 1, 0, 1) + table)
    parts = read_annotation(path)
    assert parts.names == ("insula",)
    assert parts.labels.tolist() == [0, -1]


def test_vertices_are_placed_by_their_number(tmp_path):
    path = tmp_path / "lh.turned.annot"
    table = wholes(1) + word(b"t") + word(b"insula") + wholes(1, 0, 0, 0)
    path.write_bytes(wholes(2, 1, 1, 0, 0, 1) + table)
    assert read_annotation(path).labels.tolist() == [-1, 0]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "must fit"),
        (wholes(2**30), "must fit"),
        (wholes(-1), "must fit"),
        (wholes(2, 0, 0, 0, 0), "listed once"),
        (wholes(1, 0, 0, 0), "table of names"),
        (wholes(1, 0, 0, 1, -3), "version must be 2, got 3"),
        (wholes(1, 0, 0, 1, -2, 1, 2**31 - 1), "must fit"),
        (wholes(1, 0, 0, 1, 99_999) + word(b"t"), "must fit"),
        (wholes(1, 0, 0, 1, 2**31 - 1) + word(b"t"), "at most 100000 regions"),
        (wholes(1, 0, 0, 1, 1) + word(b"t") + word(b"a") + wholes(1, 2, 300, 0), "255"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path, content, problem):
    (tmp_path / "lh.a.annot").write_bytes(content)
    with pytest.raises(FormatError, match=problem):
        read_annotation(tmp_path / "lh.a.annot")


def test_two_parts_of_one_colour_are_not_written(tmp_path):
    twins = Parcellation(labels=[0, 1], names=("a", "b"), colours=[[1, 2, 3, 255]] * 2)
    with pytest.raises(InputError, match="its own colour"):
        write_annotation(tmp_path / "lh.a.annot", twins)


def test_parts_must_have_names():
    with pytest.raises(InputError, match="must be -1 to 0"):
        Parcellation(labels=[1], names=("a",), colours=[[1, 2, 3, 255]])
