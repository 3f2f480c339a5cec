"""Source spaces beside MNE-Python's, read from its files and written for it."""

import numpy as np
import pytest

from leadfield.api.forward.forward import read_forward_solution
from leadfield.api.inverse.inverse_operator import read_inverse_operator
from leadfield.api.sources.source_spaces import read_source_spaces
from leadfield.base.errors import FormatError

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


@pytest.fixture(scope="module")
def ball(tmp_path_factory):
    """A grid of 15 mm in a sphere, in an MRI of 1 mm: its transforms shrink volumes by 1e9."""
    nibabel = pytest.importorskip("nibabel")
    path = tmp_path_factory.mktemp("mri") / "fine.mgz"
    turn = np.array([[-1.0, 0, 0, 60], [0, 0, 1, -60], [0, -1, 0, 60], [0, 0, 0, 1]])
    nibabel.save(nibabel.MGHImage(np.ones((120, 120, 120), np.uint8), turn), path)
    options = {"sphere": (0.0, 0.0, 10.0, 45.0), "sphere_units": "mm", "add_interpolator": False}
    return mne.setup_volume_source_space(pos=15.0, mri=path, **options, verbose=False)


def test_a_grid_in_a_sphere_is_read_with_its_small_transforms(tmp_path, ball):
    ball.save(tmp_path / "a-src.fif")
    ours = read_source_spaces(tmp_path / "a-src.fif")
    expected = mne.read_source_spaces(tmp_path / "a-src.fif")
    assert_same(ours, expected, SURFACE + VOLUME)
    assert abs(np.linalg.det(ours[0]["vox_mri_t"]["trans"])) < 1e-8
    for key in ("src_mri_t", "vox_mri_t", "mri_ras_t"):
        np.testing.assert_array_equal(ours[0][key]["trans"], expected[0][key]["trans"])


def test_a_real_grid_is_read(shared):
    ours = read_source_spaces(shared / "fsaverage-vol7-nointerp-src.fif.gz")
    expected = mne.read_source_spaces(shared / "fsaverage-vol7-nointerp-src.fif.gz")
    assert_same(ours, expected, SURFACE + VOLUME)


def test_a_forward_solution_and_an_inverse_of_a_grid_in_a_sphere_are_read(tmp_path, shared, ball):
    info = mne.io.read_info(shared / "test-ave.fif.gz", verbose=False)
    info = mne.pick_info(info, mne.pick_types(info, meg="mag", exclude="bads"))
    head = mne.make_sphere_model((0.0, 0.0, 0.04), 0.09, verbose=False)
    forward = mne.make_forward_solution(info, None, ball, head, verbose=False)
    mne.write_forward_solution(tmp_path / "a-fwd.fif", forward, verbose=False)
    ours = read_forward_solution(tmp_path / "a-fwd.fif")
    expected = mne.read_forward_solution(tmp_path / "a-fwd.fif", verbose=False)
    np.testing.assert_array_equal(ours["sol"]["data"], expected["sol"]["data"])
    assert ours["src"].kind == "volume"
    noise = mne.make_ad_hoc_cov(info, verbose=False)
    make = mne.minimum_norm.make_inverse_operator
    inverse = make(info, forward, noise, loose=1.0, depth=None, verbose=False)
    mne.minimum_norm.write_inverse_operator(tmp_path / "a-inv.fif", inverse, verbose=False)
    found = read_inverse_operator(tmp_path / "a-inv.fif")
    assert found["src"].kind == "volume"
    n = len(found["sing"])  # without components that are zero
    np.testing.assert_allclose(found["sing"], inverse["sing"][:n], rtol=1e-5)
    assert n > 90


def test_a_singular_transform_is_refused(tmp_path, ball):
    grid = ball.copy()
    grid[0]["src_mri_t"]["trans"][:3, :3] = np.outer([1, 2, 3], [4, 5, 6]) * 1e-3
    grid[0]["src_mri_t"]["trans"][:3, :3] += 1e-11 * np.eye(3)  # or it would not be written
    path = tmp_path / "a-src.fif"
    grid.save(path)
    with pytest.raises(FormatError, match="have an inverse"):
        read_source_spaces(path)
