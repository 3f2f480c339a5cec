"""Covariance models whose free parameters are settled: samples in, covariance out."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.covariance.moments import Moments
from leadfield.numerics.shrinkage import shrunk_covariance


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model(ABC):
    """What turns samples into a covariance between the subspace's directions.

    ``centred`` says that the samples' mean is 0 and need not be taken out.
    """

    centred: bool = True

    @abstractmethod
    def fitted(self, samples: Moments) -> Floats:
        """The covariance (rank, rank) of these samples."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SampleModel(Model):
    """The samples' own covariance."""

    def fitted(self, samples: Moments) -> Floats:
        """The covariance (rank, rank) of these samples."""
        return samples.covariance(centred=self.centred)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ShrunkModel(Model):
    """The samples' covariance with each group of directions shrunk by its own amount.

    What groups share shrinks by the geometric mean of theirs; EEG shares nothing.
    """

    groups: Mapping[str, Ints]
    amounts: Mapping[str, float]

    def fitted(self, samples: Moments) -> Floats:
        """The covariance (rank, rank) of these samples."""
        out = samples.covariance(centred=self.centred).copy()
        for name, rows in self.groups.items():
            place = np.ix_(rows, rows)
            out[place] = shrunk_covariance(out[place], self.amounts[name])
        for one, other in combinations(self.groups, 2):
            left = (1 - self.amounts[one]) * (1 - self.amounts[other])
            factor = 0.0 if "eeg" in {one, other} else np.sqrt(left)
            out[np.ix_(self.groups[one], self.groups[other])] *= factor
            out[np.ix_(self.groups[other], self.groups[one])] *= factor
        return out


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LoadedModel(Model):
    """The samples' covariance with a share of each group's mean variance added to it."""

    groups: Mapping[str, Ints]
    shares: Mapping[str, float]

    def fitted(self, samples: Moments) -> Floats:
        """The covariance (rank, rank) of these samples."""
        out = samples.covariance(centred=self.centred).copy()
        for name, rows in self.groups.items():
            out[rows, rows] += self.shares[name] * out[rows, rows].mean()
        return out


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LatentModel(Model):
    """A few hidden factors and noise: principal components, or factor analysis."""

    kind: str
    n_factors: int
    seed: int

    def fitted(self, samples: Moments) -> Floats:
        """The covariance (rank, rank) of these samples."""
        from sklearn.decomposition import PCA, FactorAnalysis

        make = {"pca": PCA, "factor_analysis": FactorAnalysis}[self.kind]
        found = make(n_components=self.n_factors, random_state=self.seed).fit(samples.values())
        covariance: Floats = found.get_covariance()
        return covariance
