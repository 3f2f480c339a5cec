"""Noise covariance estimators with their options, and the table they are picked from.

An estimator selects a covariance model for samples; one more estimator is one more class and
one more line of ``ESTIMATORS``. Its fields are its options, with the names of scikit-learn
and MNE-Python.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import ClassVar, Literal, final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.base.checks import known_options, looked_up, number, one_of, whole
from leadfield.base.errors import DataError, InputError
from leadfield.base.log import LOGGER
from leadfield.covariance.blocks import TYPES, meg_value
from leadfield.covariance.cross_validation import Folds, held_out_score
from leadfield.covariance.models import (
    CovarianceModel,
    EmpiricalModel,
    FactorAnalysisModel,
    LoadedModel,
    PCAModel,
    ShrunkModel,
)
from leadfield.covariance.moments import SampleMoments
from leadfield.numerics.shrinkage import held_out_log_likelihoods

Groups = Mapping[str, Ints]
Options = Mapping[str, object]


class Estimator(ABC):
    """A noise covariance estimator with its options.

    ``cross_validated`` says that its parameters are those under which held-out samples are
    most likely; ``full_rank_only`` that it finds the rank itself and must be given all
    dimensions.
    """

    __slots__ = ()
    cross_validated: ClassVar[bool] = False
    full_rank_only: ClassVar[bool] = False

    @abstractmethod
    def select_model(self, samples: SampleMoments, groups: Groups, folds: Folds) -> CovarianceModel:
        """The model for these samples; ``groups`` are the directions of each channel type."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Empirical(Estimator):
    """The samples' own covariance."""

    assume_centered: bool = True

    def __post_init__(self) -> None:
        _check_centered(self.assume_centered)

    def select_model(self, samples: SampleMoments, groups: Groups, folds: Folds) -> CovarianceModel:  # noqa: ARG002
        """The empirical covariance."""
        return EmpiricalModel(assume_centered=self.assume_centered)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DiagonalLoading(Estimator):
    """The empirical covariance plus a fixed share of each type's mean variance."""

    assume_centered: bool = True
    mag: float = 0.1
    grad: float = 0.1
    eeg: float = 0.1
    csd: float = 0.1
    seeg: float = 0.1
    ecog: float = 0.1
    dbs: float = 0.1

    def __post_init__(self) -> None:
        _check_centered(self.assume_centered)
        for kind in TYPES:
            share = number(f"{kind} of diagonal_fixed", getattr(self, kind), least=0)
            object.__setattr__(self, kind, share)

    def select_model(self, samples: SampleMoments, groups: Groups, folds: Folds) -> CovarianceModel:  # noqa: ARG002
        """Diagonal loading; where MEG is one group, its two types must have one share."""
        shares = {kind: getattr(self, kind) for kind in TYPES}
        if "meg" in groups:
            shares["meg"] = meg_value(shares)
        return LoadedModel(assume_centered=self.assume_centered, groups=groups, loading=shares)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FixedShrinkage(Estimator):
    """The empirical covariance shrunk by a given amount, all channel types together."""

    assume_centered: bool = True
    shrinkage: float = 0.1

    def __post_init__(self) -> None:
        _check_centered(self.assume_centered)
        object.__setattr__(self, "shrinkage", number("shrinkage", self.shrinkage, least=0, most=1))

    def select_model(self, samples: SampleMoments, groups: Groups, folds: Folds) -> CovarianceModel:  # noqa: ARG002
        """Shrinkage of all directions by the given amount."""
        return ShrunkModel(
            assume_centered=self.assume_centered,
            groups={"all": np.arange(len(samples.sums))},
            shrinkage={"all": self.shrinkage},
        )


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class LedoitWolf(Estimator):
    """Each group shrunk by the amount of Ledoit & Wolf 2004."""

    assume_centered: bool = True

    def __post_init__(self) -> None:
        _check_centered(self.assume_centered)

    def select_model(self, samples: SampleMoments, groups: Groups, folds: Folds) -> CovarianceModel:  # noqa: ARG002
        """Shrinkage by the amount that minimises the expected squared error."""
        from sklearn.covariance import ledoit_wolf_shrinkage

        def optimal_shrinkage(data: Floats) -> float:
            return float(ledoit_wolf_shrinkage(data, assume_centered=self.assume_centered))

        return shrink_groups(samples, groups, optimal_shrinkage, self.assume_centered)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class OAS(Estimator):
    """Each group shrunk by the oracle approximating amount of Chen et al. 2010."""

    assume_centered: bool = True

    def __post_init__(self) -> None:
        _check_centered(self.assume_centered)

    def select_model(self, samples: SampleMoments, groups: Groups, folds: Folds) -> CovarianceModel:  # noqa: ARG002
        """Shrinkage by the amount that is optimal for normally distributed samples."""
        from sklearn.covariance import oas

        def optimal_shrinkage(data: Floats) -> float:
            return float(oas(data, assume_centered=self.assume_centered)[1])

        return shrink_groups(samples, groups, optimal_shrinkage, self.assume_centered)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CrossValidatedShrinkage(Estimator):
    """Each group shrunk by that one of ``shrinkage`` under which held-out samples are likeliest."""

    assume_centered: bool = True
    shrinkage: Floats = field(default_factory=lambda: np.logspace(-4, 0, 30))
    cross_validated: ClassVar[bool] = True

    def __post_init__(self) -> None:
        _check_centered(self.assume_centered)
        amounts = np.atleast_1d(np.asarray(self.shrinkage, float))
        if amounts.ndim != 1 or not amounts.size or not ((amounts >= 0) & (amounts <= 1)).all():
            msg = f"shrinkages to search must be between 0 and 1, got {self.shrinkage!r}"
            raise InputError(msg)
        object.__setattr__(self, "shrinkage", locked(amounts))
        lock_arrays(self)

    def select_model(self, samples: SampleMoments, groups: Groups, folds: Folds) -> CovarianceModel:  # noqa: ARG002
        """Shrinkage by the amounts with the highest held-out log-likelihood."""
        best = {}
        for name, rows in groups.items():
            block = np.ix_(rows, rows)
            pairs = [
                (
                    train.covariance(assume_centered=self.assume_centered)[block],
                    _held_out_moment(train, test, assume_centered=self.assume_centered)[block],
                )
                for train, test in folds
            ]
            scores = held_out_log_likelihoods(pairs, self.shrinkage)
            if np.isnan(scores).all():
                msg = f"no amount of shrinkage has a likelihood for {name}: look at its channels"
                raise DataError(msg)
            best[name] = float(self.shrinkage[np.nanargmax(scores)])
        return _logged(
            ShrunkModel(assume_centered=self.assume_centered, groups=groups, shrinkage=best)
        )


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ProbabilisticPCA(Estimator):
    """Probabilistic PCA with the number of components under which held-out samples are likeliest.

    ``iter_n_components`` are the numbers to try, in this order; None stands for 5, 10, ...
    """

    iter_n_components: Sequence[int] | None = None
    random_state: int = 0
    cross_validated: ClassVar[bool] = True
    full_rank_only: ClassVar[bool] = True

    def __post_init__(self) -> None:
        _check_components(self)

    def select_model(self, samples: SampleMoments, groups: Groups, folds: Folds) -> CovarianceModel:  # noqa: ARG002
        """Probabilistic PCA with the best number of components."""

        def make(n: int) -> CovarianceModel:
            return PCAModel(n_components=n, random_state=self.random_state)

        return select_n_components(make, self.iter_n_components, samples, folds)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FactorAnalysis(Estimator):
    """Factor analysis with the number of factors under which held-out samples are likeliest.

    ``iter_n_components`` are the numbers to try, in this order; None stands for 5, 10, ...
    """

    iter_n_components: Sequence[int] | None = None
    random_state: int = 0
    cross_validated: ClassVar[bool] = True
    full_rank_only: ClassVar[bool] = True

    def __post_init__(self) -> None:
        _check_components(self)

    def select_model(self, samples: SampleMoments, groups: Groups, folds: Folds) -> CovarianceModel:  # noqa: ARG002
        """Factor analysis with the best number of factors."""

        def make(n: int) -> CovarianceModel:
            return FactorAnalysisModel(n_components=n, random_state=self.random_state)

        return select_n_components(make, self.iter_n_components, samples, folds)


