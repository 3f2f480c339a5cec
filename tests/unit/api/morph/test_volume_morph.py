"""Morphs of volumes as users compute and apply them."""

import nibabel
import numpy as np
import pytest

import leadfield
from leadfield.base.errors import InputError, MismatchError

TO_MRI = np.array([[-8.0, 0, 0, 120], [0, 0, 8, -120], [0, -8, 0, 120], [0, 0, 0, 1]])


@pytest.fixture(scope="module")
def subjects_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("subjects")
    for name, shift in (("ann", 0), ("ben", 5)):
        home = folder / name / "mri"
        (home / "transforms").mkdir(parents=True)
        nibabel.save(nibabel.MGHImage(np.ones((30, 30, 30), np.uint8), TO_MRI), home / "T1.mgz")
        (home / "transforms" / "talairach.xfm").write_text(
            f"Linear_Transform =\n1 0 0 {shift}\n0 1 0 0\n0 0 1 0;\n"
        )
    return folder


@pytest.fixture(scope="module")
def spaces(subjects_dir):
    return [
        leadfield.setup_volume_source_space(
            name, 10.0, sphere=0.05, subjects_dir=subjects_dir, add_interpolator=False
        )
        for name in ("ann", "ben")
    ]


@pytest.fixture
def morph(spaces, subjects_dir):
    src, src_to = spaces
    return leadfield.compute_source_morph(
        src, None, None, subjects_dir, src_to=src_to, talairach=True
    )


def test_a_shift_by_half_a_step_takes_the_mean_of_two(spaces, morph):
    src, src_to = spaces
    values = np.random.default_rng(0).standard_normal((src[0]["nuse"], 2))
    stc = leadfield.VolSourceEstimate(values, [src[0]["vertno"]], 0.0, 0.1, "ann")
    found = morph.apply(stc)
    assert isinstance(found, leadfield.VolSourceEstimate)
    assert found.subject == "ben"
    on_grid = np.zeros((len(src[0]["rr"]), 2))
    on_grid[src[0]["vertno"]] = values
    vertices = src_to[0]["vertno"]
    # What is at x in ben's MRI is 5 mm to the right in ann's.
    np.testing.assert_allclose(found.data, (on_grid[vertices] + on_grid[vertices + 1]) / 2)
    assert [one.shape for one in morph.apply([stc, stc])] == [found.shape] * 2
    assert next(morph.apply(iter([stc]))).shape == found.shape


def test_a_morph_says_what_it_is(morph):
    assert morph.kind == "volume"
    assert morph.morph_mat is None
    assert morph.vol_morph_mat.shape == morph.value.matrix.shape
    assert (morph.spacing, morph.smooth, morph.xhemi) == (None, None, False)
    assert repr(morph).startswith("<SourceMorph | volume, ann -> ben")
    assert "Talairach" in morph._repr_html_()


def test_it_is_neither_saved_nor_handed_over(morph, tmp_path):
    with pytest.raises(InputError, match="compute it again"):
        morph.save(tmp_path / "one")
    pytest.importorskip("mne")
    with pytest.raises(InputError, match="MNE-Python's morph must be of surfaces"):
        morph.to_mne()


def test_estimates_of_the_cortex_are_refused(morph):
    stc = leadfield.SourceEstimate(np.ones((2, 1)), [[1], [2]], 0.0, 0.1, "ann")
    with pytest.raises(MismatchError, match="takes estimates in volumes"):
        morph.apply(stc)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"talairach": False}, "talairach=True"),
        ({"src_to": None, "subject_to": "ben"}, "src_to must be given for volumes"),
        ({"spacing": 4}, "spacing is for surfaces"),
        ({"smooth": 3}, "smooth is for surfaces"),
        ({"xhemi": True}, "xhemi and sparse are for surfaces"),
        ({"subject_from": "cat"}, "subject_from must be the subject of src, 'ann', got 'cat'"),
        ({"niter_sdr": (3,)}, "niter_sdr is for volumes, whose images are not"),
    ],
)
def test_what_cannot_be_is_refused(spaces, subjects_dir, options, words):
    src, src_to = spaces
    known = {"subject_to": None, "subjects_dir": subjects_dir, "src_to": src_to, "talairach": True}
    with pytest.raises(InputError, match=words):
        leadfield.compute_source_morph(src, **{**known, **options})


def test_a_cortex_has_no_talairach_morph(spaces, subjects_dir, little_subjects):
    cortex = leadfield.setup_source_space(
        "ann", "oct2", subjects_dir=little_subjects, add_dist=False
    )
    options = {"subjects_dir": subjects_dir, "src_to": spaces[1], "talairach": True}
    for src in (cortex, cortex + spaces[0]):
        with pytest.raises(InputError, match=r"stc\.volume\(\)"):
            leadfield.compute_source_morph(src, subject_to=None, **options)
