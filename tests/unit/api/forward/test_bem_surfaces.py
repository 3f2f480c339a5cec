"""Surfaces of boundary-element models, as users type them."""

import numpy as np
import pytest

from leadfield.api.forward.bem_surfaces import (
    BemSurface,
    make_bem_model,
    read_bem_surfaces,
    write_bem_surfaces,
)
from leadfield.base.errors import (
    ArgumentTypeError,
    DataError,
    FormatError,
    InputError,
    MissingFileError,
    UnknownNameError,
)
from leadfield.freesurfer.surface import Surface, write_surface
from leadfield.numerics.mesh_sphere import icosahedron

SIZES = {"inner_skull": 75, "outer_skull": 80, "outer_skin": 90}


@pytest.fixture
def subjects(tmp_path):
    vertices, triangles = icosahedron(2)
    (tmp_path / "someone" / "bem").mkdir(parents=True)
    for name, size in SIZES.items():
        surface = Surface(vertices=size * vertices, triangles=triangles)
        write_surface(tmp_path / "someone" / "bem" / f"{name}.surf", surface)
    return tmp_path


@pytest.fixture
def surfs(subjects):
    return make_bem_model("someone", ico=1, subjects_dir=subjects)


def test_a_model_has_the_outermost_surface_first(surfs):
    assert [surf["id"] for surf in surfs] == [4, 3, 1]
    assert [surf["sigma"] for surf in surfs] == [0.3, 0.006, 0.3]
    assert [surf["np"] for surf in surfs] == [42, 42, 42]
    assert surfs[-1]["rr"].shape == (42, 3)
    assert surfs[-1]["coord_frame"] == 5


def test_one_conductivity_makes_the_inner_skull_alone(subjects):
    for conductivity in (0.4, [0.4], (0.4,)):
        (surf,) = make_bem_model("someone", None, conductivity, subjects)
        assert (surf["id"], surf["sigma"], surf["ntri"]) == (1, 0.4, 320)


def test_the_folder_of_subjects_may_come_from_the_environment(subjects, monkeypatch):
    monkeypatch.setenv("SUBJECTS_DIR", str(subjects))
    assert len(make_bem_model("someone", ico=1)) == 3


def test_a_subject_that_is_not_there_is_an_error(subjects):
    with pytest.raises(MissingFileError, match="nobody"):
        make_bem_model("nobody", subjects_dir=subjects)


@pytest.mark.parametrize("ico", [-1, 3, 2.0, "4"])
def test_a_grade_that_cannot_be_is_an_error(subjects, ico):
    with pytest.raises((InputError, ArgumentTypeError), match="ico"):
        make_bem_model("someone", ico=ico, subjects_dir=subjects)


@pytest.mark.parametrize("conductivity", [[0.3, 0.3], [[0.3]], -0.3, np.nan])
def test_a_conductivity_that_cannot_be_is_an_error(subjects, conductivity):
    with pytest.raises(InputError, match="conductivity"):
        make_bem_model("someone", 1, conductivity, subjects)


def test_surfaces_that_cross_are_an_error(subjects):
    vertices, triangles = icosahedron(2)
    big = Surface(vertices=85 * vertices, triangles=triangles)
    write_surface(subjects / "someone" / "bem" / "inner_skull.surf", big, overwrite=True)
    with pytest.raises(InputError, match="inner skull must be inside the outer skull"):
        make_bem_model("someone", ico=1, subjects_dir=subjects)


def test_surfaces_come_back_from_a_file(surfs, tmp_path):
    write_bem_surfaces(tmp_path / "some-bem.fif", surfs)
    found = read_bem_surfaces(str(tmp_path / "some-bem.fif"))
    assert [surf["id"] for surf in found] == [4, 3, 1]
    for ours, surf in zip(found, surfs, strict=True):
        assert ours["rr"] == pytest.approx(surf["rr"], abs=1e-7)
        assert np.array_equal(ours["tris"], surf["tris"])


def test_one_surface_can_be_asked_for(surfs, tmp_path):
    write_bem_surfaces(tmp_path / "some-bem.fif", surfs)
    assert read_bem_surfaces(tmp_path / "some-bem.fif", s_id=3)["id"] == 3
    with pytest.raises(InputError, match=r"got 7: it has 4 \(head\), 3 \(outer skull\)"):
        read_bem_surfaces(tmp_path / "some-bem.fif", s_id=7)


def test_one_surface_can_be_written(surfs, tmp_path):
    write_bem_surfaces(tmp_path / "some-bem.fif", surfs[0])
    assert len(read_bem_surfaces(tmp_path / "some-bem.fif")) == 1


def test_what_is_no_fif_is_not_written(surfs, tmp_path):
    with pytest.raises(InputError, match=r"ends in \.fif or \.fif\.gz, got 'some\.h5'"):
        write_bem_surfaces(tmp_path / "some.h5", surfs)


def test_what_is_no_fif_is_not_read(tmp_path):
    (tmp_path / "some.h5").write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(100))
    with pytest.raises(FormatError):
        read_bem_surfaces(tmp_path / "some.h5")


def test_defects_are_raised_warned_about_or_ignored(surfs, tmp_path):
    path = tmp_path / "some-bem.fif"
    open_ = {"id": 4, "rr": surfs[0]["rr"], "tris": surfs[0]["tris"][1:]}
    write_bem_surfaces(path, open_)
    assert read_bem_surfaces(path)[0]["ntri"] == 79
    with pytest.raises(DataError, match="head must be closed"):
        read_bem_surfaces(path, patch_stats=True)
    with pytest.warns(RuntimeWarning, match="head must be closed"):
        read_bem_surfaces(path, patch_stats=True, on_defects="warn")
    read_bem_surfaces(path, patch_stats=True, on_defects="ignore")
    with pytest.raises(InputError, match="on_defects must be one of"):
        read_bem_surfaces(path, on_defects="maybe")


def test_geometry_of_the_triangles_is_there_for_those_who_ask(surfs):
    surf = surfs[0]
    outwards = (surf["tri_cent"] * surf["tri_nn"]).sum(1)
    assert (outwards > 0).all()
    assert surf["tri_area"].sum() == pytest.approx(4 * np.pi * 0.09**2, rel=0.1)
    assert surf["nn"] == pytest.approx(surf["rr"] / 0.09, abs=0.05)


def test_unknown_keys_are_refused_with_the_known_ones(surfs):
    with pytest.raises(UnknownNameError, match="'sigma'"):
        surfs[0]["colour"]


def test_a_surface_says_what_it_is(surfs):
    assert repr(surfs[-1]) == "<BemSurface | inner skull, 42 vertices, 0.3 S/m inside>"
    assert isinstance(surfs[0], BemSurface)
    assert set(surfs[0]) >= {"rr", "tris", "nn", "id", "sigma"}


@pytest.mark.parametrize("odd", [[], None, 3, [3], [{"rr": 1}]])
def test_what_is_no_surface_is_refused(odd, tmp_path):
    with pytest.raises(ArgumentTypeError, match="surface"):
        write_bem_surfaces(tmp_path / "some-bem.fif", odd)
