"""Noise covariances estimated from samples, the likeliest first.

Engemann & Gramfort 2015.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed
from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER
from leadfield.covariance.blocks import ESTIMATION_SCALES, scales
from leadfield.covariance.estimators import Estimator, mean_score
from leadfield.covariance.moments import divided
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank, few_samples
from leadfield.covariance.subspace import noise_subspace
from leadfield.recording.info import MeasurementInfo

Estimators = Mapping[str, Estimator]


def estimate(
    samples: Floats,
    info: MeasurementInfo,
    estimators: Estimators,
    *,
    cv: Any = 3,
    scalings: Mapping[str, float] | None = None,
    rank: Rank = None,
    on_few_samples: str = "warn",
) -> list[NoiseCovariance]:
    """Covariances of ``samples`` (n_channels, n_samples) around 0, one per estimator.

    Several estimators are sorted by the likelihood of samples they did not see, best first.
    ``info`` holds just these channels. Each covariance lives on the dimensions that ``rank``
    says there are, and has them scaled by ``scalings`` while it is estimated.
    """
    n_channels, n_samples = samples.shape
    check_samples(samples, info, on_few_samples)
    factors = scales(info, scalings, ESTIMATION_SCALES)
    compared = len(estimators) > 1
    folded = compared or any(one.folded for one in estimators.values())
    division = divided(samples * factors[:, None], cv if folded else None)
    subspace = noise_subspace(division.whole, info, factors, rank)
    if len(subspace.basis) < n_channels:
        LOGGER.info("    noise has %d dimensions of %d", len(subspace.basis), n_channels)
    division = division.seen(subspace.basis)
    everything, folds = division.whole, division.folds
    found = []
    for name, estimator in estimators.items():
        LOGGER.info("estimating the covariance: %s", name)
        model = estimator.tuned(everything, subspace.groups, folds)
        within = model.fitted(everything) * (n_samples / max(n_samples - 1, 1))
        data = subspace.basis.T @ within @ subspace.basis / np.outer(factors, factors)
        noise = NoiseCovariance(
            names=info.names,
            data=data,
            degrees=n_samples - 1,
            bads=info.bads,
            projections=info.projections,
            method=name,
            log_likelihood=mean_score(model, folds) if compared else None,
        )
        found.append(noise)
    LOGGER.info("    %d samples used", n_samples)
    return _sorted(found) if compared else found


def _sorted(found: list[NoiseCovariance]) -> list[NoiseCovariance]:
    def score(noise: NoiseCovariance) -> float:
        return -np.inf if noise.log_likelihood is None else noise.log_likelihood

    best_first = sorted(found, key=score, reverse=True)
    LOGGER.info("log-likelihood of samples that were held out, best first:")
    for noise in best_first:
        LOGGER.info("    %s: %.3f", noise.method, noise.log_likelihood)
    return best_first


def check_samples(samples: Floats, info: MeasurementInfo, on_few_samples: str) -> None:
    """Raise for no samples, NaN or infinity; raise_or_warn to few samples."""
    n_channels, n_samples = samples.shape
    if not n_samples or not n_channels:
        msg = f"noise needs samples of channels, got {n_samples} of {n_channels}"
        raise DataError(msg)
    with np.errstate(over="ignore", invalid="ignore"):
        wrong = ~np.isfinite(samples.sum(axis=1))
    wrong[wrong] = ~np.isfinite(samples[wrong]).all(axis=1)
    if wrong.any():
        names = [info.names[i] for i in np.flatnonzero(wrong)]
        msg = f"samples must be finite, got NaN or infinity in {listed(names)}: mark them bad"
        raise DataError(msg)
    few_samples(n_samples, 10 * (n_channels + 1) // 2, n_channels, on_few_samples)


def without_responses(
    noise: NoiseCovariance, responses: list[tuple[Floats, int]]
) -> NoiseCovariance:
    """The covariance of what varies from epoch to epoch, the mean of each kind taken out.

    ``responses`` are the mean (n_channels, n_times) of each kind of epochs, and how many
    epochs it is the mean of.
    """
    squares = noise.data * noise.degrees
    degrees = 0
    for mean, n_epochs in responses:
        squares = squares - n_epochs * mean @ mean.T
        degrees += mean.shape[1] * (n_epochs - 1)
    if degrees < 1:
        msg = "keep_sample_mean=False must come with two epochs of a kind at least, got one of each"
        raise DataError(msg)
    return replace(noise, data=squares / degrees)
