"""Named matrices in FIF files: a block with a dense matrix and names of rows and columns."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import lock_arrays
from leadfield.fif.kinds import Block, Kind, kind_name
from leadfield.fif.reader import FifFile
from leadfield.fif.tree import Node
from leadfield.fif.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NamedMatrix:
    """A matrix (n_rows, n_columns) in the file's precision; empty names where it has none."""

    row_names: tuple[str, ...]
    column_names: tuple[str, ...]
    data: NDArray[Any]

    def __post_init__(self) -> None:
        lock_arrays(self)


def find_named_matrix(node: Node, kind: int) -> Node | None:
    """The block that holds the matrix of a kind: ``node`` itself or one right inside it."""
    blocks = [node, *(child for child in node.children if child.kind == Block.NAMED_MATRIX)]
    return next((block for block in blocks if block.tag(kind)), None)


def read_named_matrix(fif: FifFile, node: Node, kind: int) -> NamedMatrix:
    """The named matrix of a kind, inside ``node`` or one block further down."""
    block = find_named_matrix(node, kind)
    if block is None:
        raise fif.lacks(
            node, f"a {Node(kind=Block.NAMED_MATRIX).name} with tag {kind_name(Kind, kind)}"
        )
    data = fif.matrix(block, kind)
    rows, columns = fif.names(block, Kind.ROW_NAMES, []), fif.names(block, Kind.COL_NAMES, [])
    counts = (fif.integer(block, Kind.NROW, None), fif.integer(block, Kind.NCOL, None))
    fits = data.ndim == 2 and all(
        n in {None, size} and len(names) in {0, size}
        for n, names, size in zip(counts, (rows, columns), data.shape, strict=False)
    )
    if not fits:
        raise fif.lacks(block, f"as many names and counts as its matrix {data.shape} has lines")
    return NamedMatrix(row_names=tuple(rows), column_names=tuple(columns), data=data)


def write_named_matrix(
    writer: Writer, kind: int, matrix: NamedMatrix, *, dtype: str = ">f4"
) -> None:
    """Write a named matrix as a block."""
    data = np.asarray(matrix.data)
    with writer.block(Block.NAMED_MATRIX):
        writer.integers(Kind.NROW, data.shape[0])
        writer.integers(Kind.NCOL, data.shape[1])
        if matrix.row_names:
            writer.names(Kind.ROW_NAMES, matrix.row_names)
        if matrix.column_names:
            writer.names(Kind.COL_NAMES, matrix.column_names)
        writer.matrix(kind, data, dtype=dtype)
