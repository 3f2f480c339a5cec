"""Decoding of FIF payloads: numbers, text, structures, dense and sparse matrices."""

import math
import re
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, never_falls
from leadfield.base.errors import FormatError
from leadfield.fif.kinds import Type
from leadfield.fif.source import Source
from leadfield.fif.structs import CHANNEL, DIG_POINT, ID, TRANSFORM
from leadfield.fif.tags import ENTRY, Tag

if TYPE_CHECKING:
    from scipy.sparse import csc_array, csr_array

NUMBERS: dict[int, str] = {
    Type.BYTE: ">u1",
    Type.SHORT: ">i2",
    Type.INT: ">i4",
    Type.FLOAT: ">f4",
    Type.DOUBLE: ">f8",
    Type.JULIAN: ">i4",
    Type.USHORT: ">u2",
    Type.UINT: ">u4",
    Type.ULONG: ">u8",
    Type.LONG: ">i8",
    Type.DAU_PACK16: ">i2",
    Type.COMPLEX_FLOAT: ">c8",
    Type.COMPLEX_DOUBLE: ">c16",
}
STRUCTS: dict[int, np.dtype[np.void]] = {
    Type.CH_INFO_STRUCT: CHANNEL,
    Type.ID_STRUCT: ID,
    Type.DIR_ENTRY_STRUCT: ENTRY,
    Type.DIG_POINT_STRUCT: DIG_POINT,
    Type.COORD_TRANS_STRUCT: TRANSFORM,
}
MOST_NAMES = 2**20
MOST_ACROSS = (
    2**25
)  # rows that a sparse matrix stored by columns may have, such as voxels of an MRI
CODING = 0xFFFF0000
REFERENCE, LATIN = re.compile("&#([0-9]{3,7});"), 255
SURROGATES = range(0xD800, 0xE000)  # halves of letters
DENSE, BY_COLUMN, BY_ROW = 0x40000000, 0x40100000, 0x40200000


def wrong(source: Source, tag: Tag, problem: str) -> FormatError:
    """The error for a tag that does not hold what it should."""
    return FormatError(source.path, problem, offset=tag.offset, tag=tag.label)


def is_matrix(tag: Tag) -> bool:
    """Whether the payload is a dense or sparse matrix."""
    return tag.type & CODING in {DENSE, BY_COLUMN, BY_ROW}


def dtype_of(source: Source, tag: Tag) -> np.dtype[Any]:
    """Type of the payload's items, in file order."""
    base = tag.type & ~CODING if is_matrix(tag) else tag.type
    found = NUMBERS.get(base) or STRUCTS.get(base)
    if found is None:
        raise wrong(source, tag, f"type must be one that holds numbers, got {tag.type}")
    return np.dtype(found)


def items(
    source: Source, tag: Tag, dtype: np.dtype[Any], count: int, *, skip: int = 0
) -> NDArray[Any]:
    """``count`` items from byte ``skip`` of the payload, in this machine's order."""
    if count < 0 or skip + count * dtype.itemsize > tag.size:
        problem = f"{count} items must fit in its {tag.size} bytes"
        raise wrong(source, tag, problem)
    out = np.empty(count, dtype)
    if count:
        source.fill(tag.payload + skip, out.view(np.uint8).data)
    if dtype.fields is not None or dtype.isnative:
        return out
    return out.byteswap(inplace=True).view(dtype.newbyteorder("="))


