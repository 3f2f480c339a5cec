"""Repair of files that are lists: times of estimates, vertices of labels, lines of events."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from leadfield.estimates.stc import ENTRY, W_HEADER, WORD


class Mended(NamedTuple):
    """The bytes of a file that is whole; what is in it and what was lost, in words."""

    content: bytes
    kept: str
    lost: str


def _mend_stc(content: bytes) -> Mended | None:
    """Keep the times before the first that is not whole or not finite."""
    n_sources = int.from_bytes(content[2 * WORD : 3 * WORD], "big")
    start, step = WORD * (4 + n_sources), WORD * n_sources
    if not step or start + step > len(content):
        return None
    said = int.from_bytes(content[start - WORD : start], "big")
    n = (len(content) - start) // step
    finite = np.isfinite(np.frombuffer(content, ">f4", n * n_sources, start))
    if not finite.all():
        n = int(np.argmin(finite)) // n_sources
    head = content[: start - WORD] + n.to_bytes(WORD, "big")
    lost = f"{said - n} of {said} times" if said > n else "how many times there were"
    kept = f"{n} times of {n_sources} sources"
    return Mended(head + content[start : start + n * step], kept, lost) if n else None


def _mend_w(content: bytes) -> Mended | None:
    """Keep the sources before the first that is not whole."""
    said = int.from_bytes(content[2:W_HEADER], "big")
    n = min((len(content) - W_HEADER) // ENTRY.itemsize, said)
    if n < 1:
        return None
    entries = content[W_HEADER : W_HEADER + n * ENTRY.itemsize]
    whole = content[:2] + n.to_bytes(3, "big") + entries
    return Mended(whole, f"{n} sources", f"{said - n} of {said} sources, or bytes after them")


def _mend_label(content: bytes) -> Mended | None:
    """Keep the lines that hold a vertex, its place and its value."""
    comment, *lines = _lines(content)
    rows = [" ".join(words) for words in map(_numbers, lines[1:]) if len(words) == 5]
    said = lines[0].strip() if lines else "?"
    lost = f"what was wrong or missing of {said} vertices"
    return _as_text([comment, str(len(rows)), *rows], f"{len(rows)} vertices", lost, rows)


def _mend_events(content: bytes) -> Mended | None:
    """Keep the lines that hold an event, of as many numbers as most have."""
    lines = [line for line in _lines(content) if line.partition("#")[0].strip()]
    found = [_numbers(line.partition("#")[0]) for line in lines]
    counts = [len(words) for words in found]
    rows = [" ".join(words) for words in found if len(words) == max((3, 4), key=counts.count)]
    return _as_text(rows, f"{len(rows)} events", f"{len(lines) - len(rows)} lines", rows)


def _lines(content: bytes) -> list[str]:
    """All lines but the last one if it is not ended, as its last number may be half."""
    return content.decode("latin-1").replace("\r\n", "\n").split("\n")[:-1] or [""]


def _numbers(line: str) -> list[str]:
    """The words of a line if all are finite numbers, else none."""
    words = line.split()
    try:
        return words if all(math.isfinite(float(word)) for word in words) else []
    except ValueError:
        return []


def _as_text(lines: Sequence[str], kept: str, lost: str, rows: Sequence[str]) -> Mended | None:
    content = ("\n".join(lines) + "\n").encode("latin-1")
    return Mended(content, kept, lost) if rows else None


MENDERS: dict[str, Callable[[bytes], Mended | None]] = {
    ".stc": _mend_stc,
    ".w": _mend_w,
    ".label": _mend_label,
    ".eve": _mend_events,
    ".lst": _mend_events,
    ".txt": _mend_events,
}
