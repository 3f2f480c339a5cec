"""Talairach transforms and headers of images."""

import gzip
import struct

import numpy as np
import pytest

from leadfield.base.errors import FormatError
from leadfield.freesurfer.talairach import read_surface_to_scanner, read_talairach, surface_to_mni

XFM = """MNI Transform File
Transform_Type = Linear;
Linear_Transform =
1.1 0.0 0.1 2.0
0.0 0.9 0.0 -3.5
0.1 0.0 1.0 4.25;
"""


def header(*, good=1, directions=(-1, 0, 0, 0, 0, -1, 0, 1, 0), centre=(5.0, -6, 7)):
    numbers = struct.pack(">7i", 1, 256, 256, 256, 1, 0, 0)
    return numbers + struct.pack(">h15f", good, 1, 1, 1, *directions, *centre) + bytes(100)


@pytest.fixture
def home(tmp_path):
    (tmp_path / "mri" / "transforms").mkdir(parents=True)
    (tmp_path / "mri" / "transforms" / "talairach.xfm").write_text(XFM)
    (tmp_path / "mri" / "orig.mgz").write_bytes(gzip.compress(header()))
    return tmp_path


def test_a_conformed_volume_is_only_shifted(home):
    moved = read_surface_to_scanner(home / "mri" / "orig.mgz")
    shift = np.eye(4)
    shift[:3, 3] = [5, -6, 7]
    np.testing.assert_allclose(moved, shift, atol=1e-12)


def test_both_transforms_follow_each_other(home):
    expected = read_talairach(home / "mri" / "transforms" / "talairach.xfm") @ [5, -6, 7, 1]
    np.testing.assert_allclose(surface_to_mni(home) @ [0, 0, 0, 1], expected)


def test_without_geometry_the_two_frames_are_one(tmp_path):
    (tmp_path / "orig.mgz").write_bytes(gzip.compress(header(good=0)))
    np.testing.assert_array_equal(read_surface_to_scanner(tmp_path / "orig.mgz"), np.eye(4))


@pytest.mark.parametrize("gone", ["mri/orig.mgz", "mri/transforms/talairach.xfm"])
def test_without_either_file_there_is_none(home, gone):
    (home / gone).unlink()
    assert surface_to_mni(home) is None


@pytest.mark.parametrize("number", ["x", "nan", ""])
def test_a_damaged_transform_is_refused(tmp_path, number):
    (tmp_path / "a.xfm").write_text(XFM.replace("-3.5", number))
    with pytest.raises(FormatError, match="3 x 4 finite numbers"):
        read_talairach(tmp_path / "a.xfm")


@pytest.mark.parametrize(
    "content",
    [b"", b"no gzip", gzip.compress(b"short"), gzip.compress(header())[:20],
     gzip.compress(header(directions=(np.nan,) * 9)), gzip.compress(bytes(400))],
    ids=["empty", "no gzip", "short", "cut", "no directions", "zeros"],
)  # fmt: skip
def test_a_damaged_header_is_refused(tmp_path, content):
    (tmp_path / "orig.mgz").write_bytes(content)
    with pytest.raises(FormatError):
        read_surface_to_scanner(tmp_path / "orig.mgz")
