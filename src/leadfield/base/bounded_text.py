"""Numbers and JSON out of text, in memory that is bounded by the text's length."""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats

MOST_BYTES = 2**26  # of a text that is a list of numbers
CHUNK = 2**16  # bytes that are taken apart at a time, for a word takes many times its length
MANY, LEAST_A_VALUE = 2**20, 16  # values in JSON that are many; characters that more are long


def chunks_of_lines(content: bytes) -> Iterator[bytes]:
    """Whole lines, some thousands at a time."""
    start = 0
    while start < len(content):
        stop = start + CHUNK
        if stop < len(content):
            ends = (content.rfind(end, start, stop) for end in (b"\n", b"\r"))
            stop = max(ends) + 1
            if stop <= start:
                msg = f"a line must be shorter than {CHUNK} bytes, the one at byte {start} is not"
                raise ValueError(msg)
        yield content[start:stop]
        start = stop


def parse_numbers(content: bytes) -> Floats:
    """All numbers of a text with white space between them."""
    out, n = np.empty(len(content) // 2 + 1), 0  # a digit and a space each, at least
    for chunk in chunks_of_lines(content):
        # One float at a time: numpy would give every word the longest one's memory.
        found = [float(word) for word in chunk.split()]
        out[n : n + len(found)] = found
        n += len(found)
    return out[:n]


def parse_json(text: str) -> Any:
    """What JSON holds, or a ValueError.

    Values that are too many for their length are refused, and texts that no file can hold
    again: each value takes some ten times what stands for it.
    """
    most = MANY + len(text) // LEAST_A_VALUE
    if text.count(",") + text.count("[") + text.count("{") > most:
        msg = f"JSON of {len(text)} characters must hold at most {most} values, it has more"
        raise ValueError(msg)
    try:
        found = json.loads(text)
    except RecursionError as error:
        msg = "JSON must not be nested that deep"
        raise ValueError(msg) from error
    if "\\u" in text:
        json.dumps(found, ensure_ascii=False).encode()  # half a surrogate pair is no text
    return found
