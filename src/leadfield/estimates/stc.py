"""STC and W files: values of sources in single precision, big-endian.

An ``.stc`` holds tmin and tstep in ms, the vertices, and all values by time; a ``.w`` one
value a vertex. Surfaces take one file a hemisphere. Neither names the subject.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Ints, lock_arrays
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import existing
from leadfield.base.foreign_formats import HEAD, other_format
from leadfield.recording.info import FASTEST, SLOWEST

WORD = 4
# A .w file: two bytes of latency, three of the count, then entries of three and four bytes.
ENTRY = np.dtype([("vertex", np.uint8, 3), ("value", ">f4")])
W_HEADER = 5
MOST_SAMPLES = 2**31  # before time 0
MOST_W_VERTICES = 2**24


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StcData:
    """Contents of one file: ``values`` (n_sources, n_times), times in s."""

    vertices: Ints
    values: NDArray[np.float32]
    tmin: float
    tstep: float

    def __post_init__(self) -> None:
        lock_arrays(self)


def read_stc(path: Path) -> StcData:
    """The contents of an ``.stc`` file, its vertices in growing order."""
    content = existing(path).read_bytes()
    n_words, rest = divmod(len(content), WORD)
    if rest or n_words < 4:
        msg = f"an stc file must be at least 16 bytes, in words of 4, got {len(content)}"
        raise _wrong(path, content, msg)
    n_sources = _read_count(content, 2)
    if n_sources > n_words - 4:
        msg = f"{n_sources} vertices do not fit into {len(content)} bytes"
        raise _wrong(path, content, msg, offset=2 * WORD)
    n_times = _read_count(content, 3 + n_sources)
    if 4 + n_sources + n_sources * n_times != n_words:
        msg = (
            f"{n_sources} vertices at {n_times} times make "
            f"{WORD * (4 + n_sources + n_sources * n_times)} bytes, got {len(content)}"
        )
        raise _wrong(path, content, msg, offset=WORD * (3 + n_sources))
    tmin, tstep = (float(x) / 1e3 for x in np.frombuffer(content, ">f4", 2))
    if n_times <= 1 and tstep == 0:
        tstep = 1.0  # One sample has no next one: any step will do.
    if not (1 / FASTEST <= tstep <= 1 / SLOWEST and abs(tmin) <= MOST_SAMPLES * tstep):
        msg = (
            f"tstep must be {1 / FASTEST:g} to {1 / SLOWEST:g} s, and tmin at most {MOST_SAMPLES} "
            f"of it, got {tstep} and {tmin} s"
        )
        raise _wrong(path, content, msg, offset=0)
    vertices = np.frombuffer(content, ">u4", n_sources, 3 * WORD).astype(np.int64)
    values = np.frombuffer(content, ">f4", n_sources * n_times, WORD * (4 + n_sources))
    by_source = values.reshape(n_times, n_sources).T.astype(np.float32)
    _check_finite(path, by_source)
    vertices, by_source = _sort_vertices(path, vertices, by_source)
    return StcData(vertices=vertices, values=by_source, tmin=tmin, tstep=tstep)


def read_w(path: Path) -> StcData:
    """The contents of a ``.w`` file, its vertices in growing order."""
    content = existing(path).read_bytes()
    count = int.from_bytes(content[2:W_HEADER], "big")
    size = W_HEADER + ENTRY.itemsize * count
    if len(content) < W_HEADER or len(content) != size:
        msg = f"{count} vertices make a w file of {size} bytes, got {len(content)}"
        raise _wrong(path, content, msg, offset=2)
    entries = np.frombuffer(content, ENTRY, count, W_HEADER)
    digits = entries["vertex"].astype(np.int64)
    vertices = (digits[:, 0] << 16) + (digits[:, 1] << 8) + digits[:, 2]
    values = entries["value"].astype(np.float32)[:, np.newaxis]
    _check_finite(path, values)
    vertices, values = _sort_vertices(path, vertices, values)
    return StcData(vertices=vertices, values=values, tmin=0.0, tstep=1.0)


def write_stc(
    stream: IO[bytes], *, vertices: Ints, tmin: float, tstep: float, n_times: int
) -> None:
    """Write the head of an ``.stc`` file, which the samples follow."""
    stream.write(np.array([1e3 * tmin, 1e3 * tstep], ">f4").tobytes())
    stream.write(np.array(len(vertices), ">u4").tobytes())
    stream.write(vertices.astype(">u4").tobytes())
    stream.write(np.array(n_times, ">u4").tobytes())


def write_stc_samples(stream: IO[bytes], values: NDArray[np.float32]) -> None:
    """Write the next samples (n_sources, n_times) of an ``.stc`` file."""
    stream.write(np.ascontiguousarray(values.T, ">f4").tobytes())


def write_w(stream: IO[bytes], vertices: Ints, values: NDArray[np.float32]) -> None:
    """Write a ``.w`` file of one value a vertex."""
    if len(vertices) >= MOST_W_VERTICES or (vertices >= MOST_W_VERTICES).any():
        msg = f"a w file holds vertices below {MOST_W_VERTICES}, got {vertices.max()}"
        raise InputError(msg)
    entries = np.empty(len(vertices), ENTRY)
    for place, shift in enumerate((16, 8, 0)):
        entries["vertex"][:, place] = (vertices >> shift) & 255
    entries["value"] = values
    stream.write(bytes(2) + len(vertices).to_bytes(3, "big") + entries.tobytes())


def _wrong(path: Path, content: bytes, problem: str, *, offset: int | None = None) -> FormatError:
    return other_format(path, content[:HEAD], problem, family=["STC"], offset=offset)


def _check_finite(path: Path, values: NDArray[np.float32]) -> None:
    bad = np.count_nonzero(~np.isfinite(values))
    if bad:
        raise FormatError(path, f"values must be finite, {bad} of {values.size} are not")


def _read_count(content: bytes, word: int) -> int:
    return int.from_bytes(content[WORD * word : WORD * (word + 1)], "big")


def _sort_vertices(
    path: Path, vertices: Ints, values: NDArray[np.float32]
) -> tuple[Ints, NDArray[np.float32]]:
    if (np.diff(vertices) > 0).all():
        return vertices, values
    order = np.argsort(vertices, kind="stable")
    if (np.diff(vertices[order]) == 0).any():
        msg = "every vertex must be there once, some are twice"
        raise FormatError(path, msg)
    return vertices[order], values[order]
