"""Random access to the bytes of a file, plain or gzipped."""

import copy
import os
import threading
import zlib
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from leadfield.base.errors import FormatError, MissingFileError
from leadfield.base.foreign_formats import GZIP, HEAD, other_format

# Where a gzip bomb stops: a recording longer than this is split by every writer, and nothing long
# packs to so little. Volume source spaces come nearest, with a 200th.
MOST_UNPACKED = 4 * 2**30
ALWAYS_UNPACKED, MOST_RATIO = 128 * 2**20, 400
CHUNK = 2**20
PACKED_CHUNK = 2**14  # small, for the rest of it is copied for each of many members


class Source:
    """Random access to a file's bytes; a ``.gz`` is unpacked once, up to a cap.

    With ``content``, these are the bytes, plain or gzipped, and ``path`` is what errors call them.
    """

    def __init__(self, path: Path, content: bytes | None = None) -> None:
        self.path = path
        self.cut = False
        # Bytes in memory need no lock, and can be pickled without one.
        self._lock: threading.Lock | None = None
        self._stream: IO[bytes] | None = None
        self._unpacked: bytearray | None = None
        if content is not None:
            if content.startswith(GZIP):
                self._unpacked, self.cut = _unpack(BytesIO(content), len(content), path)
            else:
                self._unpacked = bytearray(content)
            self.size = len(self._unpacked)
            return
        try:
            stream = path.open("rb")
        except FileNotFoundError as error:
            msg = f"file must exist, got {str(path)!r}: there is none"
            raise MissingFileError(msg) from error
        size = os.fstat(stream.fileno()).st_size
        if path.suffix == ".gz":
            with stream:
                self._unpacked, self.cut = _unpack(stream, size, path)
            self.size = len(self._unpacked)
        else:
            self._stream, self._lock, self.size = stream, threading.Lock(), size

    def read(self, offset: int, size: int) -> bytes:
        """Exactly ``size`` bytes from ``offset``."""
        out = bytearray(size)
        self.fill(offset, memoryview(out))
        return bytes(out)

    def fill(self, offset: int, out: memoryview) -> None:
        """Fill ``out`` with the bytes from ``offset``."""
        size = out.nbytes
        if offset < 0 or offset + size > self.size:
            msg = f"{size} bytes must be there, the file ends at byte {self.size}"
            raise FormatError(self.path, msg, offset=offset)
        if self._unpacked is not None:
            out[:] = self._unpacked[offset : offset + size]
            return
        if self._stream is None or self._lock is None:
            msg = "the file must be open: it was closed"
            raise FormatError(self.path, msg)
        with self._lock:
            self._stream.seek(offset)
            # readinto may return early only at the end of a file that shrank meanwhile
            if self._stream.readinto(out) != size:  # type: ignore[attr-defined]
                msg = "the file became shorter while it was read"
                raise FormatError(self.path, msg, offset=offset)

    def in_memory(self) -> "Source | None":
        """The same bytes for use after this is closed; None if they are not in memory."""
        return None if self._unpacked is None else copy.copy(self)

    def close(self) -> None:
        """Let go of the file."""
        if self._stream is not None:
            self._stream.close()
        self._stream = self._unpacked = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _unpack(stream: IO[bytes], size: int, path: Path) -> tuple[bytearray, bool]:
    """Everything a gzip stream of ``size`` bytes holds, and whether it ends too early."""
    most = min(max(MOST_RATIO * size, ALWAYS_UNPACKED), MOST_UNPACKED)
    out = bytearray()
    engine = zlib.decompressobj(wbits=31)
    packed = b""
    while True:
        packed = engine.unconsumed_tail or packed or stream.read(PACKED_CHUNK)
        if not packed:
            return out, not engine.eof
        try:
            out += engine.decompress(packed, CHUNK)
        except zlib.error as error:
            if not out and not packed.startswith(GZIP):
                msg = "a file whose name ends in .gz must be gzipped"
                raise other_format(path, packed[:HEAD], msg, offset=0) from error
            msg = f"a .gz file must be a whole gzip stream ({error})"
            raise FormatError(path, msg, offset=len(out)) from error
        packed = engine.unused_data
        if len(out) > most:
            msg = (
                f"a .gz file of {size} bytes must unpack to at most {most}: if it comes from "
                "somebody you trust, unpack it with gunzip and read the plain file"
            )
            raise FormatError(path, msg, offset=len(out))
        if engine.eof and packed:
            engine = zlib.decompressobj(wbits=31)
