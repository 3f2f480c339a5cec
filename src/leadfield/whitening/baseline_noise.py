"""Noise of a whitened baseline: whether a noise covariance is plausible for an average.

Whitened by the right covariance, noise of rank r has the variance 1 in each of r dimensions, so
that its mean square over n independent samples is a chi-square of r n degrees over r n
(Engemann & Gramfort 2015). Samples in time repeat each other; how much, the data tell.
"""

from dataclasses import dataclass
from typing import Literal, final

import numpy as np
import scipy

from leadfield.base.arrays import Floats
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank
from leadfield.epochs.evoked import EvokedResponse
from leadfield.whitening.evoked import whitening_groups
from leadfield.whitening.make import make_whitener

Verdict = Literal["plausible", "too small", "too large", "cannot tell"]

TOLERANCE = 1.25
"""A factor on the noise that maps forgive: it takes an assumed SNR of 3 to 2.4."""
FEWEST = 3.0
"""Of fewer independent samples the baseline's mean, which was taken out, held too much."""
SURE = 0.99
"""Share of right covariances whose size is in the expected range."""
BOUND = 1.96
"""95 % of a normal distribution are within this many standard deviations."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineNoise:
    """Whitened noise of one type of channels before the event.

    ``size`` is its root mean square, 1 where the covariance is right, and ``expected`` the
    range it has by chance. ``n_independent`` is how many samples the ``n_samples`` are worth,
    and ``inside`` the share of white values within ±1.96, 0.95 for normal noise.
    """

    kind: str
    rank: int
    n_samples: int
    n_independent: float
    size: float
    expected: tuple[float, float]
    inside: float

    @property
    def by_chance(self) -> bool:
        """Whether chance alone explains how far the size is from 1."""
        low, high = self.expected
        return low <= self.size <= high

    @property
    def factor(self) -> float:
        """How many times the noise is larger or smaller than the covariance says."""
        return max(self.size, 1 / self.size) if self.size > 0 else np.inf

    @property
    def verdict(self) -> Verdict:
        """Whether the noise covariance is plausible, or of which size, if that can be told."""
        low, high = self.expected
        vague = low <= 0 or high / low > TOLERANCE**2
        if self.n_independent < FEWEST or (vague and self.by_chance):
            return "cannot tell"
        if self.by_chance or self.factor <= TOLERANCE:
            return "plausible"
        return "too small" if self.size > 1 else "too large"


def measure_baseline(
    evoked: EvokedResponse,
    noise: NoiseCovariance,
    *,
    rank: Rank = None,
    end: float = 0.0,
) -> tuple[BaselineNoise, ...]:
    """The whitened noise of each type of good channels, from the start to ``end`` in s.

    ``noise`` is that of one epoch, and the response the average of ``nave``. Types without
    samples before ``end`` or without noise are left out.
    """
    samples = evoked.times <= end + 1e-9
    measured = []
    for kind, rows in whitening_groups(evoked.info, rank).items():
        names = [evoked.info.names[row] for row in rows]
        whitener = make_whitener(noise, evoked.info, names=names, rank=rank)
        if whitener.rank and samples.any():
            white = np.sqrt(evoked.nave) * whitener.whiten(evoked.data[rows][:, samples])
            measured.append(describe_white_noise(white, kind))
    return tuple(measured)


def describe_white_noise(white: Floats, kind: str) -> BaselineNoise:
    """The size of white components (rank, n_samples), and what it would be by chance."""
    rank, n_samples = white.shape
    independent = count_independent(white)
    degrees = rank * independent
    # Of chi squared, which scipy.stats has as well, but takes long to load.
    low, high = scipy.special.chdtri(degrees, [(1 + SURE) / 2, (1 - SURE) / 2]) / degrees
    return BaselineNoise(
        kind=kind,
        rank=rank,
        n_samples=n_samples,
        n_independent=independent,
        size=float(np.sqrt((white**2).mean())),
        expected=(float(np.sqrt(low)), float(np.sqrt(high))),
        inside=float((np.abs(white) < BOUND).mean()),
    )


def count_independent(white: Floats) -> float:
    """How many independent samples white components (rank, n_samples) are worth, 1 or more.

    It is (tr K)² / tr K² (Satterthwaite 1946) of the covariance K of samples. That of ``rank``
    draws estimates tr K² with a bias of (tr K)² / rank, which is taken out.
    """
    rank, n_samples = white.shape
    between = white.T @ white / rank
    trace = float(np.trace(between))
    squares = (float((between**2).sum()) - trace**2 / rank) / (1 + 1 / rank)
    if not squares > 0:
        return float(n_samples)
    return float(np.clip(trace**2 / squares, 1, n_samples))
