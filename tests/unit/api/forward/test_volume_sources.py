"""Source spaces in volumes as users set them up, and what they may do wrong."""

import nibabel
import numpy as np
import pytest

import leadfield
from leadfield.api.forward.volume_sources import setup_volume_source_space
from leadfield.base.errors import InputError, MissingFileError, StateError, UnknownNameError
from leadfield.numerics.mesh_sphere import icosahedron


@pytest.fixture
def aseg(tmp_path):
    values = np.full((20, 20, 20), 17, np.uint8)
    to_mri = np.array([[-10.0, 0, 0, 100], [0, 0, 10, -100], [0, -10, 0, 100], [0, 0, 0, 1]])
    nibabel.save(nibabel.MGHImage(values, to_mri), tmp_path / "aseg.mgz")
    return tmp_path / "aseg.mgz"


def skull(**changes):
    vertices, triangles = icosahedron(2)
    return {"id": 1, "rr": 0.08 * vertices, "tris": triangles, "sigma": 0.3, **changes}


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"pos": 0}, InputError, "pos must be above 0"),
        ({"pos": "near"}, InputError, "pos must be a distance in mm, or a dict"),
        ({"pos": {"rr": np.eye(3)}}, UnknownNameError, r"got \['rr'\]"),
        ({"pos": {"rr": np.eye(3), "nn": np.eye(4)}}, InputError, "n x 3 numbers"),
        ({"pos": {"rr": np.eye(3), "nn": np.zeros((3, 3))}}, InputError, "no normal zero"),
        ({"pos": {"rr": np.eye(3) * np.nan, "nn": np.eye(3)}}, InputError, "finite"),
        ({"mindist": -1}, InputError, "mindist must be at least 0"),
        ({"exclude": np.nan}, InputError, "exclude must be at least 0"),
        ({"sphere": (0, 0, 0.1)}, InputError, "a centre and a radius"),
        ({"sphere": "auto"}, InputError, "got 'auto'"),
        ({"sphere": -0.1}, InputError, "radius above 0"),
        ({"sphere_units": "cm"}, InputError, "sphere_units"),
        ({"volume_label": "Left-Amygdala"}, TypeError, "volume_label needs mri"),
        ({"mri": "T1.mgz"}, MissingFileError, "where there is no subject"),
        ({"surface": {"rr": np.eye(3)}}, UnknownNameError, r"got \['rr'\]"),
        ({"surface": "none.surf"}, MissingFileError, "none.surf"),
        ({"bem": 3}, TypeError, "bem must be"),
    ],
)
def test_what_cannot_be_is_refused(options, error, words):
    with pytest.raises(error, match=words):
        setup_volume_source_space(**{"pos": 20.0, **options})


def test_points_are_in_no_image(aseg):
    points = {"rr": np.zeros((1, 3)), "nn": np.ones((1, 3))}
    with pytest.raises(InputError, match="pos must be a distance"):
        setup_volume_source_space(pos=points, mri=aseg)


@pytest.mark.parametrize(
    ("labels", "error", "words"),
    [
        ("Left-Hipocampus", UnknownNameError, "did you mean 'Left-Hippocampus'"),
        (["Nothing like it at all"], UnknownNameError, "got 'Nothing like it at all'$"),
        ({"a": 1.5}, TypeError, r"volume_label\['a'\] must be a whole number"),
        ({1: 5}, TypeError, "names as its keys"),
        (17, TypeError, "volume_label must be a name"),
        ([], TypeError, "volume_label must be a name"),
    ],
)
def test_structures_must_be_known(aseg, labels, error, words):
    with pytest.raises(error, match=words):
        setup_volume_source_space(pos=20.0, mri=aseg, volume_label=labels)


def test_names_of_structures_are_of_an_aseg(aseg):
    other = aseg.with_name("atlas.mgz")
    other.write_bytes(aseg.read_bytes())
    with pytest.raises(StateError, match="dict of numbers by name unless"):
        setup_volume_source_space(pos=20.0, mri=other, volume_label="Left-Hippocampus")
    src = setup_volume_source_space(pos=20.0, mri=other, volume_label={"all": 17})
    assert src[0]["seg_name"] == "all"


def test_one_thing_bounds_the_sources():
    with pytest.raises(InputError, match="only one of bem and surface"):
        setup_volume_source_space(pos=20.0, bem="a-bem.fif", surface="lh.white")


def test_a_sphere_is_no_boundary_element_model():
    with pytest.raises(InputError, match="pass it as sphere"):
        setup_volume_source_space(pos=20.0, bem=leadfield.make_sphere_model())


def test_a_model_without_shells_bounds_nothing():
    with pytest.raises(InputError, match="a sphere with shells"):
        setup_volume_source_space(pos=20.0, sphere=leadfield.make_sphere_model(head_radius=None))
    with pytest.raises(InputError, match="a sphere with shells"):
        setup_volume_source_space(pos=20.0, sphere=leadfield.make_bem_solution([skull()]))


def test_a_model_in_head_coordinates_is_refused():
    with pytest.raises(InputError, match="MRI coordinates, got HEAD"):
        setup_volume_source_space(pos=20.0, bem=leadfield.make_bem_solution([skull(coord_frame=4)]))


def test_a_centre_of_the_unit_asked_for_is_the_same(aseg):
    far = setup_volume_source_space(pos=20.0, mri=aseg, sphere=(0, 0.01, 0, 0.07))
    near = setup_volume_source_space(pos=20.0, mri=aseg, sphere=(0, 10, 0, 70), sphere_units="mm")
    np.testing.assert_array_equal(far[0]["vertno"], near[0]["vertno"])


def test_an_image_that_is_absent_is_named(tmp_path):
    (tmp_path / "ann").mkdir()
    with pytest.raises(MissingFileError, match=r"'ann' must have a file mri/T1\.mgz"):
        setup_volume_source_space("ann", 20.0, subjects_dir=tmp_path)


def test_sources_of_a_cortex_and_a_volume_are_mixed(aseg, little_subjects):
    cortex = leadfield.setup_source_space(
        "ann", "oct2", subjects_dir=little_subjects, add_dist=False
    )
    mixed = cortex + setup_volume_source_space("ann", 20.0, aseg)
    assert mixed.kind == "mixed"
    assert [space["type"] for space in mixed] == ["surf", "surf", "vol"]
