"""Morphs of volumes by registration of images, beside MNE-Python's with the same dipy."""

import copy

import numpy as np
import pytest

import leadfield

mne = pytest.importorskip("mne")
pytest.importorskip("dipy")

# MNE-Python warps images in single precision.
SINGLE = 2e-6
FEW = {"niter_affine": (10, 5, 2), "niter_sdr": (3, 2, 1), "verbose": "error"}


def volume(folder, name, pos, **options):
    return mne.setup_volume_source_space(
        name, pos=pos, sphere=(0, 0, 0, 0.07), subjects_dir=folder, verbose="error", **options
    )


@pytest.fixture(scope="module")
def spaces(little_brains):
    return volume(little_brains, "ann", 14.0), volume(little_brains, "ben", 16.0)


def an_estimate(src, kind=mne.VolSourceEstimate, shape=(3,)):
    vertices = [space["vertno"] for space in src]
    data = np.random.default_rng(0).standard_normal((sum(map(len, vertices)), *shape))
    return kind(data, vertices, 0.1, 0.05, "ann")


def morphs(src, folder, **options):
    arguments = {"subject_to": "ben", "subjects_dir": folder, **FEW, **options}
    return [package.compute_source_morph(src, **arguments) for package in (leadfield, mne)]


def assert_near(found, expected, tolerance=SINGLE):
    np.testing.assert_allclose(found, expected, rtol=0, atol=tolerance * np.abs(expected).max())


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"niter_sdr": ()},
        {"zooms": 11.0},
        {"zooms": (9.0, 12.0, 16.0)},
        {"zooms": None},
        {"niter_affine": (3,), "niter_sdr": (2,)},
    ],
)
def test_estimates_are_morphed_as_mne_python_does(spaces, little_brains, options):
    src, src_to = spaces
    ours, theirs = morphs(src, little_brains, src_to=src_to, **options)
    assert ours.zooms == theirs.zooms
    assert ours.shape == tuple(theirs.shape)
    np.testing.assert_allclose(ours.affine, theirs.affine, rtol=1e-12)
    np.testing.assert_array_equal(ours.pre_affine.affine, theirs.pre_affine.affine)
    assert (ours.sdr_morph is None) == (theirs.sdr_morph is None)
    stc = an_estimate(src)
    found, expected = ours.apply(stc), theirs.apply(stc)
    # Without a warp all is in double precision there, too.
    assert_near(found.data, expected.data, 1e-10 if ours.sdr_morph is None else SINGLE)
    np.testing.assert_array_equal(found.vertices[0], expected.vertices[0])
    assert (found.subject, found.tmin, found.tstep) == ("ben", 0.1, 0.05)


def test_without_targets_all_voxels_that_are_reached_are_targets(spaces, little_brains):
    ours, theirs = morphs(spaces[0], little_brains)
    assert ours.zooms == theirs.zooms == (5.0, 5.0, 5.0)
    np.testing.assert_array_equal(ours.vertices_to[0], theirs.vertices_to[0])
    stc = an_estimate(spaces[0])
    assert_near(ours.apply(stc).data, theirs.apply(stc).data)


@pytest.mark.parametrize(
    ("kind", "shape"), [(mne.VolVectorSourceEstimate, (3, 2)), (mne.VolSourceEstimate, (200,))]
)
def test_vectors_and_long_courses_are_morphed(spaces, little_brains, kind, shape):
    src, src_to = spaces
    ours, theirs = morphs(src, little_brains, src_to=src_to)
    stc = an_estimate(src, kind, shape)
    assert_near(ours.apply(stc).data, theirs.apply(stc).data)


@pytest.fixture(scope="module")
def pair(spaces, little_brains):
    return morphs(spaces[0], little_brains, src_to=spaces[1])


def test_the_matrix_is_mne_pythons(pair):
    ours, theirs = pair
    assert ours.compute_vol_morph_mat() is ours
    theirs = copy.copy(theirs)
    theirs.compute_vol_morph_mat(verbose="error")
    assert_near(ours.vol_morph_mat.toarray(), theirs.vol_morph_mat.toarray())


@pytest.mark.parametrize("output", ["nifti1", "nifti2"])
@pytest.mark.parametrize("mri_resolution", [False, 11.0, (8.0, 9.0, 13.0)])
def test_images_are_mne_pythons(spaces, pair, output, mri_resolution):
    ours, theirs = pair
    stc = an_estimate(spaces[0])
    found = ours.apply(stc, output, mri_resolution=mri_resolution)
    expected = theirs.apply(stc, output, mri_resolution=mri_resolution)
    assert type(found) is type(expected)
    np.testing.assert_allclose(found.affine, expected.affine, rtol=1e-12, atol=1e-9)
    assert_near(found.get_fdata(), expected.get_fdata())
    np.testing.assert_allclose(found.header.get_zooms()[:3], expected.header.get_zooms()[:3])
    assert found.header.get_zooms()[3] == pytest.approx(50)  # ms; MNE-Python's says 1


