"""Maps of labels, and labels of maps, as users ask for them."""

import numpy as np
import pytest

from leadfield.api.estimates.label_maps import labels_to_stc, stc_to_label
from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.api.labels.label import Label
from leadfield.api.sources.setup import setup_source_space
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError


@pytest.fixture(scope="module")
def src(little_subjects):
    return setup_source_space("ann", "oct2", subjects_dir=little_subjects, add_dist=False)


@pytest.fixture
def stc(src):
    data = np.zeros((sum(one["nuse"] for one in src), 2))
    data[[1, 4], 1] = 3, -5
    return SourceEstimate(data, [one["vertno"] for one in src], 0, 1, "ann")


def label(*vertices, hemi="lh"):
    return Label(list(vertices), hemi=hemi, subject="ann", name=f"a-{hemi}")


def test_what_is_extracted_goes_back(src):
    labels = [label(*src[0]["vertno"][:4]), label(*src[1]["vertno"][2:], hemi="rh")]
    stc = labels_to_stc(labels, [[1.0, 2.0], [3.0, 4.0]], -0.1, 0.01, src=src)
    courses = stc.extract_label_time_course(labels, src, mode="mean")
    np.testing.assert_allclose(courses, [[1, 2], [3, 4]])
    assert (stc.subject, stc.tmin, stc.tstep) == ("ann", -0.1, 0.01)


def test_sources_of_no_label_are_zero(src):
    stc = labels_to_stc([label(src[0]["vertno"][3])], [2.0], src=src)
    assert np.flatnonzero(stc.data).tolist() == [3]


def test_a_pair_has_one_value():
    pair = label(3, 5) + label(7, hemi="rh")
    stc = labels_to_stc([pair], [2.0])
    assert [one.tolist() for one in stc.vertices] == [[3, 5], [7]]
    assert stc.data.ravel().tolist() == [2, 2, 2]


def test_a_label_of_no_source_loses_its_value_and_says_so(src):
    free = np.setdiff1d(np.arange(500), src[0]["vertno"])[0]
    with pytest.warns(RuntimeWarning, match="hold no source"):
        labels_to_stc([label(free)], [2.0], src=src)


def test_there_must_be_as_many_values_as_labels(src):
    with pytest.raises(MismatchError, match="for each of 1 labels"):
        labels_to_stc([label(3)], [1.0, 2.0])
    with pytest.raises(ArgumentTypeError, match="real numbers"):
        labels_to_stc([label(3)], [1j])
    with pytest.raises(InputError, match="both hemispheres"):
        labels_to_stc([label(3)], [1.0], src=src[:1])
    with pytest.raises(MismatchError, match="'ann' and 'ben'"):
        labels_to_stc([label(3)], [1.0], subject="ben", src=src)


def test_labels_hold_the_active_sources(stc, src):
    left, right = stc_to_label(stc, src, smooth=False)
    assert left.vertices.tolist() == src[0]["vertno"][[1, 4]].tolist()
    np.testing.assert_allclose(left.pos, src[0]["rr"][left.vertices])
    assert right is None


def test_smooth_labels_hold_what_is_around_them(stc, src):
    (left, _), (plain, _) = stc_to_label(stc, src), stc_to_label(stc, src, smooth=False)
    assert set(plain.vertices) < set(left.vertices)


def test_without_source_spaces_places_are_on_the_white_surface(stc, src, little_subjects):
    left, _ = stc_to_label(stc, smooth=False, subjects_dir=little_subjects)
    np.testing.assert_allclose(left.pos, src[0]["rr"][left.vertices], atol=1e-6)


def test_all_zeros_have_no_patches(stc, src):
    assert stc_to_label(0 * stc, src, connected=True) == [[], []]


@pytest.mark.parametrize("options", [{}, {"smooth": False, "connected": True}, {"src": "ann"}])
def test_source_spaces_are_needed(stc, options):
    with pytest.raises(InputError, match="need src"):
        stc_to_label(stc, **options)


def test_the_source_spaces_hold_the_sources(stc, src, make_estimate):
    with pytest.raises(MismatchError, match="hold all"):
        stc_to_label(make_estimate(), src)
    with pytest.raises(InputError, match="volume estimate"):
        stc_to_label(make_estimate("volume"), src)
    with pytest.raises(InputError, match="smooth must be one of"):
        stc_to_label(stc, src, smooth=5)
