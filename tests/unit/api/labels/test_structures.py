"""Labels of structures that source spaces are in."""

import copy
import pickle
from dataclasses import replace

import nibabel
import numpy as np
import pytest

import leadfield
from leadfield.base.errors import InputError, MismatchError, MissingFileError

TO_MRI = np.array([[-8.0, 0, 0, 120], [0, 0, 8, -120], [0, -8, 0, 120], [0, 0, 0, 1]])
NAMES = ["Left-Hippocampus", "Brain-Stem"]


@pytest.fixture(scope="module")
def subjects_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("subjects")
    values = np.zeros((30, 30, 30), np.int32)
    values[4:13], values[18:26] = 16, 17
    for name in ("ann", "ben"):
        (folder / name / "mri").mkdir(parents=True)
        nibabel.save(nibabel.MGHImage(values, TO_MRI), folder / name / "mri" / "aseg.mgz")
    return folder


@pytest.fixture(scope="module")
def src(subjects_dir):
    return leadfield.setup_volume_source_space(
        "ann", 15.0, volume_label=NAMES, subjects_dir=subjects_dir, add_interpolator=False
    )


@pytest.fixture
def labels(src, subjects_dir):
    return leadfield.get_volume_labels_from_src(src, "ann", subjects_dir)


def test_labels_have_the_points_and_colours_of_their_structures(src, labels):
    assert [label.name for label in labels] == ["Hippocampus-lh", "Brain-Stem"]
    assert [label.hemi for label in labels] == ["lh", "both"]
    colours = leadfield.read_freesurfer_lut()[1]
    for label, space, name in zip(labels, src, NAMES, strict=True):
        np.testing.assert_array_equal(label.vertices, space["vertno"])
        np.testing.assert_array_equal(label.pos, space["rr"][space["vertno"]])
        np.testing.assert_allclose(label.color, colours[name] / 255)
        assert f"ann, {label.name!r}" in repr(label)
        assert label.name in label._repr_html_()


def test_copies_are_labels_of_volumes_too(labels):
    for again in (labels[1].copy(), copy.copy(labels[1]), pickle.loads(pickle.dumps(labels[1]))):
        assert (again.name, again.hemi, len(again)) == ("Brain-Stem", "both", len(labels[1]))
        with pytest.raises(InputError, match="points in a volume"):
            again.save("nowhere")


def test_what_needs_labels_of_the_cortex_refuses_them(labels):
    stc = leadfield.SourceEstimate(np.ones((2, 1)), [[0], [1]], 0, 1, "ann")
    cortical = leadfield.Label([0], hemi="lh", name="a", subject="ann")
    for call in (
        lambda: stc.in_label(labels[0]),
        lambda: labels[0] + cortical,
        lambda: cortical + labels[0],
        labels[0].center_of_mass,
        lambda: leadfield.split_label(labels[0]),
    ):
        with pytest.raises(InputError, match="'Hippocampus-lh' is of points in a volume"):
            call()


def test_a_structure_that_the_segmentation_lacks_has_no_colour(src, subjects_dir):
    path = subjects_dir / "ben" / "mri" / "aseg.mgz"
    values = np.zeros((30, 30, 30), np.int32)
    values[4:13] = 16
    nibabel.save(nibabel.MGHImage(values, TO_MRI), path)
    moved = tuple(replace(space, subject="ben") for space in src.value.spaces)
    other = leadfield.SourceSpaces(replace(src.value, spaces=moved))
    found = leadfield.get_volume_labels_from_src(other, "ben", subjects_dir)
    assert found[0].color is None
    assert found[1].color is not None


def test_sources_in_no_structure_are_refused(subjects_dir, little_subjects):
    whole = leadfield.setup_volume_source_space(
        "ann", 20.0, mri="aseg.mgz", sphere=0.05, subjects_dir=subjects_dir, add_interpolator=False
    )
    cortex = leadfield.setup_source_space(
        "ann", "oct2", subjects_dir=little_subjects, add_dist=False
    )
    for src in (whole, cortex):
        with pytest.raises(InputError, match=r"volume_label=\[\.\.\.\]"):
            leadfield.get_volume_labels_from_src(src, "ann", subjects_dir)


def test_the_subject_must_be_theirs_and_have_a_segmentation(src, subjects_dir, little_subjects):
    with pytest.raises(MismatchError, match="'ann', got 'ben'"):
        leadfield.get_volume_labels_from_src(src, "ben", subjects_dir)
    with pytest.raises(MissingFileError, match=r"aseg\.mgz"):
        leadfield.get_volume_labels_from_src(src, "ann", little_subjects)
