"""FreeSurfer labels: what is written is read, what is damaged is refused."""

import numpy as np
import pytest

from leadfield.base.errors import FormatError, InputError
from leadfield.freesurfer.label import VertexSet, read_label_file, write_label_file

LABEL = VertexSet(
    vertices=[3, 10, 11],
    positions=[[0.001, 0.002, 0.003], [0.01, 0, 0], [0, 0, -0.07]],
    values=[1.0, 1e-9, -2.5],
    comment="made up",
)


def test_written_is_read(tmp_path):
    write_label_file(tmp_path / "a-lh.label", LABEL)
    again = read_label_file(tmp_path / "a-lh.label")
    assert again.comment == LABEL.comment
    assert np.array_equal(again.vertices, LABEL.vertices)
    np.testing.assert_allclose(again.positions, LABEL.positions, atol=1e-12)
    np.testing.assert_allclose(again.values, LABEL.values, rtol=1e-10)


def test_an_empty_label_is_kept(tmp_path):
    empty = VertexSet(vertices=[], positions=np.zeros((0, 3)), values=[])
    write_label_file(tmp_path / "a-lh.label", empty)
    assert len(read_label_file(tmp_path / "a-lh.label").vertices) == 0


def test_vertices_are_put_in_order(tmp_path):
    path = tmp_path / "a-lh.label"
    path.write_text("# c\n2\n7 1 2 3 0.5\n4 10 20 30 0.25\n")
    label = read_label_file(path)
    assert label.vertices.tolist() == [4, 7]
    assert label.values.tolist() == [0.25, 0.5]
    np.testing.assert_allclose(label.positions[0], [0.01, 0.02, 0.03])


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "new line"),
        ("#a\nmany\n", "must hold numbers"),
        ("#a\n1\n1 2 3\n", "1 vertices need 5 numbers, got 3"),
        ("#a\n-1\n", "need -5 numbers"),
        ("#a\n1\n0.5 0 0 0 0\n", "whole"),
        ("#a\n1\n-1 0 0 0 0\n", "from 0 up"),
        ("#a\n1\n1e300 0 0 0 0\n", "below 2147483648"),
        ("#a\n1\nnan 0 0 0 0\n", "whole"),
        ("#a\n1\n1 inf 0 0 0\n", "finite"),
        ("#a\n2\n1 0 0 0 0\n1 0 0 0 0\n", "each once"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path, content, problem):
    (tmp_path / "a-lh.label").write_text(content)
    with pytest.raises(FormatError, match=problem):
        read_label_file(tmp_path / "a-lh.label")


def test_vertices_must_be_in_order():
    with pytest.raises(InputError, match="in order"):
        VertexSet(vertices=[2, 1], positions=np.zeros((2, 3)), values=[0, 0])
