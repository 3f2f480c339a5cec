"""Rewriting of a damaged FIF file: its tags as they are, but for those that a repair changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import final

from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tags import Tag
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer
from leadfield.recording.annotation import Annotation
from leadfield.recording.fif.annotations import write_annotations
from leadfield.recording.fif.channels import full_names_by_short
from leadfield.recording.fif.info import read_info
from leadfield.recording.fif.projections import write_bads
from leadfield.recording.fif.read_raw import RAW_BLOCKS
from leadfield.recording.fif.split import (
    NEXT_FILE,
    PREVIOUS_FILE,
    NewPart,
    write_reference,
)
from leadfield.rescue.channels import mended_channels
from leadfield.rescue.cut_epochs import (
    Payload,
    damaged_samples,
    replaced_tags,
    samples_of,
    whole_epochs,
)
from leadfield.rescue.samples import RawPieces

# What a file has of its own: the writer makes it anew.
OWN_TAGS = frozenset(
    {Kind.FILE_ID, Kind.DIR_POINTER, Kind.DIR, Kind.FREE_LIST, Kind.FREE_BLOCK, Kind.NOP}
)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """One file that is written: what it is made of, its samples, its place among all parts.

    ``annotations`` take the place of those it had, unless they are None.
    """

    fif: FifFile
    raw: RawPieces | None
    annotations: tuple[Annotation, ...] | None
    number: int
    parts: Sequence[NewPart]


Replaced = Mapping[Tag, Payload | None]
"""Tags that change, and what takes their place; None for nothing."""


def write_part(writer: Writer, part: Rewritten) -> None:
    """Write one file of a repaired recording, or the only one."""
    replaced = _replaced(part.fif)
    for tag in part.fif.tree.tags:
        if tag.kind not in OWN_TAGS:
            _write_tag(writer, part.fif, tag, replaced)
    for child in part.fif.tree.children:
        _write_block(writer, part, child, replaced)


def _replaced(fif: FifFile) -> Replaced:
    out: dict[Tag, Payload | None] = {}
    for node in fif.tree.find(Block.MEAS_INFO):
        for tag, content, _ in mended_channels(fif, node):
            out[tag] = (tag.kind, tag.type, content)
    for node in fif.tree.find(Block.EPOCHS):
        damaged = damaged_samples(fif, node)
        if damaged is not None:
            out |= replaced_tags(fif, node, whole_epochs(fif, node))
            out[damaged] = None  # they are written last
    return out


def _write_block(writer: Writer, part: Rewritten, node: Node, replaced: Replaced) -> None:
    """Write a block as it was, but for references, annotations and what is replaced."""
    if node.kind == Block.REF or (node.kind == Block.ANNOTATIONS and part.annotations is not None):
        return
    if node.kind in RAW_BLOCKS and part.annotations is not None:
        write_annotations(writer, part.annotations, read_info(part.fif).measured_at)
    with writer.block(node.kind):
        _write_own_tags(writer, part, node, replaced)
        for child in node.children:
            if node.kind == Block.MEAS_INFO and child.kind == Block.BAD_CHANNELS:
                _write_known_bads(writer, part.fif, node)
            else:
                _write_block(writer, part, child, replaced)
        if node.kind == Block.EPOCHS:
            _end_epochs(writer, part, node)


def _write_own_tags(writer: Writer, part: Rewritten, node: Node, replaced: Replaced) -> None:
    if node.kind in RAW_BLOCKS and part.raw is not None:
        _write_samples(writer, part, part.raw)
        return
    if node.kind == Block.EPOCHS:
        _refer(writer, part, PREVIOUS_FILE)
    for tag in node.tags:
        _write_tag(writer, part.fif, tag, replaced)
    if node.kind == Block.PROJ_ITEM and not (node.tag(Kind.DESCRIPTION) or node.tag(Kind.NAME)):
        writer.text(Kind.DESCRIPTION, "projection")  # MNE-Python reads none without


def _end_epochs(writer: Writer, part: Rewritten, node: Node) -> None:
    """Write the whole ones of cut epochs, and where others are."""
    if damaged_samples(part.fif, node) is not None:
        writer.tag(*samples_of(part.fif, whole_epochs(part.fif, node)))
    _refer(writer, part, NEXT_FILE)


def _write_tag(writer: Writer, fif: FifFile, tag: Tag, replaced: Replaced) -> None:
    new = replaced[tag] if tag in replaced else _as_it_is(fif, tag)
    if new is not None:
        writer.tag(*new)


def _as_it_is(fif: FifFile, tag: Tag) -> Payload:
    return tag.kind, tag.type, fif.source.read(tag.payload, tag.size)


def _write_samples(writer: Writer, part: Rewritten, raw: RawPieces) -> None:
    """Write what is in a raw block; zeros in place of samples that are not there."""
    started = False
    for tag, length, whole in raw.pieces:
        if tag.kind == Kind.DATA_BUFFER and not started:
            _refer(writer, part, PREVIOUS_FILE)
            started = True
        if whole:
            writer.tag(*_as_it_is(part.fif, tag))
        else:
            writer.tag(Kind.DATA_BUFFER, raw.type, bytes(length * raw.step))
    _refer(writer, part, NEXT_FILE)


def _refer(writer: Writer, part: Rewritten, role: int) -> None:
    """Write which part comes before or after, if there is one."""
    number = part.number + (1 if role == NEXT_FILE else -1)
    if 0 <= number < len(part.parts):
        write_reference(writer, role, part.parts[number])


def _write_known_bads(writer: Writer, fif: FifFile, node: Node) -> None:
    """Write which channels are bad, without those that are none of the file's."""
    short_names = {full: short for short, full in full_names_by_short(fif, node).items()}
    write_bads(writer, read_info(fif).bads, short_names)
