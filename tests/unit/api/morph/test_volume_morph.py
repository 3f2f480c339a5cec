"""Morphs of volumes as users compute and apply them."""

import nibabel
import numpy as np
import pytest

import leadfield
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, StateError
from leadfield.freesurfer.image import read_image
from leadfield.sources.grid import values_at

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


def test_it_says_where_its_images_lie(spaces, morph):
    src, src_to = spaces
    assert morph.zooms == pytest.approx((10.0, 10.0, 10.0))
    assert (morph.niter_affine, morph.niter_sdr, morph.sdr_morph) == ((), (), None)
    assert morph.shape == tuple(src_to[0]["shape"])
    np.testing.assert_allclose(np.diag(morph.affine), [10, 10, 10, 1])
    assert morph.src_data["src_shape"] == tuple(src[0]["shape"])[::-1]
    np.testing.assert_array_equal(np.flatnonzero(morph.src_data["inuse"][0]), src[0]["vertno"])
    assert morph.compute_vol_morph_mat() is morph


def test_it_is_saved_and_read(morph, tmp_path):
    pytest.importorskip("h5py")
    morph.save(tmp_path / "one")
    again = leadfield.read_source_morph(tmp_path / "one-morph.h5")
    np.testing.assert_array_equal(again.vol_morph_mat.toarray(), morph.vol_morph_mat.toarray())
    assert repr(again) == repr(morph)
    assert again._repr_html_() == morph._repr_html_()


def test_estimates_of_the_cortex_are_refused(morph):
    stc = leadfield.SourceEstimate(np.ones((2, 1)), [[1], [2]], 0.0, 0.1, "ann")
    with pytest.raises(MismatchError, match="takes estimates in volumes"):
        morph.apply(stc)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"src_to": None, "subject_to": "ben"}, "src_to must be given with talairach=True"),
        ({"spacing": 4}, "spacing is for surfaces"),
        ({"smooth": 3}, "smooth is for surfaces"),
        ({"xhemi": True}, "xhemi is for surfaces: leave it at False, got True"),
        ({"sparse": True}, "sparse is for surfaces: leave it at False, got True"),
        ({"subject_from": "cat"}, "subject_from must be the subject of src, 'ann', got 'cat'"),
        ({"niter_sdr": (3,)}, "niter_sdr is for registrations of images, which talairach=True"),
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
    options = {"subjects_dir": subjects_dir, "subject_to": None, "src_to": spaces[1]}
    with pytest.raises(InputError, match="talairach is for volumes"):
        leadfield.compute_source_morph(cortex, talairach=True, **options)
    with pytest.raises(InputError, match="src_to must be both hemispheres and volumes"):
        leadfield.compute_source_morph(cortex + spaces[0], talairach=True, **options)


# Images of the same subjects, registered in a few steps.
FEW = {"niter_affine": (5, 3, 1), "niter_sdr": (2, 1)}


@pytest.fixture(scope="module")
def brains(little_brains):
    pytest.importorskip("dipy")
    return little_brains, [
        leadfield.setup_volume_source_space(name, 14.0, sphere=0.07, subjects_dir=little_brains)
        for name in ("ann", "ben")
    ]


@pytest.fixture(scope="module")
def registered(brains):
    folder, (src, src_to) = brains
    return leadfield.compute_source_morph(src, None, None, folder, src_to=src_to, **FEW)


def estimate_on(src, shape=(2,)):
    values = np.random.default_rng(0).standard_normal((src[0]["nuse"], *shape))
    kind = leadfield.VolSourceEstimate if len(shape) == 1 else leadfield.VolVectorSourceEstimate
    return kind(values, [src[0]["vertno"]], 0.0, 0.1, "ann")


def test_registration_brings_structures_together(brains, registered):
    folder, (src, src_to) = brains
    values = {}
    for name, space in (("ann", src[0]), ("ben", src_to[0])):
        image = read_image(folder / name / "mri" / "brain.mgz")
        values[name] = values_at(image, space["rr"][space["vertno"]])
    stc = leadfield.VolSourceEstimate(values["ann"][:, None], [src[0]["vertno"]], 0.0, 1.0, "ann")
    by_mni = leadfield.compute_source_morph(src, None, None, folder, src_to=src_to, talairach=True)
    inside = np.linalg.norm(src_to[0]["rr"][src_to[0]["vertno"]], axis=1) < 0.045
    likeness = [
        np.corrcoef(morph.apply(stc).data[inside, 0], values["ben"][inside])[0, 1]
        for morph in (registered, by_mni)
    ]
    assert likeness[0] > 0.95
    assert likeness[1] < 0.85