# What type checkers know of the names in the table.
CovarianceMethod = Literal[
    "empirical",
    "diagonal_fixed",
    "ledoit_wolf",
    "oas",
    "shrunk",
    "pca",
    "factor_analysis",
    "shrinkage",
]
ESTIMATORS: Mapping[str, type[Estimator]] = {
    "empirical": Empirical,
    "diagonal_fixed": DiagonalLoading,
    "ledoit_wolf": LedoitWolf,
    "oas": OAS,
    "shrunk": CrossValidatedShrinkage,
    "pca": ProbabilisticPCA,
    "factor_analysis": FactorAnalysis,
    "shrinkage": FixedShrinkage,
}
# What "auto" stands for; those that need full rank are left out without it.
AUTO = ("shrunk", "diagonal_fixed", "empirical", "factor_analysis")


def choose_estimators(
    method: str | Sequence[str] | None, params: Mapping[str, Options] | None, *, full_rank: bool
) -> dict[str, Estimator]:
    """The estimators that ``method`` names, each with its entry of ``params``."""
    if method == "auto":
        names = [name for name in AUTO if full_rank or not ESTIMATORS[name].full_rank_only]
    elif method is None or isinstance(method, str):
        names = [method or "empirical"]
    else:
        names = list(method)
    if not names:
        msg = f"method must name at least one of {', '.join(ESTIMATORS)}, got an empty list"
        raise InputError(msg)
    for name in names:
        one_of("method", name, ESTIMATORS if len(names) > 1 else [*ESTIMATORS, "auto"])
        if ESTIMATORS[name].full_rank_only and not full_rank:
            msg = f"method {name!r} must come with rank='full': it finds the rank itself"
            raise InputError(msg)
    known_options("method_params", params or {}, ESTIMATORS)
    return {name: choose_estimator(name, (params or {}).get(name)) for name in names}


