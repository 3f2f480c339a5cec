"""The whitener as a value: what makes the noise white on the subspace it lives in."""

from dataclasses import dataclass, field

import numpy as np

from leadfield.base.arrays import Floats, locked


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Whitener:
    """``W = D^-½ V`` of the projected noise covariance ``C = Vᵀ D V``: W C Wᵀ = I.

    ``eigenvalues`` (n_channels,) are D, 0 where there is no noise, and ``eigenvectors``
    (n_channels, n_channels) the rows of V. ``matrix`` (rank, n_channels) is W, one row per
    dimension of the noise; ``colorer`` (n_channels, rank) undoes it on the noise's subspace.
    Projections are included: what they take out is not in that subspace.
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
        kept = values > 0
        spread = np.sqrt(values[kept])
        object.__setattr__(self, "eigenvalues", values)
        object.__setattr__(self, "eigenvectors", vectors)
        object.__setattr__(self, "matrix", locked(vectors[kept] / spread[:, None]))
        object.__setattr__(self, "colorer", locked(vectors[kept].T * spread))

    @property
    def rank(self) -> int:
        """Dimensions of the noise that is left after projection."""
        return len(self.matrix)

    @property
    def spread(self) -> Floats:
        """Standard deviation (rank,) of the noise along each dimension."""
        return np.sqrt(self.eigenvalues[self.eigenvalues > 0])

    @property
    def square(self) -> Floats:
        """``C^-½`` (n_channels, n_channels): white, in the places of the channels."""
        kept = self.eigenvalues > 0
        square: Floats = self.eigenvectors[kept].T @ self.matrix
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
