"""Damage to files, the same each time for the same generator."""

import gzip
import random
import struct
from collections.abc import Callable, Sequence

from leadfield.base.foreign_formats import GZIP
from leadfield.fif.decode import BY_COLUMN, BY_ROW, DENSE
from leadfield.fif.tags import HEADER

FIF = bytes.fromhex("000000640000001f00000014")
# Numbers at which counts, sizes and kinds go wrong.
WHOLE = (0, 1, -1, 2, 3, 4, 16, 64, 104, 105, 255, 2**15, 2**16, 2**24, 2**30, 2**31 - 1, -(2**31))
CODES = (1, 2, 3, 4, 5, 10, 16, 20, 30, 31, 35, DENSE | 4, DENSE | 5, DENSE, BY_ROW | 4)
CODES += (BY_COLUMN | 4, 0x4000000A, 104, 105, 300, 301, 998, 999)
REAL = (0.0, -0.0, 1.0, -1.0, 1e38, -1e38, 1e-40, 1e-45, 3.4e38, float("inf"), float("nan"), 1e30)
DOUBLES = (*REAL, 1e308, -1e308, 5e-324, 1e154, 1e-160)
WORDS = (
    b"nan",
    b"inf",
    b"-1",
    b"1e999",
    b"1e308",
    b"0",
    b"",
    b"#",
    b",",
    b"\n",
    b"\0",
    b"\xed\xa0\x80",
)
WORDS += (b"[" * 3000, b"&#55296;", b"../../etc/passwd", b"9" * 400, b" ", b"\r", b'"', b"{COLON}")
Damage = Callable[[bytearray, random.Random], None]


def damaged(content: bytes, rng: random.Random, others: Sequence[bytes] = ()) -> bytes:
    """The file with one to four faults; ``others`` are files to take pieces from."""
    if content.startswith(GZIP) and rng.random() < 0.5:
        return gzip.compress(damaged(gzip.decompress(content), rng, others), 1, mtime=0)
    out = bytearray(content)
    kinds = [*GENERAL, *(TAGGED if content.startswith(FIF) else ())]
    if others and rng.random() < 0.1:
        _splice(out, rng, rng.choice(others))
    for _ in range(rng.choice((1, 1, 1, 2, 2, 4))):
        rng.choice(kinds)(out, rng)
    return bytes(out)


def cut(content: bytes, rng: random.Random) -> bytes:
    """The start of a file."""
    return content[: rng.randrange(len(content) + 1)]


def _splice(out: bytearray, rng: random.Random, other: bytes) -> None:
    start = rng.randrange(len(other) + 1)
    piece = other[start : start + rng.choice((4, 16, 20, 100, 1000))]
    at = rng.randrange(len(out) + 1)
    out[at : at + (len(piece) if rng.random() < 0.5 else 0)] = piece


def _flip(out: bytearray, rng: random.Random) -> None:
    if out:
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)


def _byte(out: bytearray, rng: random.Random) -> None:
    if out:
        out[rng.randrange(len(out))] = rng.randrange(256)


