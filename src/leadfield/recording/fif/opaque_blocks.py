"""Opaque blocks of FIF files: what leadfield does not interpret, saved again as it was read."""

from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer
from leadfield.recording.info import OpaqueBlock


def read_opaque_block(fif: FifFile, node: Node) -> OpaqueBlock:
    """A block with all its payloads; trees are at most 64 deep."""
    tags = tuple((t.kind, t.type, fif.source.read(t.payload, t.size)) for t in node.tags)
    children = tuple(read_opaque_block(fif, child) for child in node.children)
    return OpaqueBlock(kind=node.kind, tags=tags, children=children)


def write_opaque_block(writer: Writer, block: OpaqueBlock) -> None:
    """Write a block as it was read."""
    with writer.block(block.kind):
        for kind, type_, payload in block.tags:
            writer.tag(kind, type_, payload)
        for child in block.children:
            write_opaque_block(writer, child)
