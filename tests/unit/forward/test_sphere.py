"""Spheres against the laws of fields and the published series."""

import logging

import numpy as np
import pytest
import scipy

from leadfield.base.errors import InputError, StateError
from leadfield.forward.equivalent_dipoles import (
    make_sphere_with_shells,
    make_sphere_without_shells,
    shell_weights,
)
from leadfield.forward.infinite_medium import primary_field
from leadfield.forward.sphere import MU0_4PI, magnetic_field, surface_potential

BRAIN, CSF, SKULL, SCALP = 0.33, 1.0, 0.004, 0.33
FOUR = ((0.90, 0.92, 0.97, 1.0), (BRAIN, CSF, SKULL, SCALP))
THREE = ((0.87, 0.92, 1.0), (0.33, 0.0042, 0.33))
RADIUS = 0.09


@pytest.fixture
def rng():
    return np.random.default_rng(11)


def directions(n, rng):
    x = rng.normal(size=(n, 3))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def matched_weights(radii, conductivities, n_terms):
    """Weights of the series' terms, by matching potential and current at each shell.

    De Munck & Peters 1993: in shell k the n-th term is A r^n + B r^-(n+1).
    """
    out = []
    k = len(radii)
    for n in range(1, n_terms + 1):
        rows, right = np.zeros((2 * k, 2 * k)), np.zeros(2 * k)
        rows[0, 1], right[0] = 1, 1 / conductivities[0]  # the source, in the brain
        for i, r in enumerate(radii[:-1]):
            grow, fall = r**n, r ** (-n - 1.0)
            rise, sink = n * r ** (n - 1.0), -(n + 1) * r ** (-n - 2.0)
            s, t = conductivities[i], conductivities[i + 1]
            rows[2 * i + 1, 2 * i : 2 * i + 4] = grow, fall, -grow, -fall
            rows[2 * i + 2, 2 * i : 2 * i + 4] = s * rise, s * sink, -t * rise, -t * sink
        rows[-1, -2:] = n, -(n + 1)  # no current leaves
        a, b = np.linalg.solve(rows, right)[-2:]
        homogeneous = (2 * n + 1) / n / conductivities[-1]
        out.append((a + b) / homogeneous)
    return np.array(out)


def series(points, sources, weights, radius):
    """Potential at ``points`` on the sphere, by the weighted Legendre series, for 1 S/m."""
    n = np.arange(1, len(weights) + 1)[:, None]
    out = np.empty((len(points), len(sources), 3))
    for i, source in enumerate(sources):
        r = np.linalg.norm(source)
        u, e = source / r, points / radius
        cosine = e @ u
        p = scipy.special.eval_legendre(n, cosine)
        before = scipy.special.eval_legendre(n - 1, cosine)
        slope = n * (before - cosine * p) / (1 - cosine**2)
        k = weights[:, None] * (2 * n + 1) / n * r ** (n - 1.0) / radius ** (n + 1.0)
        along, across = (k * n * p).sum(0), (k * slope).sum(0)
        out[:, i] = along[:, None] * u + across[:, None] * (e - cosine[:, None] * u)
    return out.reshape(len(points), -1) / (4 * np.pi)


def test_a_radial_source_is_silent_outside(rng, make_points):
    coils = make_points(0.12 * directions(20, rng), directions(20, rng))
    source = np.array([[0.03, -0.02, 0.05]])
    field = make_sphere_without_shells(np.zeros(3)).magnetic(coils, source)
    radial = field @ source[0] / np.linalg.norm(source)
    assert np.abs(radial).max() < 1e-12 * np.abs(field).max()


def test_the_radial_field_is_that_of_the_source_alone(rng, make_points):
    # Volume currents of a sphere make no radial field (Sarvas 1987, section 4).
    out = directions(20, rng)
    coils = make_points(0.11 * out, out)
    sources = 0.07 * rng.uniform(0.1, 1, (6, 1)) * directions(6, rng)
    field = magnetic_field(coils.points, coils, sources)
    alone = MU0_4PI * primary_field(coils, sources)
    assert field == pytest.approx(alone, abs=1e-12 * np.abs(alone).max())


def test_the_field_outside_has_no_sources_and_no_curl(make_points):
    step, point = 1e-5, np.array([0.05, 0.06, 0.08])
    source = np.array([[0.02, 0.03, 0.04]])
    slopes = np.empty((3, 3, 3))
    for axis in range(3):
        ends = point + step * np.array([[1], [-1]]) * np.eye(3)[axis]
        coils = make_points(ends.repeat(3, axis=0), np.tile(np.eye(3), (2, 1)))
        ahead, behind = np.split(magnetic_field(coils.points, coils, source), 2)
        slopes[axis] = (ahead - behind) / (2 * step)
    scale = np.abs(slopes).max()
    assert np.einsum("iij->j", slopes) == pytest.approx(np.zeros(3), abs=1e-7 * scale)
    assert slopes == pytest.approx(slopes.swapaxes(0, 1), abs=1e-7 * scale)


def test_a_source_in_the_centre_makes_no_field(rng, make_points):
    coils = make_points(0.12 * directions(5, rng), directions(5, rng))
    field = make_sphere_without_shells((0, 0, 0.04)).magnetic(coils, np.array([[0, 0, 0.04]]))
    assert not field.any()


