"""Saving measurement info: ``Info.save``, ``write_info``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadfield.base.checks import one_of
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.writer import writing
from leadfield.recording.fif.info import write_info

if TYPE_CHECKING:
    from leadfield.recording.info import MeasurementInfo


def save_info(
    fname: str | Path,
    info: MeasurementInfo,
    *,
    data_type: int | None = None,
    reset_range: bool = True,
    overwrite: bool = False,
) -> None:
    """Write a file of measurement info alone."""
    one_of("data_type", data_type, [None, Type.FLOAT, Type.DOUBLE, Type.DAU_PACK16])
    with writing(fname, overwrite=overwrite) as writer, writer.block(Block.MEAS):
        writer.file_id(Kind.BLOCK_ID)
        write_info(writer, info, data_type=data_type, keep_ranges=not reset_range)
