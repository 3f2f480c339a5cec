"""HDF5 files of estimates."""

import numpy as np
import pytest

from leadfield.base.errors import FormatError, MismatchError, MissingFileError, OverwriteError
from leadfield.estimates.files import read_estimate, write_estimate
from leadfield.estimates.hdf5 import read_estimate_hdf5
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.hdf5.write import write_tree

pytest.importorskip("h5py")

VERTICES = {
    "surface": ([1, 5], [2, 9]),
    "volume": ([1, 2, 5, 9],),
    "mixed": ([1], [5], [2, 9]),
}


def courses(kind="surface", vector=False, factor=1.0, **others):
    shape = (4, 3, 5) if vector else (4, 5)
    data = factor * np.random.default_rng(0).standard_normal(shape)
    given = {"kind": kind, "vertices": VERTICES[kind], "tmin": -0.1, "tstep": 0.003, **others}
    return SourceCourses(axes=SourceAxes(vector=vector, **given), data=data)


@pytest.mark.parametrize("kind", VERTICES)
@pytest.mark.parametrize("vector", [False, True])
@pytest.mark.parametrize("factor", [1.0, 1j])
@pytest.mark.parametrize("subject", [None, "Änne"])
def test_every_kind_comes_back_as_it_was(tmp_path, kind, vector, factor, subject):
    given = courses(kind, vector, factor, subject=subject)
    write_estimate(given, tmp_path / "some", ftype="h5")
    path = tmp_path / "some-stc.h5"
    assert path.name == "some-stc.h5"
    data, axes = read_estimate_hdf5(path)
    assert np.array_equal(data, given.data)
    assert (axes.kind, axes.vector, axes.subject) == (kind, vector, subject)
    assert (axes.tmin, axes.tstep) == (-0.1, 0.003)
    assert [one.tolist() for one in axes.vertices] == [list(one) for one in VERTICES[kind]]


@pytest.mark.parametrize("name", ["some", "some-stc", "some-stc.h5"])
def test_a_file_is_found_by_its_name_or_stem(tmp_path, name):
    write_estimate(courses(), tmp_path / "some", ftype="h5")
    assert read_estimate(tmp_path / name)[1].kind == "surface"


def test_files_of_both_hemispheres_come_first(tmp_path):
    write_estimate(courses(), tmp_path / "some", ftype="h5")
    write_estimate(courses(factor=2.0), tmp_path / "some", ftype="stc")
    np.testing.assert_allclose(read_estimate(tmp_path / "some")[0], 2 * courses().data, rtol=1e-6)


def test_the_subject_is_that_of_the_file(tmp_path):
    write_estimate(courses(subject="ann"), tmp_path / "some", ftype="h5")
    assert read_estimate(tmp_path / "some", "ann")[1].subject == "ann"
    with pytest.raises(MismatchError, match="'ann', got 'ben'"):
        read_estimate(tmp_path / "some", "ben")
    write_estimate(courses(), tmp_path / "other", ftype="h5")
    assert read_estimate(tmp_path / "other", "ben")[1].subject == "ben"


def test_a_file_that_is_there_is_kept(tmp_path):
    write_estimate(courses(), tmp_path / "some", ftype="h5")
    with pytest.raises(OverwriteError):
        write_estimate(courses(), tmp_path / "some", ftype="h5")
    with pytest.raises(MissingFileError):
        read_estimate(tmp_path / "none.h5")


GOOD = {
    "vertices": [np.array([1, 5]), np.array([2])],
    "data": np.arange(6.0).reshape(3, 2),
    "tmin": 0.0,
    "tstep": 1.0,
}


def read(tmp_path, **changes):
    content = {key: one for key, one in {**GOOD, **changes}.items() if one is not ...}
    write_tree(tmp_path / "x.h5", "mnepython", content, what="estimate", overwrite=True)
    return read_estimate(tmp_path / "x.h5")


def test_old_files_say_neither_kind_nor_subject(tmp_path):
    data, axes = read(tmp_path)
    assert (axes.kind, axes.subject) == ("surface", None)
    assert np.array_equal(data, GOOD["data"])


def test_one_array_of_vertices_is_a_volume_s(tmp_path):
    _, axes = read(tmp_path, vertices=np.array([1, 2, 7]), src_type="volume")
    assert [one.tolist() for one in axes.vertices] == [[1, 2, 7]]
    assert read(tmp_path, vertices=[np.array([1, 2, 7])], src_type="discrete")[1].kind == "volume"


def test_sources_are_put_in_order(tmp_path):
    data, axes = read(tmp_path, vertices=[np.array([5, 1]), np.array([2])])
    assert [one.tolist() for one in axes.vertices] == [[1, 5], [2]]
    assert data.tolist() == [[2, 3], [0, 1], [4, 5]]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"data": ...}, "must hold data"),
        ({"data": "text"}, "must have shape"),
        ({"data": {"a": 1}}, "arrays of vertex numbers"),
        ({"data": np.zeros((2, 2))}, "must have shape"),
        ({"data": np.full((3, 2), np.nan)}, "finite numbers"),
        ({"data": np.full((3, 2), 1e308)}, "finite numbers"),
        ({"vertices": [np.array([1.0, 5]), np.array([2])]}, "arrays of vertex numbers"),
        ({"vertices": [np.array([1, 1]), np.array([2])]}, "each once"),
        ({"vertices": [np.array([-1, 5]), np.array([2])]}, "from 0 up"),
        ({"vertices": [np.array([1, 5, 7])]}, "a list of 2 arrays"),
        ({"tmin": np.nan}, "tmin must be finite"),
        ({"tstep": 0.0}, "tstep must be at least"),
        ({"tstep": "xyz"}, "number"),
        ({"tmin": np.arange(3)}, "a number must come"),
        ({"subject": 3.5}, "a text must come"),
        ({"src_type": "sphere"}, "src_type must be one of"),
    ],
)
def test_what_is_no_estimate_is_refused(tmp_path, changes, problem):
    with pytest.raises(FormatError, match=problem):
        read(tmp_path, **changes)
