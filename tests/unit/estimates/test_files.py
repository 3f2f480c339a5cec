"""``.stc`` and ``.w`` files: what is written is read, what is not one is refused."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import (
    DataError,
    FormatError,
    InputError,
    MissingFileError,
    OverwriteError,
)
from leadfield.estimates.files import read_estimate, write_estimate, write_segments
from leadfield.estimates.segments import Segments
from leadfield.estimates.source_courses import SourceAxes, SourceCourses


def courses(n_times=4, kind="surface", **changes):
    vertices = ([0, 5, 70_000], [2]) if kind == "surface" else ([0, 5, 70_000, 80_000],)
    data = np.random.default_rng(0).standard_normal((4, n_times)).astype(np.float32)
    fields = {"vertices": vertices, "tmin": -0.25, "tstep": 0.125, **changes}
    return SourceCourses(axes=SourceAxes(kind=kind, **fields), data=data)


def assert_same(one, other):
    data, axes = one
    np.testing.assert_array_equal(data, other.data)
    assert [v.tolist() for v in axes.vertices] == [v.tolist() for v in other.axes.vertices]
    assert axes.kind == other.axes.kind


@pytest.mark.parametrize("kind", ["surface", "volume"])
@pytest.mark.parametrize("ftype", ["stc", "w"])
def test_what_is_written_is_read(tmp_path, kind, ftype):
    value = courses(n_times=4 if ftype == "stc" else 1, kind=kind)
    write_estimate(value, tmp_path / "some", ftype=ftype)
    name = "some" if kind == "surface" else f"some-vl.{ftype}"
    back = read_estimate(tmp_path / name, subject="ann")
    assert_same(back, value)
    assert back[1].subject == "ann"
    if ftype == "stc":
        assert (back[1].tmin, back[1].tstep) == (value.axes.tmin, value.axes.tstep)


@pytest.mark.parametrize("name", ["some", "some-lh.stc", "some-rh.stc"])
def test_any_name_of_a_pair_names_both(tmp_path, name):
    write_estimate(courses(), tmp_path / name)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["some-lh.stc", "some-rh.stc"]
    assert_same(read_estimate(tmp_path / name), courses())


@pytest.mark.parametrize("kind", ["surface", "volume"])
def test_a_hemisphere_may_be_empty(tmp_path, kind):
    vertices = ([], [1, 2, 3, 4]) if kind == "surface" else ([1, 2, 3, 4],)
    value = courses(kind=kind, vertices=vertices)
    write_estimate(value, tmp_path / "some")
    assert_same(read_estimate(tmp_path / ("some" if kind == "surface" else "some-vl.stc")), value)


def test_files_are_replaced_only_when_asked(tmp_path):
    write_estimate(courses(), tmp_path / "some")
    (tmp_path / "some-lh.stc").unlink()
    with pytest.raises(OverwriteError, match=r"some-rh\.stc exists"):
        write_estimate(courses(2), tmp_path / "some")
    assert not (tmp_path / "some-lh.stc").exists()
    write_estimate(courses(2), tmp_path / "some", overwrite=True)
    assert read_estimate(tmp_path / "some")[0].shape == (4, 2)


def test_a_failed_write_leaves_no_trace(tmp_path):
    with pytest.raises(InputError, match="a w file holds one time, got 4"):
        write_estimate(courses(), tmp_path / "some", ftype="w")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"data": np.zeros((4, 3, 2)), "vector": True}, "or its magnitude"),
        ({"data": np.zeros((4, 2), complex)}, "complex ones: pass ftype='h5'"),
        ({"kind": "mixed"}, "2 source spaces: pass ftype='h5'"),
    ],
)
def test_what_the_format_cannot_hold_is_refused(tmp_path, changes, words):
    fields = {
        "kind": "surface",
        "vertices": ([0, 5, 7], [2]),
        "tmin": 0,
        "tstep": 1,
        **changes,
    }
    data = fields.pop("data", np.zeros((4, 2)))
    with pytest.raises(InputError, match=words):
        write_estimate(SourceCourses(axes=SourceAxes(**fields), data=data), tmp_path / "some")


def test_a_w_file_has_no_room_for_large_vertices(tmp_path):
    value = courses(1, vertices=([0, 5, 2**24], [2]))
    with pytest.raises(InputError, match="below 16777216, got 16777216"):
        write_estimate(value, tmp_path / "some", ftype="w")


def test_an_unknown_kind_of_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="ftype must be one of 'stc', 'w', 'h5', got 'fif'"):
        write_estimate(courses(), tmp_path / "some", ftype="fif")


def test_both_hemispheres_must_be_there(tmp_path):
    write_estimate(courses(), tmp_path / "some")
    (tmp_path / "some-rh.stc").unlink()
    with pytest.raises(MissingFileError, match=r"needs both hemispheres, there is no .*-rh\.stc"):
        read_estimate(tmp_path / "some-lh.stc")


def test_a_missing_estimate_says_what_was_looked_for(tmp_path):
    with pytest.raises(MissingFileError, match=r"must be some-lh\.stc and -rh\.stc"):
        read_estimate(tmp_path / "some")


def test_hemispheres_must_share_their_times(tmp_path):
    write_estimate(courses(4), tmp_path / "some")
    write_estimate(courses(3), tmp_path / "other")
    (tmp_path / "other-rh.stc").rename(tmp_path / "some-rh.stc")
    with pytest.raises(FormatError, match=r"times of some-lh\.stc"):
        read_estimate(tmp_path / "some")


class TestDamage:
    def content(self, words, values=()):
        return np.array(words, ">u4").tobytes() + np.array(values, ">f4").tobytes()

    def read(self, tmp_path, content, name="some-vl.stc"):
        (tmp_path / name).write_bytes(content)
        return read_estimate(tmp_path / name)

    @pytest.fixture
    def good(self, tmp_path):
        write_estimate(courses(kind="volume"), tmp_path / "good")
        return (tmp_path / "good-vl.stc").read_bytes()

    @pytest.mark.parametrize("size", [0, 3, 12])
    def test_too_short(self, tmp_path, good, size):
        with pytest.raises(FormatError, match="at least 16 bytes"):
            self.read(tmp_path, good[:size])

    def test_more_vertices_than_bytes(self, tmp_path, good):
        with pytest.raises(FormatError, match=r"byte 8: 4294967295 vertices do not fit"):
            self.read(tmp_path, good[:8] + b"\xff" * 4 + good[12:])

    @pytest.mark.parametrize("cut", [slice(None, -4), slice(None, -12)])
    def test_a_cut_end(self, tmp_path, good, cut):
        with pytest.raises(FormatError, match=r"4 vertices at 4 times make 96 bytes, got"):
            self.read(tmp_path, good[cut])

    def test_a_time_step_that_is_none(self, tmp_path, good):
        with pytest.raises(FormatError, match="tstep must be"):
            self.read(tmp_path, good[:4] + bytes(4) + good[8:])

    @pytest.mark.parametrize("step", [1e-45, 1e38, np.inf, np.nan])
    def test_a_time_step_that_times_overflow_with(self, tmp_path, good, step):
        with pytest.raises(FormatError, match="tstep must be"):
            self.read(tmp_path, good[:4] + np.array(step, ">f4").tobytes() + good[8:])

    @pytest.mark.parametrize("value", [np.nan, np.inf])
    def test_values_that_are_not_finite(self, tmp_path, good, value):
        with pytest.raises(FormatError, match="values must be finite, 1 of 16 are not"):
            self.read(tmp_path, good[:-4] + np.array(value, ">f4").tobytes())

    def test_values_of_a_w_file_that_are_not_finite(self, tmp_path):
        content = bytes([0, 0, 0, 0, 1, 0, 0, 7]) + np.array(np.nan, ">f4").tobytes()
        with pytest.raises(FormatError, match="values must be finite"):
            self.read(tmp_path, content, "some-vl.w")

    def test_a_vertex_twice(self, tmp_path, good):
        with pytest.raises(FormatError, match="every vertex must be there once"):
            self.read(tmp_path, good[:12] + good[16:20] + good[16:])

    def test_vertices_out_of_order_are_put_in_order(self, tmp_path, good):
        swapped = good[:12] + good[16:20] + good[12:16] + good[20:]
        data, axes = self.read(tmp_path, swapped)
        assert axes.vertices[0].tolist() == [0, 5, 70_000, 80_000]
        expected = courses(kind="volume").data[[1, 0, 2, 3]]
        np.testing.assert_array_equal(data, expected)

    def test_a_w_file_of_another_size(self, tmp_path):
        with pytest.raises(FormatError, match="2 vertices make a w file of 19 bytes, got 6"):
            self.read(tmp_path, b"\x00\x00\x00\x00\x02\x00", "some-vl.w")

    def test_one_sample_needs_no_step(self, tmp_path):
        write_estimate(courses(1, kind="volume"), tmp_path / "one")
        content = (tmp_path / "one-vl.stc").read_bytes()
        assert self.read(tmp_path, content[:4] + bytes(4) + content[8:])[1].tstep == 1


@pytest.mark.parametrize("value", [np.nan, 1e39])
def test_values_that_no_reader_takes_are_not_written(tmp_path, value):
    made = courses(kind="volume")
    data = made.data.astype(np.float64)
    data[0, 0] = value
    with pytest.raises(DataError, match="single precision"):
        write_estimate(replace(made, data=data), tmp_path / "some")
    assert not list(tmp_path.iterdir())


def in_parts(value, block=2, spoilt=None):
    """The data of an estimate a run of samples at a time, and what was read of them."""
    read = []

    def part(a, b):
        read.append((a, b))
        return np.full_like(value.data[..., a:b], np.nan) if a == spoilt else value.data[..., a:b]

    return Segments(value.data.shape, part, block), read


@pytest.mark.parametrize("ftype", ["stc", "h5"])
@pytest.mark.parametrize("kind", ["surface", "volume"])
def test_parts_make_the_files_that_the_whole_makes(tmp_path, ftype, kind):
    pytest.importorskip("h5py")
    value = courses(5, kind=kind)
    write_estimate(value, tmp_path / "whole", ftype=ftype)
    data, read = in_parts(value)
    write_segments(data, value.axes, tmp_path / "parts", ftype=ftype, overwrite=False)
    assert read == [(0, 2), (2, 4), (4, 5)]
    made = sorted(tmp_path.glob("whole*"))
    assert made
    for file in made:
        other = file.with_name(file.name.replace("whole", "parts"))
        if ftype == "stc":
            assert file.read_bytes() == other.read_bytes()
        else:
            found, axes = read_estimate(other)
            np.testing.assert_array_equal(found, value.data)
            assert axes.tmin == value.axes.tmin


@pytest.mark.parametrize("ftype", ["stc", "h5"])
def test_a_part_that_cannot_be_written_leaves_the_old_files(tmp_path, ftype):
    pytest.importorskip("h5py")
    value = courses(5)
    write_estimate(value, tmp_path / "some", ftype=ftype)
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    data, _ = in_parts(value, spoilt=2)
    with pytest.raises(InputError, match="must be finite"):
        write_segments(data, value.axes, tmp_path / "some", ftype=ftype, overwrite=True)
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before