def test_mixed_sources_are_morphed_by_both_ways(spaces, little_brains):
    options = {"subjects_dir": little_brains, "add_dist": False, "verbose": "error"}
    cortices = [mne.setup_source_space(name, "oct2", **options) for name in ("ann", "ben")]
    src, src_to = (cortex + inside for cortex, inside in zip(cortices, spaces, strict=True))
    ours, theirs = morphs(src, little_brains, src_to=src_to, smooth=3, warn=False)
    assert (ours.kind, ours.spacing, ours.smooth) == ("mixed", None, 3)
    whole = an_estimate(src, mne.MixedSourceEstimate)
    found, expected = ours.apply(whole), theirs.apply(whole)
    assert isinstance(found, leadfield.MixedSourceEstimate)
    assert_near(found.data, expected.data)
    for ours_there, theirs_there in zip(found.vertices, expected.vertices, strict=True):
        np.testing.assert_array_equal(ours_there, theirs_there)
    vectors = an_estimate(src, mne.MixedVectorSourceEstimate, (3, 2))
    assert_near(ours.apply(vectors).data, theirs.apply(vectors).data)
    for part in (whole.surface(), whole.volume()):
        found, expected = ours.apply(part), theirs.apply(part)
        assert type(found).__name__ == type(expected).__name__
        assert_near(found.data, expected.data)


def test_structures_apart_are_morphed_together(little_brains):
    nibabel = pytest.importorskip("nibabel")
    image = nibabel.load(little_brains / "ann" / "mri" / "T1.mgz")
    values = np.zeros(image.shape, np.uint8)
    values[6:13], values[19:26] = 17, 53
    path = little_brains / "ann" / "mri" / "aseg.mgz"
    nibabel.save(nibabel.MGHImage(values, image.affine), path)
    names = {"volume_label": {"left": 17, "right": 53}, "mri": path}
    src, src_to = volume(little_brains, "ann", 14.0, **names), volume(little_brains, "ben", 16.0)
    assert len(src) == 2
    ours, theirs = morphs(src, little_brains, src_to=src_to)
    stc = an_estimate(src)
    assert_near(ours.apply(stc).data, theirs.apply(stc).data)


def files(pair, folder):
    """The same morph, as each package saves it."""
    paths = folder / "ours-morph.h5", folder / "theirs-morph.h5"
    for morph, path in zip(pair, paths, strict=True):
        morph.save(path)
    return paths


def test_each_reads_the_others_files(spaces, little_brains, tmp_path):
    pytest.importorskip("h5py")
    pair = morphs(spaces[0], little_brains, src_to=spaces[1])
    ours, theirs = files(pair, tmp_path)
    stc = an_estimate(spaces[0])
    expected = pair[1].apply(stc).data
    assert_near(leadfield.read_source_morph(theirs).apply(stc).data, expected)
    assert_near(leadfield.read_source_morph(ours).apply(stc).data, expected)
    again = mne.read_source_morph(ours)
    np.testing.assert_allclose(again.apply(stc).data, pair[0].apply(stc).data, rtol=1e-12)
    again.vol_morph_mat = None  # then it goes the way of the registration itself
    assert_near(again.apply(stc).data, expected, 1e-12)


def test_each_takes_the_others_objects(spaces, pair):
    stc = an_estimate(spaces[0])
    expected = pair[1].apply(stc).data
    assert_near(leadfield.SourceMorph(pair[1]).apply(stc).data, expected)
    back = pair[0].to_mne()
    assert_near(back.apply(stc).data, expected)
    back.vol_morph_mat = None
    assert_near(back.apply(stc).data, expected, 1e-12)
    assert (back.zooms, back.niter_sdr, back.kind) == (pair[1].zooms, (3, 2, 1), "volume")


def test_a_talairach_morph_is_applied_by_mne_python(spaces, little_brains):
    src, src_to = spaces
    morph = leadfield.compute_source_morph(
        src, subject_to=None, subjects_dir=little_brains, src_to=src_to, talairach=True
    )
    stc = an_estimate(src)
    np.testing.assert_allclose(morph.to_mne().apply(stc).data, morph.apply(stc).data, rtol=1e-12)
