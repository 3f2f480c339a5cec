"""Labels beside MNE-Python's."""

import numpy as np
import pytest

from leadfield.api.labels.files import read_label, write_label
from leadfield.api.labels.grow import grow_labels, select_sources
from leadfield.api.labels.label import Label
from leadfield.api.labels.parcellation import read_labels_from_annot, write_labels_to_annot
from leadfield.api.sources.setup import setup_source_space
from leadfield.datasets import template

mne = pytest.importorskip("mne")


def same(ours, theirs):
    assert (ours.name, ours.hemi, ours.subject) == (theirs.name, theirs.hemi, theirs.subject)
    assert np.array_equal(ours.vertices, theirs.vertices)
    np.testing.assert_allclose(ours.pos, theirs.pos, atol=1e-9)
    np.testing.assert_allclose(ours.values, theirs.values, rtol=1e-6)
    if theirs.color is None:
        assert ours.color is None
    else:
        np.testing.assert_allclose(ours.color, theirs.color, atol=1e-7)


def test_a_real_label_reads_alike(shared):
    path = shared / "test-lh.label"
    ours, theirs = read_label(path, "sample", "red"), mne.read_label(str(path), "sample", "red")
    same(ours, theirs)
    assert ours.comment == theirs.comment


def test_what_we_write_they_read(tmp_path):
    one = Label([2, 5], [[0, 0, 0.01], [0.02, 0, 0]], [0.5, 3], "rh", "c", "x-rh")
    write_label(tmp_path / "x-rh.label", one)
    same(one, mne.read_label(str(tmp_path / "x-rh.label")))


@pytest.mark.parametrize("options", [{}, {"hemi": "rh", "sort": False}, {"regexp": "cuneus"}])
def test_a_parcellation_reads_alike(options):
    folder = template.data_path()
    ours = read_labels_from_annot("fsaverage5", subjects_dir=folder, **options)
    theirs = mne.read_labels_from_annot(
        "fsaverage5", subjects_dir=folder, verbose="error", **options
    )
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        same(one, other)


def test_a_parcellation_that_we_write_they_read(little_subjects, tmp_path):
    (tmp_path / "ann" / "label").mkdir(parents=True)
    (tmp_path / "ann" / "surf").symlink_to(little_subjects / "ann" / "surf")
    made = [
        Label([1, 4], hemi="lh", name="a-lh", subject="ann", color="red"),
        Label([7], hemi="lh", name="b-lh", subject="ann"),
    ]
    write_labels_to_annot(made, "ann", "mine", subjects_dir=tmp_path)
    theirs = mne.read_labels_from_annot("ann", "mine", subjects_dir=tmp_path, verbose="error")
    ours = read_labels_from_annot("ann", "mine", subjects_dir=tmp_path)
    for one, other in zip(ours, theirs, strict=True):
        same(one, other)


def test_algebra_is_alike():
    rng = np.random.default_rng(0)
    makers = []
    for color in ("red", (0.2, 0.4, 0.9, 0.5)):
        vertices = np.sort(rng.choice(30, 12, replace=False))
        given = (vertices, np.outer(vertices, [1, 2, 3]), rng.random(12), "lh")
        names = {"name": str(color), "subject": "ann", "color": color}
        makers.append(lambda cls, given=given, names=names: cls(*given, **names))
    ours, theirs = ([make(cls) for make in makers] for cls in (Label, mne.Label))
    same(ours[0] + ours[1], theirs[0] + theirs[1])
    same(ours[0] - ours[1], theirs[0] - theirs[1])


def test_filling_restricting_and_centres_are_alike(little_subjects):
    ours = setup_source_space("ann", "oct3", subjects_dir=little_subjects, add_dist="patch")
    theirs = mne.setup_source_space(
        "ann", "oct3", subjects_dir=little_subjects, add_dist="patch", verbose="error"
    )
    given = {"vertices": ours[0]["vertno"][3:20], "hemi": "lh", "subject": "ann"}
    given["values"] = np.arange(17) + 1.0
    one, other = Label(**given), mne.Label(**given)
    same(one.fill(ours), other.fill(theirs))
    same(one.fill(ours).restrict(ours), other.fill(theirs).restrict(theirs))
    for within in (False, True, [3, 9, 11]):
        options = {"restrict_vertices": within, "subjects_dir": little_subjects}
        assert one.center_of_mass(**options) == other.center_of_mass(**options)


def test_positions_of_grown_labels_are_in_m_where_theirs_are_in_mm():
    folder = template.data_path()
    (ours,) = grow_labels("fsaverage5", 20, 10, 0, folder)
    (theirs,) = mne.grow_labels("fsaverage5", 20, 10, 0, folder)
    np.testing.assert_allclose(1e3 * ours.pos, theirs.pos)


def test_vertex_0_stays_in_its_piece_where_theirs_loses_it():
    folder = template.data_path()
    read = {"regexp": "precentral-lh", "subjects_dir": folder}
    (ours,) = read_labels_from_annot("fsaverage5", **read)
    (theirs,) = mne.read_labels_from_annot("fsaverage5", **read, verbose="error")
    assert ours.vertices[0] == 0
    whole = ours.split("contiguous", subjects_dir=folder)[0].vertices
    assert (
        whole.tolist()[1:] == theirs.split("contiguous", subjects_dir=folder)[0].vertices.tolist()
    )


@pytest.mark.parametrize("location", ["center", "random", 5])
@pytest.mark.parametrize("extent", [0, 25.0])
def test_sources_are_selected_alike(location, extent):
    folder = template.data_path()
    read = {"regexp": "insula-rh", "subjects_dir": folder}
    (ours,) = read_labels_from_annot("fsaverage5", **read)
    (theirs,) = mne.read_labels_from_annot("fsaverage5", **read, verbose="error")
    options = {"subjects_dir": folder, "name": "x", "random_state": 2}
    for outside in (True, False):
        options["grow_outside"] = outside
        one = select_sources("fsaverage5", ours, location, extent, **options)
        other = mne.label.select_sources("fsaverage5", theirs, location, extent, **options)
        assert np.array_equal(one.vertices, other.vertices)
        assert (one.name, one.hemi) == (other.name, other.hemi)
        if outside:
            assert np.array_equal(one.values, other.values)
