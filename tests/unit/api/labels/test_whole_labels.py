"""Labels that are split, moved and measured, as users ask for it."""

import numpy as np
import pytest

from leadfield.api.labels.files import write_label
from leadfield.api.labels.label import Label
from leadfield.api.labels.morph_labels import morph_labels
from leadfield.api.labels.split import split_label
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError


@pytest.fixture
def label():
    return Label(np.arange(40, 90), hemi="lh", subject="ann", name="some-lh")


def test_a_label_moves_in_place(label, little_subjects):
    moved = label.morph(subject_to="ben", subjects_dir=little_subjects)
    assert moved is label
    assert label.subject == "ben"
    assert len(label.vertices) == len(label.pos) == len(label.values)
    label.values[0] = 3  # its arrays are the user's


def test_a_label_is_smoothed_in_place(label, little_subjects):
    before = len(label)
    assert label.smooth(subjects_dir=little_subjects) is label
    assert len(label) > before
    assert label.subject == "ann"


def test_there_must_be_another_subject(label, little_subjects):
    with pytest.raises(ArgumentTypeError, match="subject_to must be the name"):
        label.morph("ann", subjects_dir=little_subjects)
    with pytest.raises(MismatchError, match="'ann', got 'ben'"):
        label.smooth("ben", subjects_dir=little_subjects)


def test_a_file_can_be_split(label, little_subjects, tmp_path):
    write_label(tmp_path / "some-lh.label", label)
    parts = split_label(tmp_path / "some-lh.label", 2, "ann", little_subjects)
    assert [part.subject for part in parts] == ["ann", "ann"]
    same = label.split(2, subjects_dir=little_subjects)
    assert [one.vertices.tolist() for one in parts] == [one.vertices.tolist() for one in same]


def test_a_pair_cannot_be_split(label, little_subjects):
    pair = label + Label([3], hemi="rh", subject="ann")
    with pytest.raises(InputError, match="one hemisphere"):
        split_label(pair, 2, subjects_dir=little_subjects)


def test_labels_of_several_subjects_do_not_move_together(label, little_subjects):
    other = Label([3], hemi="lh", subject="ben")
    with pytest.raises(MismatchError, match="'ann', 'ben'"):
        morph_labels([label, other], "ben", subjects_dir=little_subjects)


def test_triangles_are_looked_for_among_some_vertices(label):
    tris = np.array([[40, 41, 42], [41, 42, 43], [1, 2, 3]])
    assert label.get_tris(tris, np.arange(43)).tolist() == [[40, 41, 42]]


def test_area_and_way_out_are_those_of_the_surface_asked_for(little_subjects):
    label = Label(np.arange(300), hemi="lh", subject="ann")
    options = {"subjects_dir": little_subjects}
    white, sphere = (label.compute_area(surface=s, **options) for s in ("white", "sphere"))
    assert 0 < white < sphere
    away, outside = label.distances_to_outside(surface="sphere", **options)
    assert away.shape == outside.shape == (300,)
    assert not np.isin(outside, label.vertices).any()
