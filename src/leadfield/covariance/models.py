"""Covariance models with their parameters: empirical, shrunk, loaded, of hidden factors."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.covariance.moments import SampleMoments
from leadfield.numerics.shrinkage import shrunk_covariance


class CovarianceModel(ABC):
    """What gives a covariance for samples, with all its parameters chosen."""

    __slots__ = ()

    @abstractmethod
    def fit(self, samples: SampleMoments) -> Floats:
        """The covariance (rank, rank) of these samples."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class EmpiricalModel(CovarianceModel):
    """The samples' own covariance; about 0 if ``assume_centered``."""

    assume_centered: bool = True

    def fit(self, samples: SampleMoments) -> Floats:
        """The covariance (rank, rank) of these samples."""
        return samples.covariance(assume_centered=self.assume_centered)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ShrunkModel(CovarianceModel):
    """The samples' covariance with each group of directions shrunk by its own ``shrinkage``.

    Covariances between groups shrink by the geometric mean of theirs; those with EEG become 0.
    """

    assume_centered: bool = True
    groups: Mapping[str, Ints]
    shrinkage: Mapping[str, float]

    def __post_init__(self) -> None:
        lock_arrays(self)

    def fit(self, samples: SampleMoments) -> Floats:
        """The covariance (rank, rank) of these samples."""
        out = samples.covariance(assume_centered=self.assume_centered).copy()
        for name, rows in self.groups.items():
            block = np.ix_(rows, rows)
            out[block] = shrunk_covariance(out[block], self.shrinkage[name])
        for one, other in combinations(self.groups, 2):
            remaining = (1 - self.shrinkage[one]) * (1 - self.shrinkage[other])
            factor = 0.0 if "eeg" in {one, other} else np.sqrt(remaining)
            out[np.ix_(self.groups[one], self.groups[other])] *= factor
            out[np.ix_(self.groups[other], self.groups[one])] *= factor
        return out


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadedModel(CovarianceModel):
    """The samples' covariance plus a share of each group's mean variance on its diagonal."""

    assume_centered: bool = True
    groups: Mapping[str, Ints]
    loading: Mapping[str, float]

    def __post_init__(self) -> None:
        lock_arrays(self)

    def fit(self, samples: SampleMoments) -> Floats:
        """The covariance (rank, rank) of these samples."""
        out = samples.covariance(assume_centered=self.assume_centered).copy()
        for name, rows in self.groups.items():
            out[rows, rows] += self.loading[name] * out[rows, rows].mean()
        return out


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PCAModel(CovarianceModel):
    """Probabilistic PCA: ``n_components`` factors, and noise of one variance."""

    n_components: int
    random_state: int

    def fit(self, samples: SampleMoments) -> Floats:
        """The covariance (rank, rank) of these samples."""
        from sklearn.decomposition import PCA

        pca = PCA(n_components=self.n_components, random_state=self.random_state)
        covariance: Floats = pca.fit(samples.samples()).get_covariance()
        return covariance


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FactorAnalysisModel(CovarianceModel):
    """Factor analysis: ``n_components`` factors, and noise with a variance per direction."""

    n_components: int
    random_state: int

    def fit(self, samples: SampleMoments) -> Floats:
        """The covariance (rank, rank) of these samples."""
        from sklearn.decomposition import FactorAnalysis

        factors = FactorAnalysis(n_components=self.n_components, random_state=self.random_state)
        covariance: Floats = factors.fit(samples.samples()).get_covariance()
        return covariance
