"""Fields and potentials in an infinite medium against plain sums."""

import numpy as np
import pytest
import threadpoolctl

from leadfield.forward.infinite_medium import (
    add_shell_fields,
    inverse_cubes,
    primary_field,
    surface_current_field,
)


@pytest.fixture
def rng():
    return np.random.default_rng(2)


@pytest.fixture
def coils(make_points, rng):
    return make_points(rng.normal(size=(40, 3)) + 5, rng.normal(size=(40, 3)))


def test_a_source_alone_makes_biot_and_savart_s_field(coils, rng):
    sources = rng.normal(size=(300, 3))
    gaps = coils.points[:, None] - sources
    cubes = np.linalg.norm(gaps, axis=2)[..., None] ** 3
    wanted = np.cross(gaps, coils.normals[:, None]) / cubes
    found = primary_field(coils, sources).reshape(40, 300, 3)
    assert found == pytest.approx(wanted, abs=1e-12 * np.abs(wanted).max())


def test_the_field_goes_where_it_is_wanted(coils, rng):
    sources, out = rng.normal(size=(9, 3)), np.full((40, 27), np.nan)
    assert primary_field(coils, sources, out) is out
    assert np.array_equal(out, primary_field(coils, sources))


def test_a_surface_s_potential_makes_the_field_of_its_currents(coils, rng):
    vertices, areas = rng.normal(size=(2, 70, 3))
    gaps = coils.points[:, None] - vertices
    currents = np.cross(areas, gaps) / np.linalg.norm(gaps, axis=2)[..., None] ** 3
    wanted = -np.einsum("cvk,ck->cv", currents, coils.normals)
    found = surface_current_field(coils, vertices, areas)
    assert found == pytest.approx(wanted, abs=1e-12 * np.abs(wanted).max())


def test_potentials_on_shells_add_to_the_field(rng):
    vertices, sources = rng.normal(size=(2, 400, 3))
    transfer, out = rng.normal(size=(6, 400)), rng.normal(size=(6, 1200))
    gaps = vertices[:, None] - sources
    potentials = gaps / np.linalg.norm(gaps, axis=2)[..., None] ** 3
    wanted = out + transfer @ potentials.reshape(400, -1)
    add_shell_fields(out, transfer, vertices, sources)
    assert out == pytest.approx(wanted, abs=1e-12 * np.abs(wanted).max())


def test_a_source_on_a_vertex_has_no_potential_there(rng):
    vertices = rng.normal(size=(5, 3))
    out = np.zeros((1, 3))
    add_shell_fields(out, np.ones((1, 5)), vertices, vertices[:1])
    others = np.zeros((1, 3))
    add_shell_fields(others, np.ones((1, 4)), vertices[1:], vertices[:1])
    assert out == pytest.approx(others)


def test_the_cube_of_no_distance_counts_nothing():
    out = np.empty(3)
    inverse_cubes(np.array([0.0, 4.0, 0.25]), out)
    assert out == pytest.approx([0, 0.125, 8])


def test_threads_change_no_number(coils, rng):
    sources = rng.normal(size=(2000, 3))
    found = []
    for n in (1, 2):
        with threadpoolctl.threadpool_limits(n, user_api="blas"):
            found.append(primary_field(coils, sources))
    assert np.array_equal(*found)
