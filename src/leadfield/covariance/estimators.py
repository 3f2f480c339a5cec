"""The ways to estimate a noise covariance, by name: each settles a model's parameters."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, final

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.errors import DataError, InputError
from leadfield.base.log import LOGGER
from leadfield.covariance.blocks import TYPES
from leadfield.covariance.models import LatentModel, LoadedModel, Model, SampleModel, ShrunkModel
from leadfield.covariance.moments import Moments
from leadfield.numerics.likelihood import log_likelihood
from leadfield.numerics.shrinkage import held_out_log_likelihoods

Folds = Sequence[tuple[Moments, Moments]]
Groups = Mapping[str, Ints]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Estimator(ABC):
    """What finds a model's parameters in the samples.

    ``centred`` says that the samples' mean is 0 and need not be taken out. ``folded`` says
    whether held-out samples decide.
    """

    centred: bool = True
    folded: ClassVar[bool] = False

    @abstractmethod
    def tuned(self, samples: Moments, groups: Groups, folds: Folds) -> Model:
        """The model for these samples; ``groups`` are the directions that belong together."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Empirical(Estimator):
    """The samples' own covariance."""

    def tuned(self, samples: Moments, groups: Groups, folds: Folds) -> Model:  # noqa: ARG002
        """The model for these samples."""
        return SampleModel(centred=self.centred)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DiagonalLoading(Estimator):
    """A fixed share of each type's mean variance added to it."""

    shares: Mapping[str, float] = field(default_factory=lambda: dict.fromkeys(TYPES, 0.1))

    def tuned(self, samples: Moments, groups: Groups, folds: Folds) -> Model:  # noqa: ARG002
        """The model for these samples."""
        shares = dict(self.shares)
        if "meg" in groups:
            shares["meg"] = shared_amount(shares)
        return LoadedModel(centred=self.centred, groups=groups, shares=shares)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FixedShrinkage(Estimator):
    """All of the covariance shrunk by one given amount."""

    amount: float = 0.1

    def tuned(self, samples: Moments, groups: Groups, folds: Folds) -> Model:  # noqa: ARG002
        """The model for these samples."""
        everything = {"all": np.arange(len(samples.moment))}
        return ShrunkModel(centred=self.centred, groups=everything, amounts={"all": self.amount})


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LedoitWolf(Estimator):
    """Each group shrunk as far as Ledoit & Wolf 2004 find optimal."""

    def tuned(self, samples: Moments, groups: Groups, folds: Folds) -> Model:  # noqa: ARG002
        """The model for these samples."""
        from sklearn.covariance import ledoit_wolf_shrinkage

        seen = samples.values()
        amounts = {
            name: float(ledoit_wolf_shrinkage(seen[:, rows], assume_centered=self.centred))
            for name, rows in groups.items()
        }
        return _told(ShrunkModel(centred=self.centred, groups=groups, amounts=amounts))


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OAS(Estimator):
    """Each group shrunk as far as Chen et al. 2010 find optimal for normal samples."""

    def tuned(self, samples: Moments, groups: Groups, folds: Folds) -> Model:  # noqa: ARG002
        """The model for these samples."""
        from sklearn.covariance import oas

        seen = samples.values()
        amounts = {
            name: float(oas(seen[:, rows], assume_centered=self.centred)[1])
            for name, rows in groups.items()
        }
        return _told(ShrunkModel(centred=self.centred, groups=groups, amounts=amounts))


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CrossValidatedShrinkage(Estimator):
    """Each group shrunk as far as held-out samples are most likely."""

    amounts: Floats = field(default_factory=lambda: np.logspace(-4, 0, 30))
    folded: ClassVar[bool] = True

    def tuned(self, samples: Moments, groups: Groups, folds: Folds) -> Model:  # noqa: ARG002
        """The model for these samples."""
        best = {}
        for name, rows in groups.items():
            place = np.ix_(rows, rows)
            pairs = (
                (learnt.covariance(centred=self.centred)[place], self._held_out(learnt, out)[place])
                for learnt, out in folds
            )
            scores = held_out_log_likelihoods(pairs, self.amounts)
            if np.isnan(scores).all():
                msg = f"no amount of shrinkage has a likelihood for {name}: look at its channels"
                raise DataError(msg)
            best[name] = float(self.amounts[np.nanargmax(scores)])
        return _told(ShrunkModel(centred=self.centred, groups=groups, amounts=best))

    def _held_out(self, learnt: Moments, held_out: Moments) -> Floats:
        """Moment of held-out samples about the mean that was learnt."""
        if self.centred:
            return held_out.moment
        away = held_out.mean - learnt.mean
        about_own = held_out.moment - np.outer(held_out.mean, held_out.mean)
        return about_own + np.outer(away, away)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Latent(Estimator):
    """Hidden factors, as many as make held-out samples most likely.

    The search stops once three more steps have each made it worse.
    """

    kind: str
    numbers: Sequence[int] | None = None
    seed: int = 0
    folded: ClassVar[bool] = True

    def tuned(self, samples: Moments, groups: Groups, folds: Folds) -> Model:  # noqa: ARG002
        """The model for these samples."""
        n = len(samples.moment)
        numbers = range(5, n, 5) if self.numbers is None else self.numbers
        if not len(numbers) or max(numbers) > n:
            msg = (
                f"iter_n_components of {self.kind} must be numbers from 1 to {n} for {n} "
                f"dimensions, got {list(numbers)}"
            )
            raise InputError(msg)
        scores: list[float] = []
        for n_factors in numbers:
            model = LatentModel(kind=self.kind, n_factors=n_factors, seed=self.seed)
            scores.append(mean_score(model, folds))
            LOGGER.info("    %d factors: log-likelihood %.3f", n_factors, scores[-1])
            last = scores[-4:-1]
            if len(last) == 3 and last[0] > last[1] > last[2]:
                break
        best = numbers[int(np.nanargmax(scores))]
        LOGGER.info("    best: %d factors", best)
        return LatentModel(kind=self.kind, n_factors=best, seed=self.seed)


def mean_score(model: Model, folds: Folds) -> float:
    """Mean log-likelihood of held-out samples under what the others say."""
    scores = [log_likelihood(model.fitted(learnt), held.moment) for learnt, held in folds]
    return float(np.mean(scores))


def shared_amount(by_type: Mapping[str, float]) -> float:
    """The amount for MEG as a whole, which both its types must agree on."""
    if by_type["mag"] != by_type["grad"]:
        msg = (
            "mag and grad must be equal where magnetometers and gradiometers depend on each "
            f"other (rank below their number), got {by_type['mag']} and {by_type['grad']}"
        )
        raise InputError(msg)
    return by_type["mag"]


def _told(model: ShrunkModel) -> ShrunkModel:
    for name, amount in model.amounts.items():
        LOGGER.info("    shrinkage of %s: %.4g", name, amount)
    return model
