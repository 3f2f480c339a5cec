"""Noise covariances estimated from samples, ranked by their likelihood.

Engemann & Gramfort 2015.
"""

from collections.abc import Mapping

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed
from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER
from leadfield.covariance.blocks import ESTIMATION_SCALES, channel_scales
from leadfield.covariance.cross_validation import CrossValidation, held_out_score, split_samples
from leadfield.covariance.estimators import Estimator
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank, check_sample_count
from leadfield.covariance.subspace import noise_subspace
from leadfield.numerics.threads import on_one_thread
from leadfield.recording.info import MeasurementInfo

Estimators = Mapping[str, Estimator]


@on_one_thread()
def estimate_covariances(
    samples: Floats,
    info: MeasurementInfo,
    estimators: Estimators,
    *,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    rank: Rank = None,
    on_few_samples: str = "warn",
) -> list[NoiseCovariance]:
    """Covariances of ``samples`` (n_channels, n_samples) around 0, one per estimator.

    Several estimators are sorted by the log-likelihood of held-out samples, best first.
    ``info`` holds just these channels. Each covariance has the dimensions that ``rank``
    leaves, and is estimated with channels multiplied by ``scalings``.
    """
    n_channels, n_samples = samples.shape
    check_samples(samples, info, on_few_samples)
    factors = channel_scales(info, scalings, ESTIMATION_SCALES)
    compared = len(estimators) > 1
    validated = compared or any(one.cross_validated for one in estimators.values())
    split = split_samples(samples * factors[:, None], cv if validated else None)
    subspace = noise_subspace(split.total, info, factors, rank)
    if len(subspace.basis) < n_channels:
        LOGGER.info("    noise has rank %d of %d", len(subspace.basis), n_channels)
    split = split.along(subspace.basis)
    total, folds = split.total, split.folds
    found = []
    for name, estimator in estimators.items():
        LOGGER.info("Estimating the noise covariance: %s", name)
        model = estimator.select_model(total, subspace.groups, folds)
        within = model.fit(total) * (n_samples / max(n_samples - 1, 1))
        data = subspace.basis.T @ within @ subspace.basis / np.outer(factors, factors)
        noise = NoiseCovariance(
            names=info.names,
            data=data,
            degrees=n_samples - 1,
            bads=info.bads,
            projections=info.projections,
            method=name,
            log_likelihood=held_out_score(model, folds) if compared else None,
        )
        found.append(noise)
    LOGGER.info("    %d samples used", n_samples)
    return _best_first(found) if compared else found


def _best_first(found: list[NoiseCovariance]) -> list[NoiseCovariance]:
    def score(noise: NoiseCovariance) -> float:
        return -np.inf if noise.log_likelihood is None else noise.log_likelihood

    best_first = sorted(found, key=score, reverse=True)
    LOGGER.info("Estimators by log-likelihood of held-out samples, best first:")
    for noise in best_first:
        LOGGER.info("    %s: %.3f", noise.method, noise.log_likelihood)
    return best_first


def check_samples(samples: Floats, info: MeasurementInfo, on_few_samples: str) -> None:
    """Raise unless there are samples and all are finite; raise or warn if they are few."""
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
    check_sample_count(n_samples, 10 * (n_channels + 1) // 2, n_channels, on_few_samples)
