"""Boundary elements against spheres, and the laws that any conductor obeys."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError, StateError
from leadfield.forward.bem import BemModel, Shell, ShellKind, solve_bem, sort_shells
from leadfield.forward.equivalent_dipoles import make_sphere_with_shells
from leadfield.forward.infinite_medium import primary_field
from leadfield.forward.shell_potentials import InvertedPotentials
from leadfield.recording.frames import Frame

RADII, SIGMAS = (0.09, 0.08, 0.075), (0.3, 0.006, 0.3)


def directions(n, seed):
    x = np.random.default_rng(seed).normal(size=(n, 3))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def relative_difference(found, wanted):
    """RDM of each column: 0 for the same topography, 2 for the opposite one."""
    found, wanted = (x / np.linalg.norm(x, axis=0) for x in (found, wanted))
    return np.linalg.norm(found - wanted, axis=0)


@pytest.fixture(scope="module")
def fine(make_shells):
    return solve_bem(make_shells(RADII, SIGMAS, grade=3))


@pytest.fixture(scope="module")
def three(make_shells):
    return solve_bem(make_shells(RADII, SIGMAS, grade=1))


@pytest.fixture(scope="module")
def one(make_shells):
    return solve_bem(make_shells(RADII[-1:], SIGMAS[-1:]))


@pytest.fixture(scope="module")
def exact():
    relative = [r / RADII[0] for r in RADII]
    return make_sphere_with_shells(
        np.zeros(3), RADII[0], relative_radii=relative, conductivities=SIGMAS
    )


@pytest.fixture
def deep():
    return 0.8 * RADII[-1] * directions(40, 5)


def test_potentials_of_642_vertices_a_shell_are_a_sphere_s(fine, exact, deep, make_points):
    electrodes = make_points(RADII[0] * directions(150, 6))
    found, wanted = (m.electric(electrodes, deep) for m in (fine, exact))
    found, wanted = found - found.mean(0), wanted - wanted.mean(0)
    assert relative_difference(found, wanted).max() < 0.05
    sizes = np.linalg.norm(found, axis=0) / np.linalg.norm(wanted, axis=0)
    assert sizes == pytest.approx(np.ones(120), abs=0.1)


def test_fields_of_642_vertices_a_shell_are_a_sphere_s(fine, exact, deep, make_points):
    out = directions(150, 7)
    coils = make_points(0.11 * out, out)
    found, wanted = (m.magnetic(coils, deep) for m in (fine, exact))
    loud = np.linalg.norm(wanted, axis=0) > 0.3 * np.linalg.norm(wanted, axis=0).max()
    assert relative_difference(found, wanted)[loud].max() < 0.01


def test_the_inner_skull_alone_gives_nearly_the_field_of_three_shells(fine, deep, make_points):
    out = directions(60, 8)
    coils = make_points(0.11 * out, out)
    alone = solve_bem(fine.shells[-1:]).magnetic(coils, deep)
    loud = np.linalg.norm(alone, axis=0) > 0.3 * np.linalg.norm(alone, axis=0).max()
    assert relative_difference(alone, fine.magnetic(coils, deep))[loud].max() < 0.01


def test_a_uniform_potential_is_no_source_of_field(one, make_points):
    # A closed surface at one potential drives no current.
    out = directions(10, 9)
    coils = make_points(0.11 * out, directions(10, 10))
    weights = one._coil_fields(coils)
    assert np.abs(weights.sum(1)).max() < 0.02 * np.abs(weights).sum(1).max()


def test_the_field_does_not_depend_on_how_well_one_shell_conducts(make_shells, make_points):
    coils = make_points(0.11 * directions(5, 1), directions(5, 2))
    a, b = (
        solve_bem(make_shells(RADII[-1:], (s,), grade=1)).magnetic(coils, np.full((1, 3), 0.02))
        for s in (0.3, 3.0)
    )
    assert a == pytest.approx(b, rel=1e-9)


def test_a_head_that_conducts_twice_as_well_shows_half_the_potential(
    three, make_shells, make_points
):
    electrodes = make_points(0.089 * directions(6, 1))
    better = solve_bem(make_shells(RADII, [2 * s for s in SIGMAS], grade=1))
    sources = np.full((1, 3), 0.02)
    found = better.electric(electrodes, sources)
    assert 2 * found == pytest.approx(three.electric(electrodes, sources), rel=1e-9)


def test_turning_head_sensors_and_sources_turns_the_lead_field(three, make_points):
    turn, _ = np.linalg.qr(np.random.default_rng(3).normal(size=(3, 3)))
    turn *= np.sign(np.linalg.det(turn))
    turned = solve_bem([replace(s, vertices=s.vertices @ turn.T) for s in three.shells])
    points, normals, sources = 0.11 * directions(6, 1), directions(6, 2), 0.05 * directions(3, 4)
    before = three.magnetic(make_points(points, normals), sources).reshape(6, 3, 3)
    coils = make_points(points @ turn.T, normals @ turn.T)
    after = turned.magnetic(coils, sources @ turn.T).reshape(6, 3, 3)
    assert after @ turn == pytest.approx(before, abs=1e-9 * np.abs(before).max())


def test_a_skull_that_conducts_well_needs_no_correction(make_shells, caplog):
    with caplog.at_level("INFO", logger="leadfield"):
        solve_bem(make_shells(RADII, (0.3, 0.1, 0.3), grade=1))
    assert "isolated" not in caplog.text


def test_the_isolated_skull_correction_brings_the_potential_nearer(
    exact, deep, make_shells, make_points, monkeypatch
):
    electrodes = make_points(RADII[0] * directions(60, 6))
    wanted = exact.electric(electrodes, deep)
    wanted -= wanted.mean(0)
    shells = make_shells(RADII, SIGMAS)

    def difference():
        found = solve_bem(shells).electric(electrodes, deep)
        return np.median(relative_difference(found - found.mean(0), wanted))

    corrected = difference()
    monkeypatch.setattr("leadfield.forward.bem.POOR_CONDUCTOR", 0.0)
    assert corrected < 0.5 * difference()


def test_a_source_alone_makes_biot_and_savart_s_field(make_points):
    coils = make_points(np.array([[0.0, 0, 0.1]]), np.array([[1.0, 0, 0]]))
    field = primary_field(coils, np.zeros((1, 3)))
    assert field == pytest.approx(np.array([[0, 100.0, 0]]))  # y x z = x, over 0.1 squared


def test_electrodes_off_the_scalp_count_at_the_nearest_place(three, make_points):
    mesh = three.meshes[0]
    middle = mesh.vertices[mesh.indices[3]].mean(0)
    sources = np.array([[0.01, 0.02, 0.03]])
    on, above = (
        three.electric(make_points((middle + h * mesh.normals[3])[None]), sources)
        for h in (0.0, 0.003)
    )
    assert above == pytest.approx(on, rel=1e-9)


def test_electrodes_far_from_the_scalp_are_warned_about(three, make_points):
    with pytest.warns(RuntimeWarning, match="1 EEG positions are more than 20 mm from the scalp"):
        three.electric(make_points(np.array([[0, 0, 0.13], [0, 0, 0.09]])), np.zeros((1, 3)))


def test_eeg_needs_three_shells(one, make_points):
    with pytest.raises(StateError, match="three shells, this one has only the inner skull"):
        one.electric(make_points(np.array([[0, 0, 0.09]])), np.zeros((1, 3)))


def test_the_brain_is_inside_the_inner_skull_and_the_head_inside_the_outermost(three):
    points = np.array([[0, 0, 0.06], [0, 0, 0.0765], [0, 0, 0.1]])
    assert three.within_brain(points).tolist() == [True, False, False]
    assert three.within_head(points).tolist() == [True, True, False]


def test_shells_come_out_with_the_outermost_first(make_shells):
    shells = make_shells(RADII, SIGMAS, grade=0)
    assert [s.kind for s in sort_shells(shells[::-1])] == [4, 3, 1]


@pytest.mark.parametrize("chosen", [[], [0], [0, 2], [0, 1, 1]])
def test_other_sets_of_shells_are_refused(make_shells, chosen):
    shells = make_shells(RADII, SIGMAS, grade=0)
    with pytest.raises(InputError, match=r"inner skull alone \(MEG\), or"):
        solve_bem([shells[i] for i in chosen])


def test_shells_in_two_frames_are_refused(make_shells):
    head, *others = make_shells(RADII, SIGMAS, grade=0)
    with pytest.raises(MismatchError, match="one coordinate frame"):
        sort_shells([replace(head, frame=Frame.HEAD), *others])


def test_a_solution_of_another_size_is_refused(make_shells):
    with pytest.raises(InputError, match="solution must have shape 12 x 12"):
        BemModel(
            shells=tuple(make_shells((0.08,), (0.3,), grade=0)),
            potentials=InvertedPotentials(matrix=np.eye(11)),
        )


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"conductivity": 0.0}, "conductivity inside the inner skull must be above 0"),
        ({"conductivity": np.nan}, "conductivity inside the inner skull must be above 0"),
        ({"triangles": np.array([[0, 1, 12]])}, "must index its 12 vertices"),
        ({"triangles": np.empty((0, 3), int)}, "must index its 12 vertices"),
        ({"vertices": np.full((12, 3), np.inf)}, "inner skull vertices must be finite"),
    ],
)
def test_a_shell_that_cannot_be_is_refused(make_shells, changes, problem):
    (shell,) = make_shells((0.08,), (0.3,), grade=0)
    with pytest.raises(InputError, match=problem):
        replace(shell, **changes)


def test_a_solution_of_shells_in_another_order_is_refused(three):
    with pytest.raises(InputError, match="outermost first, as the solution's rows do, got inner"):
        BemModel(shells=three.shells[::-1], potentials=three.potentials)


def test_a_shell_of_a_kind_that_is_no_head_s_is_refused(make_shells):
    (shell,) = make_shells((0.08,), (0.3,), grade=0)
    odd = Shell(
        kind=ShellKind.UNKNOWN, conductivity=1, vertices=shell.vertices, triangles=shell.triangles
    )
    with pytest.raises(InputError, match="got unknown"):
        solve_bem([odd])
