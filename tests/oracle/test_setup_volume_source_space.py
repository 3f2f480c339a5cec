"""Source spaces in volumes, beside those MNE-Python sets up."""

import numpy as np
import pytest

import leadfield
from leadfield.sources.grid import STEPS

mne = pytest.importorskip("mne")
nibabel = pytest.importorskip("nibabel")

FACTS = ("rr", "nn", "vertno", "inuse", "nuse", "np", "type", "id", "coord_frame", "subject_his_id")
GRIDS = ("shape", "mri_width", "mri_height", "mri_depth", "mri_volume_name", "mri_file", "seg_name")
THALAMI = ["Left-Thalamus-Proper", "Right-Thalamus-Proper"]


@pytest.fixture(scope="module")
def aseg(tmp_path_factory):
    """Voxels of 5 mm in an oblique head: two thalami, a hippocampus, and other tissue."""
    to_scanner = np.array([[-5.0, 0, 0.4, 130], [0, 0.3, 5, -120], [0, -5, 0.3, 125], [0, 0, 0, 1]])
    to_scanner[:3, :3] *= 5 / np.linalg.norm(to_scanner[:3, :3], axis=0)
    x, y, z = np.indices((50, 50, 50)) - 25.0
    values = np.zeros((50, 50, 50), np.int32)
    values[np.sqrt(x**2 + y**2 + z**2) < 16] = 2
    for number, place in ((10, 3), (49, -3)):
        values[np.sqrt((x - place) ** 2 + (y + 1) ** 2 + (z + 3) ** 2) < 3] = number
    values[(abs(x - 6) < 2) & (abs(y - 2) < 2) & (abs(z) < 4)] = 17
    path = tmp_path_factory.mktemp("mri") / "aseg.mgz"
    nibabel.save(nibabel.MGHImage(values, to_scanner), path)
    return path


def both(**options):
    """Source spaces of both packages."""
    theirs = mne.setup_volume_source_space(**options, verbose="error")
    return leadfield.setup_volume_source_space(**options, verbose="error"), theirs


def assert_same(ours, theirs):
    assert len(ours) == len(theirs)
    for mine, other in zip(ours, theirs, strict=True):
        for key in FACTS:
            np.testing.assert_array_equal(mine[key], other[key], err_msg=key)
        if other["type"] != "vol":
            continue
        for key in GRIDS:
            np.testing.assert_array_equal(mine.get(key), other.get(key), err_msg=key)
        for key in ("src_mri_t", "vox_mri_t", "mri_ras_t"):
            # The header is in single precision, and MNE-Python computes with it so.
            np.testing.assert_allclose(mine[key]["trans"], other[key]["trans"], atol=1e-7)
        if "interpolator" in other:
            assert mine["interpolator"].shape == other["interpolator"].shape
            assert abs(mine["interpolator"] - other["interpolator"]).max() < 1e-10
        else:
            assert mine["interpolator"] is None


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"sphere": 0.07},
        {"sphere": (0.0, -10.0, 5.0, 66.0), "sphere_units": "mm", "mindist": 0.0},
        {"mindist": 12.0, "exclude": 30.0},
        {"add_interpolator": False},
        {"subject": "ann"},
    ],
    ids=lambda options: " ".join(options) or "as it is",
)
def test_grids_in_spheres_are_the_same(aseg, options):
    assert_same(*both(pos=9.0, mri=aseg, **options))


def test_a_grid_without_an_image_is_of_single_points():
    ours, theirs = both(pos=20.0)
    assert_same(ours, theirs)
    assert ours.kind == "discrete"


def test_a_sphere_model_bounds_with_its_innermost_shell(aseg):
    model = {"r0": (0.0, 0.0, 0.02), "head_radius": 0.08}
    ours = leadfield.setup_volume_source_space(
        pos=9.0, mri=aseg, sphere=leadfield.make_sphere_model(**model), verbose="error"
    )
    sphere = mne.make_sphere_model(**model, verbose="error")
    theirs = mne.setup_volume_source_space(pos=9.0, mri=aseg, sphere=sphere, verbose="error")
    assert_same(ours, theirs)
    assert_same(leadfield.setup_volume_source_space(pos=9.0, mri=aseg, sphere=sphere), theirs)


@pytest.mark.parametrize("name", ["sample-1280-bem-sol.fif", "sample-1280-1280-1280-bem.fif"])
def test_grids_in_a_real_inner_skull_are_the_same(aseg, shared, name):
    options = {"pos": 12.0, "mri": aseg, "mindist": 3.0, "add_interpolator": False}
    assert_same(*both(bem=shared / name, **options))
    if "sol" in name:
        theirs = mne.setup_volume_source_space(
            bem=mne.read_bem_solution(shared / name, verbose="error"), **options, verbose="error"
        )
        model = leadfield.read_bem_solution(shared / name)
        assert_same(leadfield.setup_volume_source_space(bem=model, **options), theirs)


def test_grids_in_a_surface_are_the_same(aseg, shared, tmp_path):
    skull = leadfield.read_bem_surfaces(shared / "sample-1280-bem-sol.fif")[0]
    surface = {"rr": 1e3 * skull["rr"], "tris": skull["tris"]}
    mne.write_surface(tmp_path / "inner.surf", surface["rr"], surface["tris"], verbose="error")
    options = {"pos": 12.0, "mri": aseg, "add_interpolator": False}
    assert_same(*both(surface=tmp_path / "inner.surf", **options))
    theirs = mne.setup_volume_source_space(surface=dict(surface), **options, verbose="error")
    assert_same(leadfield.setup_volume_source_space(surface=surface, **options), theirs)


