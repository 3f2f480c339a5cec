"""Morphs as users make and apply them: what comes out, and what is refused."""

import numpy as np
import pytest

from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate
from leadfield.api.morph.grand_average import grand_average
from leadfield.api.morph.morph import compute_source_morph, read_source_morph
from leadfield.api.sources.setup import setup_source_space
from leadfield.base.errors import (
    ArgumentTypeError,
    InputError,
    MismatchError,
    OverwriteError,
)

SOURCES = [np.arange(0, 500, 9), np.arange(3, 550, 11)]
N = sum(map(len, SOURCES))


def estimate(value=1.0, subject="ann", cls=SourceEstimate):
    shape = (N, 3, 4) if cls is VectorSourceEstimate else (N, 4)
    return cls(np.full(shape, value), SOURCES, -0.1, 0.2, subject=subject)


@pytest.fixture(scope="module")
def folder(little_subjects):
    return little_subjects


@pytest.fixture(scope="module")
def morph(folder):
    return compute_source_morph(estimate(), subject_to="ben", subjects_dir=folder, spacing=1)


def make(folder, src=None, **given):
    given = {"subject_to": "ben", "subjects_dir": folder, "spacing": 1} | given
    return compute_source_morph(estimate() if src is None else src, **given)


@pytest.mark.parametrize("cls", [SourceEstimate, VectorSourceEstimate])
def test_an_estimate_keeps_its_class_and_times(morph, cls):
    before = estimate(3.0, cls=cls)
    after = morph.apply(before)
    assert type(after) is cls
    assert after.subject == "ben"
    assert after.shape == (84, *before.shape[1:])
    assert np.array_equal(after.times, before.times)
    np.testing.assert_allclose(after.data, 3.0)
    assert [len(v) for v in after.vertices] == [42, 42]
    assert before.subject == "ann"


def test_lists_give_lists_and_iterators_are_lazy(morph):
    several = [estimate(1.0), estimate(2.0)]
    assert [stc.data[0, 0] for stc in morph.apply(several)] == pytest.approx([1, 2])
    drawn = []

    def stream():
        for stc in several:
            drawn.append(stc)
            yield stc

    morphed = morph.apply(stream())
    assert not drawn
    assert next(morphed).data[0, 0] == pytest.approx(1)
    assert len(drawn) == 1


def test_an_estimate_without_a_name_is_taken_for_the_subject(morph):
    assert morph.apply(estimate(subject=None)).subject == "ben"


def test_it_tells_what_it_is(morph):
    words = "<SourceMorph | surface, ann -> ben, spacing : 1, smooth : None>"
    assert repr(morph) == words
    assert (morph.kind, morph.xhemi, morph.morph_mat.shape) == ("surface", False, (84, N))
    assert [len(v) for v in morph.vertices_to] == [42, 42]


def test_it_is_made_from_source_spaces_to_source_spaces(folder):
    src, src_to = (
        setup_source_space(s, "oct2", subjects_dir=folder, add_dist=False) for s in ("ann", "ben")
    )
    made = compute_source_morph(src, None, None, folder, src_to=src_to)
    assert (made.subject_from, made.subject_to, made.spacing) == ("ann", "ben", None)
    for ours, theirs in zip(made.vertices_to, src_to, strict=True):
        assert np.array_equal(ours, theirs["vertno"])


def test_sources_without_a_subject_are_warned_of(folder):
    with pytest.warns(RuntimeWarning, match="cannot be checked"):
        made = make(folder, estimate(subject=None), subject_from="ann")
    assert made.subject_from == "ann"


def test_saved_it_comes_back(morph, tmp_path):
    pytest.importorskip("h5py")
    morph.save(tmp_path / "mine")
    again = read_source_morph(tmp_path / "mine-morph.h5")
    assert repr(again) == repr(morph)
    assert np.array_equal(again.apply(estimate()).data, morph.apply(estimate()).data)
    with pytest.raises(OverwriteError):
        morph.save(tmp_path / "mine-morph.h5")
    morph.save(tmp_path / "mine-morph.h5", overwrite=True)


def test_vertices_left_out_are_warned_of_unless_unwanted(folder):
    with pytest.warns(RuntimeWarning, match="no value after 1"):
        make(folder, smooth=1)
    make(folder, smooth=1, warn=False)


@pytest.mark.parametrize(
    ("given", "error", "problem"),
    [
        ({"zooms": 5}, InputError, "zooms is for volumes"),
        ({"niter_sdr": ()}, InputError, "niter_sdr is for volumes"),
        ({"precompute": True}, InputError, "precompute is for volumes"),
        ({"subject_from": "ben"}, MismatchError, "must be the subject of src, 'ann', got 'ben'"),
        ({"subject_to": None}, InputError, "subject_to must be given"),
        ({"smooth": -1}, InputError, "at least 0"),
        ({"smooth": "far"}, InputError, "'nearest'"),
        ({"smooth": 1.5}, ArgumentTypeError, "whole number"),
        ({"spacing": "ico5"}, ArgumentTypeError, "spacing"),
        ({"xhemi": True}, MismatchError, "one subject"),
        ({"sparse": True}, InputError, "spacing=None"),
        ({"sparse": True, "spacing": None, "smooth": 2}, InputError, "smooth=None"),
        ({"src": 3}, ArgumentTypeError, "src must be"),
    ],
)
def test_an_argument_that_cannot_be_used_is_refused(folder, given, error, problem):
    with pytest.raises(error, match=problem):
        make(folder, **given)


def test_what_cannot_be_morphed_is_refused(morph):
    volume = VolSourceEstimate(np.ones((2, 3)), [np.arange(2)], 0, 1)
    with pytest.raises(MismatchError, match="takes estimates on surfaces"):
        morph.apply(volume)
    with pytest.raises(ArgumentTypeError, match="stc_from must be"):
        morph.apply(3)
    with pytest.raises(InputError, match="output"):
        morph.apply(estimate(), output="nifti1")


class TestGrandAverage:
    def test_it_is_the_mean(self):
        both = grand_average([estimate(1.0), estimate(4.0)])
        np.testing.assert_allclose(both.data, 2.5)
        assert type(both) is SourceEstimate
        assert both.subject == "ann"

    def test_a_single_one_is_warned_of(self):
        with pytest.warns(RuntimeWarning, match="single"):
            grand_average([estimate()])

    def test_only_estimates_of_one_class_are_averaged(self):
        with pytest.raises(ArgumentTypeError, match="got SourceEstimate, VectorSourceEstimate"):
            grand_average([estimate(), estimate(cls=VectorSourceEstimate)])
        with pytest.raises(InputError, match="none"):
            grand_average([])

    def test_people_must_be_morphed_first(self):
        with pytest.raises(MismatchError, match="one subject"):
            grand_average([estimate(), estimate(subject="ben")])
