"""Sparse matrices by rows, and their products, without SciPy.

Its sparse matrices load most of NumPy's tests and compilers along: a tenth of a second and 20 MB.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Corners, Floats, Ints, lock_arrays
from leadfield.numerics.nearest import concatenated_ranges, rising_order
from leadfield.numerics.threads import share

if TYPE_CHECKING:
    from scipy.sparse import csr_array

TERMS = 2**15  # of a product at once: sorted in the cache
BLOCK = 128  # rows of dense values at once
WORTH_LOADING = 2**29  # multiplications, which take as much longer as SciPy takes to load


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SparseRows:
    """A matrix (n_rows, n_columns), most of it zeros.

    Row i has ``values[starts[i] : starts[i + 1]]`` in the ``columns`` there.
    """

    values: NDArray[Any]
    columns: Corners
    starts: Corners
    n_columns: int
    only_ones: bool = False
    """Whether all values are known to be 1, so that products need not multiply by them."""

    def __post_init__(self) -> None:
        lock_arrays(self)

    @classmethod
    def of(cls, matrix: "csr_array") -> Self:
        """SciPy's matrix by rows, whose arrays are shared."""
        return cls(
            values=matrix.data,
            columns=matrix.indices,
            starts=matrix.indptr,
            n_columns=matrix.shape[1],
        )

    @classmethod
    def of_ones(cls, columns: Ints, n_columns: int) -> Self:
        """A 1 in each row."""
        return cls(
            values=np.ones(len(columns)),
            columns=columns.astype(np.int32),
            starts=np.arange(len(columns) + 1),
            n_columns=n_columns,
        )

    @classmethod
    def of_zeros(cls, n_rows: int, n_columns: int) -> Self:
        """Zeros."""
        none = np.empty(0, np.int32)
        starts = np.zeros(n_rows + 1, int)
        return cls(values=np.empty(0), columns=none, starts=starts, n_columns=n_columns)

    @property
    def shape(self) -> tuple[int, int]:
        """Numbers of rows and columns."""
        return len(self.starts) - 1, self.n_columns

    def as_csr(self) -> "csr_array":
        """The same for SciPy, with these arrays."""
        import scipy

        content = (self.values, self.columns, self.starts)
        return scipy.sparse.csr_array(content, shape=self.shape)

    def with_values(self, values: Floats) -> "SparseRows":
        """Other values in the same places."""
        return SparseRows(
            values=values, columns=self.columns, starts=self.starts, n_columns=self.n_columns
        )

    def without_zeros(self) -> "SparseRows":
        """The same without numbers that are 0."""
        kept = self.values != 0
        before = _starts(kept)
        return SparseRows(
            values=self.values[kept],
            columns=self.columns[kept],
            starts=before[self.starts],
            n_columns=self.n_columns,
        )

    def rows(self, chosen: Ints) -> "SparseRows":
        """These rows, in this order."""
        counts = np.diff(self.starts)[chosen]
        at = concatenated_ranges(self.starts[chosen], counts)
        return SparseRows(
            values=np.take(self.values, at),
            columns=np.take(self.columns, at),
            starts=_starts(counts),
            n_columns=self.n_columns,
        )

    def transposed(self) -> "SparseRows":
        """Columns as rows."""
        order = rising_order(self.columns)
        rows = np.repeat(np.arange(self.shape[0], dtype=np.int32), np.diff(self.starts))
        return SparseRows(
            values=np.take(self.values, order),
            columns=np.take(rows, order),
            starts=_starts(np.bincount(self.columns, minlength=self.n_columns)),
            n_columns=self.shape[0],
        )

    def __matmul__(self, other: "SparseRows") -> "SparseRows":
        """The product of two sparse matrices, columns in growing order."""
        counts = np.take(np.diff(other.starts), self.columns)  # terms by each number here
        before = _starts(counts)[self.starts]
        # Rows of the first term and of every TERMSth: a block begins there, and has some.
        every = np.searchsorted(before, np.arange(0, before[-1], TERMS), side="right") - 1
        _, *begun = dict.fromkeys(every.tolist()) or [0]
        edges = [0, *begun, self.shape[0]] if before[-1] else [0]
        blocks = [slice(*pair) for pair in pairwise(edges)]
        if not blocks:
            return SparseRows.of_zeros(self.shape[0], other.n_columns)
        made: list[Any] = [None] * len(blocks)

        def work(some: Iterator[int]) -> None:
            for i in some:
                made[i] = _block(self, other, blocks[i], counts)

        share(work, range(len(blocks)), len(blocks))
        values, columns, lengths = (np.concatenate([one[i] for one in made]) for i in range(3))
        return SparseRows(
            values=values, columns=columns, starts=_starts(lengths), n_columns=other.n_columns
        )

    def times(self, dense: NDArray[Any]) -> NDArray[Any]:
        """The product with ``dense`` (n_columns, n), the same with and without SciPy.

        SciPy's is twice as fast, where it is loaded already or worth it.
        """
        if "scipy.sparse" in sys.modules or self.values.size * dense.shape[1] > WORTH_LOADING:
            return np.asarray(self.as_csr() @ dense)
        out = np.zeros((self.shape[0], dense.shape[1]), np.result_type(self.values, dense))
        lengths = np.diff(self.starts)
        order, counts = rising_order(lengths), np.bincount(lengths)
        edges = np.cumsum(counts)
        parts = [
            (length, order[start : min(start + BLOCK, edge)])
            for length, edge in enumerate(edges)
            for start in range(edge - counts[length], edge, BLOCK)
            if length
        ]

        def work(some: Iterator[tuple[int, Ints]]) -> None:
            for length, rows in some:
                at = self.starts[rows, np.newaxis] + np.arange(length)
                gathered = np.take(dense, self.columns[at], axis=0)
                out[rows] = np.einsum("rk,rkt->rt", self.values[at], gathered)

        share(work, parts, len(parts))
        return out


def _block(
    left: SparseRows, right: SparseRows, rows: slice, counts: Ints
) -> tuple[Floats, Corners, Ints]:
    """Some rows of a product: values, columns, and how many a row has.

    Terms of one place are found by sorting numbers of row, column and term, and added up.
    """
    n = rows.stop - rows.start
    some = slice(left.starts[rows.start], left.starts[rows.stop])
    columns, counts = left.columns[some], counts[some]
    at = concatenated_ranges(np.take(right.starts, columns), counts)
    terms = np.repeat(left.values[some], counts)
    if not right.only_ones:
        terms *= np.take(right.values, at)
    owners = np.repeat(np.arange(n), np.diff(left.starts[rows.start : rows.stop + 1]))
    column_bits, term_bits = right.n_columns.bit_length(), len(terms).bit_length()
    keys = np.repeat(owners << column_bits, counts)
    keys |= np.take(right.columns, at)
    keys <<= term_bits
    keys |= np.arange(len(terms))
    keys.sort()
    order = keys & ((1 << term_bits) - 1)
    keys >>= term_bits
    places = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    keys = keys[places]
    found = (keys & ((1 << column_bits) - 1)).astype(np.int32)
    lengths = np.bincount(keys >> column_bits, minlength=n)
    return np.add.reduceat(np.take(terms, order), places), found, lengths


def _starts(counts: NDArray[Any]) -> Ints:
    return np.concatenate([[0], np.cumsum(counts)])
