"""Blocks that are saved as they were read, damaged."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.fif.decode import BY_COLUMN, BY_ROW, DENSE
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.recording.fif.opaque_fields import GETTERS
from leadfield.recording.info import OpaqueBlock


def with_block(info, kind, tags, inside=Block.HPI_MEAS):
    block = OpaqueBlock(kind=kind, tags=tuple(tags))
    outer = OpaqueBlock(kind=inside, tags=(), children=(block,))
    measured = OpaqueBlock(kind=Block.MEAS_INFO, tags=(), children=(outer,))
    return replace(info, opaque_blocks=(measured,))


@pytest.mark.parametrize("content", [b"", b"\0", b"\xff" * 3, b"\xff" * 12, b"\x7f" * 40])
@pytest.mark.parametrize("type_", [Type.INT, Type.FLOAT, DENSE | Type.FLOAT, 77, Type.STRING])
def test_damaged_fields_are_read_without_an_error(type_, content, info):
    fields = {
        Block.SUBJECT: [Kind.SUBJ_ID, Kind.SUBJ_BIRTH_DAY, Kind.SUBJ_WEIGHT, Kind.SUBJ_HIS_ID],
        Block.HPI_COIL: [Kind.HPI_COIL_NO, Kind.EPOCH],
        Block.HELIUM: [Kind.HELIUM_LEVEL, Kind.MEAS_DATE, Kind.ORIG_FILE_GUID],
        Block.CHANNEL_DECOUPLER: [Kind.DECOUPLER_MATRIX, Kind.PROJ_ITEM_CH_NAME_LIST],
        Block.HPI_RESULT: [Kind.HPI_FIT_ACCEPT, Kind.DIG_POINT, Kind.HPI_COIL_MOMENTS],
    }
    for block, kinds in fields.items():
        damaged = with_block(info, block, [(kind, type_, content) for kind in kinds])
        for get in GETTERS.values():
            get(damaged)


def test_matrices_have_their_shape(info):
    matrix = np.arange(6, dtype=">f4").tobytes() + np.array([3, 2, 2], ">i4").tobytes()
    found = GETTERS["hpi_meas"](
        with_block(info, Block.HPI_COIL, [(Kind.EPOCH, DENSE | Type.FLOAT, matrix)])
    )
    np.testing.assert_array_equal(found[0]["hpi_coils"][0]["epoch"], [[0, 1, 2], [3, 4, 5]])


def decoupler(values, places, starts, tail, coding=BY_COLUMN):
    parts = [np.array(values, ">f4"), *(np.array(one, ">i4") for one in (places, starts, tail))]
    return coding | Type.FLOAT, b"".join(part.tobytes() for part in parts)


def read(info, tag, kind=Kind.DECOUPLER_MATRIX, block=Block.CHANNEL_DECOUPLER):
    inner = OpaqueBlock(kind=block, tags=((kind, *tag),))
    outer = OpaqueBlock(kind=Block.MEAS_INFO, tags=(), children=(inner,))
    return replace(info, opaque_blocks=(outer,))


@pytest.mark.parametrize(
    ("coding", "expected"), [(BY_COLUMN, [[2, 3], [0, 4]]), (BY_ROW, [[2, 0], [3, 4]])]
)
def test_a_sparse_matrix_is_read_by_rows_or_columns(info, coding, expected):
    tag = decoupler([2, 3, 4], [0, 0, 1], [0, 1, 3], [3, 2, 2, 2], coding)
    found = GETTERS["cross_talk"](read(info, tag))["decoupler"]
    np.testing.assert_array_equal(found.toarray(), expected)


BROKEN = {
    "too short": (BY_COLUMN | Type.FLOAT, b"1234"),
    "dense": decoupler([2, 3, 4], [0, 0, 1], [0, 1, 3], [3, 2, 2, 2], 0),
    "more entries": decoupler([2, 3, 4], [0, 0, 1], [0, 1, 3], [4, 2, 2, 2]),
    "fewer than none": decoupler([], [], [0], [-1, 2, 2, 2]),
    "three axes": decoupler([2, 3, 4], [0, 0, 1], [0, 1, 3], [3, 2, 2, 3]),
    "rows beyond the end": decoupler([2, 3, 4], [0, 0, 2], [0, 1, 3], [3, 2, 2, 2]),
    "starts that fall": decoupler([2, 3, 4], [0, 0, 1], [0, 4, 3], [3, 2, 2, 2]),
}


@pytest.mark.parametrize("tag", BROKEN.values(), ids=BROKEN)
def test_a_broken_sparse_matrix_is_none(info, tag):
    assert GETTERS["cross_talk"](read(info, tag))["decoupler"] is None


@pytest.mark.parametrize("stamp", [np.array([], ">i4"), np.array([np.inf, 1], ">f4")])
def test_a_broken_time_is_none(info, stamp):
    type_ = Type.INT if stamp.dtype.kind == "i" else Type.FLOAT
    broken = read(info, (type_, stamp.tobytes()), Kind.MEAS_DATE, Block.HELIUM)
    assert GETTERS["helium_info"](broken) == {"meas_date": None}
