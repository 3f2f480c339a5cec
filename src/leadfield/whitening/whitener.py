"""Whitener: the value, and its matrices."""

from dataclasses import dataclass, field
from typing import Literal, final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays, locked
from leadfield.base.checks import one_of
from leadfield.numerics.eigen import without_span
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Whitener:
    """The whitening matrix ``W = D^-½ V`` of the projected noise covariance ``C = Vᵀ D V``.

    W C Wᵀ is the identity.

    ``eigenvalues`` (n_channels,) are D, 0 where there is no noise, and ``eigenvectors``
    (n_channels, n_channels) the rows of V. ``matrix`` (rank, n_channels) is W, one row per
    dimension of the noise; ``colorer`` (n_channels, rank) undoes it on the noise's subspace.
    Projections are included: the dimensions they remove are not in that subspace.
    """

    names: tuple[str, ...]
    eigenvalues: Floats
    eigenvectors: Floats
    matrix: Floats = field(init=False)
    colorer: Floats = field(init=False)

    def __post_init__(self) -> None:
        n = len(self.names)
        object.__setattr__(self, "names", tuple(self.names))
        values = locked(self.eigenvalues, shape=(n,), name="eigenvalues")
        vectors = locked(self.eigenvectors, shape=(n, n), name="eigenvectors")
        positive = values > 0
        deviations = np.sqrt(values[positive])
        object.__setattr__(self, "eigenvalues", values)
        object.__setattr__(self, "eigenvectors", vectors)
        object.__setattr__(self, "matrix", locked(vectors[positive] / deviations[:, None]))
        object.__setattr__(self, "colorer", locked(vectors[positive].T * deviations))
        lock_arrays(self)

    @property
    def rank(self) -> int:
        """Rank of the noise after projection."""
        return len(self.matrix)

    @property
    def deviations(self) -> Floats:
        """Standard deviation (rank,) of the noise along each dimension."""
        return np.sqrt(self.eigenvalues[self.eigenvalues > 0])

    @property
    def square(self) -> Floats:
        """``C^-½`` (n_channels, n_channels): white data with a row per channel."""
        positive = self.eigenvalues > 0
        square: Floats = self.eigenvectors[positive].T @ self.matrix
        return square

    @property
    def log_pdet(self) -> float:
        """Logarithm of the product of the eigenvalues that are not 0."""
        return float(np.log(self.eigenvalues[self.eigenvalues > 0]).sum())

    def whiten(self, data: Floats) -> Floats:
        """White components (rank, ...) of ``data`` (n_channels, ...)."""
        white: Floats = np.tensordot(self.matrix, data, axes=1)
        return white

    def colorize(self, white: Floats) -> Floats:
        """Channels (n_channels, ...) of white components (rank, ...)."""
        data: Floats = np.tensordot(self.colorer, white, axes=1)
        return data


def projecting_whitener(whitener: Whitener, info: MeasurementInfo) -> Floats:
    """W P (rank, n_channels): the projections of the channels of ``info``, and the whitener."""
    return without_span(whitener.matrix, make_projector(info.projections, info.names).basis)


def whitening_matrices(whitener: Whitener, pca: bool | Literal["white"]) -> tuple[Floats, Floats]:  # noqa: FBT001
    """Whitening matrix and the matrix that undoes it.

    With ``pca`` they have a row, and a column, per dimension of the noise, with ``"white"``
    zeros for the missing dimensions too, else one per channel.
    """
    one_of("pca", pca, [True, False, "white"])
    if pca == "white":
        positive = np.flatnonzero(whitener.eigenvalues > 0)
        n = len(whitener.names)
        matrix, colorer = np.zeros((2, n, n))
        matrix[positive], colorer[:, positive] = whitener.matrix, whitener.colorer
        return matrix, colorer
    if pca:
        return whitener.matrix, whitener.colorer
    return whitener.square, whitener.colorer @ (whitener.colorer / whitener.deviations).T
