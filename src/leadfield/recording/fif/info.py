"""Measurement information in FIF files."""

from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from leadfield.base.checks import listed
from leadfield.base.errors import FormatError
from leadfield.base.log import warn
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.reader import FifFile
from leadfield.fif.structs import ID
from leadfield.fif.tags import Tag
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer
from leadfield.recording.channels import MEG
from leadfield.recording.fif.channels import (
    full_names_by_short,
    read_channels,
    short_names_by_full,
    write_channels,
)
from leadfield.recording.fif.compensation import read_compensations, write_compensations
from leadfield.recording.fif.opaque_blocks import read_opaque_block, write_opaque_block
from leadfield.recording.fif.positions import (
    read_digitisation,
    read_transform,
    write_digitisation,
    write_transform,
)
from leadfield.recording.fif.processing_history import read_history
from leadfield.recording.fif.projections import (
    read_bads,
    read_projections,
    write_bads,
    write_projections,
)
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import (
    FASTEST,
    SLOWEST,
    MeasurementInfo,
    OpaqueBlock,
    is_sampling_rate,
)

NO_DATE = (0, 2**31 - 1)
# Before version 0.11 MNE-Python wrote the custom reference under a number of HPI's.
OLD_CUSTOM_REF = 236
# Blocks that become fields of the measurement info; all others, and OPAQUE_TAGS, are saved again
# as they were read.
READ_BLOCKS = frozenset(
    {Block.PROJ, Block.BAD_CHANNELS, Block.CTF_COMP, Block.ISOTRAK, Block.CH_INFO}
)
OPAQUE_TAGS = frozenset(
    {
        Kind.PROJ_ID,
        Kind.PROJ_NAME,
        Kind.UTC_OFFSET,
        Kind.GANTRY_ANGLE,
        Kind.XPLOTTER_LAYOUT,
        Kind.KIT_SYSTEM_ID,
    }
)


def read_info(fif: FifFile) -> MeasurementInfo:
    """What the file says of its recording: channels, filters, bads, positions, history."""
    measurement = _only(fif, fif.tree, Block.MEAS)
    node = _only(fif, measurement, Block.MEAS_INFO)
    channels = read_channels(fif, node)
    count = fif.integer(node, Kind.NCHAN)
    if count != len(channels):
        raise fif.lacks(node, f"the {count} channels it announces, it has {len(channels)}")
    grades = sorted(set((channels.coil_types[channels.kinds == MEG] >> 16).tolist()))
    if len(grades) > 1:
        raise fif.lacks(node, f"MEG channels of one compensation grade, it has {grades}")
    full_names = full_names_by_short(fif, node)
    rate = read_sampling_rate(fif, node, ...)
    to_head, ctf_to_head, to_ctf = _transforms(fif, node)
    return MeasurementInfo(
        channels=channels,
        sampling_rate=rate,
        highpass=_finite_or(fif.real(node, Kind.HIGHPASS, None), 0.0),
        lowpass=_finite_or(fif.real(node, Kind.LOWPASS, None), rate / 2),
        line_frequency=fif.real(node, Kind.LINE_FREQ, None),
        bads=_known_bads(read_bads(fif, node, full_names), channels.names),
        projections=read_projections(fif, node, full_names),
        compensations=read_compensations(fif, node, channels, full_names),
        device_to_head=to_head,
        ctf_to_head=ctf_to_head,
        device_to_ctf=to_ctf,
        digitisation=read_digitisation(fif, node),
        measured_at=_date(fif, measurement, node),
        custom_reference=fif.integer(node, Kind.CUSTOM_REF, fif.integer(node, OLD_CUSTOM_REF, 0)),
        description=fif.text(node, Kind.DESCRIPTION, None),
        experimenter=fif.text(node, Kind.EXPERIMENTER, None),
        history=read_history(fif, fif.tree),
        opaque_blocks=_read_opaque_blocks(fif, measurement, node),
    )


def _only(fif: FifFile, inside: Node, kind: int) -> Node:
    found = inside.find(kind)
    if len(found) > 1:
        name = found[0].name
        raise FormatError(fif.path, f"the file must hold one {name} block, it has {len(found)}")
    return fif.block(kind, inside=inside)


def read_sampling_rate(fif: FifFile, node: Node, default: Any) -> float:
    """A block's sampling rate in Hz."""
    value = fif.real(node, Kind.SFREQ, default)
    if not is_sampling_rate(value):
        limits = f"{SLOWEST:g} to {FASTEST:g} Hz"
        raise fif.lacks(node, f"a sampling rate of {limits}, it has {value}")
    return value


def _finite_or(value: float | None, default: float) -> float:
    return value if value is not None and np.isfinite(value) else default


