"""Shells from a subject's folder, as they are or coarser."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import InputError, MissingFileError
from leadfield.forward.bem import ShellKind
from leadfield.forward.subject_bem import coarsen_shell, read_subject_shells
from leadfield.freesurfer.surface import Surface, write_surface
from leadfield.numerics.mesh_sphere import icosahedron


@pytest.fixture
def folder(tmp_path):
    vertices, triangles = icosahedron(2)
    (tmp_path / "someone" / "bem").mkdir(parents=True)
    for name, size in (("inner_skull", 75), ("outer_skull", 80), ("outer_skin", 90)):
        surface = Surface(vertices=size * vertices, triangles=triangles)
        write_surface(tmp_path / "someone" / "bem" / f"{name}.surf", surface)
    return tmp_path


def test_three_conductivities_make_three_shells_in_metres(folder):
    shells = read_subject_shells(folder, "someone", (0.3, 0.006, 0.4), None)
    kinds = [ShellKind.INNER_SKULL, ShellKind.OUTER_SKULL, ShellKind.HEAD]
    assert [s.kind for s in shells] == kinds
    assert [s.conductivity for s in shells] == [0.3, 0.006, 0.4]
    sizes = [np.linalg.norm(s.vertices, axis=1).mean() for s in shells]
    assert sizes == pytest.approx([0.075, 0.08, 0.09], rel=1e-4)


def test_one_conductivity_needs_the_inner_skull_alone(folder):
    (folder / "someone" / "bem" / "outer_skin.surf").unlink()
    (shell,) = read_subject_shells(folder, "someone", (0.3,), None)
    assert shell.kind == ShellKind.INNER_SKULL


def test_a_missing_surface_is_named(folder):
    (folder / "someone" / "bem" / "outer_skin.surf").unlink()
    with pytest.raises(MissingFileError, match=r"outer_skin\.surf"):
        read_subject_shells(folder, "someone", (0.3, 0.006, 0.3), None)


@pytest.mark.parametrize("sigmas", [(), (0.3, 0.3), (0.3,) * 4])
def test_other_counts_of_conductivities_are_refused(folder, sigmas):
    with pytest.raises(InputError, match="one number"):
        read_subject_shells(folder, "someone", sigmas, None)


def test_a_coarser_shell_has_its_vertices_where_the_finer_has_them(folder):
    (shell,) = read_subject_shells(folder, "someone", (0.3,), 1)
    (fine,) = read_subject_shells(folder, "someone", (0.3,), None)
    vertices, triangles = icosahedron(1)
    assert np.array_equal(shell.triangles, triangles)
    assert shell.vertices == pytest.approx(0.075 * vertices, abs=1e-6)
    assert {tuple(v) for v in shell.vertices} <= {tuple(v) for v in fine.vertices}


def test_a_finer_grade_than_there_is_is_refused(folder):
    with pytest.raises(InputError, match="got 3: it has 320 triangles, an icosahedron of grade 2"):
        read_subject_shells(folder, "someone", (0.3,), 3)


def test_a_surface_that_is_no_icosahedron_is_not_coarsened(folder):
    (shell,) = read_subject_shells(folder, "someone", (0.3,), None)
    with pytest.raises(InputError, match="no halved icosahedron"):
        coarsen_shell(replace(shell, triangles=shell.triangles[1:]), 1)
    with pytest.raises(InputError, match="in FreeSurfer's order"):
        coarsen_shell(replace(shell, triangles=shell.triangles[::-1]), 1)
