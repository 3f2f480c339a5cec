"""Structures of segmentations in estimates of volumes, beside MNE-Python's."""

import shutil

import numpy as np
import pytest
from same.agree import assert_within

import leadfield

mne = pytest.importorskip("mne")
nibabel = pytest.importorskip("nibabel")

NAMES = ["Left-Hippocampus", "Right-Hippocampus", "Brain-Stem"]
TURN = np.array([[-5.0, 0, 0, 125], [0, 0, 5, -125], [0, -5, 0, 125], [0, 0, 0, 1]])


@pytest.fixture(scope="module")
def aseg(tmp_path_factory):
    """Voxels of 5 mm with two hippocampi, a brain stem, and white matter around them."""
    x, y, z = np.moveaxis(np.moveaxis(np.indices((50, 50, 50)), 0, -1) @ TURN[:3, :3].T, -1, 0)
    x, y, z = x + 125, y - 125, z + 125
    values = np.where(np.sqrt(x**2 + y**2 + z**2) < 75, 2, 0).astype(np.int32)
    values[(abs(x + 25) < 9) & (abs(y) < 20) & (abs(z) < 9)] = 17
    values[(abs(x - 25) < 9) & (abs(y) < 20) & (abs(z) < 9)] = 53
    values[(abs(x) < 9) & (abs(y + 30) < 9) & (z < -30) & (z > -60)] = 16
    path = tmp_path_factory.mktemp("mri") / "aseg.mgz"
    nibabel.save(nibabel.MGHImage(values, TURN), path)
    return path


@pytest.fixture(scope="module")
def theirs_src(aseg):
    return mne.setup_volume_source_space(
        "ann", pos=12.0, mri=aseg, sphere=(0, 0, 0, 0.07), mindist=0.0, verbose="error"
    )


@pytest.fixture(scope="module")
def ours_src(aseg):
    return leadfield.setup_volume_source_space(
        "ann", pos=12.0, mri=aseg, sphere=(0, 0, 0, 0.07), mindist=0.0, verbose="error"
    )


@pytest.fixture(scope="module")
def estimates(theirs_src):
    """By kind, the same estimate of both packages."""
    rng, vertices = np.random.default_rng(0), [theirs_src[0]["vertno"]]
    out = {}
    for kind, shape in (("VolSourceEstimate", (9,)), ("VolVectorSourceEstimate", (3, 9))):
        data = rng.standard_normal((len(vertices[0]), *shape))
        out[kind] = [
            getattr(package, kind)(data.copy(), vertices, -0.1, 0.01, "ann")
            for package in (leadfield, mne)
        ]
    return out


KINDS = ["VolSourceEstimate", "VolVectorSourceEstimate"]


