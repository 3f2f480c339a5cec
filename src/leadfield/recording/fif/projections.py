"""Projections and bad channels in FIF files."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from leadfield.base.log import LOGGER
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer, writing
from leadfield.recording.projection import FIELD, Projection


def read_projections(
    fif: FifFile, node: Node, full_names: Mapping[str, str] | None = None
) -> tuple[Projection, ...]:
    """Projections in a block; ``full_names`` turns a file's short names into full ones."""
    block = next(iter(node.find(Block.PROJ)), None)
    if block is None:
        return ()
    found = tuple(_projection(fif, item, full_names or {}) for item in block.find(Block.PROJ_ITEM))
    for one in found:
        state = "active" if one.active else "idle"
        size = " x ".join(map(str, one.vectors.shape))
        LOGGER.info("    projection %s (%s), %s", one.description, size, state)
    return found


def load_projections(path: str | Path) -> tuple[Projection, ...]:
    """Projections of a file that is for them, or of any that has some."""
    with FifFile(path) as fif:
        fif.block(Block.PROJ)
        return read_projections(fif, fif.tree)


def save_projections(
    path: str | Path, projections: Sequence[Projection], *, overwrite: bool
) -> None:
    """Write a file that holds projections."""
    with writing(path, overwrite=overwrite) as writer:
        write_projections(writer, projections)


def _projection(fif: FifFile, item: Node, full_names: Mapping[str, str]) -> Projection:
    name = fif.text(item, Kind.NAME, None)
    names = [full_names.get(n, n) for n in fif.names(item, Kind.PROJ_ITEM_CH_NAME_LIST)]
    vectors = fif.matrix(item, Kind.PROJ_ITEM_VECTORS)
    count = fif.integer(item, Kind.PROJ_ITEM_NVEC)
    # Some writers stored the matrix the other way round.
    if vectors.shape == (len(names), count):
        vectors = vectors.T
    if vectors.shape != (count, len(names)) or vectors.dtype.kind != "f":
        problem = f"{count} vectors of {len(names)} real numbers, it has {vectors.shape}"
        raise fif.lacks(item, problem)
    if len(set(names)) != len(names):
        raise fif.lacks(item, "vectors over channels that are named once")
    share = fif.reals(item, Kind.PCA_EXPLAINED_VAR, np.empty(0))
    fif.check_numbers(item, "vectors", vectors)
    fif.check_numbers(item, "a share of variance", share)
    return Projection(
        description=fif.text(item, Kind.DESCRIPTION, name or ""),
        kind=fif.integer(item, Kind.PROJ_ITEM_KIND),
        active=bool(fif.integer(item, Kind.PROJ_ITEM_ACTIVE, 0)),
        channel_names=tuple(names),
        vectors=vectors,
        explained_variance=fif.real(item, Kind.PCA_EXPLAINED_VAR, None),
    )


def write_projections(
    writer: Writer,
    projections: Sequence[Projection],
    short_names: Mapping[str, str] | None = None,
) -> None:
    """Write projections as a block; nothing where there are none."""
    if not projections:
        return
    short_names = short_names or {}
    with writer.block(Block.PROJ):
        for one in projections:
            with writer.block(Block.PROJ_ITEM):
                names = [short_names.get(n, n) for n in one.channel_names]
                writer.names(Kind.PROJ_ITEM_CH_NAME_LIST, names)
                writer.text(Kind.NAME, one.description)
                writer.integers(Kind.NCHAN, len(names))
                writer.integers(Kind.PROJ_ITEM_KIND, one.kind)
                if one.kind == FIELD:
                    writer.reals(Kind.PROJ_ITEM_TIME, 0.0)
                writer.integers(Kind.PROJ_ITEM_NVEC, len(one.vectors))
                writer.integers(Kind.PROJ_ITEM_ACTIVE, int(one.active))
                writer.matrix(Kind.PROJ_ITEM_VECTORS, one.vectors)
                if one.explained_variance is not None:
                    writer.reals(Kind.PCA_EXPLAINED_VAR, one.explained_variance)


def read_bads(
    fif: FifFile, node: Node, full_names: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Names of the channels that a block says are bad."""
    full_names = full_names or {}
    blocks = [b for b in node.find(Block.BAD_CHANNELS) if b.tag(Kind.CH_NAME_LIST)]
    names = fif.names(blocks[-1], Kind.CH_NAME_LIST) if blocks else []
    return tuple(dict.fromkeys(full_names.get(name, name) for name in names))


def write_bads(
    writer: Writer, bads: Sequence[str], short_names: Mapping[str, str] | None = None
) -> None:
    """Write names of bad channels as a block; nothing where there are none."""
    if not bads:
        return
    short_names = short_names or {}
    with writer.block(Block.BAD_CHANNELS):
        writer.names(Kind.CH_NAME_LIST, [short_names.get(name, name) for name in bads])
