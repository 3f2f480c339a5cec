"""Parcellations: labels come back from annotation files, and what these cannot hold."""

import numpy as np
import pytest

from leadfield.api.labels.label import Label
from leadfield.api.labels.parcellation import read_labels_from_annot, write_labels_to_annot
from leadfield.base.errors import FormatError, InputError, MismatchError, OverwriteError
from leadfield.freesurfer.annotation import Parcellation, write_annotation
from leadfield.freesurfer.surface import read_surface


def label(*vertices, hemi="lh", **given):
    return Label(list(vertices), hemi=hemi, subject="ann", **given)


@pytest.fixture
def parcels(little_subjects, tmp_path):
    """A folder of subjects where parcellations can be written."""
    home = tmp_path / "ann"
    (home / "label").mkdir(parents=True)
    (home / "surf").symlink_to(little_subjects / "ann" / "surf")
    return tmp_path


def test_labels_come_back_from_their_parcellation(parcels):
    made = [
        label(1, 2, name="one-lh", color=(1.0, 0.0, 0.0, 1.0)),
        label(5, name="two-lh"),
        label(7, 8, hemi="rh", name="one-rh"),
    ]
    write_labels_to_annot(made, "ann", "mine", subjects_dir=parcels)
    again = read_labels_from_annot("ann", "mine", subjects_dir=parcels)
    names = [one.name for one in again]
    assert names == ["one-lh", "one-rh", "two-lh", "unknown-lh", "unknown-rh"]
    assert again[0].vertices.tolist() == [1, 2]
    assert again[0].color == (1, 0, 0, 1)
    assert len(again[3]) == 497
    white = read_surface(parcels / "ann" / "surf" / "lh.white")
    np.testing.assert_allclose(again[0].pos, white.vertices[1:3] / 1000)


def test_names_can_be_asked_for(parcels):
    made = [label(1, name="cuneus-lh"), label(2, name="precuneus-lh"), label(3, name="v1-lh")]
    write_labels_to_annot(made, "ann", "mine", subjects_dir=parcels, hemi="lh")

    def names(regexp):
        found = read_labels_from_annot("ann", "mine", "lh", regexp=regexp, subjects_dir=parcels)
        return [one.name for one in found]

    assert names("cuneus") == ["cuneus-lh", "precuneus-lh"]
    assert names("^cuneus.*") == ["cuneus-lh"]
    with pytest.raises(InputError, match="one of 'cuneus-lh', 'precuneus-lh'"):
        names("insula")
    with pytest.raises(InputError, match="regular expression"):
        names("(")


def test_a_single_file_can_be_written_and_read(parcels):
    path = parcels / "lh.alone.annot"
    write_labels_to_annot([label(3, name="a-lh")], "ann", annot_fname=path, subjects_dir=parcels)
    found = read_labels_from_annot("ann", annot_fname=path, subjects_dir=parcels)
    assert [one.name for one in found] == ["a-lh", "unknown-lh"]


def test_without_the_surface_it_ends_at_the_last_vertex(parcels):
    with pytest.warns(RuntimeWarning, match="last vertex"):
        write_labels_to_annot([label(0, 3, name="a")], annot_fname=parcels / "lh.b.annot")


@pytest.mark.parametrize(
    ("made", "error", "problem"),
    [
        ([label(1)], InputError, "1 without"),
        ([label(1, name="a"), label(1, 2, name="b")], MismatchError, "'b' does with 'a'"),
        ([label(1, name="a", color="red"), label(2, name="b", color="red")], InputError, "one"),
        ([label(500, name="a")], MismatchError, "below 500"),
    ],
)
def test_what_a_parcellation_cannot_hold_is_refused(parcels, made, error, problem):
    with pytest.raises(error, match=problem):
        write_labels_to_annot(made, "ann", "mine", subjects_dir=parcels)
    assert not list((parcels / "ann" / "label").iterdir())


def test_black_is_warned_of(parcels):
    black = [label(1, name="a", color="black")]
    with pytest.warns(RuntimeWarning, match="black"):
        write_labels_to_annot(black, "ann", "mine", subjects_dir=parcels, hemi="lh")


def test_a_parcellation_is_not_replaced_unasked(parcels):
    made = [label(1, name="a")]
    write_labels_to_annot(made, "ann", "mine", subjects_dir=parcels)
    with pytest.raises(OverwriteError):
        write_labels_to_annot(made, "ann", "mine", subjects_dir=parcels)
    write_labels_to_annot(made, "ann", "mine", overwrite=True, subjects_dir=parcels)


def test_many_labels_get_colours_of_their_own_or_an_error(parcels):
    many = [label(i, name=f"l{i:03d}") for i in range(100)]
    write_labels_to_annot(many, "ann", "many", subjects_dir=parcels, hemi="lh")
    found = read_labels_from_annot("ann", "many", "lh", subjects_dir=parcels)
    assert len({one.color[:3] for one in found}) == 101
    more = [label(i, name=f"l{i:03d}") for i in range(400)]
    with pytest.raises(InputError, match="too few"):
        write_labels_to_annot(more, "ann", "more", subjects_dir=parcels, hemi="lh")


def test_it_must_be_of_the_subject(parcels):
    path = parcels / "lh.short.annot"
    with pytest.warns(RuntimeWarning, match="last vertex"):
        write_labels_to_annot([label(3, name="a")], annot_fname=path)
    with pytest.raises(FormatError, match=r"500 vertices of lh\.white, got 4"):
        read_labels_from_annot("ann", annot_fname=path, subjects_dir=parcels)


def test_a_parcellation_without_regions_is_refused(parcels):
    path = parcels / "lh.none.annot"
    n = len(read_surface(parcels / "ann" / "surf" / "lh.white").vertices)
    nothing = Parcellation(labels=np.full(n, -1), names=(), colours=np.empty((0, 4), int))
    write_annotation(path, nothing)
    with pytest.raises(FormatError, match="must have regions"):
        read_labels_from_annot("ann", annot_fname=path, subjects_dir=parcels)
