"""Blocks that leadfield does not read, taken along so that saving loses nothing."""

from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer
from leadfield.recording.info import OpaqueBlock


def carry(fif: FifFile, node: Node) -> OpaqueBlock:
    """A block with all its payloads; trees are at most 64 deep."""
    tags = tuple((t.kind, t.type, fif.source.read(t.payload, t.size)) for t in node.tags)
    children = tuple(carry(fif, child) for child in node.children)
    return OpaqueBlock(kind=node.kind, tags=tags, children=children)


def write_carried(writer: Writer, block: OpaqueBlock) -> None:
    """Write a carried block as it came."""
    with writer.block(block.kind):
        for kind, type_, payload in block.tags:
            writer.tag(kind, type_, payload)
        for child in block.children:
            write_carried(writer, child)
