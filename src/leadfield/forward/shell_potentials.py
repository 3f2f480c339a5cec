"""Potentials on the shells of a head: the inverse of their matrix, or its factors."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, lock_arrays, locked
from leadfield.forward.triangles import blocks
from leadfield.numerics.threads import share
from leadfield.numerics.triangular_factors import TriangularFactors


class ShellPotentials(ABC):
    """What makes the potentials on shells of those that sources have in an infinite medium."""

    __slots__ = ()

    @property
    @abstractmethod
    def shape(self) -> tuple[int, ...]:
        """That of the matrix, (n_vertices, n_vertices) over all shells."""

    @abstractmethod
    def inverse(self) -> NDArray[np.floating]:
        """The matrix that potentials in an infinite medium are multiplied with."""

    @abstractmethod
    def seen_with(self, weights: Floats) -> Floats:
        """``weights`` (n_sensors, n_vertices) of potentials on the shells, times the matrix."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InvertedPotentials(ShellPotentials):
    """The ``matrix`` itself, in the precision that it came with."""

    matrix: NDArray[np.floating]

    def __post_init__(self) -> None:
        object.__setattr__(self, "matrix", np.asarray(self.matrix))
        lock_arrays(self)

    @property
    def shape(self) -> tuple[int, ...]:
        """That of the matrix."""
        return self.matrix.shape

    def inverse(self) -> NDArray[np.floating]:
        """The matrix."""
        return self.matrix

    def seen_with(self, weights: Floats) -> Floats:
        """Weights of potentials on the shells, times the matrix."""
        out = np.empty_like(weights)
        parts = list(blocks(len(self.matrix), len(self.matrix)))

        def work(some: Iterator[slice]) -> None:
            for columns in some:
                # A matrix from a file is in single precision, which is widened piece by piece.
                np.matmul(weights, self.matrix[:, columns], out=out[:, columns])

        share(work, parts, len(parts))
        return out


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FactoredPotentials(ShellPotentials):
    """Factors of the deflated matrix, which cost a third of its inverse.

    With ``isolated``, those of the brain alone, and ``skull``, the share of the brain's
    conductivity that the skull has, comes the isolated-skull correction: what is left outside a
    poorly conducting skull is a small difference of large potentials; it is computed as an
    addition to the isolated brain's potential instead (Hämäläinen & Sarvas 1989, section III).
    """

    factors: TriangularFactors
    isolated: TriangularFactors | None = None
    skull: float = 1.0

    @property
    def shape(self) -> tuple[int, ...]:
        """That of the matrix."""
        return self.factors.blocks.shape

    def inverse(self) -> NDArray[np.floating]:
        """The matrix, made anew each time."""
        return locked(self._corrected(self.factors.inverse(), np.eye(self.shape[0])))

    def seen_with(self, weights: Floats) -> Floats:
        """Weights of potentials on the shells, times the matrix."""
        out = weights.copy()
        self.factors.divide(out)
        return self._corrected(out, weights)

    def _corrected(self, out: Floats, weights: Floats) -> Floats:
        """The weights divided by the deflated matrix, ``out``, with the correction."""
        if self.isolated is None:
            return out
        brain = out[:, -len(self.isolated.blocks) :]
        more = (1 + self.skull) / self.skull * weights[:, -brain.shape[1] :] - 2 * brain
        self.isolated.divide(more)
        brain += more
        out *= self.skull
        return out
