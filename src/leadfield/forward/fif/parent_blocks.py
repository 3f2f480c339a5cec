"""Parent MRI and measurement blocks of forward and inverse solutions in FIF files."""

from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer
from leadfield.recording.fif.channels import (
    full_names_by_short,
    read_channels,
    short_names_by_full,
    write_channels,
)
from leadfield.recording.fif.info import OLD_CUSTOM_REF
from leadfield.recording.fif.opaque_blocks import read_opaque_block, write_opaque_block
from leadfield.recording.fif.positions import read_transform, write_transform
from leadfield.recording.fif.projections import read_bads, write_bads
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo, OpaqueBlock

# Such files do not say how fast the recording was sampled.
UNKNOWN_RATE = 1.0
PARENT_TAGS = frozenset({Kind.FILE_NAME, Kind.PARENT_FILE_ID, Kind.PARENT_BLOCK_ID})


def read_mri_to_head(fif: FifFile) -> Transform:
    """The transform from MRI to head coordinates."""
    node = _parent(fif, Block.PARENT_MRI_FILE)
    transform = read_transform(fif, node, Frame.MRI, Frame.HEAD)
    if transform is None:
        raise fif.lacks(node, "the transform from MRI to head coordinates")
    return transform


def read_parent_info(fif: FifFile) -> MeasurementInfo:
    """Channels, bads and sensor position; of the sampling nothing is known."""
    mri = _parent(fif, Block.PARENT_MRI_FILE)
    node = _parent(fif, Block.PARENT_MEAS_FILE)
    channels = read_channels(fif, node)
    full_names = full_names_by_short(fif, node)
    # Old files list bads that are not among their channels.
    bads = [name for name in read_bads(fif, node, full_names) if name in set(channels.names)]
    environment = [read_opaque_block(fif, block) for block in fif.tree.find(Block.ENV)[:1]]
    return MeasurementInfo(
        channels=channels,
        sampling_rate=UNKNOWN_RATE,
        bads=tuple(bads),
        device_to_head=read_transform(fif, node, Frame.DEVICE, Frame.HEAD),
        ctf_to_head=read_transform(fif, node, Frame.CTF_HEAD, Frame.HEAD),
        custom_reference=fif.integer(mri, Kind.CUSTOM_REF, fif.integer(mri, OLD_CUSTOM_REF, 0)),
        opaque_blocks=(*environment, _parent_tags(fif, mri), _parent_tags(fif, node)),
    )


def read_long_names(fif: FifFile) -> dict[str, str]:
    """Full names of the channels by the short ones that some lists have."""
    return full_names_by_short(fif, _parent(fif, Block.PARENT_MEAS_FILE))


def _parent(fif: FifFile, kind: int) -> Node:
    """The outermost block of a kind: volume source spaces have MRI blocks of their own."""
    outer = [block for top in fif.tree.children for block in top.children if block.kind == kind]
    return outer[0] if outer else fif.block(kind)


def _parent_tags(fif: FifFile, node: Node) -> OpaqueBlock:
    parents = [tag for tag in node.tags if tag.kind in PARENT_TAGS]
    tags = tuple((t.kind, t.type, fif.source.read(t.payload, t.size)) for t in parents)
    return OpaqueBlock(kind=node.kind, tags=tags)


def write_parents(writer: Writer, info: MeasurementInfo, mri_to_head: Transform) -> None:
    """Write what :func:`read_mri_to_head` and :func:`read_parent_info` read."""
    blocks = {block.kind: block for block in info.opaque_blocks}
    short_names = short_names_by_full(info.names)
    if Block.ENV in blocks:
        write_opaque_block(writer, blocks[Block.ENV])
    with writer.block(Block.PARENT_MRI_FILE):
        _write_parent_tags(writer, blocks.get(Block.PARENT_MRI_FILE))
        write_transform(writer, mri_to_head)
        if info.custom_reference:
            writer.integers(Kind.CUSTOM_REF, info.custom_reference)
    with writer.block(Block.PARENT_MEAS_FILE):
        _write_parent_tags(writer, blocks.get(Block.PARENT_MEAS_FILE))
        transform = info.device_to_head or info.ctf_to_head
        if transform is not None:
            write_transform(writer, transform)
        writer.integers(Kind.NCHAN, len(info.channels))
        write_channels(writer, info.channels, keep_ranges=True)
        write_bads(writer, info.bads, short_names)


def _write_parent_tags(writer: Writer, block: OpaqueBlock | None) -> None:
    tags = block.tags if block else ()
    # MNE-Python cannot write again what came without a file name.
    if not any(kind == Kind.FILE_NAME for kind, _, _ in tags):
        writer.tag(Kind.FILE_NAME, Type.STRING, b"")
    for kind, type_, payload in tags:
        writer.tag(kind, type_, payload)