def _put(out: bytearray, rng: random.Random, piece: bytes, step: int = 1) -> None:
    if len(out) >= len(piece):
        at = rng.randrange((len(out) - len(piece)) // step + 1) * step
        out[at : at + len(piece)] = piece


def _whole(out: bytearray, rng: random.Random) -> None:
    _put(out, rng, struct.pack(rng.choice(("<i", ">i", ">i")), rng.choice(WHOLE)), 4)


def _real(out: bytearray, rng: random.Random) -> None:
    if rng.random() < 0.5:
        _put(out, rng, struct.pack(">f", rng.choice(REAL)), rng.choice((1, 4)))
    else:
        _put(out, rng, struct.pack(rng.choice("<>") + "d", rng.choice(DOUBLES)), 4)


def _delete(out: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(out) + 1)
    del out[at : at + rng.choice((1, 2, 4, 16, 100))]


def _repeat(out: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(out) + 1)
    out[at:at] = out[at : at + rng.choice((1, 4, 16, 20, 112, 1000))] * rng.choice((1, 2, 10))


def _word(out: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(out) + 1)
    word = rng.choice(WORDS)
    out[at : at + rng.choice((0, 1, len(word)))] = word


def _zeros(out: bytearray, rng: random.Random) -> None:
    out.extend(bytes(rng.choice((1, 16, 4096, 2**18))))


def _blank(out: bytearray, rng: random.Random) -> None:
    at, size = rng.randrange(len(out) + 1), rng.choice((4, 16, 100, 1000))
    piece = out[at : at + size]
    out[at : at + size] = bytes([rng.choice((0, 255))]) * len(piece)


def _tag_places(out: bytearray) -> list[int]:
    """Where tags start, going from each to the next behind it."""
    places, at = [], 0
    while at + HEADER.size <= len(out):
        places.append(at)
        size = HEADER.unpack_from(out, at)[2]
        if size < 0:
            break
        at += HEADER.size + size
    return places


def _header(out: bytearray, rng: random.Random) -> None:
    places = _tag_places(out)
    if places:
        field = rng.randrange(4)
        at = rng.choice(places)
        old = HEADER.unpack_from(out, at)[field]
        near = (old + rng.choice((-16, -4, -1, 1, 4, 16))) & 0x7FFFFFFF
        new = rng.choice((near, rng.choice(CODES if field < 2 else WHOLE), rng.choice(places)))
        struct.pack_into(">i", out, at + 4 * field, new)


def _payload(out: bytearray, rng: random.Random) -> None:
    """One number in a payload, often the last ones, which are the shapes of matrices."""
    at = rng.choice(_tag_places(out) or [0])
    if at + HEADER.size > len(out):
        return
    start, size = at + HEADER.size, HEADER.unpack_from(out, at)[2]
    n = min(size, len(out) - start) // 4
    if n > 0:
        place = start + 4 * (
            rng.randrange(n) if rng.random() < 0.6 else max(n - 1 - rng.randrange(4), 0)
        )
        form, values = rng.choice(((">i", WHOLE), (">f", REAL)))
        struct.pack_into(form, out, place, rng.choice(values))


def _sized_payload(out: bytearray, rng: random.Random) -> None:
    """A payload that is longer or shorter, with the header that fits it, the directory gone."""
    at = rng.choice(_tag_places(out) or [0])
    if at + HEADER.size > len(out):
        return
    kind, type_, size, following = HEADER.unpack_from(out, at)
    if not 0 <= size <= len(out) - at - HEADER.size:
        return
    new = rng.choice((0, 1, 4, size // 2, 2 * size, size + 4, max(size - 4, 0)))
    start = at + HEADER.size
    payload = (bytes(out[start : start + size]) * (1 + new // max(size, 1)) + bytes(new))[:new]
    out[at : start + size] = HEADER.pack(kind, type_, new, following) + payload
    _without_directory(out)


def _moved_tag(out: bytearray, rng: random.Random) -> None:
    """A tag taken away, given twice, or put elsewhere."""
    places = _tag_places(out)
    if len(places) < 3:
        return
    i = rng.randrange(1, len(places) - 1)
    tag = out[places[i] : places[i + 1]]
    if rng.random() < 0.6:
        del out[places[i] : places[i + 1]]
    if rng.random() < 0.6:
        to = rng.choice(_tag_places(out))
        out[to:to] = tag
    _without_directory(out)


def _without_directory(out: bytearray) -> None:
    """Let the tags be walked: the pointer is the second tag."""
    if len(out) >= 56:
        struct.pack_into(">i", out, 52, -1)


GENERAL: tuple[Damage, ...] = (_flip, _byte, _whole, _real, _delete, _repeat, _word, _zeros, _blank)
TAGGED: tuple[Damage, ...] = 2 * (_header, _payload, _payload, _sized_payload, _moved_tag)
