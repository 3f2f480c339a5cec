"""Quantiles of lengths of normal vectors."""

import numpy as np
import pytest
import scipy

from leadfield.numerics.length_distribution import length_quantiles

LEVELS = np.array([0.05, 0.5, 0.95])


@pytest.mark.parametrize("distance", [0.0, 1.0, 4.0])
def test_are_those_of_noncentral_chi_for_a_ball(distance):
    found = length_quantiles(np.array([[0.0, distance, 0.0]]), 4 * np.eye(3), LEVELS)
    chances = scipy.stats.ncx2.cdf((found[0] / 2) ** 2, 3, (distance / 2) ** 2)
    np.testing.assert_allclose(chances, LEVELS, atol=2e-3)


def test_are_those_of_a_folded_normal_along_a_line():
    """All of the spread along one direction, across which there is a distance."""
    along = np.array([2.0, -1.0, 2.0]) / 3
    found = length_quantiles(np.array([0.5 * along]), 9 * np.outer(along, along), LEVELS)
    chances = scipy.stats.foldnorm.cdf(found[0], 0.5 / 3, scale=3)
    np.testing.assert_allclose(chances, LEVELS, atol=2e-3)


def test_agree_with_draws_of_any_shape():
    rng = np.random.default_rng(0)
    mixing, means = rng.standard_normal((3, 3)), rng.standard_normal((70, 3))
    found = length_quantiles(means, mixing @ mixing.T, LEVELS)
    for place in (0, 69):
        draws = np.linalg.norm(means[place] + rng.standard_normal((200_000, 3)) @ mixing.T, axis=1)
        chances = [(draws < one).mean() for one in found[place]]
        np.testing.assert_allclose(chances, LEVELS, atol=5e-3)


def test_of_no_spread_is_the_length():
    np.testing.assert_allclose(
        length_quantiles(np.array([[3.0, 4, 0]]), np.zeros((3, 3)), LEVELS), 5
    )
