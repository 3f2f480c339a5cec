"""HDF5 files of head models come back as they went, or not at all."""

import numpy as np
import pytest

from leadfield.base.errors import FormatError, OverwriteError
from leadfield.forward.bem import solve_bem
from leadfield.forward.hdf5 import TITLE, WHAT, read_bem_hdf5, write_bem_hdf5
from leadfield.forward.openmeeg import OpenMeegModel
from leadfield.hdf5.read import read_tree
from leadfield.hdf5.write import write_tree

h5py = pytest.importorskip("h5py")


@pytest.fixture
def model(make_shells):
    return solve_bem(make_shells((0.09, 0.08, 0.075), (0.3, 0.006, 0.3), grade=0))


@pytest.fixture
def path(tmp_path, model):
    path = tmp_path / "some-bem-sol.h5"
    write_bem_hdf5(path, model, overwrite=False)
    return path


def test_a_solution_comes_back_in_double_precision(path, model):
    found = read_bem_hdf5(path)
    assert np.array_equal(found.solution, model.solution)
    for one, shell in zip(found.shells, model.shells, strict=True):
        assert np.array_equal(one.vertices, shell.vertices)
        assert np.array_equal(one.triangles, shell.triangles)
        assert (one.kind, one.frame, one.conductivity) == (
            shell.kind,
            shell.frame,
            shell.conductivity,
        )


def test_half_a_matrix_without_a_solver_is_openmeeg_s(tmp_path, model):
    n = sum(len(one.vertices) for one in model.shells)
    n += sum(len(one.triangles) for one in model.shells[1:])
    half = np.arange(n * (n + 1) // 2) / n
    made = OpenMeegModel(shells=model.shells, solution=half)
    path = tmp_path / "some-bem-sol.h5"
    write_bem_hdf5(path, made, overwrite=False)
    with h5py.File(path, "a") as file:
        del file["h5io/key_solver"]
    found = read_bem_hdf5(path)
    assert isinstance(found, OpenMeegModel)
    assert np.array_equal(found.solution, half)


def test_an_old_file_is_not_replaced_unasked(path, model):
    with pytest.raises(OverwriteError, match="overwrite=True"):
        write_bem_hdf5(path, model, overwrite=False)


@pytest.mark.parametrize(
    ("part", "value", "problem"),
    [
        ("solution", None, "must hold a solution of real numbers"),
        ("solution", np.full((36, 36), np.nan), "the solution must be finite"),
        ("solution", np.eye(3), "solution must have shape 36 x 36"),
        ("surfs", np.eye(3), "must hold a list of surfaces"),
        ("surfs", [], "must hold a list of surfaces"),
        ("surfs", [{"id": 1}], "vertices of real and triangles of whole numbers"),
        ("bem_method", 1, "bem_method must be one of 2, got 1"),
        ("solver", "other", "solver must be one of 'mne', 'openmeeg', got 'other'"),
    ],
)
def test_what_is_no_head_model_is_refused(path, tmp_path, part, value, problem):
    content = read_tree(path, TITLE, WHAT)
    other = tmp_path / "other-bem-sol.h5"
    write_tree(other, TITLE, content | {part: value}, what=WHAT, overwrite=False)
    with pytest.raises(FormatError, match=problem):
        read_bem_hdf5(other)


def test_another_file_under_the_name_is_refused(tmp_path):
    other = tmp_path / "not-bem-sol.h5"
    other.write_bytes(b"no HDF5 file")
    with pytest.raises(FormatError, match="must be in an HDF5 file"):
        read_bem_hdf5(other)