def test_the_potential_of_a_homogeneous_sphere_is_its_series(rng, make_points):
    electrodes = make_points(RADIUS * directions(30, rng))
    sources = RADIUS * rng.uniform(0.05, 0.8, (10, 1)) * directions(10, rng)
    found = surface_potential(electrodes.points, electrodes, sources)
    wanted = series(electrodes.points, sources, np.ones(200), RADIUS)
    assert found == pytest.approx(wanted, abs=1e-10 * np.abs(wanted).max())


def test_a_source_in_the_centre_has_a_potential(rng, make_points):
    out = directions(8, rng)
    electrodes = make_points(RADIUS * out)
    found = surface_potential(electrodes.points, electrodes, np.zeros((1, 3)))
    assert found == pytest.approx(3 * out / (4 * np.pi * RADIUS**2))


@pytest.mark.parametrize(("radii", "sigmas"), [FOUR, THREE, ((0.9, 1.0), (0.3, 0.006))])
def test_weights_of_shells_match_potential_and_current(radii, sigmas):
    found = shell_weights(np.array(radii), np.array(sigmas), 30)
    assert found == pytest.approx(matched_weights(radii, sigmas, 30), rel=1e-8)


@pytest.mark.parametrize(("radii", "sigmas"), [FOUR, THREE])
def test_dipoles_stand_for_shells_to_three_thousandths(radii, sigmas, rng, make_points):
    electrodes = make_points(RADIUS * directions(40, rng))
    depth = rng.uniform(0.1, 0.9, (15, 1))
    sources = radii[0] * RADIUS * depth * directions(15, rng)
    model = make_sphere_with_shells(
        np.zeros(3), RADIUS, relative_radii=radii, conductivities=sigmas
    )
    weights = shell_weights(np.array(radii), np.array(sigmas), 200)
    wanted = series(electrodes.points, sources, weights, RADIUS) / sigmas[-1]
    left = np.linalg.norm(model.electric(electrodes, sources) - wanted)
    assert left < 3e-3 * np.linalg.norm(wanted)


def test_shells_that_conduct_alike_are_one_sphere(rng, make_points):
    electrodes = make_points(RADIUS * directions(10, rng))
    sources = 0.05 * directions(4, rng)
    model = make_sphere_with_shells(
        np.zeros(3), RADIUS, relative_radii=(0.9, 1), conductivities=(0.5, 0.5)
    )
    wanted = surface_potential(electrodes.points, electrodes, sources) / 0.5
    assert model.electric(electrodes, sources) == pytest.approx(wanted, rel=1e-6)


def test_shells_may_come_in_any_order():
    radii, sigmas = FOUR
    order = [2, 0, 3, 1]
    model = make_sphere_with_shells(
        np.zeros(3),
        RADIUS,
        relative_radii=[radii[i] for i in order],
        conductivities=[sigmas[i] for i in order],
    )
    assert model.radii == pytest.approx(RADIUS * np.array(radii))
    assert model.conductivities == pytest.approx(sigmas)


def test_the_brain_ends_at_the_innermost_shell_and_the_head_at_the_outermost():
    model = make_sphere_with_shells(
        (0, 0, 0.04), 0.1, relative_radii=(0.8, 1), conductivities=(1, 1)
    )
    points = np.array([[0, 0, 0.119], [0, 0, 0.121], [0, 0, 0.139], [0, 0, 0.141]])
    assert model.within_brain(points).tolist() == [True, False, False, False]
    assert model.within_head(points).tolist() == [True, True, True, False]
    assert [model.near_skull(points[:1], x).item() for x in (0.0009, 0.0011)] == [False, True]


def test_a_sphere_without_shells_has_no_skull_and_no_potential(make_points):
    model = make_sphere_without_shells((0, 0, 0.04))
    far = np.array([[9.0, 9, 9]])
    assert model.within_brain(far).all()
    assert not model.within_head(far).any()
    with pytest.raises(StateError, match="needs shells for EEG"):
        model.electric(make_points(far), np.zeros((1, 3)))


@pytest.mark.parametrize(
    ("radii", "sigmas", "problem"),
    [
        ((0.9, 1), (0.3,), "equally many"),
        ((1.0,), (0.3,), "at least 2"),
        ((0.9, 1), (0.3, -1), "above 0"),
        ((0.9, np.nan), (0.3, 1), "above 0"),
        ((0.9, 0.9), (0.3, 0.3), "all be different"),
    ],
)
def test_shells_that_cannot_be_are_refused(radii, sigmas, problem):
    with pytest.raises(InputError, match=problem):
        make_sphere_with_shells(np.zeros(3), 0.09, relative_radii=radii, conductivities=sigmas)


@pytest.mark.parametrize("centre", [(0, 0), (0, 0, np.nan)])
def test_a_centre_that_is_no_point_is_refused(centre):
    with pytest.raises(InputError, match="r0 must be 3 finite coordinates"):
        make_sphere_without_shells(centre)


def test_the_misfit_of_the_dipoles_is_told(caplog):
    with caplog.at_level(logging.INFO, logger="leadfield"):
        make_sphere_with_shells(np.zeros(3), 0.09, relative_radii=FOUR[0], conductivities=FOUR[1])
    assert "3 dipoles" in caplog.text
