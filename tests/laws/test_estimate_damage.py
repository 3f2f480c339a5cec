"""Any bytes given to the readers of estimates make an estimate or a FormatError."""

import shutil
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.corpus import volume_morph
from leadfield.base.errors import FormatError
from leadfield.estimates.files import read_estimate, write_estimate
from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.morph.cortical import CorticalMorph
from leadfield.morph.hdf5 import read_morph_file, write_morph_file
from leadfield.numerics.sparse_rows import SparseRows

RELAXED = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


HDF5_FILES = 400  # damaged in this many ways each


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """Bytes of a good file of each kind."""
    folder = tmp_path_factory.mktemp("good")
    made = {}
    for ftype, n_times in (("stc", 3), ("w", 1)):
        data = np.random.default_rng(1).standard_normal((5, n_times))
        axes = SourceAxes(kind="volume", vertices=([1, 4, 9, 300, 70_000],), tmin=0, tstep=0.01)
        write_estimate(SourceCourses(axes=axes, data=data), folder / "some", ftype=ftype)
        made[ftype] = (folder / f"some-vl.{ftype}").read_bytes()
    return made


def assert_read_or_refused(folder, ftype, content):
    path = folder / f"damaged-vl.{ftype}"
    path.write_bytes(content)
    with suppress(FormatError):
        assert 4 * read_estimate(path)[0].size <= len(content)


@pytest.mark.parametrize("ftype", ["stc", "w"])
@RELAXED
@given(content=st.binary(max_size=200))
def test_noise(tmp_path, ftype, content):
    assert_read_or_refused(tmp_path, ftype, content)


@pytest.mark.parametrize("ftype", ["stc", "w"])
@RELAXED
@given(data=st.data())
def test_a_good_file_with_wrong_bytes(tmp_path, good, ftype, data):
    content = bytearray(good[ftype])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert_read_or_refused(tmp_path, ftype, bytes(content))


@pytest.mark.parametrize("ftype", ["stc", "w"])
@RELAXED
@given(data=st.data())
def test_a_good_file_cut_short_or_grown(tmp_path, good, ftype, data):
    content = good[ftype]
    cut = content[: data.draw(st.integers(0, len(content)))]
    assert_read_or_refused(tmp_path, ftype, cut + data.draw(st.binary(max_size=20)))


def hdf5_files(folder):
    """Good files of an estimate and of morphs, and what reads them."""
    h5py = pytest.importorskip("h5py")
    data = np.random.default_rng(1).standard_normal((3, 2))
    axes = SourceAxes(kind="surface", vertices=([1, 4], [9]), tmin=0, tstep=0.01, subject="ann")
    write_estimate(SourceCourses(axes=axes, data=data), folder / "some", ftype="h5")
    morph = CorticalMorph(
        matrix=SparseRows.of_ones(np.arange(3), 3),
        vertices_from=(np.array([1, 4]), np.array([9])),
        vertices_to=(np.array([1]), np.array([2, 9])),
        subject_from="ann",
        subject_to="ben",
    )
    write_morph_file(folder / "some-morph.h5", morph)
    write_morph_file(folder / "volume-morph.h5", volume_morph())
    shutil.copy(folder / "volume-morph.h5", folder / "no-matrix-morph.h5")
    with h5py.File(folder / "no-matrix-morph.h5", "a") as file:  # it is computed on reading
        del file["h5io/key_vol_morph_mat"]
        file["h5io/key_vol_morph_mat"] = [False]
    yield folder / "some-stc.h5", read_estimate
    yield folder / "some-morph.h5", read_morph_file
    yield folder / "volume-morph.h5", read_morph_file
    yield folder / "no-matrix-morph.h5", read_morph_file


def test_damaged_hdf5_files_are_read_or_refused(tmp_path):
    rng = np.random.default_rng(0)
    refused = 0
    for path, read in hdf5_files(tmp_path):
        whole = path.read_bytes()
        for _ in range(HDF5_FILES):
            content = bytearray(whole)
            for place in rng.integers(len(content), size=rng.integers(1, 6)):
                length = rng.choice([1, 4, 8])
                content[place : place + length] = rng.bytes(length)
            if rng.random() < 0.1:
                del content[rng.integers(len(content)) :]
            path.write_bytes(content)
            try:
                read(path)
            except FormatError:
                refused += 1
    assert refused > HDF5_FILES / 10
