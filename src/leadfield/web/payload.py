"""Payload of a page: a header in JSON and the arrays it names, as one compressed block of bytes.

``viewer/PAYLOAD.md`` says what the bytes are.
"""

import gzip
import json
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.errors import InputError

FORMAT, VERSION = "leadfield-viewer", 1
ALIGNMENT = 8
KINDS = ("int8", "uint8", "int16", "uint16", "int32", "uint32", "float32")
LEVEL = 6  # of compression: 9 takes three times as long for 1 %


@final
class ArrayStore:
    """Arrays that a header refers to by name."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[str, Any]] = {}
        self._blocks: list[bytes] = []
        self._size = 0

    def add(self, array: NDArray[Any], *, delta: bool = False, planes: bool = False) -> str:
        """Keep an array, and return its name.

        ``delta`` stores the difference of each row to the one before, ``planes`` the first
        bytes of all numbers before the second ones: both make integers pack better.
        """
        kind = array.dtype.name
        if kind not in KINDS:
            msg = f"an array of a page must be of {', '.join(KINDS)}, got {kind}"
            raise InputError(msg)
        if kind == "float32" and not np.isfinite(array).all():
            msg = "an array of a page must hold finite numbers"
            raise InputError(msg)
        content = _pack(array, delta=delta, planes=planes)
        name = f"a{len(self._entries)}"
        entry = {"dtype": kind, "shape": array.shape, "offset": self._size, "nbytes": len(content)}
        packed = {"delta": delta, "planes": planes}
        self._entries[name] = entry | {key: True for key, done in packed.items() if done}
        self._blocks.append(content + bytes(-len(content) % ALIGNMENT))
        self._size += len(self._blocks[-1])
        return name

    def pack(self, header: dict[str, Any]) -> bytes:
        """The payload of a header whose arrays are all here."""
        whole = {"format": FORMAT, "version": VERSION, "arrays": self._entries, **header}
        text = json.dumps(whole, allow_nan=False, separators=(",", ":")).encode("utf-8")
        text += b" " * (-len(text) % ALIGNMENT)
        size = len(text).to_bytes(ALIGNMENT, "little")
        # The time is left out: the same page has the same bytes.
        return gzip.compress(b"".join([size, text, *self._blocks]), LEVEL, mtime=0)


def _pack(array: NDArray[Any], *, delta: bool, planes: bool) -> bytes:
    """The bytes of an array, little-endian, in C order."""
    array = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
    if delta:
        array = array.view(f"<u{array.itemsize}")
        array = np.diff(array, axis=0, prepend=np.zeros_like(array[:1]))
    if planes:
        array = array.reshape(-1).view(np.uint8).reshape(-1, array.itemsize).T
    return array.tobytes()
