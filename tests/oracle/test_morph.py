"""Morphs beside MNE-Python's, between two little brains."""

import shutil

import numpy as np
import pytest

from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.morph.morph import compute_source_morph
from leadfield.morph.compute import Subjects, compute_morph, compute_sparse_morph
from leadfield.morph.vertices import target_vertices

mne = pytest.importorskip("mne")
SOURCES = (np.arange(0, 500, 9), np.arange(3, 550, 11))


@pytest.fixture(scope="module")
def subjects(little_subjects, tmp_path_factory):
    """A copy, for MNE-Python writes its maps beside the subjects."""
    folder = tmp_path_factory.mktemp("oracle") / "subjects"
    shutil.copytree(little_subjects, folder)
    return folder


def theirs(folder, **options):
    stc = mne.SourceEstimate(np.zeros((sum(map(len, SOURCES)), 1)), list(SOURCES), 0, 1)
    stc.subject = "ann"
    given = {"subject_to": "ben", "spacing": None, "warn": False, "verbose": "error"}
    return mne.compute_source_morph(stc, "ann", subjects_dir=folder, **given | options)


def same(ours, reference):
    for mine, other in zip(ours.vertices_to, reference.vertices_to, strict=True):
        assert np.array_equal(mine, other)
    # Their map is float32 where it was read from its file.
    assert abs(ours.matrix.as_csr() - reference.morph_mat).max() < 2e-7


@pytest.mark.parametrize("smooth", [None, 0, 1, 6, "nearest"])
@pytest.mark.parametrize("spacing", [None, 1, [np.arange(0, 500, 7), np.arange(0, 600, 11)]])
def test_matrix_is_mne_pythons(subjects, smooth, spacing):
    pair = Subjects(folder=subjects, source="ann", target="ben")
    targets = target_vertices(spacing, subjects, "ben")
    ours = compute_morph(pair, SOURCES, targets, smooth, warn_missing=False)
    same(ours, theirs(subjects, smooth=smooth, spacing=spacing))


def test_crossed_matrix_is_mne_pythons(subjects):
    pair = Subjects(folder=subjects, source="ann", target="ann", crossed=True)
    ours = compute_morph(
        pair, SOURCES, target_vertices(None, subjects, "ann"), None, warn_missing=False
    )
    same(ours, theirs(subjects, subject_to="ann", xhemi=True))


def test_sparse_matrix_is_mne_pythons(subjects):
    few = (np.arange(0, 500, 100), np.arange(0, 550, 110))
    stc = mne.SourceEstimate(np.zeros((10, 1)), list(few), 0, 1, subject="ann")
    reference = mne.compute_source_morph(
        stc, "ann", "ben", subjects, spacing=None, sparse=True, verbose="error"
    )
    ours = compute_sparse_morph(Subjects(folder=subjects, source="ann", target="ben"), few)
    same(ours, reference)


@pytest.mark.parametrize("vector", [False, True])
def test_estimates_are_morphed_as_mne_python_does(subjects, vector):
    shape = (sum(map(len, SOURCES)), 3, 5) if vector else (sum(map(len, SOURCES)), 5)
    data = np.random.default_rng(0).standard_normal(shape)
    their_class = mne.VectorSourceEstimate if vector else mne.SourceEstimate
    our_class = VectorSourceEstimate if vector else SourceEstimate
    made = [cls(data, list(SOURCES), 0.1, 0.01, "ann") for cls in (our_class, their_class)]
    options = {"subject_to": "ben", "subjects_dir": subjects, "spacing": 1}
    ours = compute_source_morph(made[0], **options).apply(made[0])
    reference = mne.compute_source_morph(made[1], verbose="error", **options).apply(made[1])
    np.testing.assert_allclose(ours.data, reference.data, atol=1e-6)
    np.testing.assert_allclose(ours.times, reference.times)
    assert ours.subject == reference.subject
    for mine, other in zip(ours.vertices, reference.vertices, strict=True):
        assert np.array_equal(mine, other)
