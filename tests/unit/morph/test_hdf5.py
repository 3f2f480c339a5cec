"""Morphs in files: what is written is read, what is damaged is refused."""

import numpy as np
import pytest
import scipy

from leadfield.base.errors import FormatError
from leadfield.morph.cortical import CorticalMorph
from leadfield.morph.hdf5 import read_morph_file, write_morph_file
from leadfield.numerics.sparse_rows import SparseRows

h5py = pytest.importorskip("h5py")


def a_morph(**changes):
    matrix = SparseRows.of(scipy.sparse.csr_array(np.array([[0.5, 0, 0.5], [0, 1, 0]])))
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
    assert np.array_equal(again.matrix.as_csr().toarray(), written.matrix.as_csr().toarray())
    for name in ("vertices_from", "vertices_to"):
        for ours, theirs in zip(getattr(again, name), getattr(written, name), strict=True):
            assert np.array_equal(ours, theirs)
    for name in ("subject_from", "subject_to", "smooth", "crossed", "grade"):
        assert getattr(again, name) == getattr(written, name)


def test_empty_hemispheres_are_kept(tmp_path):
    empty = a_morph(matrix=SparseRows.of_zeros(0, 3), vertices_to=(np.arange(0), np.arange(0)))
    write_morph_file(tmp_path / "m.h5", empty)
    assert read_morph_file(tmp_path / "m.h5").matrix.shape == (0, 3)


def read_with(path, **changes):
    """Read a good file of which some entries are others."""
    write_morph_file(path, a_morph(), overwrite=True)
    with h5py.File(path, "a") as file:
        for place, values in changes.items():
            name = "h5io/" + "/".join(f"key_{part}" for part in place.split("__"))
            del file[name]
            file[name] = values
    return read_morph_file(path)


TEXT = np.frombuffer(b"other", "u1")
NONE = np.array([False])


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"kind": np.frombuffer(b"head", "u1")}, "kind must be one of .*, got 'head'"),
        ({"kind": NONE}, "kind must be one of .*, got None"),
        ({"subject_to": NONE}, "two subjects"),
        ({"subject_to": np.array([3])}, "a text must come"),
        ({"morph_mat": np.eye(3)}, "a sparse matrix"),
        ({"src_data": np.arange(3)}, "src_data"),
        ({"src_data__vertices_from": np.arange(3)}, "vertices_from must be arrays"),
        ({"vertices_to": np.arange(2)}, "vertices_to must be arrays"),
        ({"smooth": TEXT}, "smooth must be one of"),
        ({"smooth": np.array([-1])}, "smooth must be at least 0"),
        ({"xhemi": TEXT}, "a number must come"),
    ],
)
def test_what_is_no_morph_is_refused(tmp_path, changes, problem):
    with pytest.raises(FormatError, match=problem):
        read_with(tmp_path / "m.h5", **changes)


def test_vertices_must_fit_the_matrix_and_grow(tmp_path):
    path = tmp_path / "m.h5"
    for vertices, problem in (([5, 1], "growing order"), ([1, 5, 7], r"must be \(2, 4\)")):
        write_morph_file(path, a_morph(), overwrite=True)
        with h5py.File(path, "a") as file:
            inside = file["h5io/key_src_data/key_vertices_from"]
            del inside["idx_0"]
            inside["idx_0"] = vertices
        with pytest.raises(FormatError, match=problem):
            read_morph_file(path)


def test_vertices_that_were_chosen_one_by_one_have_no_grade(tmp_path):
    assert read_with(tmp_path / "m.h5", spacing=NONE).grade is None


def test_every_cut_file_is_refused(tmp_path):
    path = tmp_path / "m.h5"
    write_morph_file(path, a_morph())
    whole = path.read_bytes()
    for size in range(0, len(whole), 97):
        path.write_bytes(whole[:size])
        with pytest.raises(FormatError):
            read_morph_file(path)
