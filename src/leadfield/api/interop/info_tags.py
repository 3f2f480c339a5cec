"""Values in MNE-Python's dicts as tags of a file: numbers, texts, days, matrices, identifiers."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadfield.fif.decode import BY_COLUMN, DENSE
from leadfield.fif.kinds import Kind, Type
from leadfield.fif.structs import DIG_POINT, ID, TRANSFORM
from leadfield.recording.fif.opaque_fields import FIRST_DAY, Fields
from leadfield.recording.info import OpaqueBlock

Tag = tuple[int, int, bytes]
# Keys of a dict, and the kinds of tags that hold them.
Keys = Mapping[str, int]
NUMBERS = {Type.INT: ">i4", Type.FLOAT: ">f4", Type.DOUBLE: ">f8"}


def keys_of(fields: Fields) -> Keys:
    """The kinds of the tags by key."""
    return {key: kind for kind, (key, _) in fields.items()}


def block_of(
    kind: int,
    keys: Keys,
    found: Mapping[str, Any],
    children: tuple[OpaqueBlock, ...] = (),
) -> OpaqueBlock:
    """A block of those of the keys that are there."""
    tags = [tag_of(keys[key], found[key]) for key in keys if found.get(key) is not None]
    return OpaqueBlock(kind=kind, tags=tuple(tags), children=children)


def optional_block(
    kind: int, keys: Keys, found: Mapping[str, Any] | None
) -> tuple[OpaqueBlock, ...]:
    """The block, none if there is nothing to put in."""
    return (block_of(kind, keys, found),) if found else ()


def tag_of(kind: int, value: Any) -> Tag:
    """A tag of a value; numbers that single precision would change are doubles."""
    if isinstance(value, str):
        return kind, Type.STRING, value.encode("latin-1", "xmlcharrefreplace")
    if isinstance(value, datetime):
        return (
            kind,
            Type.INT,
            np.array([int(value.timestamp()), value.microsecond], ">i4").tobytes(),
        )
    if isinstance(value, date):
        return kind, Type.JULIAN, np.array(FIRST_DAY + value.toordinal(), ">i4").tobytes()
    if isinstance(value, Mapping):
        return _transform(kind, value) if "trans" in value else _identifier(kind, value)
    if hasattr(value, "indptr"):
        return _sparse(kind, value)
    return _numbers(kind, np.asarray(value))


def names_tag(kind: int, names: Any) -> Tag:
    """A tag of names, whose colons have a name of their own."""
    return tag_of(kind, ":".join(str(name).replace(":", "{COLON}") for name in names))


def point_tag(point: Mapping[str, Any]) -> Tag:
    """A tag of a digitised point."""
    value = np.array((point["kind"], point["ident"], np.asarray(point["r"])), DIG_POINT)
    return Kind.DIG_POINT, Type.DIG_POINT_STRUCT, value.tobytes()


def _type_of(values: NDArray[Any]) -> int:
    """Type of the numbers in a file."""
    if values.dtype.kind in "iub":
        return Type.INT
    return Type.FLOAT if (values.astype(np.float32) == values).all() else Type.DOUBLE


def _numbers(kind: int, values: NDArray[Any]) -> Tag:
    type_ = _type_of(values)
    payload = values.astype(NUMBERS[type_]).tobytes()
    if values.ndim < 2:
        return kind, type_, payload
    shape = np.array([*values.shape[::-1], values.ndim], ">i4").tobytes()
    return kind, DENSE | type_, payload + shape


def _sparse(kind: int, matrix: Any) -> Tag:
    columns = matrix.tocsc()
    parts = [
        columns.data.astype(">f4"),
        columns.indices.astype(">i4"),
        columns.indptr.astype(">i4"),
        np.array([columns.nnz, *columns.shape, 2], ">i4"),
    ]
    return kind, BY_COLUMN | Type.FLOAT, b"".join(part.tobytes() for part in parts)


def _identifier(kind: int, found: Mapping[str, Any]) -> Tag:
    machine = np.asarray(found["machid"]).ravel()[:2]
    value = np.array((found["version"], machine, found["secs"], found["usecs"]), ID)
    return kind, Type.ID_STRUCT, value.tobytes()


def _transform(kind: int, found: Mapping[str, Any]) -> Tag:
    value, matrix = np.zeros((), TRANSFORM), np.asarray(found["trans"], np.float64)
    inverse = np.linalg.inv(matrix)
    value["source"], value["target"] = int(found["from"]), int(found["to"])
    value["rotation"], value["move"] = matrix[:3, :3], matrix[:3, 3]
    value["inverse_rotation"], value["inverse_move"] = inverse[:3, :3], inverse[:3, 3]
    return kind, Type.COORD_TRANS_STRUCT, value.tobytes()
