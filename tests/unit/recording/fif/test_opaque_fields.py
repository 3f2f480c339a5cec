"""Blocks that are saved as they were read, damaged."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.fif.decode import DENSE
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
