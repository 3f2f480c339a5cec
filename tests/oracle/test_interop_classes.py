"""leadfield's classes are made of MNE-Python's objects."""

import numpy as np
import pytest

import leadfield
from leadfield import minimum_norm as ours
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.datasets import template

mne = pytest.importorskip("mne")


def test_recordings_and_infos(made_raw):
    theirs = mne.io.read_raw_fif(made_raw, preload=True, verbose=False)
    raw = leadfield.io.Raw(theirs)
    np.testing.assert_array_equal(raw.get_data(), theirs.get_data())
    assert leadfield.Info(theirs.info)["ch_names"] == theirs.ch_names


def test_what_is_changed_here_leaves_the_other_alone(made_raw):
    theirs = mne.io.read_raw_fif(made_raw, preload=True, verbose=False)
    before = theirs.get_data()
    leadfield.io.Raw(theirs).filter(None, 20.0)
    np.testing.assert_array_equal(theirs.get_data(), before)


def test_models(shared, made_forwards):
    forward = mne.read_forward_solution(made_forwards["surface"], verbose=False)
    made = leadfield.Forward(forward)
    np.testing.assert_array_equal(made["sol"]["data"], forward["sol"]["data"])
    assert len(leadfield.SourceSpaces(forward["src"])) == 2
    info = (
        mne.read_evokeds(shared / "test-ave.fif.gz", 0, verbose=False).pick(forward.ch_names).info
    )
    noise = mne.make_ad_hoc_cov(info, verbose=False)
    operator = mne.minimum_norm.make_inverse_operator(info, forward, noise, verbose=False)
    assert ours.InverseOperator(operator)["nsource"] == operator["nsource"]


def test_pairs_of_labels():
    halves = [mne.Label([1, 5], hemi=hemi, subject="ann") for hemi in ("lh", "rh")]
    pair = leadfield.BiHemiLabel(*halves)
    assert isinstance(pair.lh, leadfield.Label)
    assert pair.rh.vertices.tolist() == [1, 5]
    with pytest.raises(ArgumentTypeError, match="got int"):
        leadfield.BiHemiLabel(1, 2)


@pytest.fixture(scope="module")
def estimate():
    vertices = [np.arange(0, 10242, 40), np.arange(3, 10242, 50)]
    data = np.random.default_rng(0).random((sum(map(len, vertices)), 3))
    return mne.SourceEstimate(data, vertices, 0, 0.1, subject="fsaverage5")


@pytest.mark.parametrize("options", [{"spacing": 3}, {"spacing": None, "smooth": "nearest"}])
def test_morphs(estimate, options):
    options = {**options, "subjects_dir": template.data_path(), "verbose": False}
    theirs = mne.compute_source_morph(estimate, subject_to="fsaverage5", **options)
    morph = leadfield.SourceMorph(theirs)
    assert (morph.subject_from, morph.smooth) == (theirs.subject_from, theirs.smooth)
    expected = theirs.apply(estimate)
    found = morph.apply(estimate)
    np.testing.assert_allclose(found.data, expected.data, rtol=1e-12)
    for one, other in zip(found.vertices, expected.vertices, strict=True):
        np.testing.assert_array_equal(one, other)
    again = morph.to_mne()
    assert abs(again.morph_mat - theirs.morph_mat).max() == 0
    assert (again.kind, again.spacing) == (theirs.kind, theirs.spacing)


def test_a_morph_without_what_its_kind_needs_is_refused(estimate):
    theirs = mne.compute_source_morph(
        estimate,
        subject_to="fsaverage5",
        subjects_dir=template.data_path(),
        spacing=3,
        verbose=False,
    )
    theirs.kind = "volume"
    with pytest.raises(InputError, match="src_shape must be numbers"):
        leadfield.SourceMorph(theirs)
