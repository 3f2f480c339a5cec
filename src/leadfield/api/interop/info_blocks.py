"""What MNE-Python knows of subject, device and project, as blocks that are saved again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from leadfield.fif.kinds import Block, Kind, Type
from leadfield.recording.fif.opaque_fields import DEVICE, FIRST_DAY, SUBJECT, Fields
from leadfield.recording.info import OpaqueBlock

Tag = tuple[int, int, bytes]


def blocks_of(info: Any) -> tuple[OpaqueBlock, ...]:
    """Blocks of the ``Info`` that something of MNE-Python's holds, none if they would be empty.

    Coils and the details of processing are left out.
    """
    project = np.ravel(() if info.get("proj_id") is None else info["proj_id"])
    tags = [_tag(Kind.PROJ_ID, int(number)) for number in project[:1]]
    for kind, key in ((Kind.PROJ_NAME, "proj_name"), (Kind.UTC_OFFSET, "utc_offset")):
        if info.get(key) is not None:
            tags.append(_tag(kind, str(info[key])))
    inner = (
        _block(Block.SUBJECT, SUBJECT, info.get("subject_info")),
        _block(Block.DEVICE, DEVICE, info.get("device_info")),
    )
    children = tuple(block for block in inner if block is not None)
    if not tags and not children:
        return ()
    return (OpaqueBlock(kind=Block.MEAS_INFO, tags=tuple(tags), children=children),)


def _block(kind: int, fields: Fields, found: Mapping[str, Any] | None) -> OpaqueBlock | None:
    """A block of the fields that are there."""
    if not found:
        return None
    tags = [_tag(k, found[key]) for k, (key, _) in fields.items() if found.get(key) is not None]
    return OpaqueBlock(kind=kind, tags=tuple(tags))


def _tag(kind: int, value: Any) -> Tag:
    """A tag of a text, a day, a whole or a real number."""
    if isinstance(value, str):
        return kind, Type.STRING, value.encode("latin-1", "xmlcharrefreplace")
    if isinstance(value, date):
        day = FIRST_DAY + value.toordinal()
        return kind, Type.JULIAN, np.array(day, ">i4").tobytes()
    if isinstance(value, int | np.integer):
        return kind, Type.INT, np.array(value, ">i4").tobytes()
    return kind, Type.FLOAT, np.array(value, ">f4").tobytes()
