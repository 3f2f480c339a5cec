"""Morphs in files: what is written is read, what is damaged is refused."""

import numpy as np
import pytest
import scipy

from leadfield.base.errors import FormatError
from leadfield.morph.cortical import CorticalMorph
from leadfield.morph.hdf5 import read_morph_file, write_morph_file

h5py = pytest.importorskip("h5py")


def a_morph(**changes):
    matrix = scipy.sparse.csr_array(np.array([[0.5, 0, 0.5], [0, 1, 0]]))
    given = {
        "matrix": matrix,
        "vertices_from": ([1, 5], [2]),
        "vertices_to": ([0], [9]),
        "subject_from": "Änne",
        "subject_to": "ben",
        "smooth": 3,
        "crossed": True,
        "grade": 5,
    }
    return CorticalMorph(**given | changes)


@pytest.mark.parametrize("smooth", [None, 0, 7, "nearest"])
def test_written_is_read(tmp_path, smooth):
    path = tmp_path / "a-morph.h5"
    written = a_morph(smooth=smooth)
    write_morph_file(path, written)
    again = read_morph_file(path)
    assert np.array_equal(again.matrix.toarray(), written.matrix.toarray())
    for name in ("vertices_from", "vertices_to"):
        for ours, theirs in zip(getattr(again, name), getattr(written, name), strict=True):
            assert np.array_equal(ours, theirs)
    for name in ("subject_from", "subject_to", "smooth", "crossed", "grade"):
        assert getattr(again, name) == getattr(written, name)


def test_empty_hemispheres_are_kept(tmp_path):
    empty = a_morph(matrix=scipy.sparse.csr_array((0, 3)), vertices_to=(np.arange(0), np.arange(0)))
    write_morph_file(tmp_path / "m.h5", empty)
    assert read_morph_file(tmp_path / "m.h5").matrix.shape == (0, 3)


def change(path, name, values):
    with h5py.File(path, "a") as file:
        del file[name]
        file[name] = values


@pytest.mark.parametrize(
    ("name", "values", "problem"),
    [
        ("columns", np.array([0, 2, 3]), "fit the vertices"),
        ("columns", np.array([0, -2, 1]), "fit the vertices"),
        ("starts", np.array([0, 3, 2]), "fit the vertices"),
        ("data", np.array([0.5, np.nan, 1]), "finite"),
        ("data", np.array([0.5, 1.0, 1.0], "f4"), "'data'"),
        ("data", h5py.ExternalLink("/etc/passwd", "/"), "'data'"),
        ("data", h5py.SoftLink("/columns"), "'data'"),
        ("from_lh", np.array([5, 1]), "growing order"),
        ("format", np.frombuffer(b"other", "u1"), "format must be"),
        ("smooth", np.frombuffer(b"__import__", "u1"), "invalid literal"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path, name, values, problem):
    path = tmp_path / "m.h5"
    write_morph_file(path, a_morph())
    change(path, name, values)
    with pytest.raises(FormatError, match=problem):
        read_morph_file(path)


def test_arrays_larger_than_the_file_are_refused(tmp_path):
    path = tmp_path / "m.h5"
    write_morph_file(path, a_morph())
    with h5py.File(path, "a") as file:
        del file["data"]
        file.create_dataset("data", shape=(10**9,), dtype="<f8")
    with pytest.raises(FormatError, match="'data'"):
        read_morph_file(path)


def test_every_cut_file_is_refused(tmp_path):
    path = tmp_path / "m.h5"
    write_morph_file(path, a_morph())
    whole = path.read_bytes()
    for size in range(0, len(whole), 97):
        path.write_bytes(whole[:size])
        with pytest.raises(FormatError):
            read_morph_file(path)
