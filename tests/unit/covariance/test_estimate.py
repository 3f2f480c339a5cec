"""Covariances estimated from samples."""

import logging

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError
from leadfield.covariance.estimate import estimate_covariances
from leadfield.covariance.estimators import choose_estimators

ALL = ("empirical", "shrunk", "shrinkage", "diagonal_fixed", "ledoit_wolf", "oas")


def of(samples, info, method="empirical", *, params=None, **options):
    estimators = choose_estimators(method, params, full_rank=options.get("rank") == "full")
    return estimate_covariances(samples, info, estimators, **options)


def test_the_empirical_covariance_is_that_of_samples_around_zero(samples, info):
    (noise,) = of(samples, info)
    n = samples.shape[1]
    expected = samples @ samples.T / (n - 1)
    np.testing.assert_allclose(noise.data, expected, rtol=1e-12, atol=1e-40)
    assert noise.degrees == n - 1
    assert noise.log_likelihood is None


def test_a_mean_is_taken_out_if_samples_are_not_centred(samples, info):
    params = {"empirical": {"assume_centered": False}}
    (noise,) = of(samples + samples[:, [0]], info, params=params)
    np.testing.assert_allclose(noise.data, np.cov(samples), rtol=1e-9, atol=1e-40)


@pytest.mark.parametrize("method", ALL)
def test_each_covariance_is_symmetric_and_positive(samples, info, method):
    (noise,) = of(samples, info, method)
    scale = np.sqrt(np.diag(noise.data))
    correlation = noise.data / np.outer(scale, scale)
    np.testing.assert_allclose(correlation, correlation.T, atol=1e-14)
    assert np.linalg.eigvalsh(correlation)[0] > 1e-3
    assert noise.method == method


def test_several_come_back_by_likelihood_best_first(samples, info):
    found = of(samples[:, :120], info, ["empirical", "shrunk", "oas"], on_few_samples="ignore")
    scores = [noise.log_likelihood for noise in found]
    assert {noise.method for noise in found} == {"empirical", "shrunk", "oas"}
    assert scores == sorted(scores, reverse=True)


def test_eeg_shares_no_noise_with_meg_once_shrunk(samples, info):
    (noise,) = of(samples, info, "shrunk")
    assert not noise.data[:16, 16:].any()
    assert noise.data[:6, 6:16].any()


def test_projected_dimensions_stay_without_noise(samples, info, pattern):
    (noise,) = of(samples, info.with_projections([pattern]), "shrunk")
    vector = pattern.vectors[0]
    left = vector @ noise.data[:16, :16] @ vector
    assert abs(left) < 1e-12 * np.abs(noise.data[:16, :16]).max()


def test_the_answer_does_not_depend_on_rounding(samples, info, pattern):
    jitter = 1 + 1e-15 * np.random.default_rng(1).standard_normal(samples.shape)
    projected = info.with_projections([pattern])
    (one,), (other,) = of(samples, projected, "shrunk"), of(samples * jitter, projected, "shrunk")
    scale = np.sqrt(np.diag(one.data))
    np.testing.assert_allclose(
        one.data, other.data, rtol=0, atol=1e-12 * np.outer(scale, scale).max()
    )


def test_dimensions_that_data_lost_unannounced_are_found(samples, info, caplog):
    flat = samples.copy()
    flat[3] = flat[4] + flat[5]
    with caplog.at_level(logging.INFO, "leadfield"):
        of(flat, info)
    assert "rank of meg: 15 of 16 channels" in caplog.text


def test_facts_are_told(samples, info, caplog):
    with caplog.at_level(logging.INFO, "leadfield"):
        of(samples, info, ["shrunk", "empirical"])
    for fact in ("rank of eeg: 8", "shrunk", "empirical", "900 samples", "log-likelihood"):
        assert fact in caplog.text


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_samples_that_are_not_finite_are_refused_by_channel(samples, info, bad):
    samples[7, 5] = bad
    with pytest.raises(DataError, match=info.names[7]):
        of(samples, info)


def test_few_samples_are_warned_of(samples, info):
    with pytest.warns(RuntimeWarning, match="24 channels need at least 125 samples, got 60"):
        of(samples[:, :60], info)


def test_few_samples_can_be_refused(samples, info):
    with pytest.raises(InputError, match="on_few_samples"):
        of(samples[:, :60], info, on_few_samples="raise")


def test_no_samples_are_refused(samples, info):
    with pytest.raises(DataError, match="got 0 of 24"):
        of(samples[:, :0], info)


def test_flat_channels_alone_are_refused(samples, info):
    with pytest.raises(DataError, match="flat"):
        of(0 * samples, info)


def test_more_folds_than_samples_are_refused(samples, info):
    with pytest.raises(InputError, match="at most the 5 samples"):
        of(samples[:, :5], info, "shrunk", cv=6, on_few_samples="ignore")
