"""What is written to a FIF file comes back."""

import numpy as np
import pytest
import scipy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from leadfield.base.errors import FormatError, InputError
from leadfield.fif.decode import BY_COLUMN, NUMBERS, STRUCTS
from leadfield.fif.kinds import Block, Kind, Type, kind_name
from leadfield.fif.named_matrix import NamedMatrix, read_named_matrix, write_named_matrix
from leadfield.fif.reader import FifFile

quick = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SPARSE_BY_COLUMN = BY_COLUMN | Type.FLOAT


@pytest.mark.parametrize("type_", NUMBERS, ids=lambda t: kind_name(Type, t))
@quick
@given(data=st.data())
def test_numbers_of_every_type_come_back(type_, data, written):
    code = np.dtype(NUMBERS[type_])
    values = data.draw(hnp.arrays(code.newbyteorder("="), st.integers(0, 9)))
    path = written(lambda w: w.tag(Kind.NOP, type_, values.astype(code).tobytes()))
    with FifFile(path) as fif:
        assert np.array_equal(fif.array(fif.tree, Kind.NOP), values, equal_nan=code.kind in "fc")


@pytest.mark.parametrize("code", [">i4", ">f4", ">f8", ">c8", ">c16"])
@quick
@given(data=st.data())
def test_dense_matrices_come_back(code, data, written):
    shape = hnp.array_shapes(min_dims=2, max_dims=3, min_side=0, max_side=4)
    dtype = np.dtype(code).newbyteorder("=")
    values = data.draw(hnp.arrays(dtype, shape))
    path = written(lambda w: w.matrix(Kind.NOP, values, dtype=code))
    with FifFile(path) as fif:
        assert np.array_equal(fif.matrix(fif.tree, Kind.NOP), values, equal_nan=dtype.kind in "fc")


def sparse_payload(matrix):
    parts = [
        matrix.data.astype(">f4"),
        matrix.indices.astype(">i4"),
        matrix.indptr.astype(">i4"),
        np.array([matrix.nnz, *matrix.shape, 2], ">i4"),
    ]
    return b"".join(part.tobytes() for part in parts)


class TestSparseMatrices:
    matrix = scipy.sparse.random_array((5, 7), density=0.4, dtype=np.float32, rng=0)

    def test_come_back_by_rows(self, written):
        path = written(lambda w: w.sparse(Kind.NOP, self.matrix))
        with FifFile(path) as fif:
            found = fif.sparse(fif.tree, Kind.NOP)
        assert np.array_equal(found.toarray(), self.matrix.toarray())

    def test_come_back_by_columns(self, written):
        payload = sparse_payload(self.matrix.tocsc())
        path = written(lambda w: w.tag(Kind.NOP, SPARSE_BY_COLUMN, payload))
        with FifFile(path) as fif:
            found = fif.sparse(fif.tree, Kind.NOP)
        assert np.array_equal(found.toarray(), self.matrix.toarray())

    def test_without_entries_come_back(self, written):
        path = written(lambda w: w.sparse(Kind.NOP, scipy.sparse.csr_array((3, 2))))
        with FifFile(path) as fif:
            assert fif.sparse(fif.tree, Kind.NOP).shape == (3, 2)

    def test_with_an_index_out_of_range_are_refused(self, written):
        broken = self.matrix.tocsc()
        broken.indices[0] = 5
        payload = sparse_payload(broken)
        path = written(lambda w: w.tag(Kind.NOP, SPARSE_BY_COLUMN, payload))
        with FifFile(path) as fif, pytest.raises(FormatError, match="in range"):
            fif.sparse(fif.tree, Kind.NOP)


@pytest.mark.parametrize("type_", STRUCTS, ids=lambda t: kind_name(Type, t))
def test_structures_come_back(type_, written):
    dtype = STRUCTS[type_]
    rows = np.frombuffer(bytes(range(1, 129))[: dtype.itemsize] * 2, dtype)
    path = written(lambda w: w.structs(Kind.NOP, type_, rows))
    with FifFile(path) as fif:
        assert fif.array(fif.tree, Kind.NOP).tobytes() == rows.tobytes()


@quick
@given(text=st.text(st.characters(blacklist_characters="\0&"), max_size=20))
def test_text_in_any_script_comes_back(text, written):
    path = written(lambda w: w.text(Kind.NAME, text))
    with FifFile(path) as fif:
        assert fif.text(fif.tree, Kind.NAME) == text


@quick
@given(
    names=st.lists(
        st.text(st.characters(max_codepoint=255, blacklist_characters="\0{}"), min_size=1)
    )
)
def test_names_with_colons_come_back(names, written):
    path = written(lambda w: w.names(Kind.CH_NAME_LIST, names))
    with FifFile(path) as fif:
        assert fif.names(fif.tree, Kind.CH_NAME_LIST) == names


def test_blocks_nest_as_they_were_written(written):
    def fill(writer):
        with writer.block(Block.MEAS):
            with writer.block(Block.MEAS_INFO):
                writer.integers(Kind.NCHAN, 3)
            writer.reals(Kind.SFREQ, 2.5)

    with FifFile(written(fill)) as fif:
        outer = fif.block(Block.MEAS)
        inner = fif.block(Block.MEAS_INFO, inside=outer)
        assert [node.kind for node in outer.children] == [Block.MEAS_INFO]
        assert (fif.integer(inner, Kind.NCHAN), fif.real(outer, Kind.SFREQ)) == (3, 2.5)


def test_a_packed_file_holds_the_same(written):
    def fill(writer):
        writer.matrix(Kind.NOP, np.eye(3))

    with FifFile(written(fill)) as plain, FifFile(written(fill, "made.fif.gz")) as packed:
        assert [tag.kind for tag in packed.tags][:4] == [tag.kind for tag in plain.tags][:4]
        assert np.array_equal(packed.matrix(packed.tree, Kind.NOP), np.eye(3))


class TestNamedMatrices:
    matrix = NamedMatrix(row_names=("a:b", "c"), column_names=(), data=np.ones((2, 3)))

    def test_come_back(self, written):
        path = written(lambda w: write_named_matrix(w, Kind.COV, self.matrix))
        with FifFile(path) as fif:
            found = read_named_matrix(fif, fif.tree, Kind.COV)
        assert (found.row_names, found.column_names) == (("a:b", "c"), ())
        assert np.array_equal(found.data, self.matrix.data)

    def test_with_a_name_too_many_are_refused(self, written):
        def fill(writer):
            with writer.block(Block.NAMED_MATRIX):
                writer.names(Kind.ROW_NAMES, ["a", "b", "c"])
                writer.matrix(Kind.COV, np.ones((2, 3)))

        with FifFile(written(fill)) as fif, pytest.raises(FormatError, match="as many names"):
            read_named_matrix(fif, fif.tree, Kind.COV)


def test_a_missing_value_is_named(written):
    with FifFile(written(lambda w: w.void(Kind.NOP))) as fif:
        with pytest.raises(FormatError, match="SFREQ"):
            fif.real(fif.tree, Kind.SFREQ)
        assert fif.real(fif.tree, Kind.SFREQ, 7.0) == 7.0


def test_a_value_of_another_type_is_refused(written):
    path = written(lambda w: w.text(Kind.SFREQ, "abcd"))
    with FifFile(path) as fif, pytest.raises(FormatError, match="SFREQ"):
        fif.real(fif.tree, Kind.SFREQ)


def test_a_number_too_large_for_its_tag_is_refused(written):
    with pytest.raises(InputError, match="32-bit"):
        written(lambda w: w.integers(Kind.NCHAN, 2**31))
