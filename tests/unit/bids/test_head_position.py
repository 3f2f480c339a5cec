"""The head's position in the MRI, of a file or of landmarks."""

import nibabel
import numpy as np
import pytest

from leadfield.base.errors import DataError, FormatError, MismatchError
from leadfield.bids.head_position import (
    fit_head_to_mri,
    landmarks_in_head,
    landmarks_in_mri,
    read_head_to_mri,
)
from leadfield.recording.create import create_measurement_info
from leadfield.recording.fif.positions import save_transform
from leadfield.recording.frames import Frame, Transform

POINTS = np.array([[-0.08, 0.0, 0.0], [0.0, 0.1, 0.0], [0.08, 0.0, 0.0]])
KEY = "AnatomicalLandmarkCoordinates"


def turned():
    c, s = np.cos(0.3), np.sin(0.3)
    matrix = np.array([[c, -s, 0, 0.01], [s, c, 0, -0.02], [0, 0, 1, 0.03], [0, 0, 0, 1]])
    return Transform(source=Frame.HEAD, target=Frame.MRI, matrix=matrix)


@pytest.fixture
def info():
    return create_measurement_info(["MEG 001"], 100.0, "mag")


@pytest.mark.parametrize("turn", [turned(), turned().inverse()], ids=["head-mri", "mri-head"])
def test_a_file_has_it_in_either_direction(tmp_path, turn):
    save_transform(tmp_path / "a-trans.fif", turn, overwrite=False)
    assert read_head_to_mri(tmp_path / "a-trans.fif").same_as(turned())


def test_a_file_of_another_transform_is_refused(tmp_path):
    other = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))
    save_transform(tmp_path / "a-trans.fif", other, overwrite=False)
    with pytest.raises(FormatError, match="between head and MRI"):
        read_head_to_mri(tmp_path / "a-trans.fif")


def test_landmarks_that_match_are_fitted_exactly():
    assert fit_head_to_mri(POINTS, turned().points(POINTS)).same_as(turned(), tolerance=1e-12)


def test_landmarks_that_do_not_match_give_no_mirror():
    rng = np.random.default_rng(0)
    for _ in range(20):
        matrix = fit_head_to_mri(POINTS, rng.standard_normal((3, 3))).matrix[:3, :3]
        np.testing.assert_allclose(matrix @ matrix.T, np.eye(3), atol=1e-12)
        assert np.linalg.det(matrix) > 0


def test_landmarks_on_a_line_are_refused():
    with pytest.raises(MismatchError, match="corners of a triangle"):
        fit_head_to_mri(POINTS, np.outer([0.0, 0.1, 0.2], [1.0, 1.0, 0.0]))


def test_voxels_become_surface_coordinates(write):
    volume = nibabel.MGHImage(np.zeros((4, 4, 4), np.uint8), np.diag([2.0, 2.0, 2.0, 1.0]))
    voxels = {"LPA": [1, 2, 3], "NAS": [3, 1, 2], "RPA": [2, 3, 1]}
    root = write({"T1w.json": {KEY: voxels}, "T1.mgz": b"", "T1w.nii": b""})
    nibabel.save(volume, root / "T1.mgz")
    nibabel.save(nibabel.Nifti1Image(np.zeros((4, 4, 4), np.uint8), np.eye(4)), root / "T1w.nii")
    found = landmarks_in_mri(root / "T1w.json", root / "T1w.nii", root / "T1.mgz")
    inside = np.array(list(voxels.values())) / 2  # the volume's voxels
    want = (
        inside @ volume.header.get_vox2ras_tkr()[:3, :3].T + volume.header.get_vox2ras_tkr()[:3, 3]
    )
    np.testing.assert_allclose(found, 1e-3 * want, atol=1e-9)


@pytest.mark.parametrize(
    "landmarks",
    [None, 3, {}, {"LPA": [1, 2, 3], "NAS": [1, 2], "RPA": [1, 2, 3]}, {"LPA": "x"}],
)
def test_a_sidecar_must_have_three_places(write, landmarks):
    root = write({"T1w.json": {KEY: landmarks}})
    with pytest.raises(FormatError, match="must hold LPA, NAS and RPA"):
        landmarks_in_mri(root / "T1w.json", root / "T1w.nii", root / "T1.mgz")


def test_an_image_that_is_none_is_refused(write):
    places = {"LPA": [1, 2, 3], "NAS": [3, 1, 2], "RPA": [2, 3, 1]}
    root = write({"T1w.json": {KEY: places}, "T1w.nii": b"no image"})
    with pytest.raises(FormatError, match="must be NIfTI"):
        landmarks_in_mri(root / "T1w.json", root / "T1w.nii", root / "T1.mgz")


def test_landmarks_of_a_sidecar_define_the_head(write, info):
    moved = turned().points(POINTS)
    places = dict(zip(("LPA", "NAS", "RPA"), (1e3 * moved).tolist(), strict=True))
    unit = "AnatomicalLandmarkCoordinateUnits"
    root = write({"coordsystem.json": {KEY: places, unit: "mm"}})
    np.testing.assert_allclose(
        landmarks_in_head(info, root / "coordsystem.json"), POINTS, atol=1e-12
    )


def test_landmarks_without_a_unit_are_refused(write, info):
    root = write({"coordsystem.json": {KEY: {}}})
    with pytest.raises(FormatError, match="must be in 'm', 'cm', 'mm', got None"):
        landmarks_in_head(info, root / "coordsystem.json")


def test_without_any_landmarks_a_file_is_asked_for(info):
    with pytest.raises(DataError, match=r"make a -trans\.fif"):
        landmarks_in_head(info, None)


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([[1, 2, 3]] * 3, "corners of a triangle"),
        ([[0, 0, 0], [1, 0, 0], [10**400, 0, 0]], "three numbers each; rpa is"),
        ([[0, 0, 0], [1, 0, 0], [1e200, 0, 0]], "three numbers each; rpa is"),
    ],
    ids=["one place", "a large whole number", "far away"],
)
def test_landmarks_that_are_nowhere_are_refused(write, info, places, words):
    named = dict(zip(("LPA", "NAS", "RPA"), places, strict=True))
    root = write({"coordsystem.json": {KEY: named, "AnatomicalLandmarkCoordinateUnits": "m"}})
    with pytest.raises(FormatError, match=words):
        landmarks_in_head(info, root / "coordsystem.json")
