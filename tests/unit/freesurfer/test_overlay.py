"""FreeSurfer overlays: what is written is read, what is damaged is refused."""

import numpy as np
import pytest

from leadfield.base.errors import FormatError, InputError
from leadfield.freesurfer.overlay import read_morph, write_morph

VALUES = np.array([0.5, -1.25, 3.0])


def test_written_is_read(tmp_path):
    write_morph(tmp_path / "lh.curv", VALUES)
    assert np.array_equal(read_morph(tmp_path / "lh.curv"), VALUES)


def test_nibabel_reads_what_is_written(tmp_path):
    from nibabel.freesurfer import read_morph_data

    write_morph(tmp_path / "lh.curv", VALUES, n_triangles=2)
    assert np.array_equal(read_morph_data(tmp_path / "lh.curv"), VALUES)


def test_old_files_hold_hundredths(tmp_path):
    path = tmp_path / "lh.curv"
    content = [(3).to_bytes(3, "big"), bytes(3), np.array([50, -125, 300], ">i2")]
    path.write_bytes(b"".join(map(bytes, content)))
    assert np.array_equal(read_morph(path), VALUES)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "must fit"),
        (b"\xff\xff\xff" + np.array([5, 0, 1], ">i4").tobytes(), "5 values must fit"),
        (b"\xff\xff\xff" + np.array([-1, 0, 1], ">i4").tobytes(), "-1 values must"),
        (b"\xff\xff\xff" + np.array([0, 0, 3], ">i4").tobytes(), "1 value a vertex"),
        (
            b"\xff\xff\xff" + np.array([1, 0, 1, 0x7FC00000], ">i4").tobytes(),
            "finite",
        ),
        # A signalling NaN, which the machine warns of when it is converted.
        (b"\xff\xff\xff" + np.array([1, 0, 1, 0x7FA00000], ">i4").tobytes(), "finite"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path, content, problem):
    (tmp_path / "lh.curv").write_bytes(content)
    with pytest.raises(FormatError, match=problem):
        read_morph(tmp_path / "lh.curv")


def test_values_that_are_not_numbers_are_not_written(tmp_path):
    with pytest.raises(InputError, match="finite"):
        write_morph(tmp_path / "lh.curv", [1.0, np.nan])
    assert not list(tmp_path.iterdir())
