"""Sample moments: sums and second moments of samples, from which covariances follow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays

Rows = Ints | slice


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SampleMoments:
    """Moments of ``count`` of the samples ``data`` (n_channels, n_samples): those at ``rows``.

    ``squares`` (n, n) is their sum of x xᵀ and ``sums`` (n,) that of x, between channels or,
    where there is a ``basis`` (rank, n_channels), between its directions.
    """

    data: Floats
    rows: Rows
    count: int
    squares: Floats
    sums: Floats
    basis: Floats | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def second_moment(self) -> Floats:
        """The mean of x xᵀ."""
        moment: Floats = self.squares / self.count
        return moment

    @property
    def mean(self) -> Floats:
        """The mean of x."""
        mean: Floats = self.sums / self.count
        return mean

    def covariance(self, *, assume_centered: bool) -> Floats:
        """The second moment about 0 or, unless ``assume_centered``, about the mean."""
        moment = self.second_moment
        return moment if assume_centered else moment - np.outer(self.mean, self.mean)

    def samples(self) -> Floats:
        """The samples themselves, (count, n)."""
        samples = self.data[:, self.rows].T
        return samples if self.basis is None else samples @ self.basis.T

    def along(self, basis: Floats) -> "SampleMoments":
        """Moments of the same samples along the directions of ``basis``."""
        squares = basis @ self.squares @ basis.T
        return SampleMoments(
            data=self.data,
            rows=self.rows,
            count=self.count,
            squares=(squares + squares.T) / 2,
            sums=basis @ self.sums,
            basis=basis,
        )


def sample_moments(data: Floats, rows: Rows) -> SampleMoments:
    """Moments of the samples at ``rows`` of ``data`` (n_channels, n_samples)."""
    samples = data[:, rows]
    return SampleMoments(
        data=data,
        rows=rows,
        count=samples.shape[1],
        squares=samples @ samples.T,
        sums=samples.sum(axis=1),
    )


def add_moments(runs: Sequence[SampleMoments], *, held_out: int | None = None) -> SampleMoments:
    """Moments of consecutive runs of samples together, but for the run ``held_out``."""
    included = [run for k, run in enumerate(runs) if k != held_out]
    ends = np.cumsum([0, *(run.count for run in runs)])
    rows: Rows = slice(None)
    if held_out is not None:
        rows = np.r_[0 : ends[held_out], ends[held_out + 1] : ends[-1]]
    return SampleMoments(
        data=runs[0].data,
        rows=rows,
        count=sum(run.count for run in included),
        squares=np.sum([run.squares for run in included], axis=0),
        sums=np.sum([run.sums for run in included], axis=0),
        basis=runs[0].basis,
    )
