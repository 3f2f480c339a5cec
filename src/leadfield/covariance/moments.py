"""The samples that noise is estimated from, summed up: all of them, and those of a fold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError, InputError

Rows = Ints | slice


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moments:
    """Some of the samples ``data`` (n_channels, n_samples): those at ``rows``, ``count`` in all.

    ``squares`` (n, n) is the sum of x xᵀ over them and ``sums`` (n,) of x, between channels
    or, where there is a ``basis`` (rank, n_channels), between its directions.
    """

    data: Floats
    rows: Rows
    count: int
    squares: Floats
    sums: Floats
    basis: Floats | None = None

    @property
    def moment(self) -> Floats:
        """The mean of x xᵀ."""
        moment: Floats = self.squares / self.count
        return moment

    @property
    def mean(self) -> Floats:
        """The mean of x."""
        mean: Floats = self.sums / self.count
        return mean

    def covariance(self, *, centred: bool) -> Floats:
        """The moment about 0 if the samples are ``centred`` already, else about their mean."""
        return self.moment if centred else self.moment - np.outer(self.mean, self.mean)

    def values(self) -> Floats:
        """The samples themselves, (n_samples, n)."""
        samples = self.data[:, self.rows].T
        return samples if self.basis is None else samples @ self.basis.T

    def seen(self, basis: Floats) -> "Moments":
        """The same samples along the directions of ``basis``."""
        squares = basis @ self.squares @ basis.T
        return Moments(
            data=self.data,
            rows=self.rows,
            count=self.count,
            squares=(squares + squares.T) / 2,
            sums=basis @ self.sums,
            basis=basis,
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Division:
    """All samples as ``runs``, one after the other, and which ``pairs`` of parts are folds.

    A pair is what is learnt from and what is held out; without pairs, each run is held out
    in turn.
    """

    runs: tuple[Moments, ...]
    pairs: tuple[tuple[Moments, Moments], ...] = ()

    @property
    def whole(self) -> Moments:
        """All samples."""
        return _without(self.runs, None)

    @property
    def folds(self) -> Sequence[tuple[Moments, Moments]]:
        """What each fold learns from and what it holds out."""
        if self.pairs or len(self.runs) == 1:
            return self.pairs
        return [(_without(self.runs, k), run) for k, run in enumerate(self.runs)]

    def seen(self, basis: Floats) -> "Division":
        """The same samples along the directions of ``basis``."""
        return Division(
            runs=tuple(run.seen(basis) for run in self.runs),
            pairs=tuple((a.seen(basis), b.seen(basis)) for a, b in self.pairs),
        )


def _without(runs: tuple[Moments, ...], left_out: int | None) -> Moments:
    """The samples of all runs but one: what is summed already is not summed again."""
    kept = [run for k, run in enumerate(runs) if k != left_out]
    ends = np.cumsum([0, *(run.count for run in runs)])
    rows: Rows = slice(None)
    if left_out is not None:
        rows = np.r_[0 : ends[left_out], ends[left_out + 1] : ends[-1]]
    return Moments(
        data=runs[0].data,
        rows=rows,
        count=sum(run.count for run in kept),
        squares=np.sum([run.squares for run in kept], axis=0),
        sums=np.sum([run.sums for run in kept], axis=0),
        basis=runs[0].basis,
    )


def divided(data: Floats, cv: Any) -> Division:
    """The samples (n_channels, n_samples) and how they are cross-validated.

    ``cv`` is a number of folds, each a run of samples, or one of scikit-learn's splitters,
    or pairs of lists of sample numbers; None is for no cross-validation.
    """
    n = data.shape[1]
    if cv is None:
        return Division(runs=(_moments(data, slice(None)),))
    if isinstance(cv, int | np.integer) and not isinstance(cv, bool):
        bounds = _bounds(n, int(cv))
        return Division(runs=tuple(_moments(data, slice(a, b)) for a, b in pairwise(bounds)))
    pairs = cv if isinstance(cv, str) or not hasattr(cv, "split") else cv.split(np.empty((n, 1)))
    if isinstance(pairs, str) or not isinstance(pairs, Iterable):
        msg = (
            "cv must be a number of folds, a splitter of scikit-learn or pairs of lists of "
            f"sample numbers, got {cv!r} ({type(cv).__name__})"
        )
        raise ArgumentTypeError(msg)
    folds = tuple(
        (_moments(data, _numbers(learnt, n)), _moments(data, _numbers(held_out, n)))
        for learnt, held_out in pairs
    )
    return Division(runs=(_moments(data, slice(None)),), pairs=folds)


def _moments(data: Floats, rows: Rows) -> Moments:
    chosen = data[:, rows]
    return Moments(
        data=data,
        rows=rows,
        count=chosen.shape[1],
        squares=chosen @ chosen.T,
        sums=chosen.sum(axis=1),
    )


def _bounds(n_samples: int, n_folds: int) -> Ints:
    """Where runs of samples start and end; the first ones take what is left over."""
    whole("cv", n_folds, least=2)
    if n_folds > n_samples:
        msg = f"cv must be at most the {n_samples} samples there are, got {n_folds}"
        raise InputError(msg)
    sizes = np.full(n_folds, n_samples // n_folds)
    sizes[: n_samples % n_folds] += 1
    return np.concatenate([[0], np.cumsum(sizes)])


def _numbers(rows: Any, n: int) -> Ints:
    numbers = np.asarray(rows)
    whole_numbers = numbers.dtype.kind in "iu" and numbers.size
    if not whole_numbers or numbers.min() < 0 or numbers.max() >= n:
        msg = f"cv must give sample numbers from 0 to {n - 1} to learn from and to hold out"
        raise InputError(msg)
    return numbers.astype(np.int64)