@pytest.mark.parametrize("mri_resolution", [True, False])
@pytest.mark.parametrize("mode", ["auto", "mean", "max"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("labels", ["all", "names", "numbers"])
def test_courses_of_structures_are_the_same(
    aseg, estimates, ours_src, theirs_src, labels, kind, mode, mri_resolution
):
    wanted = {"all": aseg, "names": (aseg, NAMES), "numbers": (aseg, {"wm": 2, "stem": 16})}[labels]
    ours, theirs = estimates[kind]
    options = {"mode": mode, "mri_resolution": mri_resolution, "allow_empty": "ignore"}
    expected = theirs.extract_label_time_course(wanted, theirs_src, **options, verbose="error")
    found = ours.extract_label_time_course(wanted, ours_src, **options)
    assert found.shape == expected.shape
    assert_within(found, expected)
    several = leadfield.extract_label_time_course([ours, theirs], wanted, theirs_src, **options)
    assert len(several) == 2
    assert_within(several[1], expected)


def test_a_structure_that_is_not_there_is_an_error_in_both(aseg, estimates, ours_src, theirs_src):
    ours, theirs = estimates["VolSourceEstimate"]
    wanted = (aseg, {"wm": 2, "none": 99})
    with pytest.raises(ValueError, match="none"):
        theirs.extract_label_time_course(wanted, theirs_src, verbose="error")
    with pytest.raises(ValueError, match="'none'"):
        ours.extract_label_time_course(wanted, ours_src)
    with pytest.warns(RuntimeWarning, match="'none'"):
        found = ours.extract_label_time_course(wanted, ours_src, allow_empty=True)
    with pytest.warns(RuntimeWarning, match="none"):
        expected = theirs.extract_label_time_course(wanted, theirs_src, allow_empty=True)
    assert_within(found, expected)
    assert not found[1].any()


@pytest.mark.parametrize("label", ["Left-Hippocampus", 16, "Left-Amygdala"])
@pytest.mark.parametrize("kind", KINDS)
def test_sources_in_a_structure_are_the_same(aseg, estimates, ours_src, theirs_src, label, kind):
    ours, theirs = estimates[kind]
    expected = theirs.in_label(label, str(aseg), theirs_src)
    found = ours.in_label(label, aseg, ours_src)
    np.testing.assert_array_equal(found.vertices[0], expected.vertices[0])
    np.testing.assert_array_equal(found.data, expected.data)
    assert type(found).__name__ == kind
    assert found.subject == "ann"


def test_neighbours_among_structures_are_the_same(aseg, ours_src, theirs_src, tmp_path):
    folder = tmp_path / "ann" / "mri"
    folder.mkdir(parents=True)
    for name in ("aseg.mgz", "aparc+aseg.mgz"):
        (folder / name).write_bytes(aseg.read_bytes())
    with mne.use_log_level("error"):
        expected = mne.volume_label_adjacency(theirs_src, "ann", tmp_path)
        named = mne.volume_label_adjacency(theirs_src, "ann", tmp_path, aseg="aseg", labels=NAMES)
    for wanted, options in ((expected, {}), (named, {"aseg": "aseg", "labels": NAMES})):
        found = leadfield.volume_label_adjacency(ours_src, "ann", tmp_path, **options)
        assert found[1] == list(wanted[1])
        np.testing.assert_array_equal(found[0].toarray() > 0, wanted[0].toarray() > 0)


def test_a_real_segmentation_gives_the_same_courses(shared):
    src = mne.read_source_spaces(shared / "fsaverage-vol7-nointerp-src.fif.gz", verbose="error")
    aseg = shared / "fsaverage-aseg.mgz"
    data = np.random.default_rng(0).standard_normal((src[0]["nuse"], 5))
    arguments = data, [src[0]["vertno"]], 0.0, 0.1
    theirs, ours = mne.VolSourceEstimate(*arguments), leadfield.VolSourceEstimate(*arguments)
    options = {"mri_resolution": False, "allow_empty": "ignore"}
    expected = theirs.extract_label_time_course(aseg, src, **options, verbose="error")
    read = leadfield.read_source_spaces(shared / "fsaverage-vol7-nointerp-src.fif.gz")
    assert_within(ours.extract_label_time_course(aseg, read, **options), expected)


def test_labels_of_source_spaces_are_the_same(aseg):
    home = aseg.parent.parent / "people" / "ann" / "mri"
    home.mkdir(parents=True)
    shutil.copy(aseg, home)
    inside = mne.setup_volume_source_space(
        "ann", 9.0, mri=home / "aseg.mgz", volume_label=NAMES, subjects_dir=home, verbose="error"
    )
    sphere = {"rr": np.eye(3), "nn": np.eye(3), "tris": np.array([[0, 1, 2]]), "np": 3}
    sides = [
        {**inside[0], **sphere, "type": "surf", "id": side, "vertno": np.arange(3), "nuse": 3}
        for side in (101, 102)
    ]
    src = mne.SourceSpaces([*sides, *inside])
    people = home.parent.parent
    found = leadfield.get_volume_labels_from_src(src, "ann", people)
    expected = mne.get_volume_labels_from_src(src, "ann", people)
    assert [label.name for label in found] == ["Hippocampus-lh", "Hippocampus-rh", "Brain-Stem"]
    for ours, theirs in zip(found, expected, strict=True):
        for name in ("name", "hemi", "subject", "comment", "filename"):
            assert getattr(ours, name) == getattr(theirs, name)
        for name in ("vertices", "pos", "values", "color"):
            np.testing.assert_allclose(getattr(ours, name), getattr(theirs, name))
    alone = leadfield.get_volume_labels_from_src(inside, "ann", people)  # which loses two there
    assert [label.name for label in alone] == [label.name for label in found]
