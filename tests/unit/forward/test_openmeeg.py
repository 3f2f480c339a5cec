"""OpenMEEG's solutions against spheres."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import InputError, MissingPackageError
from leadfield.forward.equivalent_dipoles import make_sphere_with_shells
from leadfield.forward.openmeeg import OpenMeegModel, solve_openmeeg

pytest.importorskip("openmeeg")

RADII, SIGMAS = (0.09, 0.08, 0.075), (0.3, 0.006, 0.3)


@pytest.fixture(scope="module")
def shells(make_shells):
    return make_shells(RADII, SIGMAS)


@pytest.fixture(scope="module")
def model(shells):
    return solve_openmeeg(shells)


@pytest.fixture(scope="module")
def sphere():
    return make_sphere_with_shells(
        np.zeros(3),
        RADII[0],
        relative_radii=np.array(RADII[::-1]) / RADII[0],
        conductivities=SIGMAS[::-1],
    )


SOURCES = np.array([[0.0, 0.02, 0.04], [0.03, 0.0, 0.03], [-0.01, -0.02, 0.02]])


def directions(n, seed):
    x = np.random.default_rng(seed).normal(size=(n, 3))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def test_potentials_are_those_of_a_sphere_sign_included(model, sphere, make_points):
    electrodes = make_points(RADII[0] * directions(40, 1))
    found, wanted = (
        one - one.mean(axis=0) for one in (m.electric(electrodes, SOURCES) for m in (model, sphere))
    )
    assert np.linalg.norm(found - wanted) < 0.1 * np.linalg.norm(wanted)


def test_fields_are_those_of_a_sphere_sign_included(model, sphere, make_points):
    coils = make_points(0.12 * directions(40, 2), directions(40, 3))
    found, wanted = (m.magnetic(coils, SOURCES) for m in (model, sphere))
    assert np.linalg.norm(found - wanted) < 0.02 * np.linalg.norm(wanted)


def test_lengths_of_normals_do_not_count(model, make_points):
    places, normals = 0.12 * directions(5, 2), directions(5, 3)
    one, other = (
        model.magnetic(make_points(places, scale * normals), SOURCES) for scale in (1, 1.0001)
    )
    np.testing.assert_allclose(one, other, rtol=1e-9)


def test_given_arrays_are_filled(model, make_points):
    electrodes = make_points(RADII[0] * directions(4, 1))
    out = np.full((4, 9), np.nan)
    assert model.electric(electrodes, SOURCES, out) is out
    np.testing.assert_array_equal(out, model.electric(electrodes, SOURCES))


def test_places_are_inside_or_outside(model):
    points = np.array([[0, 0, 0.05], [0, 0, 0.08], [0, 0, 0.1]])
    assert model.within_brain(points).tolist() == [True, False, False]
    assert model.within_head(points).tolist() == [True, True, False]
    assert model.near_skull(points[:1], 0.026).all()
    assert not model.near_skull(points[:1], 0.024).any()


def test_one_shell_is_refused(make_shells):
    with pytest.raises(InputError, match="needs inner skull, outer skull and head, got the inner"):
        solve_openmeeg(make_shells(RADII[-1:], SIGMAS[-1:]))


def test_a_solution_must_fit_its_shells(model):
    with pytest.raises(InputError, match="solution"):
        replace(model, solution=model.solution[:-1])
    with pytest.raises(InputError, match="head, outer skull and inner skull in this order"):
        OpenMeegModel(shells=model.shells[::-1], solution=model.solution)


def test_without_the_package_it_says_how_to_install_it(shells, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "openmeeg", None)
    with pytest.raises(MissingPackageError, match=r"pip install 'leadfield\[openmeeg\]'"):
        solve_openmeeg(shells)