def _known_bads(bads: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    present = set(names)
    unknown = [name for name in bads if name not in present]
    if unknown:
        warn(f"bad channels must be in the data: left out {listed(unknown)}")
    return tuple(name for name in bads if name in present)


def _transforms(
    fif: FifFile, node: Node
) -> tuple[Transform | None, Transform | None, Transform | None]:
    """Device to head, CTF head to head, device to CTF head."""
    results = node.find(Block.HPI_RESULT)
    places = [node, *(results if len(results) == 1 else [])]

    def find(source: int, target: int) -> Transform | None:
        found = (read_transform(fif, place, source, target) for place in places)
        return next((t for t in found if t is not None), None)

    to_head = find(Frame.DEVICE, Frame.HEAD)
    ctf_to_head = find(Frame.CTF_HEAD, Frame.HEAD)
    to_ctf = find(Frame.CTF_DEVICE, Frame.CTF_HEAD)
    if to_head is not None and ctf_to_head is not None and to_ctf is None:
        to_ctf = to_head.then(ctf_to_head.inverse())
    return to_head, ctf_to_head, to_ctf


def _identifier(measurement: Node, node: Node, root: Node) -> Tag | None:
    """The tag that identifies a measurement: the nearest parent there is."""
    places = (
        (node, Kind.PARENT_BLOCK_ID),
        (node, Kind.BLOCK_ID),
        (measurement, Kind.BLOCK_ID),
        (measurement, Kind.PARENT_BLOCK_ID),
        (root, Kind.FILE_ID),
    )
    tags = (place.tag(kind) for place, kind in places)
    return next((tag for tag in tags if tag is not None and tag.size == ID.itemsize), None)


def _date(fif: FifFile, measurement: Node, node: Node) -> datetime | None:
    tag = _identifier(measurement, node, fif.tree)
    stamp = list(NO_DATE)
    if node.tag(Kind.MEAS_DATE) is not None:
        stamp = fif.integers(node, Kind.MEAS_DATE).tolist()
    elif tag is not None:
        value = np.frombuffer(fif.source.read(tag.payload, tag.size), ID)[0]
        stamp = [int(value["seconds"]), int(value["micros"])]
    seconds, micros = (*stamp, 0, 0)[:2]  # old files have seconds alone
    if (seconds, micros) == NO_DATE or max(abs(seconds), abs(micros)) > 2**32:
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds, microseconds=micros)


def _read_opaque_blocks(fif: FifFile, measurement: Node, node: Node) -> tuple[OpaqueBlock, ...]:
    tags = [
        (tag.kind, tag.type, fif.source.read(tag.payload, tag.size))
        for tag in node.tags
        if tag.kind in OPAQUE_TAGS
    ]
    identifier = _identifier(measurement, node, fif.tree)
    if identifier is not None:
        payload = fif.source.read(identifier.payload, identifier.size)
        tags.insert(0, (Kind.PARENT_BLOCK_ID, Type.ID_STRUCT, payload))
    children = [child for child in node.children if child.kind not in READ_BLOCKS]
    info = OpaqueBlock(
        kind=Block.MEAS_INFO,
        tags=tuple(tags),
        children=tuple(read_opaque_block(fif, child) for child in children),
    )
    history = fif.tree.find(Block.PROCESSING_HISTORY)[:1]
    return (info, *(read_opaque_block(fif, block) for block in history))


def write_info(
    writer: Writer,
    info: MeasurementInfo,
    *,
    data_type: int | None = None,
    keep_ranges: bool = False,
) -> None:
    """Write measurement information, and processing history after it.

    Ranges of channels become 1 unless ``keep_ranges``; ``data_type`` is how samples are
    stored.
    """
    short_names = short_names_by_full(info.names)
    inner = [block for block in info.opaque_blocks if block.kind == Block.MEAS_INFO]
    with writer.block(Block.MEAS_INFO):
        for block in inner:
            for kind, type_, payload in block.tags:
                writer.tag(kind, type_, payload)
            for child in block.children:
                write_opaque_block(writer, child)
        write_digitisation(writer, info.digitisation)
        for transform in (info.device_to_head, info.ctf_to_head, info.device_to_ctf):
            if transform is not None:
                write_transform(writer, transform)
        _write_general(writer, info)
        if data_type is not None:
            writer.integers(Kind.DATA_PACK, data_type)
        write_projections(writer, info.projections, short_names)
        write_channels(writer, info.channels, keep_ranges=keep_ranges)
        write_bads(writer, info.bads, short_names)
        write_compensations(writer, info.compensations, short_names)
    for block in info.opaque_blocks:
        if block.kind != Block.MEAS_INFO:
            write_opaque_block(writer, block)


def _write_general(writer: Writer, info: MeasurementInfo) -> None:
    if info.experimenter is not None:
        writer.text(Kind.EXPERIMENTER, info.experimenter)
    if info.description is not None:
        writer.text(Kind.DESCRIPTION, info.description)
    stamp = NO_DATE
    if info.measured_at is not None:
        since = info.measured_at - datetime(1970, 1, 1, tzinfo=UTC)
        stamp = (since.days * 86400 + since.seconds, since.microseconds)
    writer.integers(Kind.MEAS_DATE, stamp)
    writer.integers(Kind.NCHAN, len(info.channels))
    writer.reals(Kind.SFREQ, info.sampling_rate)
    writer.reals(Kind.HIGHPASS, info.highpass)
    if info.lowpass is not None:
        writer.reals(Kind.LOWPASS, info.lowpass)
    if info.line_frequency is not None:
        writer.reals(Kind.LINE_FREQ, info.line_frequency)
    if info.custom_reference:
        writer.integers(Kind.CUSTOM_REF, info.custom_reference)
