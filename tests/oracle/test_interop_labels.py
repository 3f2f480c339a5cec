"""Labels, source spaces and estimates of MNE-Python's in functions of labels and neighbours."""

import numpy as np
import pytest

import leadfield
from leadfield.datasets import template

mne = pytest.importorskip("mne")
FOLDER = template.data_path()


@pytest.fixture(scope="module")
def theirs():
    """Three labels, source spaces and a map of MNE-Python's."""
    src = mne.setup_source_space(
        "fsaverage5", "oct4", subjects_dir=FOLDER, add_dist=False, verbose="error"
    )
    labels = mne.read_labels_from_annot(
        "fsaverage5", hemi="lh", regexp="temporal", subjects_dir=FOLDER, verbose="error"
    )
    data = np.zeros((sum(one["nuse"] for one in src), 2))
    data[5:40] = np.random.default_rng(0).standard_normal((35, 2))
    stc = mne.SourceEstimate(data, [one["vertno"] for one in src], 0, 1, "fsaverage5")
    return labels, src, stc


@pytest.fixture(scope="module")
def ours(theirs):
    """The same as leadfield's."""
    labels, src, stc = theirs
    found = leadfield.read_labels_from_annot(
        "fsaverage5", hemi="lh", regexp="temporal", subjects_dir=FOLDER
    )
    assert [one.name for one in found] == [one.name for one in labels]
    return (
        found,
        leadfield.SourceSpaces(src),
        leadfield.SourceEstimate(stc.data, stc.vertices, 0, 1, "fsaverage5"),
    )


def vertices(labels):
    return [one.vertices.tolist() for one in labels]


def test_their_labels_are_split_and_moved(theirs, ours):
    options = {"subjects_dir": FOLDER}
    one, other = (leadfield.split_label(labels[0][0], 3, **options) for labels in (theirs, ours))
    assert vertices(one) == vertices(other)
    one, other = (
        leadfield.morph_labels(labels[0], "fsaverage5", **options) for labels in (theirs, ours)
    )
    assert vertices(one) == vertices(other)


def test_their_labels_and_sources_go_together(theirs, ours):
    results = []
    for labels, src, _ in (theirs, ours):
        made = leadfield.labels_to_stc(labels, np.arange(len(labels)), src=src).data
        near = leadfield.label_adjacency(labels, src).toarray()
        results.append([made, near, leadfield.label_sign_flip(labels[0], src)])
    for one, other in zip(*results, strict=True):
        assert np.array_equal(one, other)


def test_their_maps_make_labels(theirs, ours):
    one, other = (
        leadfield.stc_to_label(stc, src, connected=True) for _, src, stc in (theirs, ours)
    )
    assert vertices(one[0]) == vertices(other[0])


def test_their_source_spaces_are_left_alone(theirs):
    _, src, _ = theirs
    made = leadfield.add_source_space_distances(src, 0.02)
    assert isinstance(made, leadfield.SourceSpaces)
    assert made[0]["dist"].nnz
    assert src[0]["dist"] is None