def numbers(source: Source, tag: Tag) -> NDArray[Any]:
    """A payload of plain numbers or structures, as one-dimensional array."""
    if tag.type == Type.OLD_PACK:
        return _packed(source, tag)
    dtype = dtype_of(source, tag)
    if is_matrix(tag):
        raise wrong(source, tag, "a list of numbers must come, got a matrix")
    if tag.size % dtype.itemsize:
        problem = f"size must be a multiple of {dtype.itemsize}, got {tag.size}"
        raise wrong(source, tag, problem)
    return items(source, tag, dtype, tag.size // dtype.itemsize)


def _packed(source: Source, tag: Tag) -> Floats:
    """Real numbers as older acquisition software packs them: ``offset + scale * int16``."""
    head, item = 8, np.dtype(">i2")
    if tag.size < head or (tag.size - head) % item.itemsize:
        problem = f"packed numbers must fill 8 bytes and 2 for each, got {tag.size} bytes"
        raise wrong(source, tag, problem)
    offset, scale = items(source, tag, np.dtype(">f4"), 2).astype(np.float64)
    if not (np.isfinite(offset) and np.isfinite(scale)):
        problem = f"packed numbers need a finite offset and scale, got {offset} and {scale}"
        raise wrong(source, tag, problem)
    count = (tag.size - head) // item.itemsize
    values: Floats = offset + scale * items(source, tag, item, count, skip=head)
    return values


def integers(source: Source, tag: Tag) -> NDArray[np.int64]:
    """Whole numbers."""
    values = numbers(source, tag)
    if values.dtype.kind not in "iu":
        raise wrong(source, tag, f"whole numbers must come, got {values.dtype}")
    return values.astype(np.int64)


def reals(source: Source, tag: Tag) -> Floats:
    """Real numbers."""
    values = numbers(source, tag)
    if values.dtype.kind not in "iuf":
        raise wrong(source, tag, f"real numbers must come, got {values.dtype}")
    with np.errstate(invalid="ignore"):  # damaged numbers
        return values.astype(np.float64)


def integer(source: Source, tag: Tag) -> int:
    """One whole number."""
    return int(_single(source, tag, integers(source, tag)))


def real(source: Source, tag: Tag) -> float:
    """One real number."""
    return float(_single(source, tag, reals(source, tag)))


def _single(source: Source, tag: Tag, values: NDArray[Any]) -> Any:
    if values.size != 1:
        raise wrong(source, tag, f"one number must come, got {values.size}")
    return values[0]


def text(source: Source, tag: Tag) -> str:
    """A string; FIF's are latin-1, what that lacks is written as ``&#20013;``."""
    if tag.type not in {Type.STRING, Type.VOID, Type.BYTE}:
        raise wrong(source, tag, f"type must be a string, got {tag.type}")
    letters = source.read(tag.payload, tag.size).decode("latin-1").rstrip("\0")
    return REFERENCE.sub(_letter, letters)


def _letter(found: re.Match[str]) -> str:
    number = int(found[1])
    if number in SURROGATES or not LATIN < number <= sys.maxunicode:
        return found[0]
    return chr(number)


def names(source: Source, tag: Tag) -> list[str]:
    """Names with colons between them; a colon inside a name is written {COLON}."""
    value = text(source, tag)
    if value.count(":") >= MOST_NAMES:
        raise wrong(source, tag, f"at most {MOST_NAMES} names must come")
    return [n.replace("{COLON}", ":") for n in value.split(":")] if value else []


def _tail(source: Source, tag: Tag, count: int) -> list[int]:
    """The last ``count`` integers of a payload."""
    if tag.size < 4 * count:
        raise wrong(source, tag, f"a matrix needs {4 * count} bytes, got {tag.size}")
    tail = items(source, tag, np.dtype(">i4"), count, skip=tag.size - 4 * count)
    return [int(n) for n in tail]


def shape_of(source: Source, tag: Tag) -> list[int]:
    """The shape of a dense matrix of at most three dimensions, which must fill its tag."""
    if tag.type & CODING != DENSE:
        raise wrong(source, tag, f"type must be a dense matrix, got {tag.type}")
    (ndim,) = _tail(source, tag, 1)
    # Not only 2 and 3: MNE-Python writes a source space's distances and their limit with
    # one and none.
    if not 0 <= ndim <= 3:
        raise wrong(source, tag, f"a matrix must have at most 3 dimensions, got {ndim}")
    shape = _tail(source, tag, ndim + 1)[-2::-1]
    dtype = dtype_of(source, tag)
    count = math.prod(shape)
    if min(shape, default=0) < 0 or count * dtype.itemsize + 4 * (ndim + 1) != tag.size:
        problem = f"a {shape} matrix of {dtype} must fill its {tag.size} bytes exactly"
        raise wrong(source, tag, problem)
    return shape


def matrix(source: Source, tag: Tag) -> NDArray[Any]:
    """A dense matrix of at most three dimensions."""
    shape = shape_of(source, tag)
    return items(source, tag, dtype_of(source, tag), math.prod(shape)).reshape(shape)


def sparse(source: Source, tag: Tag) -> "csr_array | csc_array":
    """A sparse matrix, by rows or by columns as the file has it."""
    coding = tag.type & CODING
    if coding not in {BY_COLUMN, BY_ROW}:
        raise wrong(source, tag, f"type must be a sparse matrix, got {tag.type}")
    filled, rows, columns, ndim = _tail(source, tag, 4)
    major, minor = (rows, columns) if coding == BY_ROW else (columns, rows)
    if ndim != 2 or min(filled, rows, columns) < 0 or minor > MOST_ACROSS:
        problem = f"a sparse matrix must have 2 dimensions, got {ndim}: {rows} x {columns}"
        raise wrong(source, tag, problem)
    dtype, whole = dtype_of(source, tag), np.dtype(">i4")
    if filled * (dtype.itemsize + 4) + 4 * (major + 1) + 16 != tag.size:
        problem = f"{filled} items in {major} lines must fill its {tag.size} bytes"
        raise wrong(source, tag, problem)
    data = items(source, tag, dtype, filled)
    indices = items(source, tag, whole, filled, skip=filled * dtype.itemsize)
    starts = items(source, tag, whole, major + 1, skip=filled * (dtype.itemsize + 4))
    monotone = starts[0] == 0 and starts[-1] == filled and never_falls(starts)
    inside = filled == 0 or (indices.min() >= 0 and indices.max() < minor)
    if not (monotone and inside):
        problem = "a sparse matrix's pointers must grow and its indices be in range"
        raise wrong(source, tag, problem)
    from scipy.sparse import csc_array, csr_array

    make = csr_array if coding == BY_ROW else csc_array
    return make((data, indices, starts), shape=(rows, columns))
