"""The log-likelihood of samples known by their second moment."""

import numpy as np
import pytest
import scipy

from leadfield.numerics.likelihood import log_likelihood


def spread(rng, n):
    half = rng.standard_normal((n, 2 * n))
    return half @ half.T / n


def test_it_is_the_mean_log_density_of_the_samples():
    rng = np.random.default_rng(0)
    model, samples = spread(rng, 6), rng.standard_normal((50, 6))
    density = scipy.stats.multivariate_normal(np.zeros(6), model).logpdf(samples).mean()
    assert log_likelihood(model, samples.T @ samples / 50) == pytest.approx(density, rel=1e-12)


def test_a_singular_model_gets_the_pseudoinverse_and_the_least_variance_that_is_told():
    model = np.diag([4.0, 0.0])
    least = 0.25 * 2 * np.finfo(float).eps
    expected = -0.5 * (2 / 4 - np.log(0.25) - np.log(least) + 2 * np.log(2 * np.pi))
    assert log_likelihood(model, np.diag([2.0, 5.0])) == pytest.approx(expected, rel=1e-12)


def test_both_ways_to_calculate_agree_where_they_meet():
    rng = np.random.default_rng(1)
    turn = np.linalg.qr(rng.standard_normal((5, 5)))[0]
    moment = spread(rng, 5)
    scores = [
        log_likelihood((turn * [1, 1, 1, 1, least]) @ turn.T, moment * least)
        for least in (3e-12, 3e-13)
    ]
    # A hundredth of the change that log(least) makes.
    assert scores[1] - scores[0] == pytest.approx(0.5 * np.log(10), rel=1e-2)
