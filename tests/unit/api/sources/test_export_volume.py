"""Images of source spaces, and what cannot be one."""

import nibabel
import numpy as np
import pytest

import leadfield
from leadfield.base.errors import InputError, MismatchError, OverwriteError

TO_MRI = np.array([[-8.0, 0, 0, 120], [0, 0, 8, -120], [0, -8, 0, 120], [0, 0, 0, 1]])


@pytest.fixture(scope="module")
def subjects_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("subjects")
    values = np.zeros((30, 30, 30), np.int32)
    values[4:13], values[18:26] = 16, 17
    (folder / "ann" / "mri").mkdir(parents=True)
    nibabel.save(nibabel.MGHImage(values, TO_MRI), folder / "ann" / "mri" / "aseg.mgz")
    return folder


def volumes(subjects_dir, labels, **options):
    return leadfield.setup_volume_source_space(
        "ann",
        15.0,
        mri="aseg.mgz",
        volume_label=labels,
        sphere=0.09,
        subjects_dir=subjects_dir,
        add_interpolator=False,
        **options,
    )


@pytest.fixture(scope="module")
def src(subjects_dir):
    return volumes(subjects_dir, ["Left-Hippocampus", "Brain-Stem"])


def test_each_source_is_a_voxel_with_the_number_of_its_structure(src, tmp_path):
    src.export_volume(tmp_path / "a.nii.gz")
    values = nibabel.load(tmp_path / "a.nii.gz").get_fdata()
    for space, number in zip(src, (17, 16), strict=True):
        assert (values.ravel(order="F")[space["vertno"]] == number).all()
        assert (values == number).sum() == space["nuse"]


def test_structures_are_filled_in_the_mri(src, tmp_path, subjects_dir):
    src.export_volume(tmp_path / "a.mgz", mri_resolution=True)
    found, whole = (
        nibabel.load(path).get_fdata()
        for path in (tmp_path / "a.mgz", subjects_dir / "ann" / "mri" / "aseg.mgz")
    )
    np.testing.assert_array_equal(found, whole)


def test_files_are_not_replaced_unless_asked(src, tmp_path):
    src.export_volume(tmp_path / "a.nii")
    with pytest.raises(OverwriteError):
        src.export_volume(tmp_path / "a.nii")
    src.export_volume(tmp_path / "a.nii", overwrite=True)


def test_sources_outside_the_image_are_told(src, tmp_path):
    far = np.array([[0, 0, 0.5], [0, 0, 0.01]])
    points = leadfield.setup_volume_source_space("ann", {"rr": far, "nn": np.eye(3)[:2]})
    with pytest.warns(RuntimeWarning, match="1 sources lie outside the image"):
        (src + points).export_volume(tmp_path / "a.nii")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"fname": "a.img"}, r"must end in \.nii"),
        ({"dest": "head"}, "dest must be one of"),
        ({"mri_resolution": "fine"}, "mri_resolution must be one of"),
    ],
)
def test_options_that_cannot_be_are_refused(src, tmp_path, options, words):
    given = {"fname": "a.nii", **options}
    with pytest.raises(InputError, match=words):
        src.export_volume(tmp_path / given.pop("fname"), **given)


def test_volumes_in_no_structure_are_refused(subjects_dir, little_subjects, tmp_path):
    whole = leadfield.setup_volume_source_space(
        "ann", 20.0, mri="aseg.mgz", sphere=0.05, subjects_dir=subjects_dir, add_interpolator=False
    )
    own = volumes(subjects_dir, {"mine": 17})
    for src in (whole, own):
        with pytest.raises(InputError, match="must be in structures of FreeSurfer's table"):
            src.export_volume(tmp_path / "a.nii")
    own.export_volume(tmp_path / "a.nii", use_lut=False)
    cortex = leadfield.setup_source_space(
        "ann", "oct2", subjects_dir=little_subjects, add_dist=False
    )
    with pytest.raises(InputError, match="src must hold a volume"):
        cortex.export_volume(tmp_path / "b.nii")


def test_an_image_that_changed_is_refused(subjects_dir, tmp_path):
    src = volumes(subjects_dir, ["Brain-Stem"])
    path = subjects_dir / "ann" / "mri" / "aseg.mgz"
    before = path.read_bytes()
    nibabel.save(nibabel.MGHImage(np.zeros((4, 4, 4), np.int32), TO_MRI), path)
    with pytest.raises(MismatchError, match=r"must have \(30, 30, 30\) voxels"):
        src.export_volume(tmp_path / "a.nii", mri_resolution=True)
    path.write_bytes(before)
