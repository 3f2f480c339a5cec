"""Epochs of a file whose samples are cut or misshapen: the whole ones, and what is said of them."""

import json
from typing import NamedTuple

import numpy as np

from leadfield.base.errors import FormatError
from leadfield.epochs.fif.read_epochs import (
    NUMBERS,
    PartHeader,
    place_of_samples,
    read_part_header,
)
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.reader import FifFile
from leadfield.fif.tags import Tag
from leadfield.fif.tree import Node

LOST = "LOST"
"""The reason in the drop log for epochs that were in the part of a file that is not there."""


class WholeEpochs(NamedTuple):
    """What the file says of all epochs, the tag of their samples, and how many are whole."""

    header: PartHeader
    tag: Tag
    n_whole: int


def damaged_samples(fif: FifFile, node: Node) -> Tag | None:
    """The tag with the samples of a block, if the file ends inside or its shape is wrong."""
    tag = node.tag(Kind.EPOCH)
    if tag is None:
        cut = None if fif.cut is None else fif.cut.tag
        return cut if cut is not None and cut.kind == Kind.EPOCH else None
    try:
        place_of_samples(fif, node, read_part_header(fif, node))
    except FormatError as error:
        return tag if error.offset == tag.offset else None
    return None


def whole_epochs(fif: FifFile, node: Node) -> WholeEpochs:
    """The epochs that are there of damaged samples, which must be at least one."""
    header = read_part_header(fif, node)
    tag = damaged_samples(fif, node)
    if tag is None or tag.type not in NUMBERS:
        raise fif.lacks(node, "a tag with the samples")
    size = len(header.info.channels) * header.n_times * np.dtype(NUMBERS[tag.type]).itemsize
    there = min(tag.size, fif.source.size - tag.payload)
    count = min(there // size, len(header.events))
    if count < 1:
        raise fif.lacks(node, "at least one whole epoch")
    return WholeEpochs(header, tag, count)


Payload = tuple[int, int, bytes]


def replaced_tags(fif: FifFile, node: Node, found: WholeEpochs) -> dict[Tag, Payload]:
    """Tags of a block of epochs that change when only the first ones are left."""
    header, _, n = found
    out: dict[Tag, Payload] = {}
    events = next(iter(node.find(Block.MNE_EVENTS)))
    listed = header.events[:n].astype(">i4").tobytes()
    reasons = [list(reason) for reason in header.drop_log]
    for lost in header.selection[n:].tolist():
        reasons[lost] = [LOST]
    for kind, type_, payload in (
        (Kind.EPOCHS_SELECTION, Type.INT, header.selection[:n].astype(">i4").tobytes()),
        (Kind.EPOCHS_DROP_LOG, Type.STRING, json.dumps(reasons).encode("latin-1")),
    ):
        tag = node.tag(kind)
        if tag is not None:
            out[tag] = (kind, type_, payload)
    out[_own(events, Kind.MNE_EVENT_LIST)] = (Kind.MNE_EVENT_LIST, Type.INT, listed)
    for block in node.find(Block.METADATA):
        records = json.loads(fif.text(block, Kind.DESCRIPTION))[:n]
        text = json.dumps(records).encode("latin-1")
        out[_own(block, Kind.DESCRIPTION)] = (Kind.DESCRIPTION, Type.STRING, text)
    return out


def _own(node: Node, kind: int) -> Tag:
    return next(tag for tag in node.tags if tag.kind == kind)


def samples_of(fif: FifFile, found: WholeEpochs) -> Payload:
    """The tag with the samples of the whole epochs."""
    header, tag, count = found
    shape = (count, len(header.info.channels), header.n_times)
    size = int(np.prod(shape, dtype=object)) * np.dtype(NUMBERS[tag.type]).itemsize
    tail = np.array([*shape[::-1], len(shape)], ">i4").tobytes()
    return tag.kind, tag.type, fif.source.read(tag.payload, size) + tail
