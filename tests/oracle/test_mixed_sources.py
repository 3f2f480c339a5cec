"""A cortex and structures below it together, from their set-up to images, beside MNE-Python's."""

import nibabel
import numpy as np
import pytest
from same.agree import assert_estimates_agree, assert_within

import leadfield

mne = pytest.importorskip("mne")

STRUCTURES = ["Left-Hippocampus", "Right-Hippocampus"]
LOOSE = {"surface": 0.3, "volume": 1.0}
CLOSE = 1e-8  # of the largest value, through lead fields and whitening
TO_MRI = np.array([[-5.0, 0, 0, 125], [0, 0, 5, -125], [0, -5, 0, 125], [0, 0, 0, 1]])


@pytest.fixture(scope="module")
def aseg(tmp_path_factory):
    """Two boxes that touch each other, in voxels of 5 mm."""
    values = np.zeros((50, 50, 50), np.uint8)
    values[16:25, 20:28, 20:28] = 53
    values[25:34, 20:28, 20:28] = 17
    path = tmp_path_factory.mktemp("mri") / "aseg.mgz"
    nibabel.save(nibabel.MGHImage(values, TO_MRI), path)
    return path


@pytest.fixture(scope="module")
def info(shared):
    """Every third of the real magnetometers."""
    read = mne.io.read_info(shared / "test-ave.fif.gz", verbose="error")
    return mne.pick_info(read, mne.pick_types(read, meg="mag", exclude="bads")[::3])


@pytest.fixture(scope="module")
def responses(aseg, info, little_subjects):
    """Of each package: source space, operator and two estimates, scalar and of vectors."""
    data = np.random.default_rng(0).standard_normal((len(info["ch_names"]), 12)) * 1e-13
    found = []
    for package in (leadfield, mne):
        quiet = {"verbose": "error"}
        options = {"subjects_dir": little_subjects, "add_dist": False, **quiet}
        src = package.setup_source_space("ann", "oct2", **options)
        src = src + package.setup_volume_source_space(
            "ann", 12.0, aseg, 0.08, mindist=0.0, volume_label=STRUCTURES, **quiet
        )
        sphere = package.make_sphere_model((0.0, 0.003, 0.004), 0.1, **quiet)
        forward = package.make_forward_solution(info, None, src, sphere, eeg=False, **quiet)
        noise = package.make_ad_hoc_cov(info, **quiet)
        make = package.minimum_norm.make_inverse_operator
        inverse = make(info, forward, noise, loose=LOOSE, **quiet)
        evoked = package.EvokedArray(data.copy(), info, nave=10, **quiet)
        stcs = [
            package.minimum_norm.apply_inverse(evoked, inverse, 1 / 9, "dSPM", ori, **quiet)
            for ori in (None, "vector")
        ]
        found.append((forward, inverse, *stcs))
    return found


def test_their_lead_fields_are_the_same(responses):
    (ours, *_), (theirs, *_) = responses
    assert ours["src"].kind == "mixed"
    for mine, other in zip(ours["src"], theirs["src"], strict=True):
        np.testing.assert_array_equal(mine["vertno"], other["vertno"])
    assert_within(ours["sol"]["data"], theirs["sol"]["data"], CLOSE)


@pytest.mark.parametrize("place", [2, 3], ids=["scalar", "vector"])
def test_their_estimates_are_the_same_whole_and_in_parts(responses, place):
    ours, theirs = (one[place] for one in responses)
    assert type(ours).__name__ == type(theirs).__name__
    assert_estimates_agree(ours, theirs, CLOSE)
    assert_estimates_agree(ours.surface(), theirs.surface(), CLOSE)
    assert_estimates_agree(ours.volume(), theirs.volume(), CLOSE)


@pytest.mark.parametrize("mode", ["mean_flip", "max"])
def test_courses_are_of_labels_and_then_of_each_structure(responses, mode):
    (_, inverse, stc, _), (_, operator, expected, _) = responses
    vertices = [space["vertno"][::2] for space in inverse["src"][:2]]
    sides = dict(zip(("lh", "rh"), vertices, strict=True))
    labels = [
        [package.Label(of, hemi=side, subject="ann") for side, of in sides.items()]
        for package in (leadfield, mne)
    ]
    found = stc.extract_label_time_course(labels[0], inverse["src"], mode)
    want = expected.extract_label_time_course(labels[1], operator["src"], mode, verbose="error")
    assert found.shape == (4, 12)
    assert_within(found, want, CLOSE)


def test_structures_are_one_image_where_no_voxel_is_between_them(responses):
    (_, inverse, stc, _), (_, operator, expected, _) = responses
    found = stc.volume().as_volume(inverse["src"])
    want = expected.volume().as_volume(operator["src"][2:])
    assert_within(found.get_fdata(), want.get_fdata(), 1e-6)  # files are in single precision
    found = stc.volume().as_volume(inverse["src"], mri_resolution=True).get_fdata()
    want = expected.volume().as_volume(operator["src"][2:], mri_resolution=True).get_fdata()
    # MNE-Python doubles what lies between the two boxes.
    weights = [space["interpolator"] for space in operator["src"][2:]]
    both = np.all([weight.sum(axis=1) > 0 for weight in weights], axis=0)
    between = both.reshape((50, 50, 50), order="F")
    assert between.any()
    assert_within(found[~between], want[~between], 1e-6)
    assert_within(2 * found[between], want[between], 1e-6)


def test_a_mixture_survives_its_file(responses, tmp_path):
    pytest.importorskip("h5py")
    stc = responses[0][2]
    stc.save(tmp_path / "mixed")
    found = leadfield.read_source_estimate(tmp_path / "mixed-stc.h5")
    assert_estimates_agree(found, stc, 0)
    again = mne.read_source_estimate(tmp_path / "mixed-stc.h5")
    assert_estimates_agree(stc, again, 0)
