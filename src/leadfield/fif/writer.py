"""FIF writer: tags one after another, blocks as ``with`` blocks, the old file kept safe."""

import gzip
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.errors import InputError
from leadfield.base.files import may_write
from leadfield.base.replacing import Replacement, replacing
from leadfield.fif.decode import BY_ROW, DENSE
from leadfield.fif.kinds import Kind, Type, kind_name
from leadfield.fif.structs import ID
from leadfield.fif.tags import ENTRY, HEADER

if TYPE_CHECKING:
    from scipy.sparse import sparray

MOST_IN_A_TAG = 2**31 - 1
VERSION = 0x00010003  # FIF 1.3, the version every reader knows


def encoded(values: ArrayLike, dtype: str, what: str) -> NDArray[Any]:
    """Numbers as a file holds them, or an error that says ``what`` is too large for it."""
    try:
        with np.errstate(over="raise", invalid="ignore"):
            return np.ascontiguousarray(values, dtype)
    except FloatingPointError as error:
        msg = f"{what} must fit into {np.dtype(dtype).name}, some are too large: check their units"
        raise InputError(msg) from error


class Writer:
    """Appends tags to a stream and keeps the directory that ends the file."""

    def __init__(self, stream: IO[bytes], *, patchable: bool = True) -> None:
        self._stream = stream
        self._patchable = patchable  # a gzip stream cannot go back to its start
        self._entries: list[tuple[int, int, int, int]] = []
        self._open: list[int] = []
        self.offset = 0

    @property
    def count(self) -> int:
        """Tags written so far."""
        return len(self._entries)

    def tag(self, kind: int, type_: int, payload: bytes | memoryview) -> None:
        """Write one tag."""
        size = payload.nbytes if isinstance(payload, memoryview) else len(payload)
        if size > MOST_IN_A_TAG or self.offset > MOST_IN_A_TAG:
            msg = "a FIF file must stay under 2 GiB: split it or use a smaller format"
            raise InputError(msg)
        self._entries.append((kind, type_, size, self.offset))
        self._stream.write(HEADER.pack(kind, type_, size, 0))
        self._stream.write(payload)
        self.offset += HEADER.size + size

    @contextmanager
    def block(self, kind: int) -> Iterator[None]:
        """Write a block around what is written inside the ``with``."""
        self.tag(Kind.BLOCK_START, Type.INT, struct.pack(">i", kind))
        yield
        self.tag(Kind.BLOCK_END, Type.INT, struct.pack(">i", kind))

    def void(self, kind: int) -> None:
        """Write a tag without payload."""
        self.tag(kind, Type.VOID, b"")

    def integers(self, kind: int, values: ArrayLike) -> None:
        """Write whole numbers as int32."""
        a = np.asarray(values)
        if a.size and (a.min() < -(2**31) or a.max() > MOST_IN_A_TAG):
            msg = f"tag {kind_name(Kind, kind)} holds 32-bit numbers, got {a.min()} to {a.max()}"
            raise InputError(msg)
        self.tag(kind, Type.INT, a.astype(">i4").tobytes())

    def reals(self, kind: int, values: ArrayLike, *, double: bool = False) -> None:
        """Write real numbers as float32, or float64 with ``double``."""
        type_, dtype = (Type.DOUBLE, ">f8") if double else (Type.FLOAT, ">f4")
        payload = encoded(values, dtype, f"numbers of {kind_name(Kind, kind)}")
        self.tag(kind, type_, payload.tobytes())

    def text(self, kind: int, value: str) -> None:
        """Write a string; what latin-1 lacks is written as ``&#20013;``."""
        self.tag(kind, Type.STRING, value.encode("latin-1", "xmlcharrefreplace"))

    def names(self, kind: int, values: Sequence[str]) -> None:
        """Write a list of names."""
        self.text(kind, ":".join(v.replace(":", "{COLON}") for v in values))

    def structs(self, kind: int, type_: int, values: NDArray[np.void]) -> None:
        """Write structures in file order."""
        self.tag(kind, type_, values.tobytes())

    def matrix(self, kind: int, values: ArrayLike, *, dtype: str = ">f4") -> None:
        """Write a dense matrix of ``>f4``, ``>f8``, ``>i4``, ``>c8`` or ``>c16``."""
        a = np.asarray(values)
        types = {
            ">i4": Type.INT,
            ">f4": Type.FLOAT,
            ">f8": Type.DOUBLE,
            ">c8": Type.COMPLEX_FLOAT,
            ">c16": Type.COMPLEX_DOUBLE,
        }
        shape = struct.pack(f">{a.ndim + 1}i", *a.shape[::-1], a.ndim)
        payload = encoded(a, dtype, f"numbers of {kind_name(Kind, kind)}").tobytes()
        self.tag(kind, DENSE | types[dtype], payload + shape)

    def sparse(self, kind: int, values: "sparray") -> None:
        """Write a sparse matrix by rows, as float32."""
        rows: Any = values.tocsr()  # type: ignore[attr-defined]
        arrays = [
            encoded(rows.data, ">f4", f"numbers of {kind_name(Kind, kind)}"),
            rows.indices.astype(">i4"),
            rows.indptr.astype(">i4"),
            np.array([rows.nnz, *rows.shape, 2], ">i4"),
        ]
        self.tag(kind, BY_ROW | Type.FLOAT, b"".join(p.tobytes() for p in arrays))

    def file_id(self, kind: int, value: bytes | None = None) -> None:
        """Write an identifier, by itself of the time and of nothing about this machine."""
        now = time.time_ns()
        seconds, micros = now // 10**9, now % 10**9 // 1000
        new = np.array((VERSION, (0, 0), seconds & 0x7FFFFFFF, micros), ID)
        self.tag(kind, Type.ID_STRUCT, value or new.tobytes())

    def start(self, identity: bytes | None = None) -> None:
        """Write what every file starts with."""
        self.file_id(Kind.FILE_ID, identity)
        self._pointer = self.offset
        self.tag(Kind.DIR_POINTER, Type.INT, struct.pack(">i", -1))
        self.tag(Kind.FREE_LIST, Type.INT, struct.pack(">i", -1))

    def finish(self) -> None:
        """Write the directory, and its place into the pointer where that can be reached."""
        at = self.offset
        entries = [*self._entries, (-1, -1, -1, -1)]
        payload = np.array(entries, ENTRY).tobytes()
        self._stream.write(HEADER.pack(Kind.DIR, Type.DIR_ENTRY_STRUCT, len(payload), -1))
        self._stream.write(payload)
        if self._patchable:
            self._stream.seek(self._pointer + HEADER.size)
            self._stream.write(struct.pack(">i", at))
            self._stream.seek(0, 2)


@contextmanager
def writing(
    path: str | Path,
    *,
    overwrite: bool = False,
    together: Replacement | None = None,
    identity: bytes | None = None,
) -> Iterator[Writer]:
    """A new FIF file that takes its place only when it is whole; ``.gz`` packs it.

    It may be one of several that take their places ``together``, and have an ``identity``.
    """
    target = may_write(path, overwrite=overwrite)
    if not target.name.endswith((".fif", ".fif.gz")):
        msg = f"a FIF file's name must end in .fif or .fif.gz, got {target.name!r}"
        raise InputError(msg)
    with replacing(target, together) as plain:
        if target.suffix == ".gz":
            # No name and no time inside, so the same content gives the same bytes.
            with gzip.GzipFile("", "wb", 6, plain, 0) as packed:
                yield from _written(cast("IO[bytes]", packed), identity, patchable=False)
        else:
            yield from _written(plain, identity, patchable=True)


def _written(stream: IO[bytes], identity: bytes | None, *, patchable: bool) -> Iterator[Writer]:
    writer = Writer(stream, patchable=patchable)
    writer.start(identity)
    yield writer
    writer.finish()
