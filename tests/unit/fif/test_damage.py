"""Whatever bytes a FIF file holds, values come out or a FormatError does, and soon."""

import gzip
import struct
import time
import tracemalloc
import warnings

import numpy as np
import pytest
import scipy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadfield.base.errors import FormatError, MissingFileError
from leadfield.fif import source
from leadfield.fif.decode import DENSE
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing

quick = settings(
    max_examples=120,
    deadline=2000,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
HEADER = struct.Struct(">4i")
FILE_ID = HEADER.pack(Kind.FILE_ID, Type.ID_STRUCT, 20, 0) + bytes(20)
POINTER = len(FILE_ID) + HEADER.size
NASTY = (0, 1, -1, 4, 16, 104, 105, 2**31 - 1, -(2**31), 65536, DENSE | 4, 0x40100004, 0x40200004)


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """Bytes of a file with every sort of tag."""
    path = tmp_path_factory.mktemp("sound") / "sound.fif"
    with writing(path) as writer, writer.block(Block.MEAS):
        writer.integers(Kind.NCHAN, [1, 2])
        writer.reals(Kind.SFREQ, 600.0)
        writer.text(Kind.NAME, "a name")
        writer.names(Kind.CH_NAME_LIST, ["a", "b:c"])
        with writer.block(Block.MEAS_INFO):
            writer.matrix(Kind.COV, np.arange(12.0).reshape(3, 4))
            writer.matrix(Kind.EPOCH, np.ones((2, 2, 2)), dtype=">f8")
            writer.tag(Kind.EPOCH, Type.OLD_PACK, struct.pack(">2f3h", 1, 2, 3, 4, 5))
            writer.sparse(Kind.SOURCE_SPACE_DIST, scipy.sparse.eye_array(4))
        writer.file_id(Kind.BLOCK_ID)
    return path.read_bytes()


def read_everything(path):
    """Ask a file for all it holds, in every way; refusals are fine."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".* ends inside a tag")
        file = FifFile(path)
    with file as fif:
        for node in fif.tree.walk():
            for kind in {tag.kind for tag in node.tags}:
                for get in (fif.array, fif.integers, fif.reals, fif.names, fif.matrix, fif.sparse):
                    try:
                        get(node, kind)
                    except FormatError as error:
                        assert error.path == path  # noqa: PT017 - every refusal, not one


def outcome(path, content):
    path.write_bytes(content)
    try:
        read_everything(path)
    except FormatError as error:
        return error
    return None


@quick
@given(data=st.data())
def test_any_change_of_bytes_is_read_or_refused(data, sound, tmp_path):
    content = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    outcome(tmp_path / "changed.fif", bytes(content))


@quick
@given(data=st.data())
def test_any_change_of_numbers_is_read_or_refused(data, sound, tmp_path):
    content = bytearray(sound)
    for _ in range(data.draw(st.integers(1, 3))):
        at = 4 * data.draw(st.integers(0, len(content) // 4 - 1))
        content[at : at + 4] = struct.pack(">i", data.draw(st.sampled_from(NASTY)))
    outcome(tmp_path / "changed.fif", bytes(content))


@quick
@given(data=st.data())
def test_any_start_of_a_file_is_read_or_refused(data, sound, tmp_path):
    outcome(tmp_path / "cut.fif", sound[: data.draw(st.integers(0, len(sound) - 1))])


@quick
@given(content=st.binary(max_size=300))
def test_any_bytes_after_the_first_tag_are_read_or_refused(content, tmp_path):
    outcome(tmp_path / "made.fif", FILE_ID + content)


@quick
@given(content=st.binary(max_size=200))
def test_any_other_file_is_refused_at_its_start(content, tmp_path):
    error = outcome(tmp_path / "other.fif", content)
    assert error.offset == 0


def test_a_refusal_says_where_and_what(tmp_path):
    tag = HEADER.pack(Kind.SFREQ, Type.FLOAT, -5, 0)
    error = outcome(tmp_path / "bad.fif", FILE_ID + tag)
    assert (error.path.name, error.offset, error.tag) == ("bad.fif", len(FILE_ID), "SFREQ")


class TestChains:
    def test_a_tag_that_points_at_itself_is_refused(self, tmp_path):
        loop = HEADER.pack(Kind.NOP, Type.VOID, 0, len(FILE_ID))
        assert "next" in str(outcome(tmp_path / "loop.fif", FILE_ID + loop + bytes(40)))

    def test_tags_in_a_circle_are_refused(self, tmp_path):
        first, second = len(FILE_ID), len(FILE_ID) + 16
        circle = HEADER.pack(1, 0, 0, second) + HEADER.pack(2, 0, 0, first)
        assert "next" in str(outcome(tmp_path / "circle.fif", FILE_ID + circle))

    def test_a_tag_inside_another_is_refused(self, tmp_path):
        inside = HEADER.pack(Kind.NOP, Type.VOID, 32, len(FILE_ID) + 20) + bytes(32)
        assert "next" in str(outcome(tmp_path / "inside.fif", FILE_ID + inside))

    def test_blocks_nest_64_deep_and_no_deeper(self, tmp_path):
        start = HEADER.pack(Kind.BLOCK_START, Type.INT, 4, 0) + struct.pack(">i", Block.MEAS)
        end = HEADER.pack(Kind.BLOCK_END, Type.INT, 4, 0) + struct.pack(">i", Block.MEAS)
        path = tmp_path / "deep.fif"
        assert outcome(path, FILE_ID + 64 * start + 64 * end) is None
        assert "64 deep" in str(outcome(path, FILE_ID + 65 * start + 65 * end))

    def test_a_block_that_ends_without_a_start_is_refused(self, tmp_path):
        end = HEADER.pack(Kind.BLOCK_END, Type.INT, 4, -1) + struct.pack(">i", Block.MEAS)
        assert outcome(tmp_path / "end.fif", FILE_ID + end) is not None


class TestCount:
    def test_of_tags_in_a_short_file_may_be_high(self, tmp_path):
        empty = 2**15 * HEADER.pack(Kind.NOP, Type.VOID, 0, 0)
        assert outcome(tmp_path / "short.fif", FILE_ID + empty) is None

    def test_of_tags_is_bounded_by_the_size(self, tmp_path):
        empty = 2**17 * HEADER.pack(Kind.NOP, Type.VOID, 0, 0)
        assert "tags" in str(outcome(tmp_path / "many.fif", FILE_ID + empty))

    def test_of_tags_in_a_directory_is_bounded_by_the_size(self, tmp_path):
        pointer = HEADER.pack(Kind.DIR_POINTER, Type.INT, 4, 0) + struct.pack(">i", 56)
        entries = 2**17 * struct.pack(">4i", Kind.FILE_ID, Type.ID_STRUCT, 20, 0)
        directory = HEADER.pack(Kind.DIR, Type.DIR_ENTRY_STRUCT, len(entries), -1) + entries
        assert "tags" in str(outcome(tmp_path / "many.fif", FILE_ID + pointer + directory))


def test_zeros_where_a_tag_should_be_end_a_file(sound, tmp_path):
    path = tmp_path / "zeros.fif"
    at = POINTER
    without = sound[:at] + struct.pack(">i", -1) + sound[at + 4 :]
    directory = without.rindex(HEADER.pack(Kind.DIR, Type.DIR_ENTRY_STRUCT, 0, 0)[:8])
    path.write_bytes(without[:directory] + bytes(2**22))
    tracemalloc.start()
    with pytest.warns(RuntimeWarning, match="zeros"):
        fif = FifFile(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    with fif:
        assert fif.real(fif.block(Block.MEAS), Kind.SFREQ) == 600.0
    assert peak < 2**20


class TestDirectory:
    def tags(self, tmp_path, content):
        path = tmp_path / "file.fif"
        path.write_bytes(content)
        with FifFile(path) as fif:
            return [tag.kind for tag in fif.tags if tag.kind != Kind.DIR]

    def test_missing_the_tags_are_walked(self, sound, tmp_path):
        at = POINTER
        without = sound[:at] + struct.pack(">i", -1) + sound[at + 4 :]
        assert self.tags(tmp_path, without) == self.tags(tmp_path, sound)

    @pytest.mark.parametrize("place", [0, 36, 40])
    def test_in_a_wrong_place_the_tags_are_walked(self, place, sound, tmp_path):
        at = POINTER
        wrong = sound[:at] + struct.pack(">i", place) + sound[at + 4 :]
        assert self.tags(tmp_path, wrong) == self.tags(tmp_path, sound)

    def test_that_lies_about_a_tag_the_tags_are_walked(self, sound, tmp_path):
        at = POINTER
        directory = struct.unpack(">i", sound[at : at + 4])[0]
        entry = directory + HEADER.size + 3 * 16
        wrong = sound[: entry + 8] + struct.pack(">i", 2**30) + sound[entry + 12 :]
        assert self.tags(tmp_path, wrong) == self.tags(tmp_path, sound)


def test_a_file_cut_short_warns_and_gives_what_is_whole(sound, tmp_path):
    path = tmp_path / "cut.fif"
    path.write_bytes(sound[:-300])
    with pytest.warns(RuntimeWarning, match="ends inside"):
        fif = FifFile(path)
    with fif:
        assert fif.real(fif.block(Block.MEAS), Kind.SFREQ) == 600.0


def test_a_matrix_that_claims_more_than_it_has_takes_no_memory(tmp_path):
    shape = struct.pack(">3i", 2**15, 2**15, 2)
    tag = HEADER.pack(Kind.COV, DENSE | Type.DOUBLE, len(shape), -1) + shape
    path = tmp_path / "claims.fif"
    path.write_bytes(FILE_ID + tag)
    tracemalloc.start()
    with FifFile(path) as fif, pytest.raises(FormatError, match="exactly"):
        fif.matrix(fif.tree, Kind.COV)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**20


class TestPackedFiles:
    def test_that_unpack_to_too_much_are_refused_early(self, monkeypatch, tmp_path):
        monkeypatch.setattr(source, "MOST_UNPACKED", 2**16)
        path = tmp_path / "bomb.fif.gz"
        path.write_bytes(gzip.compress(FILE_ID + bytes(2**26)))
        tracemalloc.start()
        with pytest.raises(FormatError, match="at most 65536"):
            FifFile(path)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 2**23

    def test_of_zeros_cost_little_however_long(self, tmp_path):
        path = tmp_path / "bomb.fif.gz"
        path.write_bytes(gzip.compress(FILE_ID) + 256 * gzip.compress(bytes(2**20)))
        tracemalloc.start()
        started = time.process_time()
        with pytest.raises(FormatError, match="unpack it with gunzip"):
            FifFile(path)
        peak, spent = tracemalloc.get_traced_memory()[1], time.process_time() - started
        tracemalloc.stop()
        assert peak < 2**28
        assert spent < 5

    def test_may_grow_long(self, tmp_path):
        path = tmp_path / "long.fif.gz"
        noise = np.random.default_rng(0).bytes(2**20)
        blank = b"".join(
            HEADER.pack(Kind.NOP, Type.BYTE, 2**20, 0) + bytes(2**20) for _ in range(200)
        )
        path.write_bytes(
            gzip.compress(FILE_ID + HEADER.pack(Kind.NOP, Type.BYTE, len(noise), 0) + noise + blank)
        )
        with FifFile(path) as fif:
            assert len(fif.tags) == 202

    def test_of_many_members_take_time_in_proportion(self, tmp_path):
        path = tmp_path / "members.fif.gz"
        started = time.process_time()
        path.write_bytes(gzip.compress(FILE_ID) + 2**15 * gzip.compress(b""))
        with FifFile(path) as fif:
            assert len(fif.tags) == 1
        assert time.process_time() - started < 2

    @quick
    @given(data=st.data())
    def test_that_are_damaged_are_read_or_refused(self, data, sound, tmp_path):
        content = bytearray(gzip.compress(sound, mtime=0))
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] ^= data.draw(st.integers(1, 255))
        outcome(tmp_path / "changed.fif.gz", bytes(content))

    def test_that_are_cut_warn_and_give_what_is_whole(self, sound, tmp_path):
        path = tmp_path / "cut.fif.gz"
        path.write_bytes(gzip.compress(sound)[:-60])
        with pytest.warns(RuntimeWarning, match="ends inside"):
            fif = FifFile(path)
        with fif:
            assert fif.real(fif.block(Block.MEAS), Kind.SFREQ) == 600.0

    def test_that_are_not_packed_are_refused(self, sound, tmp_path):
        assert "gzip" in str(outcome(tmp_path / "plain.fif.gz", sound))

    def test_of_several_members_are_read_as_one(self, sound, tmp_path):
        path = tmp_path / "two.fif.gz"
        path.write_bytes(gzip.compress(sound[:100]) + gzip.compress(sound[100:]))
        with FifFile(path) as fif:
            assert fif.real(fif.block(Block.MEAS), Kind.SFREQ) == 600.0


class TestOpening:
    def test_a_file_that_is_not_there_is_named(self, tmp_path):
        with pytest.raises(MissingFileError, match=r"none\.fif"):
            FifFile(tmp_path / "none.fif")

    def test_a_folder_is_refused(self, tmp_path):
        with pytest.raises(MissingFileError, match="folder"):
            FifFile(tmp_path)


def test_pointers_of_a_sparse_matrix_whose_differences_wrap_round_are_refused(tmp_path):
    starts = [0, 2**31 - 1, -(2**31), -1, 1]
    payload = struct.pack(">f", 1.0) + struct.pack(">i", 0) + struct.pack(">5i", *starts)
    payload += struct.pack(">4i", 1, 4, 1, 2)
    tag = HEADER.pack(Kind.SOURCE_SPACE_DIST, 0x40200004, len(payload), -1)
    path = tmp_path / "wraps.fif"
    path.write_bytes(FILE_ID + tag + payload)
    with FifFile(path) as fif, pytest.raises(FormatError, match="pointers must grow"):
        fif.sparse(fif.tree, Kind.SOURCE_SPACE_DIST)


def test_a_sparse_matrix_across_more_than_an_mri_is_refused(tmp_path):
    payload = struct.pack(">2i", 0, 0) + struct.pack(">4i", 0, 2**31 - 1, 1, 2)
    tag = HEADER.pack(Kind.SOURCE_SPACE_DIST, 0x40100004, len(payload), -1)
    path = tmp_path / "wide.fif"
    path.write_bytes(FILE_ID + tag + payload)
    with FifFile(path) as fif, pytest.raises(FormatError, match="2 dimensions"):
        fif.sparse(fif.tree, Kind.SOURCE_SPACE_DIST)


def test_half_a_letter_is_not_read_as_one(written):
    path = written(lambda writer: writer.tag(Kind.NAME, Type.STRING, b"&#55296;&#20013;"))
    with FifFile(path) as fif:
        assert fif.text(fif.tree, Kind.NAME) == "&#55296;\u4e2d"


def test_more_names_than_any_file_has_are_refused(written):
    path = written(lambda writer: writer.text(Kind.CH_NAME_LIST, ":" * 2**20))
    with FifFile(path) as fif, pytest.raises(FormatError, match="names"):
        fif.names(fif.tree, Kind.CH_NAME_LIST)