def choose_estimator(name: str, options: Options | None = None) -> Estimator:
    """The estimator of that name with these options."""
    kind = looked_up("method", name, ESTIMATORS)
    known = [option.name for option in fields(kind)]  # type: ignore[arg-type]
    known_options(f"method_params[{name!r}]", options or {}, known)
    return kind(**(options or {}))


def shrink_groups(
    samples: SampleMoments,
    groups: Groups,
    optimal_shrinkage: Callable[[Floats], float],
    assume_centered: bool,  # noqa: FBT001 - passed on as it is
) -> ShrunkModel:
    """Shrinkage of each group by the amount found for its samples (n_samples, n)."""
    data = samples.samples()
    shrinkage = {name: optimal_shrinkage(data[:, rows]) for name, rows in groups.items()}
    return _logged(ShrunkModel(assume_centered=assume_centered, groups=groups, shrinkage=shrinkage))


def select_n_components(
    make: Callable[[int], CovarianceModel],
    iter_n_components: Sequence[int] | None,
    samples: SampleMoments,
    folds: Folds,
) -> CovarianceModel:
    """The model with the number of components under which held-out samples are likeliest.

    The search stops once three more steps have each made it worse.
    """
    n = len(samples.sums)
    numbers = range(5, n, 5) if iter_n_components is None else iter_n_components
    if not len(numbers) or max(numbers) > n:
        msg = (
            f"iter_n_components must be numbers from 1 to {n} for {n} dimensions, "
            f"got {list(numbers)}"
        )
        raise InputError(msg)
    scores: list[float] = []
    for n_components in numbers:
        scores.append(held_out_score(make(n_components), folds))
        LOGGER.info("    %d components: log-likelihood %.3f", n_components, scores[-1])
        last = scores[-4:-1]
        if len(last) == 3 and last[0] > last[1] > last[2]:
            break
    best = numbers[int(np.nanargmax(scores))]
    LOGGER.info("    best: %d components", best)
    return make(best)


def _held_out_moment(train: SampleMoments, test: SampleMoments, *, assume_centered: bool) -> Floats:
    """Second moment of the held-out samples about the mean of the training samples."""
    if assume_centered:
        return test.second_moment
    offset = test.mean - train.mean
    return test.covariance(assume_centered=False) + np.outer(offset, offset)


def _check_centered(assume_centered: object) -> None:
    one_of("assume_centered", assume_centered, [True, False])


def _check_components(one: ProbabilisticPCA | FactorAnalysis) -> None:
    if one.iter_n_components is not None:
        numbers = tuple(whole("iter_n_components", n, least=1) for n in one.iter_n_components)
        object.__setattr__(one, "iter_n_components", numbers)
    object.__setattr__(one, "random_state", whole("random_state", one.random_state))


def _logged(model: ShrunkModel) -> ShrunkModel:
    for name, amount in model.shrinkage.items():
        LOGGER.info("    shrinkage of %s: %.4g", name, amount)
    return model
