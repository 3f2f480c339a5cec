"""Transforms and digitised points in FIF files."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from leadfield.base.errors import MismatchError
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.reader import FifFile
from leadfield.fif.structs import DIG_POINT, TRANSFORM
from leadfield.fif.tags import Tag
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer, encoded, writing
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import DigitisedPoint

# Numbers in a file are float32: a matrix of this condition or worse is singular up to rounding.
WORST_CONDITION = 1e6


def read_transforms(fif: FifFile, node: Node) -> list[Transform]:
    """All transforms that are a block's own."""
    return [_transform(fif, tag) for tag in node.all(Kind.COORD_TRANS)]


def _transform(fif: FifFile, tag: Tag) -> Transform:
    if tag.type != Type.COORD_TRANS_STRUCT or tag.size < TRANSFORM.itemsize:
        raise fif.wrong(tag, f"a transform of {TRANSFORM.itemsize} bytes must come")
    payload = fif.source.read(tag.payload, TRANSFORM.itemsize)
    value = np.frombuffer(payload, TRANSFORM)[0]
    matrix = np.eye(4)
    with np.errstate(invalid="ignore"):
        matrix[:3, :3], matrix[:3, 3] = value["rotation"], value["move"]
    # Not the determinant: from voxels or mm it is 1e-9 of a rotation's.
    if not np.isfinite(matrix).all() or not np.linalg.cond(matrix[:3, :3]) < WORST_CONDITION:
        raise fif.wrong(tag, "a transform must be finite and have an inverse")
    return Transform(source=int(value["source"]), target=int(value["target"]), matrix=matrix)


def read_transform(fif: FifFile, node: Node, source: int, target: int) -> Transform | None:
    """The block's own transform from ``source`` to ``target``, turned round if need be."""
    for transform in read_transforms(fif, node):
        if {transform.source, transform.target} == {source, target}:
            return transform.between(source, target)
    return None


def load_transforms(path: str | Path) -> list[Transform]:
    """All transforms of a file, at least one."""
    with FifFile(path) as fif:
        found = [t for node in fif.tree.walk() for t in read_transforms(fif, node)]
        if not found:
            raise fif.lacks(fif.tree, "a transform")
    return found


def save_transform(path: str | Path, transform: Transform, *, overwrite: bool) -> None:
    """Write a file that holds one transform."""
    with writing(path, overwrite=overwrite) as writer:
        write_transform(writer, transform)


def write_transform(writer: Writer, transform: Transform) -> None:
    """Write a transform and its inverse."""
    both = [transform.matrix, transform.inverse().matrix]
    matrix, inverse = encoded(both, ">f4", "numbers of a transform and its inverse")
    value = np.zeros((), TRANSFORM)
    value["source"], value["target"] = transform.source, transform.target
    value["rotation"], value["move"] = matrix[:3, :3], matrix[:3, 3]
    value["inverse_rotation"], value["inverse_move"] = inverse[:3, :3], inverse[:3, 3]
    writer.tag(Kind.COORD_TRANS, Type.COORD_TRANS_STRUCT, value.tobytes())


def read_digitisation(fif: FifFile, node: Node) -> tuple[DigitisedPoint, ...]:
    """Digitised points, in head coordinates unless the file says otherwise."""
    block = next(iter(node.find(Block.ISOTRAK)), None)
    if block is None:
        return ()
    tags = block.all(Kind.DIG_POINT)
    for tag in tags:
        if tag.type != Type.DIG_POINT_STRUCT or tag.size != DIG_POINT.itemsize:
            raise fif.wrong(tag, f"a point of {DIG_POINT.itemsize} bytes must come")
    frame = fif.integer(block, Kind.COORD_FRAME, Frame.HEAD)
    payload = b"".join(fif.source.read(tag.payload, tag.size) for tag in tags)
    points = np.frombuffer(payload, DIG_POINT)
    return tuple(
        DigitisedPoint(kind=kind, ident=ident, position=position, frame=frame)
        for kind, ident, position in zip(
            points["kind"].tolist(),
            points["ident"].tolist(),
            points["r"],
            strict=True,
        )
    )


def write_digitisation(writer: Writer, points: Sequence[DigitisedPoint]) -> None:
    """Write digitised points; a file keeps one frame for all."""
    if not points:
        return
    frames = {point.frame for point in points}
    if len(frames) > 1:
        msg = f"digitised points must share one frame to be saved, got {sorted(frames)}"
        raise MismatchError(msg)
    with writer.block(Block.ISOTRAK):
        writer.integers(Kind.COORD_FRAME, points[0].frame)
        for point in points:
            value = np.array((point.kind, point.ident, point.position), DIG_POINT)
            writer.tag(Kind.DIG_POINT, Type.DIG_POINT_STRUCT, value.tobytes())
