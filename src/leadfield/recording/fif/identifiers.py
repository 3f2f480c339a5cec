"""Identifiers of a measurement, which say when and on which machine it was made."""

from dataclasses import replace
from datetime import datetime

import numpy as np

from leadfield.fif.kinds import Block, Type
from leadfield.fif.structs import ID
from leadfield.recording.info import MeasurementInfo, OpaqueBlock

NO_SECONDS, NO_MICROS = 0, 2**31 - 1


def with_date(info: MeasurementInfo, measured_at: datetime | None) -> MeasurementInfo:
    """The info with another date; without one, its identifier tells neither date nor machine."""
    if measured_at is not None:
        return replace(info, measured_at=measured_at)
    blocks = tuple(map(_blank, info.opaque_blocks))
    return replace(info, measured_at=None, opaque_blocks=blocks)


def _blank(block: OpaqueBlock) -> OpaqueBlock:
    """The measurement info's own identifier without date and machine."""
    if block.kind != Block.MEAS_INFO:
        return block
    tags = tuple(
        (kind, type_, _without_date(content) if type_ == Type.ID_STRUCT else content)
        for kind, type_, content in block.tags
    )
    return replace(block, tags=tags)


def _without_date(content: bytes) -> bytes:
    value = np.frombuffer(content, ID).copy() if len(content) == ID.itemsize else np.zeros(1, ID)
    value["machine"] = 0
    value["seconds"], value["micros"] = NO_SECONDS, NO_MICROS
    return value.tobytes()
