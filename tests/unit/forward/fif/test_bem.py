"""Shells and solutions come back from files as they went, or not at all."""

import numpy as np
import pytest

from leadfield.base.errors import FormatError, OverwriteError
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.writer import writing
from leadfield.forward.bem import solve_bem
from leadfield.forward.fif.bem import (
    read_bem_solution,
    read_bem_surfaces,
    write_bem_solution,
    write_bem_surfaces,
)

FLOAT32 = 1e-6  # relative: files hold float32


@pytest.fixture
def model(make_shells):
    return solve_bem(make_shells((0.09, 0.08, 0.075), (0.3, 0.006, 0.3), grade=0))


@pytest.fixture
def path(tmp_path, model):
    path = tmp_path / "some-bem-sol.fif"
    write_bem_solution(path, model, overwrite=False)
    return path


def test_a_solution_comes_back(path, model):
    found = read_bem_solution(path)
    assert found.solution == pytest.approx(model.solution, abs=FLOAT32 * model.solution.max())
    assert found.conductivities == pytest.approx(model.conductivities)
    assert [s.kind for s in found.shells] == [s.kind for s in model.shells]


def test_shells_come_back(tmp_path, model):
    path = tmp_path / "some-bem.fif"
    write_bem_surfaces(path, model.shells, overwrite=False)
    for found, shell in zip(read_bem_surfaces(path), model.shells, strict=True):
        assert found.vertices == pytest.approx(shell.vertices, abs=FLOAT32)
        assert np.array_equal(found.triangles, shell.triangles)
        assert (found.kind, found.frame) == (shell.kind, shell.frame)


def test_shells_can_be_read_from_a_solution_s_file(path):
    assert len(read_bem_surfaces(path)) == 3


def test_an_old_file_is_not_replaced_unasked(path, model):
    with pytest.raises(OverwriteError, match="overwrite=True"):
        write_bem_solution(path, model, overwrite=False)


def test_a_file_of_shells_is_no_solution(tmp_path, model):
    path = tmp_path / "some-bem.fif"
    write_bem_surfaces(path, model.shells, overwrite=False)
    with pytest.raises(FormatError, match="only shells: make one with make_bem_solution"):
        read_bem_solution(path)


@pytest.mark.parametrize(
    ("method", "description", "problem"),
    [
        (1, None, "linear collocation"),
        (2, '{"solver": "other"}', "by 'mne', 'openmeeg', it is by 'other'"),
        (2, '{"solver": "openmeeg"}', "OpenMEEG needs head, outer skull and inner skull"),
        (2, "not JSON", "JSON as description"),
        (2, "[1]", "JSON as description"),
    ],
)
def test_a_solution_by_another_method_is_refused(tmp_path, method, description, problem):
    path = tmp_path / "other-bem-sol.fif"
    vertices, triangles = np.eye(3), np.array([[1, 2, 3]])
    with writing(path) as writer, writer.block(Block.BEM):
        if description is not None:
            writer.text(Kind.DESCRIPTION, description)
        with writer.block(Block.BEM_SURF):
            writer.integers(Kind.BEM_SURF_ID, 1)
            writer.integers(Kind.BEM_SURF_NNODE, 3)
            writer.integers(Kind.BEM_SURF_NTRI, 1)
            writer.matrix(Kind.BEM_SURF_NODES, vertices)
            writer.matrix(Kind.BEM_SURF_TRIANGLES, triangles, dtype=">i4")
        writer.integers(Kind.BEM_APPROX, method)
        writer.matrix(Kind.BEM_POT_SOLUTION, np.eye(3))
    with pytest.raises(FormatError, match=problem):
        read_bem_solution(path)


@pytest.mark.filterwarnings("ignore:.*ends inside a tag")
def test_damaged_bytes_give_a_model_or_a_format_error(path):
    rng = np.random.default_rng(0)
    whole = path.read_bytes()
    refused = 0
    for _ in range(150):
        damaged = bytearray(whole)
        # Half of them where the structure is: headers, counts, small tags.
        last = 1500 if rng.random() < 0.5 else len(whole)
        for at in rng.integers(0, last, 3):
            damaged[at] = rng.integers(256)
        path.write_bytes(damaged)
        try:
            read_bem_solution(path)
        except FormatError:
            refused += 1
    assert refused


@pytest.mark.filterwarnings("ignore:.*ends inside a tag")
def test_a_cut_file_gives_a_format_error(path):
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FormatError):
        read_bem_solution(path)
