"""Channels in FIF files: fixed records, and extra blocks where names are too long for them."""

from collections.abc import Mapping, Sequence

import numpy as np

from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.reader import MOST, FifFile
from leadfield.fif.structs import CHANNEL
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer
from leadfield.recording.channels import FRAMES, Channels, numbered_names
from leadfield.recording.frames import Frame

MOST_CHANNELS = 100_000
LONGEST = 15  # bytes of a name that fit into a record


def read_channels(fif: FifFile, node: Node) -> Channels:
    """The channels that a block lists."""
    tags = node.all(Kind.CH_INFO)
    if not 0 < len(tags) <= MOST_CHANNELS:
        raise fif.lacks(node, f"1 to {MOST_CHANNELS} channels, it has {len(tags)}")
    for tag in tags:
        if tag.type != Type.CH_INFO_STRUCT or tag.size != CHANNEL.itemsize:
            raise fif.wrong(tag, f"a channel of {CHANNEL.itemsize} bytes must come")
    payload = b"".join(fif.source.read(tag.payload, tag.size) for tag in tags)
    rows = np.frombuffer(payload, CHANNEL)
    for name in ("cal", "range"):
        fine = np.abs(rows[name]) <= MOST  # and not NaN
        if not fine.all():
            problem = f"a channel's {name} must be finite and at most {MOST:g}"
            raise fif.wrong(tags[int(np.argmin(fine))], problem)
    full_names = full_names_by_short(fif, node)
    names = [_short(name) for name in rows["name"].tolist()]
    return Channels(
        names=numbered_names([full_names.get(name, name) for name in names]),
        kinds=rows["kind"],
        coil_types=rows["coil_type"],
        units=rows["unit"],
        unit_multipliers=rows["unit_mul"],
        cals=rows["cal"],
        ranges=rows["range"],
        locations=rows["loc"],
        frames=np.array([FRAMES.get(kind, Frame.UNKNOWN) for kind in rows["kind"].tolist()]),
        logical_numbers=rows["logical_number"],
    )


def _short(name: bytes) -> str:
    name = name.split(b"\0")[0]
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("latin-1")


def full_names_by_short(fif: FifFile, node: Node) -> dict[str, str]:
    """Full names of channels by the short ones, where the file has them."""
    blocks = [child for child in node.children if child.kind == Block.CH_INFO]
    tags = node.all(Kind.CH_INFO)
    if not blocks:
        return {}
    if len(blocks) != len(tags):
        raise fif.lacks(node, f"an extra block for each of {len(tags)} channels or for none")
    out = {}
    for block, tag in zip(blocks, tags, strict=True):
        name = fif.text(block, Kind.CH_DACQ_NAME, "")
        if name:
            record = np.frombuffer(fif.source.read(tag.payload, CHANNEL.itemsize), CHANNEL)
            out[_short(record["name"][0])] = name
    return out


def _fits(name: str) -> bool:
    return len(name) <= LONGEST and name.isascii()


def short_names_by_full(names: Sequence[str]) -> dict[str, str]:
    """Names that fit into records by the full ones; empty where all fit."""
    if all(_fits(name) for name in names):
        return {}
    out: dict[str, str] = {}
    used = {name for name in names if _fits(name)}
    for name in names:
        short, number = name.encode("ascii", "replace").decode()[:LONGEST], 0
        while not _fits(name) and short in used:
            end = f"-{number}"
            short, number = name[: LONGEST - len(end)] + end, number + 1
        used.add(short)
        out[name] = short
    return out


def write_channels(writer: Writer, channels: Channels, *, keep_ranges: bool = False) -> None:
    """Write channels; ranges become 1 unless the samples are stored with them.

    Everything but recordings of whole numbers is stored as float divided by the
    calibration alone.
    """
    short_names = short_names_by_full(channels.names)
    n = len(channels)
    rows = np.zeros(n, CHANNEL)
    rows["scan_number"] = np.arange(1, n + 1)
    rows["logical_number"] = channels.logical_numbers
    rows["kind"] = channels.kinds
    rows["range"] = channels.ranges if keep_ranges else 1.0
    rows["cal"] = channels.cals
    rows["coil_type"] = channels.coil_types
    rows["loc"] = channels.locations
    rows["unit"] = channels.units
    rows["unit_mul"] = channels.unit_multipliers
    rows["name"] = [short_names.get(name, name).encode() for name in channels.names]
    for row in rows:
        writer.tag(Kind.CH_INFO, Type.CH_INFO_STRUCT, row.tobytes())
    if short_names:
        for row, name in zip(rows, channels.names, strict=True):
            _write_extra(writer, row, name)


def _write_extra(writer: Writer, row: np.void, name: str) -> None:
    fields: Mapping[int, str] = {
        Kind.CH_SCAN_NO: "scan_number",
        Kind.CH_LOGICAL_NO: "logical_number",
        Kind.CH_KIND: "kind",
        Kind.CH_COIL_TYPE: "coil_type",
        Kind.CH_UNIT: "unit",
        Kind.CH_UNIT_MUL: "unit_mul",
    }
    with writer.block(Block.CH_INFO):
        for kind, field in fields.items():
            writer.integers(kind, row[field])
        for kind, field in ((Kind.CH_RANGE, "range"), (Kind.CH_CAL, "cal"), (Kind.CH_LOC, "loc")):
            writer.reals(kind, row[field])
        writer.text(Kind.CH_DACQ_NAME, name)
