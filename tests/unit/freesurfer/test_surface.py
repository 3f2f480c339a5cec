"""FreeSurfer surfaces: what is written is read, what is damaged is refused."""

import numpy as np
import pytest

from leadfield.base.errors import FormatError, InputError, OverwriteError
from leadfield.freesurfer.surface import Surface, read_surface, write_surface

TETRAHEDRON = Surface(
    vertices=[[0, 0, 0], [1.5, 0, 0], [0, 2.25, 0], [0, 0, -3]],
    triangles=[[0, 2, 1], [0, 1, 3], [1, 2, 3], [0, 3, 2]],
)


def numbers(*values, dtype=">i4"):
    return np.array(values, dtype).tobytes()


def short(*values):
    return b"".join(v.to_bytes(3, "big") for v in values)


def test_written_is_read(tmp_path):
    write_surface(tmp_path / "lh.white", TETRAHEDRON)
    again = read_surface(tmp_path / "lh.white")
    assert np.array_equal(again.vertices, TETRAHEDRON.vertices)
    assert np.array_equal(again.triangles, TETRAHEDRON.triangles)
    assert again.vertices.dtype == np.float64
    assert again.triangles.dtype == np.int32


def test_same_surface_gives_same_bytes(tmp_path):
    for name in "ab":
        write_surface(tmp_path / name, TETRAHEDRON)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_file_is_not_replaced_unasked(tmp_path):
    write_surface(tmp_path / "a", TETRAHEDRON)
    with pytest.raises(OverwriteError, match="overwrite=True"):
        write_surface(tmp_path / "a", TETRAHEDRON)
    write_surface(tmp_path / "a", TETRAHEDRON, overwrite=True)


def test_nibabel_reads_what_is_written(tmp_path):
    from nibabel.freesurfer import read_geometry

    write_surface(tmp_path / "a", TETRAHEDRON)
    vertices, triangles = read_geometry(tmp_path / "a")
    assert np.array_equal(vertices, TETRAHEDRON.vertices)
    assert np.array_equal(triangles, TETRAHEDRON.triangles)


@pytest.mark.parametrize("oldest", [True, False])
def test_quadrangles_are_split_as_nibabel_does(tmp_path, oldest):
    from nibabel.freesurfer import read_geometry

    path = tmp_path / "lh.orig"
    corners = [0, 1, 2, 3, 1, 2, 3, 0, 2, 3, 0, 1]
    places = range(12)
    head = short(0xFFFFFF if oldest else 0xFFFFFD, 4, 3)
    body = numbers(*places, dtype=">i2" if oldest else ">f4")
    path.write_bytes(head + body + short(*corners))
    vertices, triangles = read_geometry(path)
    ours = read_surface(path)
    np.testing.assert_allclose(ours.vertices, vertices, rtol=1e-15)
    assert np.array_equal(ours.triangles, triangles)


HEAD = short(0xFFFFFE) + b"stamp\n\n"
CORNERS = numbers(0, 0, 0, 1, 1, 1, 2, 2, 2, dtype=">f4")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "must fit"),
        (b"nonsense", "must start with fffffe"),
        (short(0xFFFFFE) + b"no end of line", "new line"),
        (HEAD + numbers(2**31 - 1, 1), "must fit in the 0 bytes left"),
        (HEAD + numbers(-3, 1) + CORNERS, "must fit"),
        (HEAD + numbers(3, -1) + CORNERS, "must fit"),
        (HEAD + numbers(3, 0) + CORNERS, "must have vertices and triangles"),
        (HEAD + numbers(3, 1) + CORNERS + numbers(0, 1, 3), "0 to 2, got 0 to 3"),
        (HEAD + numbers(3, 1) + CORNERS + numbers(0, -1, 2), "got -1 to 2"),
        (
            HEAD + numbers(3, 1) + numbers(*[np.nan] * 9, dtype=">f4") + bytes(12),
            "finite",
        ),
    ],
)
def test_a_damaged_file_is_refused_with_its_name(tmp_path, content, problem):
    path = tmp_path / "lh.white"
    path.write_bytes(content)
    with pytest.raises(FormatError, match=problem) as caught:
        read_surface(path)
    assert str(path) in str(caught.value)


def test_triangles_must_join_vertices_that_are_there():
    with pytest.raises(InputError, match="0 to 2, got 0 to 3"):
        Surface(vertices=np.zeros((3, 3)), triangles=[[0, 1, 3]])
