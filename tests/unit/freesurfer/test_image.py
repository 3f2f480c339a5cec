"""Images in MGH files."""

import gzip
import struct

import nibabel
import numpy as np
import pytest

from leadfield.base.errors import FormatError, InputError, MissingFileError
from leadfield.freesurfer.image import read_geometry, read_image

TURN = np.array([[-1.5, 0, 0, 20], [0, 0.2, 1, -30], [0, -2, 0.1, 40], [0, 0, 0, 1]])
TYPES = [np.uint8, np.int16, np.int32, np.float32]


@pytest.fixture
def values():
    return np.random.default_rng(0).integers(0, 200, (4, 3, 5))


@pytest.mark.parametrize("ending", ["mgz", "mgh"])
@pytest.mark.parametrize("dtype", TYPES)
def test_voxels_and_their_places_are_nibabels(tmp_path, values, dtype, ending):
    path = tmp_path / f"image.{ending}"
    image = nibabel.MGHImage(values.astype(dtype), TURN)
    nibabel.save(image, path)
    found = read_image(path)
    np.testing.assert_array_equal(found.values, values)
    assert found.values.dtype == np.dtype(dtype)
    np.testing.assert_allclose(found.geometry.to_scanner, TURN, atol=1e-5)
    np.testing.assert_allclose(found.geometry.to_surface, image.header.get_vox2ras_tkr(), atol=1e-5)
    assert found.geometry.shape == read_geometry(path).shape == (4, 3, 5)


@pytest.mark.parametrize("ending", [".mgz", ".mgh"])
def test_sizes_that_no_file_holds_are_refused_before_they_are_reserved(tmp_path, ending):
    head = struct.pack(">7i", 1, 2**15, 2**15, 2**10, 1, 3, 0)
    head += struct.pack(">h15f", 1, 1, 1, 1, -1, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0, 0)
    content = head + bytes(1000)
    path = tmp_path / f"large{ending}"
    path.write_bytes(gzip.compress(content) if ending == ".mgz" else content)
    with pytest.raises(FormatError, match="4398046511104 bytes of voxels"):
        read_image(path)


@pytest.mark.parametrize("end", [100, 300, 340])
def test_a_cut_image_is_refused(tmp_path, values, end):
    nibabel.save(nibabel.MGHImage(values.astype(np.uint8), TURN), tmp_path / "whole.mgh")
    path = tmp_path / "cut.mgh"
    path.write_bytes((tmp_path / "whole.mgh").read_bytes()[:end])
    with pytest.raises(FormatError, match="bytes"):
        read_image(path)


def test_several_frames_are_refused(tmp_path):
    path = tmp_path / "many.mgz"
    nibabel.save(nibabel.MGHImage(np.zeros((2, 2, 2, 3), np.float32), np.eye(4)), path)
    with pytest.raises(FormatError, match="one frame of values of type 0, 1, 3, 4, 10, got 3"):
        read_image(path)


def test_an_image_must_have_voxels(tmp_path):
    (tmp_path / "none.mgh").write_bytes(struct.pack(">7i", 1, 0, 5, 5, 1, 3, 0) + bytes(256))
    with pytest.raises(FormatError, match="must have voxels"):
        read_image(tmp_path / "none.mgh")


def test_other_files_are_refused(tmp_path):
    (tmp_path / "image.nii").write_bytes(b"no")
    with pytest.raises(InputError, match=r"must end in \.mgz or \.mgh, got 'image\.nii'"):
        read_image(tmp_path / "image.nii")
    with pytest.raises(MissingFileError):
        read_image(tmp_path / "none.mgz")
