"""Triangular factors of a large matrix: division by it, and its inverse."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.numerics.threads import on_one_thread, share

BLOCK = 192  # unknowns eliminated at once
ROWS = 160  # divided, and rows or columns of a block updated, at once


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TriangularFactors:
    """A matrix as the product of two triangles of blocks, both in ``blocks`` (n, n).

    Below the blocks of the diagonal is the lower one, whose own are identities; above them is
    the upper one, of whose own there are the inverses.
    """

    blocks: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    def divide(self, rows: Floats) -> None:
        """Multiply ``rows`` (n_rows, n) by the matrix's inverse, in their place."""
        self._divide(rows, identity=False)

    def inverse(self) -> Floats:
        """The matrix's inverse (n, n)."""
        out = np.eye(len(self.blocks))
        self._divide(out, identity=True)
        return out

    def _divide(self, rows: Floats, *, identity: bool) -> None:
        parts = _slices(0, len(rows), ROWS)

        def work(some: Iterator[slice]) -> None:
            for part in some:
                # An identity's rows begin with zeros, which stay so in the upper triangle.
                self._eliminate(rows[part], part.start if identity else 0)

        share(work, parts, len(parts))

    def _eliminate(self, rows: Floats, first: int) -> None:
        factors = self.blocks
        diagonal = _slices(0, len(factors), BLOCK)
        start = first - first % BLOCK
        for here in diagonal[start // BLOCK :]:
            before = slice(start, here.start)
            rows[:, here] -= rows[:, before] @ factors[before, here]
            rows[:, here] = rows[:, here] @ factors[here, here]
        for here in reversed(diagonal):
            after = slice(here.stop, None)
            rows[:, here] -= rows[:, after] @ factors[after, here]


@on_one_thread()
def triangular_factors(matrix: Floats) -> TriangularFactors:
    """Factors of a matrix (n, n), which they take the place of.

    Rows are exchanged within a block only: for matrices all whose leading squares are far from
    singular, such as identities with something smaller added.
    """
    n = len(matrix)
    for here in _slices(0, n, BLOCK):
        before = slice(0, here.start)
        below = [(rows, here) for rows in _slices(here.start, n, ROWS)]
        right = [(here, columns) for columns in _slices(here.stop, n, ROWS)]

        def update(some: Iterator[tuple[slice, slice]], before: slice = before) -> None:
            for rows, columns in some:
                matrix[rows, columns] -= matrix[rows, before] @ matrix[before, columns]

        share(update, below + right, len(below + right))
        matrix[here, here] = np.linalg.inv(matrix[here, here])
        matrix[here.stop :, here] = matrix[here.stop :, here] @ matrix[here, here]
    return TriangularFactors(blocks=matrix)


def _slices(start: int, stop: int, step: int) -> list[slice]:
    return [slice(i, min(i + step, stop)) for i in range(start, stop, step)]
