"""Cross-validation: samples split into training and held-out sets, and scores on these."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.covariance.models import CovarianceModel
from leadfield.covariance.moments import SampleMoments, add_moments, sample_moments
from leadfield.numerics.likelihood import log_likelihood
from leadfield.numerics.threads import map_shared

Folds = Sequence[tuple[SampleMoments, SampleMoments]]


class Splitter(Protocol):
    """A cross-validator of scikit-learn."""

    def split(self, samples: Any, /) -> Iterable[tuple[Any, Any]]:
        """Indices of the training and of the held-out samples of each fold."""


# What users give as ``cv``: a number of folds, a splitter, or pairs of indices.
CrossValidation = int | Splitter | Iterable[tuple[ArrayLike, ArrayLike]]


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SplitSamples:
    """All samples as consecutive ``runs``, and explicit ``pairs`` of training and held-out sets.

    Without pairs, each run is held out in turn.
    """

    runs: tuple[SampleMoments, ...]
    pairs: tuple[tuple[SampleMoments, SampleMoments], ...] = ()

    @property
    def total(self) -> SampleMoments:
        """Moments of all samples."""
        return add_moments(self.runs)

    @property
    def folds(self) -> Folds:
        """Moments of the training and of the held-out samples of each fold."""
        if self.pairs or len(self.runs) == 1:
            return self.pairs
        return [(add_moments(self.runs, held_out=k), run) for k, run in enumerate(self.runs)]

    def along(self, basis: Floats) -> "SplitSamples":
        """The same samples along the directions of ``basis``."""
        return SplitSamples(
            runs=tuple(map_shared(lambda run: run.along(basis), self.runs)),
            pairs=tuple((train.along(basis), test.along(basis)) for train, test in self.pairs),
        )


def split_samples(data: Floats, cv: Any) -> SplitSamples:
    """Split the samples (n_channels, n_samples) for cross-validation.

    ``cv`` is a number of folds, each a run of samples, or one of scikit-learn's splitters,
    or pairs of lists of sample numbers; None is for no cross-validation.
    """
    n = data.shape[1]
    if cv is None:
        return SplitSamples(runs=(sample_moments(data, slice(None)),))
    if isinstance(cv, int | np.integer) and not isinstance(cv, bool):
        slices = [slice(*pair) for pair in pairwise(_run_bounds(n, int(cv)))]
        runs = map_shared(lambda rows: sample_moments(data, rows), slices)
        return SplitSamples(runs=tuple(runs))
    pairs = cv if isinstance(cv, str) or not hasattr(cv, "split") else cv.split(np.empty((n, 1)))
    if isinstance(pairs, str) or not isinstance(pairs, Iterable):
        msg = (
            "cv must be a number of folds, a splitter of scikit-learn or pairs of lists of "
            f"sample numbers, got {cv!r} ({type(cv).__name__})"
        )
        raise ArgumentTypeError(msg)
    folds = tuple(
        (sample_moments(data, _indices(train, n)), sample_moments(data, _indices(test, n)))
        for train, test in pairs
    )
    return SplitSamples(runs=(sample_moments(data, slice(None)),), pairs=folds)


def _run_bounds(n_samples: int, n_folds: int) -> Ints:
    """Where runs of samples start and end; the first ones are longer if they cannot be equal."""
    whole("cv", n_folds, least=2)
    if n_folds > n_samples:
        msg = f"cv must be at most the {n_samples} samples there are, got {n_folds}"
        raise InputError(msg)
    sizes = np.full(n_folds, n_samples // n_folds)
    sizes[: n_samples % n_folds] += 1
    return np.concatenate([[0], np.cumsum(sizes)])


def _indices(rows: Any, n: int) -> Ints:
    numbers = np.asarray(rows)
    integers = numbers.dtype.kind in "iu" and numbers.size
    if not integers or numbers.min() < 0 or numbers.max() >= n:
        msg = f"cv must give sample numbers from 0 to {n - 1} to learn from and to hold out"
        raise InputError(msg)
    return numbers.astype(np.int64)


def held_out_score(model: CovarianceModel, folds: Folds) -> float:
    """Mean log-likelihood of held-out samples, the model fitted to the training samples."""

    def score(fold: tuple[SampleMoments, SampleMoments]) -> float:
        train, test = fold
        return log_likelihood(model.fit(train), test.second_moment)

    return float(np.mean(map_shared(score, folds)))
