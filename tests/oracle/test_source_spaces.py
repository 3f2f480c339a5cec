"""Source spaces beside MNE-Python's, read from its files and written for it."""

import numpy as np
import pytest

from leadfield.api.sources.source_spaces import read_source_spaces

mne = pytest.importorskip("mne")

SURFACE = ("id", "type", "coord_frame", "np", "rr", "nn", "nuse", "inuse", "vertno", "ntri", "tris")
PATCHES = ("nuse_tri", "use_tris", "nearest", "nearest_dist", "patch_inds", "subject_his_id")
VOLUME = ("shape", "mri_volume_name", "mri_width", "mri_height", "mri_depth", "neighbor_vert")


def assert_same(ours, theirs, keys):
    assert len(ours) == len(theirs)
    assert ours.kind == theirs.kind
    for mine, other in zip(ours, theirs, strict=True):
        for key in keys:
            np.testing.assert_array_equal(mine[key], other[key], err_msg=key)


@pytest.fixture(scope="module")
def surface(shared):
    return mne.read_source_spaces(shared / "small-src.fif.gz")


@pytest.fixture(scope="module")
def volume(tiny_mri):
    """A grid in an MRI, and how it fills the MRI's voxels."""
    return mne.setup_volume_source_space(
        pos=40.0, mri=tiny_mri, sphere=(0.0, 0.0, 0.0, 0.09), sphere_units="m"
    )


@pytest.fixture(scope="module")
def discrete():
    rng = np.random.default_rng(0)
    normals = rng.standard_normal((7, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return mne.setup_volume_source_space(pos={"rr": 0.05 * normals, "nn": normals})


def test_surfaces_read_as_mne_reads_them(shared, surface):
    ours = read_source_spaces(shared / "small-src.fif.gz")
    assert_same(ours, surface, SURFACE + PATCHES)
    for mine, other in zip(ours, surface, strict=True):
        for patch, expected in zip(mine["pinfo"], other["pinfo"], strict=True):
            np.testing.assert_array_equal(patch, expected)


def test_triangles_have_the_geometry_that_mne_gives_them(shared):
    ours = read_source_spaces(shared / "small-src.fif.gz", patch_stats=True)
    theirs = mne.read_source_spaces(shared / "small-src.fif.gz", patch_stats=True)
    for mine, other in zip(ours, theirs, strict=True):
        for key in ("tri_area", "tri_cent", "tri_nn"):
            # Sums of three coordinates, in another order.
            np.testing.assert_allclose(mine[key], other[key], rtol=1e-9, atol=1e-15)


def test_surfaces_written_are_read_by_mne(tmp_path, shared, surface):
    path = tmp_path / "a-src.fif.gz"
    read_source_spaces(shared / "small-src.fif.gz").save(path)
    assert_same(mne.read_source_spaces(path), surface, SURFACE + PATCHES)


def test_distances_survive_both_ways(tmp_path, surface):
    src = surface.copy()
    mne.add_source_space_distances(src, dist_limit=0.03)
    src.save(tmp_path / "a-src.fif")
    ours = read_source_spaces(tmp_path / "a-src.fif")
    ours.save(tmp_path / "b-src.fif")
    again = mne.read_source_spaces(tmp_path / "b-src.fif")
    for theirs in (ours, again):
        for mine, other in zip(theirs, mne.read_source_spaces(tmp_path / "a-src.fif"), strict=True):
            assert mine["dist_limit"] == other["dist_limit"]
            assert abs(mine["dist"] - other["dist"]).max() == 0
            np.testing.assert_array_equal(mine["nearest"], other["nearest"])


def test_volumes_go_from_mne_to_us_and_back(tmp_path, volume):
    volume.save(tmp_path / "a-src.fif")
    ours = read_source_spaces(tmp_path / "a-src.fif")
    ours.save(tmp_path / "b-src.fif")
    expected = mne.read_source_spaces(tmp_path / "a-src.fif")
    assert expected[0]["type"] == "vol"
    for found in (ours, mne.read_source_spaces(tmp_path / "b-src.fif")):
        assert_same(found, expected, SURFACE + VOLUME)
        for key in ("src_mri_t", "vox_mri_t", "mri_ras_t"):
            np.testing.assert_array_equal(found[0][key]["trans"], expected[0][key]["trans"])
        assert abs(found[0]["interpolator"] - expected[0]["interpolator"]).max() == 0


def test_discrete_sources_go_from_mne_to_us_and_back(tmp_path, discrete):
    discrete.save(tmp_path / "a-src.fif")
    ours = read_source_spaces(tmp_path / "a-src.fif")
    ours.save(tmp_path / "b-src.fif")
    expected = mne.read_source_spaces(tmp_path / "a-src.fif")
    for theirs in (ours, mne.read_source_spaces(tmp_path / "b-src.fif")):
        assert_same(theirs, expected, SURFACE)


def test_surfaces_and_volumes_together_are_mixed(tmp_path, surface, volume):
    (surface + volume).save(tmp_path / "a-src.fif")
    ours = read_source_spaces(tmp_path / "a-src.fif")
    assert ours.kind == "mixed"
    assert_same(ours, mne.read_source_spaces(tmp_path / "a-src.fif"), SURFACE)
    assert ours[:2].kind == "surface"
    assert (ours[:2] + ours[2:]).kind == "mixed"