def test_images_have_the_voxels_that_are_asked_for(brains, registered):
    _, (src, src_to) = brains
    stc = estimate_on(src)
    image = registered.apply(stc, "nifti1")
    on_grid = np.zeros((len(src_to[0]["rr"]), 2))
    on_grid[src_to[0]["vertno"]] = registered.apply(stc).data
    np.testing.assert_allclose(image.get_fdata().reshape(-1, 2, order="F"), on_grid)
    for asked, size in ((True, 8.0), (7.0, 7.0), ((7.0, 8.0, 9.0), (7.0, 8.0, 9.0))):
        image = registered.apply(stc, "nifti2", mri_resolution=asked)
        np.testing.assert_allclose(np.diag(image.affine)[:3], np.broadcast_to(size, 3))
    vectors = estimate_on(src, (3, 2))
    lengths = registered.apply(vectors).magnitude().data
    image = registered.apply(iter([vectors]), "nifti1")
    np.testing.assert_allclose(next(image).get_fdata().max(), lengths.max())


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"output": "nifti"}, "output must be one of"),
        ({"mri_resolution": True}, "mri_resolution must be one of False, got True"),
        ({"output": "nifti1", "mri_resolution": -1.0}, "mri_resolution must be above 0"),
        ({"output": "nifti1", "mri_resolution": (1.0, 2.0)}, "one size of voxels in mm, or three"),
        ({"output": "nifti1", "mri_space": False}, "mri_space must be one of None, True"),
    ],
)
def test_images_that_cannot_be_made_are_refused(brains, registered, options, words):
    with pytest.raises(InputError, match=words):
        registered.apply(estimate_on(brains[1][0]), **options)


def test_images_of_surfaces_are_refused(little_subjects):
    src = leadfield.setup_source_space("ann", "oct2", subjects_dir=little_subjects, add_dist=False)
    morph = leadfield.compute_source_morph(src, "ann", "ann", little_subjects, spacing=None)
    stc = leadfield.SourceEstimate(np.ones((36, 1)), [s["vertno"] for s in src], 0.0, 0.1, "ann")
    with pytest.raises(InputError, match="output must be one of 'stc'"):
        morph.apply(stc, "nifti1")
    assert morph.zooms is morph.niter_affine is morph.shape is morph.affine is None
    assert morph.pre_affine is morph.vol_morph_mat is None


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"zooms": "fine"}, "zooms must be one of 'auto'"),
        ({"zooms": (5.0, 5.0)}, "one size of voxels in mm, or three"),
        ({"zooms": 0.01}, "at most .* voxels"),
        ({"niter_affine": ()}, "niter_affine must have at least one level"),
        ({"niter_sdr": 3}, "niter_sdr must be numbers of iterations"),
        ({"smooth": 2}, "smooth is for surfaces"),
        ({"src_to": None}, "subject_to must be given where src_to does not name its subject"),
    ],
)
def test_registrations_that_cannot_be_are_refused(brains, options, words):
    folder, (src, src_to) = brains
    known = {"subject_to": None, "subjects_dir": folder, "src_to": src_to, **FEW}
    with pytest.raises((InputError, ArgumentTypeError), match=words):
        leadfield.compute_source_morph(src, **{**known, **options})


def test_sources_without_interpolators_are_refused_before_anything_is_registered(brains):
    folder, (_, src_to) = brains
    src = leadfield.setup_volume_source_space(
        "ann", 14.0, sphere=0.05, subjects_dir=folder, add_interpolator=False
    )
    with pytest.raises(StateError, match="add_interpolator=True"):
        leadfield.compute_source_morph(src, None, None, "/", src_to=src_to)


@pytest.fixture(scope="module")
def mixed(brains):
    folder, spaces = brains
    src, src_to = (
        leadfield.setup_source_space(name, "oct2", subjects_dir=folder, add_dist=False) + inside
        for name, inside in zip(("ann", "ben"), spaces, strict=True)
    )
    options = {"src_to": src_to, "talairach": True, "smooth": 2, "warn": False}
    return src, leadfield.compute_source_morph(src, None, None, folder, **options)


def test_cortex_and_volumes_are_morphed_at_once(mixed, tmp_path):
    src, morph = mixed
    assert (morph.kind, morph.smooth, morph.niter_sdr) == ("mixed", 2, ())
    assert len(morph.vertices_to) == 3
    vertices = [space["vertno"] for space in src]
    values = np.random.default_rng(0).standard_normal((sum(map(len, vertices)), 2))
    stc = leadfield.MixedSourceEstimate(values, vertices, 0.0, 0.1, "ann")
    found = morph.apply(stc)
    assert isinstance(found, leadfield.MixedSourceEstimate)
    np.testing.assert_array_equal(found.surface().data, morph.apply(stc.surface()).data)
    np.testing.assert_array_equal(found.volume().data, morph.apply(stc.volume()).data)
    assert morph.apply(stc.volume(), "nifti1").shape[3] == 2
    with pytest.raises(MismatchError, match=r"stc\.volume\(\)"):
        morph.apply(stc, "nifti1")
    pytest.importorskip("h5py")
    morph.save(tmp_path / "m.h5")
    again = leadfield.read_source_morph(tmp_path / "m.h5")
    assert (again.kind, repr(again)) == ("mixed", repr(morph))
    np.testing.assert_array_equal(again.apply(stc).data, found.data)


@pytest.mark.parametrize("name", ["xhemi", "sparse"])
def test_mixed_spaces_have_no_crossed_or_sparse_morph(mixed, brains, name):
    src, _ = mixed
    with pytest.raises(InputError, match=f"{name} is for surfaces alone"):
        leadfield.compute_source_morph(src, None, "ann", brains[0], src_to=src, **{name: True})


def test_mixed_spaces_need_targets(mixed, brains):
    with pytest.raises(InputError, match="src_to must be given for mixed"):
        leadfield.compute_source_morph(mixed[0], None, "ben", brains[0])
