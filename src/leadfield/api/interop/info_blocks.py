"""What MNE-Python knows of subject, device, coils and history, as blocks that are saved again."""

from collections.abc import Iterable, Mapping
from typing import Any

from leadfield.api.interop.info_tags import (
    block_of,
    keys_of,
    names_tag,
    optional_block,
    point_tag,
    tag_of,
)
from leadfield.fif.kinds import Block, Kind
from leadfield.recording.fif import opaque_fields as fields
from leadfield.recording.info import OpaqueBlock

# Keys of the info itself, and the kinds of their tags.
OWN = {
    "meas_id": Kind.PARENT_BLOCK_ID,
    "proj_name": Kind.PROJ_NAME,
    "utc_offset": Kind.UTC_OFFSET,
    "gantry_angle": Kind.GANTRY_ANGLE,
    "xplotter_layout": Kind.XPLOTTER_LAYOUT,
    "kit_system_id": Kind.KIT_SYSTEM_ID,
}
SUBJECT, DEVICE, HELIUM = map(keys_of, (fields.SUBJECT, fields.DEVICE, fields.HELIUM))
RESULT = {**keys_of(fields.RESULT), "coord_trans": Kind.COORD_TRANS}
MEASUREMENT, COIL = keys_of(fields.MEASUREMENT), keys_of(fields.COIL)
SUBSYSTEM, SUBSYSTEM_COIL = keys_of(fields.SUBSYSTEM), keys_of(fields.SUBSYSTEM_COIL)
ACQUISITION = {"acq_pars": Kind.DACQ_PARS, "acq_stim": Kind.DACQ_STIM}
EVENTS, RECORD = keys_of(fields.EVENTS), keys_of(fields.RECORD)
SEPARATION, TEMPORAL = keys_of(fields.SEPARATION), keys_of(fields.TEMPORAL)
CALIBRATION = keys_of(fields.CALIBRATION)
CROSS_TALK = {k: v for k, v in keys_of(fields.CROSS_TALK).items() if k != "ch_names"}


def blocks_of(info: Any) -> tuple[OpaqueBlock, ...]:
    """Blocks of the ``Info`` that something of MNE-Python's holds, none if they would be empty.

    Measurement info comes first, then the processing history.
    """
    known = block_of(Block.MEAS_INFO, OWN, info, _children(info))
    tags = known.tags
    project = info.get("proj_id")
    if project is not None:
        tags = (*tags, tag_of(Kind.PROJ_ID, project))
    blocks = []
    if tags or known.children:
        blocks.append(OpaqueBlock(kind=Block.MEAS_INFO, tags=tags, children=known.children))
    records = tuple(map(_record, info.get("proc_history") or ()))
    if records:
        blocks.append(OpaqueBlock(kind=Block.PROCESSING_HISTORY, tags=(), children=records))
    return tuple(blocks)


def _children(info: Mapping[str, Any]) -> tuple[OpaqueBlock, ...]:
    """What stands within measurement info."""
    acquisition = {key: info.get(key) for key in ACQUISITION}
    acquisition = {key: value for key, value in acquisition.items() if value is not None}
    return (
        *(block_of(Block.EVENTS, EVENTS, one) for one in info.get("events") or ()),
        *map(_result, info.get("hpi_results") or ()),
        *map(_measurement, info.get("hpi_meas") or ()),
        *optional_block(Block.DACQ_PARS, ACQUISITION, acquisition),
        *optional_block(Block.SUBJECT, SUBJECT, info.get("subject_info")),
        *_cross_talk(info.get("cross_talk")),
        *optional_block(Block.SSS_CAL, CALIBRATION, info.get("fine_calibration")),
        *optional_block(Block.DEVICE, DEVICE, info.get("device_info")),
        *optional_block(Block.HELIUM, HELIUM, info.get("helium_info")),
        *_subsystem(info.get("hpi_subsystem")),
    )


def _result(found: Mapping[str, Any]) -> OpaqueBlock:
    points = tuple(map(point_tag, found.get("dig_points") or ()))
    block = block_of(Block.HPI_RESULT, RESULT, found)
    return OpaqueBlock(kind=block.kind, tags=points + block.tags)


def _coils(
    keys: Mapping[str, int], coils: Iterable[Mapping[str, Any]] | None
) -> tuple[OpaqueBlock, ...]:
    return tuple(block_of(Block.HPI_COIL, keys, coil) for coil in coils or ())


def _measurement(found: Mapping[str, Any]) -> OpaqueBlock:
    return block_of(Block.HPI_MEAS, MEASUREMENT, found, _coils(COIL, found.get("hpi_coils")))


def _subsystem(found: Mapping[str, Any] | None) -> tuple[OpaqueBlock, ...]:
    if not found:
        return ()
    coils = _coils(SUBSYSTEM_COIL, found.get("hpi_coils"))
    return (block_of(Block.HPI_SUBSYSTEM, SUBSYSTEM, found, coils),)


def _record(found: Mapping[str, Any]) -> OpaqueBlock:
    """One step of the processing history."""
    maxwell = found.get("max_info") or {}
    children = (
        *optional_block(Block.SSS_INFO, SEPARATION, maxwell.get("sss_info")),
        *optional_block(Block.SSS_ST_INFO, TEMPORAL, maxwell.get("max_st")),
        *_cross_talk(maxwell.get("sss_ctc")),
        *optional_block(Block.SSS_CAL, CALIBRATION, maxwell.get("sss_cal")),
        *(OpaqueBlock(kind=Block.IAS, tags=()) for _ in found.get("ias") or ()),
    )
    return block_of(Block.PROCESSING_RECORD, RECORD, found, children)


def _cross_talk(found: Mapping[str, Any] | None) -> tuple[OpaqueBlock, ...]:
    if not found:
        return ()
    block = block_of(Block.CHANNEL_DECOUPLER, CROSS_TALK, found)
    names = found.get("ch_names") or found.get("proj_items_chs")  # its name before 1.11
    if names is None:
        return (block,)
    tags = (*block.tags, names_tag(Kind.PROJ_ITEM_CH_NAME_LIST, names))
    return (OpaqueBlock(kind=block.kind, tags=tags),)
