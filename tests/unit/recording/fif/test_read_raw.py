"""Every way that FIF stores samples is read; what is broken is said and marked."""

import gzip
import os
import time
from pathlib import Path

import numpy as np
import pytest

from leadfield.base.errors import FormatError, InputError, MissingFileError, StateError
from leadfield.fif.kinds import Block, Kind, Type, kind_name
from leadfield.fif.reader import FifFile
from leadfield.fif.source import Source
from leadfield.recording.create import create_measurement_info
from leadfield.recording.fif.read_raw import open_raw

TYPES = {
    Type.SHORT: ">i2",
    Type.DAU_PACK16: ">i2",
    Type.INT: ">i4",
    Type.FLOAT: ">f4",
    Type.DOUBLE: ">f8",
    Type.COMPLEX_FLOAT: ">c8",
    Type.COMPLEX_DOUBLE: ">c16",
}


STATUS = Path("/proc/self/statm")


def resident():
    """Bytes of memory that this process has in use."""
    return int(STATUS.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def everything(raw):
    return raw.values(0, raw.n_samples)


@pytest.mark.parametrize("type_", TYPES, ids=lambda t: kind_name(Type, t))
def test_samples_of_every_type_are_calibrated(type_, raw_file):
    path = raw_file.write(
        lambda f: [f.buffer(n, type_=type_, code=TYPES[type_]) for n in (10, 10, 4)]
    )
    np.testing.assert_array_equal(everything(open_raw(path)), raw_file.expected)


def test_buffers_of_several_types_follow_each_other(raw_file):
    path = raw_file.write(
        lambda f: [f.buffer(), f.buffer(type_=Type.SHORT, code=">i2"), f.buffer()]
    )
    np.testing.assert_array_equal(everything(open_raw(path)), raw_file.expected)


@pytest.mark.parametrize(("start", "stop"), [(0, 30), (3, 4), (9, 11), (10, 20), (29, 30), (5, 5)])
def test_any_part_of_time_and_channels_is_read(start, stop, raw_file):
    raw = open_raw(raw_file.write(lambda f: [f.buffer(), f.buffer(), f.buffer()]))
    found = raw.read(start, stop, [4, 0, 2])
    np.testing.assert_array_equal(found, raw_file.expected[[4, 0, 2], start:stop])


def test_a_long_buffer_is_read_in_pieces(raw_file):
    raw = open_raw(raw_file.write(lambda f: f.buffer(40_000, type_=Type.SHORT, code=">i2")))
    np.testing.assert_array_equal(everything(raw), raw_file.expected)


@pytest.mark.parametrize("block", [Block.RAW_DATA, Block.CONTINUOUS_DATA])
def test_samples_are_found_in_blocks_old_and_new(block, raw_file):
    raw = open_raw(raw_file.write(lambda f: f.buffer(), block=block))
    np.testing.assert_array_equal(everything(raw), raw_file.expected)


class TestActiveShielding:
    def path(self, raw_file):
        return raw_file.write(lambda f: f.buffer(), block=Block.IAS_RAW_DATA)

    def test_is_refused(self, raw_file):
        with pytest.raises(InputError, match="allow_maxshield=True"):
            open_raw(self.path(raw_file))

    def test_is_read_with_a_warning_if_allowed(self, raw_file):
        path = self.path(raw_file)
        with pytest.warns(RuntimeWarning, match="active shielding"):
            assert open_raw(path, allow_maxshield=True).shielded

    def test_is_read_without_a_warning_if_one_says_yes(self, raw_file):
        assert open_raw(self.path(raw_file), allow_maxshield="yes").n_samples == 10


class TestFirstSample:
    def test_is_the_files(self, raw_file):
        assert open_raw(raw_file.write(lambda f: [f.first(25), f.buffer()])).first_sample == 25

    def test_is_0_if_the_file_has_none(self, raw_file):
        assert open_raw(raw_file.write(lambda f: f.buffer())).first_sample == 0

    def test_is_moved_by_a_skip_at_the_start(self, raw_file):
        raw = open_raw(raw_file.write(lambda f: [f.first(25), f.skip(3), f.buffer()]))
        assert (raw.first_sample, raw.n_samples, raw.annotations) == (55, 10, ())


class TestSkips:
    def raw(self, raw_file):
        return open_raw(
            raw_file.write(lambda f: [f.first(50), f.buffer(), f.skip(2), f.buffer(), f.buffer()])
        )

    def test_are_zeros(self, raw_file):
        found = everything(self.raw(raw_file))
        assert not found[:, 10:30].any()
        np.testing.assert_array_equal(np.delete(found, np.s_[10:30], axis=1), raw_file.expected)

    def test_are_annotated(self, raw_file):
        (one,) = self.raw(raw_file).annotations
        assert one.description == "BAD_ACQ_SKIP"
        assert (one.onset, one.duration) == pytest.approx((0.6, 0.2))

    def test_that_are_longer_than_any_recording_are_refused(self, raw_file):
        path = raw_file.write(lambda f: [f.buffer(), f.skip(2**30), f.buffer()])
        with pytest.raises(FormatError, match="sensible"):
            open_raw(path)

    def test_of_negative_length_are_refused(self, raw_file):
        path = raw_file.write(lambda f: [f.buffer(), f.skip(-1), f.buffer()])
        with pytest.raises(FormatError, match="skip"):
            open_raw(path)


@pytest.mark.parametrize("type_", [Type.FLOAT, Type.VOID, 77])
def test_a_broken_buffer_is_zeros_a_warning_and_an_annotation(type_, raw_file):
    path = raw_file.write(lambda f: [f.buffer(), f.broken(type_=type_), f.buffer()])
    with pytest.warns(RuntimeWarning, match="10 samples are zero"):
        raw = open_raw(path)
    found = everything(raw)
    assert not found[:, 10:20].any()
    np.testing.assert_array_equal(found[:, 20:], raw_file.expected[:, 10:])
    (one,) = raw.annotations
    assert one.bad
    assert (one.onset, one.duration) == pytest.approx((0.1, 0.1))


class TestCutFiles:
    def cut(self, raw_file, n_samples):
        path = raw_file.write(lambda f: [f.buffer(), f.buffer(), f.buffer()])
        with FifFile(path) as fif:
            last = [tag for tag in fif.tags if tag.kind == Kind.DATA_BUFFER][-1]
        content = path.read_bytes()[: last.payload + n_samples * len(raw_file.info.channels) * 4]
        path.write_bytes(content)
        return path

    @pytest.mark.parametrize("n_samples", [0, 4])
    def test_give_every_whole_sample(self, n_samples, raw_file):
        path = self.cut(raw_file, n_samples)
        with pytest.warns(RuntimeWarning, match="cut short"):
            raw = open_raw(path)
        np.testing.assert_array_equal(everything(raw), raw_file.expected[:, : 20 + n_samples])

    def test_tell_how_many_samples_are_lost(self, raw_file):
        path = self.cut(raw_file, 4)
        content = bytearray(path.read_bytes())
        content[52:56] = (2**32 - 1).to_bytes(4, "big")  # no word on where the directory is
        path.write_bytes(content)
        with pytest.warns(RuntimeWarning, match=": 6 samples at its end are lost"):
            open_raw(path)

    def test_without_a_whole_sample_are_refused(self, raw_file):
        path = raw_file.write(lambda f: f.buffer())
        with FifFile(path) as fif:
            first = next(tag for tag in fif.tags if tag.kind == Kind.DATA_BUFFER)
        path.write_bytes(path.read_bytes()[: first.payload + 3])
        with pytest.raises(FormatError, match="whole sample"):
            open_raw(path)


def test_a_packed_file_holds_the_same(raw_file, tmp_path):
    plain = raw_file.write(lambda f: [f.buffer(), f.buffer()])
    packed = tmp_path / "x_raw.fif.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    np.testing.assert_array_equal(everything(open_raw(packed)), raw_file.expected)


class TestOpening:
    def test_reads_no_samples(self, raw_file, monkeypatch):
        path = raw_file.write(lambda f: f.buffer(100_000))
        read = []
        fill = Source.fill

        def counting(self, offset, out):
            read.append(out.nbytes)
            fill(self, offset, out)

        monkeypatch.setattr(Source, "fill", counting)
        open_raw(path)
        assert sum(read) < 10_000

    def test_a_file_without_samples_says_what_it_has(self, raw_file):
        path = raw_file.write(lambda f: f.buffer(), block=Block.EVOKED)
        with pytest.raises(FormatError, match=r"RAW_DATA block, it has .*EVOKED"):
            open_raw(path)

    def test_a_file_without_buffers_is_refused(self, raw_file):
        path = raw_file.write(lambda f: f.first(3))
        with pytest.raises(FormatError, match="at least one whole sample"):
            open_raw(path)

    def test_takes_time_in_proportion_to_the_channels(self, raw_file, tmp_path):
        names = [f"C{i}" for i in range(30_000)]
        large = type(raw_file)(
            tmp_path / "x_raw.fif", create_measurement_info(names, 9.0).with_bads(names)
        )
        path = large.write(lambda f: f.buffer(1))
        start = time.perf_counter()
        raw = open_raw(path)
        # Comparing each bad channel with each channel would take a minute.
        assert time.perf_counter() - start < 5
        assert raw.info.bads == tuple(names)

    def test_a_file_that_changes_is_noticed(self, raw_file):
        path = raw_file.write(lambda f: f.buffer())
        raw = open_raw(path)
        path.write_bytes(path.read_bytes() + b"more")
        with pytest.raises(StateError, match="read it again"):
            everything(raw)


class TestParts:
    def reference(self, name=None, number=1):
        def fill(raw_file):
            raw_file.buffer()
            with raw_file.writer.block(Block.REF):
                raw_file.writer.integers(Kind.REF_ROLE, 2)
                if name is not None:
                    raw_file.writer.text(Kind.REF_FILE_NAME, name)
                raw_file.writer.integers(Kind.REF_FILE_NUM, number)

        return fill

    def second(self, raw_file, name):
        first, raw_file.path = raw_file.path, raw_file.path.with_name(name)
        raw_file.write(lambda f: f.buffer(7))
        raw_file.path = first

    @pytest.mark.parametrize(
        "name", ["y_raw-1.fif", "/etc/y_raw-1.fif", "../../y_raw-1.fif", "C:\\data\\y_raw-1.fif"]
    )
    def test_are_looked_for_in_the_same_folder_only(self, name, raw_file):
        path = raw_file.write(self.reference(name))
        self.second(raw_file, "y_raw-1.fif")
        raw = open_raw(path)
        assert [p.parent for p in raw.files] == [path.parent] * 2
        np.testing.assert_array_equal(everything(raw), raw_file.expected)

    def test_may_be_known_by_number_alone(self, raw_file):
        path = raw_file.write(self.reference())
        self.second(raw_file, "x_raw-1.fif")
        assert open_raw(path).n_samples == 17

    def test_are_read_across_their_border(self, raw_file):
        path = raw_file.write(self.reference())
        self.second(raw_file, "x_raw-1.fif")
        found = open_raw(path).read(8, 13, [1])
        np.testing.assert_array_equal(found, raw_file.expected[[1], 8:13])

    def test_that_are_missing_are_named(self, raw_file):
        path = raw_file.write(self.reference("y_raw-1.fif"))
        with pytest.raises(MissingFileError, match=r"y_raw-1\.fif"):
            open_raw(path)

    def test_that_are_missing_may_be_warned_of(self, raw_file):
        path = raw_file.write(self.reference("y_raw-1.fif"))
        with pytest.warns(RuntimeWarning, match=r"y_raw-1\.fif"):
            assert open_raw(path, on_split_missing="warn").n_samples == 10

    def test_that_are_missing_may_be_ignored(self, raw_file):
        path = raw_file.write(self.reference("y_raw-1.fif"))
        assert open_raw(path, on_split_missing="ignore").n_samples == 10

    @pytest.mark.parametrize("name", ["", "..\\", "a\0b", 300 * "x", 200 * "\xe4"])
    def test_whose_names_can_be_no_files_are_refused(self, name, raw_file):
        with pytest.raises(FormatError, match="name of the next part"):
            open_raw(raw_file.write(self.reference(name)))

    def test_that_refer_to_themselves_are_refused(self, raw_file):
        with pytest.raises(FormatError, match="came before"):
            open_raw(raw_file.write(self.reference("x_raw.fif")))

    def test_of_other_channels_are_refused(self, raw_file, info):
        path = raw_file.write(self.reference())
        raw_file.path = path.with_name("x_raw-1.fif")
        raw_file.write(lambda f: f.buffer(), info=info.renamed({"M": "other"}))
        with pytest.raises(FormatError, match="channels"):
            open_raw(path)


@pytest.mark.skipif(not STATUS.is_file(), reason="the system does not tell resident memory")
def test_long_skips_take_no_memory(raw_file):
    n, skipped = 20_000, 90 * 20_000
    path = raw_file.write(lambda f: [f.buffer(n), f.skip(skipped // n), f.buffer(n)])
    raw = open_raw(path)
    before = resident()
    samples = raw.values(0, raw.n_samples)
    assert samples.nbytes > 2**26
    assert resident() - before < samples.nbytes / 4
