"""Images of source spaces, beside MNE-Python's."""

import nibabel
import numpy as np
import pytest

import leadfield
from leadfield.base.errors import InputError

mne = pytest.importorskip("mne")

TURN = np.array([[-8.0, 0, 0, 125], [0, 0, 8, -110], [0, -8, 0, 117], [0, 0, 0, 1]])
NAMES = ["Left-Hippocampus", "Brain-Stem"]


@pytest.fixture(scope="module")
def src(little_subjects, tmp_path_factory):
    """A cortex, two structures and three points, of MNE-Python's."""
    home = tmp_path_factory.mktemp("mri")
    values = np.zeros((30, 30, 30), np.int32)
    values[4:13, 10:20, 10:20], values[18:26, 12:18, 9:20] = 16, 17
    nibabel.save(nibabel.MGHImage(values, TURN), home / "aseg.mgz")
    options = {"subjects_dir": little_subjects, "verbose": "error"}
    cortex = mne.setup_source_space("ann", "oct2", add_dist=False, **options)
    inside = mne.setup_volume_source_space(
        "ann", 14.0, mri=home / "aseg.mgz", volume_label=NAMES, **options
    )
    points = {"rr": np.array([[0.01, 0, 0], [0, 0.03, 0.02], [0, 0, 0.04]]), "nn": np.eye(3)}
    alone = mne.setup_volume_source_space("ann", points, verbose="error")
    return cortex + inside + alone


def written(src, path, **options):
    src.export_volume(path, overwrite=True, verbose="error", **options)
    image = nibabel.load(path)
    return image.get_fdata(), image.affine


@pytest.mark.parametrize("name", ["one.nii.gz", "one.mgz"])
@pytest.mark.parametrize("mri_resolution", [False, True, "sparse"])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"use_lut": False, "dest": "surf"},
        {"include_surfaces": False, "include_discrete": False},
        {"include_surfaces": False},
    ],
)
@pytest.mark.filterwarnings("ignore:.*outside")
def test_the_same_voxels_are_shown(src, tmp_path, name, mri_resolution, options):
    options = {"mri_resolution": mri_resolution, **options}
    expected, affine = written(src, tmp_path / f"theirs-{name}", **options)
    ours = leadfield.SourceSpaces(src)
    found, our_affine = written(ours, tmp_path / f"ours-{name}", **options)
    assert set(np.unique(found)) > {0}
    np.testing.assert_array_equal(found, expected)
    np.testing.assert_allclose(our_affine, affine, atol=1e-4)


def test_sources_in_head_coordinates_which_fail_there_are_shown_where_they_are(src, tmp_path):
    matrix = mne.transforms.translation(0.003, -0.02, 0.04) @ mne.transforms.rotation(0.1, 0, 0.2)
    trans = mne.transforms.Transform("head", "mri", matrix)
    moved = src.copy()
    moved._transform_to(4, mne.transforms.invert_transform(trans))
    with pytest.raises(RuntimeError, match="To mismatch"):
        written(moved, tmp_path / "theirs.nii", trans=trans)
    ours = leadfield.SourceSpaces(moved)
    found = written(ours, tmp_path / "ours.nii", trans=trans)[0]
    expected = written(leadfield.SourceSpaces(src), tmp_path / "same.nii")[0]
    assert (found != expected).mean() < 1e-3  # some lie between two voxels
    with pytest.raises(InputError, match="trans must be given"):
        ours.export_volume(tmp_path / "none.nii")
    volumes = {"include_surfaces": False, "include_discrete": False, "mri_resolution": "sparse"}
    assert (written(ours, tmp_path / "volumes.nii", **volumes)[0] > 0).any()
