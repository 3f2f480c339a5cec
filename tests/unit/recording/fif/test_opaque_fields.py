"""What is read out of blocks that are saved as they were read."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.fif.decode import BY_COLUMN, BY_ROW
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.recording.fif.opaque_fields import GETTERS
from leadfield.recording.info import OpaqueBlock


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