@pytest.mark.parametrize("single_volume", [False, True])
@pytest.mark.parametrize("labels", [THALAMI, "Left-Hippocampus", {"one": 2, "other": 17}])
def test_structures_are_the_same(aseg, labels, single_volume):
    options = {"volume_label": labels, "single_volume": single_volume}
    assert_same(*both(pos=5.0, mri=aseg, **options))


def test_a_structure_without_a_point_is_empty_and_both_warn(aseg):
    options = {"pos": 9.0, "mri": aseg, "volume_label": {"nothing": 99, "tissue": 2}}
    with pytest.warns(RuntimeWarning, match="no point of a grid of 9 mm is in 'nothing'"):
        ours = leadfield.setup_volume_source_space(**options)
    with pytest.warns(RuntimeWarning, match="Found no usable vertices"):
        theirs = mne.setup_volume_source_space(**options)
    assert_same(ours, theirs)


def test_images_of_a_subject_are_found(aseg, tmp_path):
    folder = tmp_path / "ann" / "mri"
    folder.mkdir(parents=True)
    for name in ("T1.mgz", "aseg.mgz"):
        (folder / name).write_bytes(aseg.read_bytes())
    options = {"subject": "ann", "subjects_dir": tmp_path, "add_interpolator": False}
    ours, theirs = both(pos=10.0, **options)
    assert_same(ours, theirs)
    assert ours[0]["mri_volume_name"] == str(folder / "T1.mgz")
    ours, theirs = both(pos=10.0, volume_label="Left-Hippocampus", **options)
    assert_same(ours, theirs)
    assert ours[0]["mri_file"] == str(folder / "aseg.mgz")


def test_points_of_ones_own_are_the_same():
    rng = np.random.default_rng(0)
    pos = {"rr": 0.05 * rng.standard_normal((7, 3)), "nn": rng.standard_normal((7, 3))}
    assert_same(*both(subject="ann", pos=pos))


def test_an_unequal_image_keeps_its_depth(tmp_path):
    # MNE-Python takes the height for the depth.
    path = tmp_path / "flat.mgz"
    nibabel.save(nibabel.MGHImage(np.ones((30, 28, 26), np.uint8), np.diag([8.0, 8, 8, 1])), path)
    src = leadfield.setup_volume_source_space(pos=20.0, mri=path, sphere=0.07)
    assert [src[0][f"mri_{key}"] for key in ("width", "height", "depth")] == [30, 28, 26]
    assert src[0]["interpolator"].shape == (30 * 28 * 26, src[0]["np"])


def test_neighbours_are_in_their_order_where_it_keeps_any(aseg):
    # MNE-Python loses all but the first of 26 neighbours, and keeps those that are no sources.
    ours, theirs = both(pos=12.0, mri=aseg, add_interpolator=False)
    mine, other = ours[0]["neighbor_vert"], theirs[0]["neighbor_vert"]
    kept = (other >= 0) & np.isin(other, ours[0]["vertno"])
    assert kept.sum() > 100
    np.testing.assert_array_equal(mine[kept], other[kept])
    below = mine[:, STEPS.index((0, 0, -1))]
    np.testing.assert_array_equal(np.flatnonzero(below >= 0), np.flatnonzero(kept[:, 0]))


def test_what_we_write_is_what_mne_reads(aseg, tmp_path):
    ours, theirs = both(pos=10.0, mri=aseg, volume_label=THALAMI, subject="ann")
    ours.save(tmp_path / "ours-src.fif")
    theirs.save(tmp_path / "theirs-src.fif")
    found = mne.read_source_spaces(tmp_path / "ours-src.fif", verbose="error")
    assert_same(
        leadfield.read_source_spaces(tmp_path / "ours-src.fif"),
        mne.read_source_spaces(tmp_path / "theirs-src.fif", verbose="error"),
    )
    for mine, other in zip(ours, found, strict=True):
        np.testing.assert_array_equal(other["neighbor_vert"], mine["neighbor_vert"])
        assert abs(other["interpolator"] - mine["interpolator"]).max() < 1e-7


def test_a_forward_solution_on_structures_is_the_same(aseg, shared):
    info = mne.io.read_info(shared / "test-ave.fif.gz", verbose="error")
    info = mne.pick_info(info, mne.pick_types(info, meg="mag", exclude="bads"))
    ours, theirs = both(pos=10.0, mri=aseg, volume_label=THALAMI, add_interpolator=False)
    centre = (0.0, 0.0, 0.02)
    found = leadfield.make_forward_solution(
        info, None, ours, leadfield.make_sphere_model(centre, 0.09, info)
    )
    expected = mne.make_forward_solution(
        info, None, theirs, mne.make_sphere_model(centre, 0.09, info), verbose="error"
    )
    largest = abs(expected["sol"]["data"]).max()
    assert abs(found["sol"]["data"] - expected["sol"]["data"]).max() < 1e-8 * largest


def test_a_real_segmentation_gives_the_same_structures(shared):
    aseg = shared / "fsaverage-aseg.mgz"
    found = leadfield.get_volume_labels_from_aseg(aseg, return_colors=True)
    expected = mne.get_volume_labels_from_aseg(aseg, return_colors=True)
    assert found[0] == expected[0]
    np.testing.assert_array_equal(found[1], expected[1])
    labels = ["Left-Thalamus", "Right-Hippocampus", "Brain-Stem"]
    assert_same(*both(pos=10.0, mri=aseg, volume_label=labels, single_volume=True))
