"""Models of the head, as users type them."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.api.forward.conductors import (
    ConductorModel,
    make_bem_solution,
    make_sphere_model,
    read_bem_solution,
    write_bem_solution,
)
from leadfield.api.recording.info import Info, create_info
from leadfield.base.errors import (
    ArgumentTypeError,
    DataError,
    FormatError,
    InputError,
    StateError,
    UnknownNameError,
)
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.recording.frames import Frame
from leadfield.recording.info import DigitisedPoint, PointKind


@pytest.fixture
def skull():
    rr, tris = icosahedron(1)
    return {"id": 1, "rr": 0.08 * rr, "tris": tris, "sigma": 0.3}


@pytest.fixture
def bem(skull):
    return make_bem_solution([skull])


@pytest.fixture
def info():
    """Information with points on a head of 93 mm around (0, 5, 42) mm."""
    x = np.random.default_rng(0).normal(size=(30, 3))
    x[:, 2] = np.abs(x[:, 2])
    places = np.array([0, 0.005, 0.042]) + 0.093 * x / np.linalg.norm(x, axis=1, keepdims=True)
    points = tuple(
        DigitisedPoint(kind=PointKind.EXTRA, ident=i, position=p, frame=Frame.HEAD)
        for i, p in enumerate(places)
    )
    value = create_info(["A"], 100.0, "eeg").value
    return Info(replace(value, digitisation=points))


def test_a_sphere_has_the_field_s_keys():
    sphere = make_sphere_model((0, 0.01, 0.05), 0.1)
    assert sphere["is_sphere"]
    assert sphere["r0"].tolist() == [0, 0.01, 0.05]
    assert sphere.radius == pytest.approx(0.1)
    assert [layer["rel_rad"] for layer in sphere["layers"]] == [0.90, 0.92, 0.97, 1.0]
    assert [layer["sigma"] for layer in sphere["layers"]] == [0.33, 1.0, 0.004, 0.33]
    assert len(sphere["mu"]) == len(sphere["lambda"]) == 3


def test_a_sphere_without_shells_has_no_radius():
    sphere = make_sphere_model(head_radius=None)
    assert sphere.radius is None
    assert sphere["layers"] == []
    assert "mu" not in sphere


def test_a_sphere_can_be_fitted_to_the_head(info):
    sphere = make_sphere_model("auto", "auto", info)
    assert sphere["r0"] == pytest.approx([0, 0.005, 0.042])
    assert sphere.radius == pytest.approx(0.093)


def test_the_centre_alone_can_be_fitted(info):
    sphere = make_sphere_model("auto", 0.09, info)
    assert sphere["r0"] == pytest.approx([0, 0.005, 0.042])
    assert sphere.radius == pytest.approx(0.09)


def test_the_radius_alone_can_be_fitted(info):
    sphere = make_sphere_model((0, 0, 0.04), "auto", info)
    assert sphere["r0"].tolist() == [0, 0, 0.04]
    assert sphere.radius == pytest.approx(0.093)


def test_fitting_needs_points():
    with pytest.raises(InputError, match="r0='auto' needs info"):
        make_sphere_model("auto")
    with pytest.raises(DataError, match="digitised points"):
        make_sphere_model("auto", info=create_info(["A"], 100.0, "eeg"))


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"r0": "middle"}, "r0 must be one of 'auto'"),
        ({"r0": (0, 0)}, "r0 must be 3 finite coordinates"),
        ({"head_radius": "big"}, "head_radius must be one of 'auto'"),
        ({"head_radius": 90}, "head_radius must be above 0 and at most 1"),
        ({"head_radius": -0.09}, "head_radius must be above 0"),
        ({"sigmas": (0.3, 0.3)}, "relative_radii and sigmas must be equally many"),
    ],
)
def test_spheres_that_cannot_be_are_refused(arguments, problem):
    with pytest.raises(InputError, match=problem):
        make_sphere_model(**arguments)


def test_a_boundary_element_model_has_the_field_s_keys(bem, skull):
    assert not bem["is_sphere"]
    assert bem["solution"].shape == (42, 42)
    assert bem["surfs"][0]["rr"] == pytest.approx(skull["rr"])
    assert (bem["bem_method"], bem["solver"], bem["nsol"]) == (2, "mne", 42)
    with pytest.raises(StateError, match="only a sphere model has a radius"):
        _ = bem.radius


def test_a_solution_comes_back_from_a_file(bem, tmp_path):
    path = tmp_path / "some-bem-sol.fif"
    write_bem_solution(path, bem)
    found = read_bem_solution(str(path))
    assert found["solution"] == pytest.approx(bem["solution"], abs=1e-6)


def test_surfaces_may_come_as_their_file(bem, tmp_path):
    path = tmp_path / "some-bem-sol.fif"
    write_bem_solution(path, bem)
    again = make_bem_solution(path)
    assert again["solution"] == pytest.approx(bem["solution"], abs=1e-5)


def test_a_sphere_is_not_written(tmp_path):
    with pytest.raises(InputError, match=r"got <ConductorModel . sphere around"):
        write_bem_solution(tmp_path / "some-bem-sol.fif", make_sphere_model(head_radius=None))


def test_a_file_of_something_else_is_not_a_solution(tmp_path):
    (tmp_path / "some-bem-sol.fif").write_bytes(b"no")
    with pytest.raises(FormatError):
        read_bem_solution(tmp_path / "some-bem-sol.fif")


def test_other_solvers_are_refused(skull):
    with pytest.raises(InputError, match="solver must be one of 'mne', 'openmeeg', got 'other'"):
        make_bem_solution([skull], solver="other")


def test_a_surface_inside_out_is_refused(skull):
    skull["tris"] = skull["tris"][:, ::-1]
    with pytest.raises(InputError, match="anticlockwise seen from outside"):
        make_bem_solution([skull])


def test_a_surface_of_an_unknown_kind_is_refused(skull):
    skull["id"] = 2
    with pytest.raises(InputError, match=r"surf\['id'\] must be one of"):
        make_bem_solution([skull])


def test_what_is_no_model_is_refused(tmp_path):
    with pytest.raises(ArgumentTypeError, match="bem must be a ConductorModel"):
        write_bem_solution(tmp_path / "some-bem-sol.fif", {"is_sphere": True})


def test_models_say_what_they_are(bem):
    assert repr(bem) == "<ConductorModel | boundary elements: inner skull>"
    assert "4 shells, radius 90 mm" in repr(make_sphere_model())


def test_a_copy_holds_the_same_model(bem):
    assert bem.copy() == bem
    assert bem.copy() is not bem
    assert bem != make_sphere_model(head_radius=None)
    assert isinstance(bem.copy(), ConductorModel)


def test_unknown_keys_are_refused_with_the_known_ones(bem):
    with pytest.raises(UnknownNameError, match="'solution'"):
        bem["r0"]
