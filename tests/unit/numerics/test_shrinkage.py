"""Shrinking covariances, and how far it pays."""

import numpy as np
import pytest

from leadfield.numerics.likelihood import log_likelihood
from leadfield.numerics.shrinkage import held_out_log_likelihoods, shrunk_covariance

AMOUNTS = np.logspace(-4, 0, 7)


def moment(rng, n, count):
    samples = rng.standard_normal((count, n)) * np.arange(1, n + 1)
    return samples.T @ samples / count


def test_shrinkage_keeps_the_total_variance():
    covariance = moment(np.random.default_rng(0), 5, 30)
    assert np.trace(shrunk_covariance(covariance, 0.3)) == pytest.approx(
        np.trace(covariance), rel=1e-14
    )


def test_shrinkage_by_one_leaves_the_mean_variance():
    covariance = moment(np.random.default_rng(0), 4, 30)
    np.testing.assert_allclose(
        shrunk_covariance(covariance, 1.0), np.eye(4) * np.trace(covariance) / 4
    )


def test_scores_are_those_of_each_shrunk_covariance_by_itself():
    rng = np.random.default_rng(2)
    pairs = [(moment(rng, 8, 20), moment(rng, 8, 12)) for _ in range(3)]
    each = [
        np.mean([log_likelihood(shrunk_covariance(a, x), b) for a, b in pairs]) for x in AMOUNTS
    ]
    np.testing.assert_allclose(held_out_log_likelihoods(pairs, AMOUNTS), each, rtol=1e-12)


def test_too_few_samples_without_shrinkage_have_no_likelihood():
    flat = np.diag([1.0, 4.0, 0.0])
    scores = held_out_log_likelihoods([(flat, np.eye(3))], np.array([0.0, 0.5]))
    assert scores[0] == -np.inf
    assert np.isfinite(scores[1])
