"""Depth weighting: what it goes by, and its bounds."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError
from leadfield.inverse.depth_prior import DepthWeighting, depth_prior
from leadfield.whitening.make import make_whitener


@pytest.fixture
def forward(problem):
    return problem.forwards["surface"]


def strengths(forward, rows, *, order=2):
    """Squared norm of each source's three columns, one by one."""
    gain = forward.leadfield[rows].astype(float)
    return np.array(
        [np.linalg.norm(gain[:, i : i + 3], ord=order) ** 2 for i in range(0, gain.shape[1], 3)]
    )


def test_variances_fall_with_the_power_of_what_is_seen(forward):
    rows = np.arange(34)
    prior = depth_prior(forward, rows, DepthWeighting(limit=None, limit_depth_chs=False, exp=0.7))
    np.testing.assert_allclose(prior, strengths(forward, rows) ** -0.7, rtol=1e-10)


def test_all_orientations_can_count(forward):
    rows = np.arange(34)
    weighting = DepthWeighting(limit=None, limit_depth_chs=False, exp=1.0, combine_xyz="fro")
    expected = 1 / strengths(forward, rows, order="fro")
    np.testing.assert_allclose(depth_prior(forward, rows, weighting), expected, rtol=1e-10)


@pytest.mark.parametrize(
    ("chosen", "counted"),
    [(np.arange(34), np.arange(1, 24, 2)), (np.arange(0, 24, 2), slice(0, 24, 2))],
)
def test_gradiometers_count_first_then_magnetometers(forward, chosen, counted):
    weighting = DepthWeighting(limit=None, exp=1.0)
    expected = 1 / strengths(forward, counted)
    np.testing.assert_allclose(depth_prior(forward, chosen, weighting), expected, rtol=1e-10)


def test_whitened_channels_count_as_they_are_white(problem, forward):
    names = forward.channels.names
    whitener = make_whitener(problem.noise, problem.info, names=names)
    white = whitener.matrix @ forward.leadfield
    weighting = DepthWeighting(limit=None, limit_depth_chs="whiten", exp=1.0, combine_xyz="fro")
    prior = depth_prior(forward, np.arange(34), weighting, whitener)
    np.testing.assert_allclose(1 / prior, (white**2).sum(0).reshape(-1, 3).sum(1), rtol=1e-10)
    with pytest.raises(InputError, match="needs a noise covariance"):
        depth_prior(forward, np.arange(34), weighting)


@pytest.mark.parametrize("channels", [False, True])
def test_weak_sources_are_bounded(forward, channels):
    rows = np.arange(24)
    scale = np.repeat(np.logspace(0, -6, forward.sources.n_sources), 3)
    deep = replace(forward, leadfield=forward.leadfield * scale)
    prior = depth_prior(deep, rows, DepthWeighting(limit=10.0, exp=1.0, limit_depth_chs=channels))
    assert prior.max() == 1
    # Best channels are bounded by the first source beyond the limit, up to a factor.
    assert 1 / prior.min() == pytest.approx(100) if channels is False else 1 / prior.min() > 100
    assert (np.diff(prior) >= 0).sum() > 10
    assert (prior == 1).sum() > 10


def test_a_source_that_nothing_sees_counts_as_the_weakest_seen(forward):
    values = forward.leadfield.copy()
    values[:, 6:9] = 0
    blind = replace(forward, leadfield=values)
    weighting = DepthWeighting(limit=None, exp=1.0)
    prior = depth_prior(blind, np.arange(24), weighting)
    assert prior[2] == prior.max()
    assert np.isfinite(prior).all()


def test_depth_needs_channels_that_see(forward):
    with pytest.raises(ChannelError, match="needs MEG or EEG"):
        depth_prior(forward, np.empty(0, int), DepthWeighting())


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"exp": -0.1}, InputError, "exponent must be at least 0"),
        ({"exp": "auto"}, ArgumentTypeError, "exponent must be a number"),
        ({"limit": 0.0}, InputError, "limit must be above 0"),
        ({"limit_depth_chs": "grad"}, InputError, "must be one of True, False, 'whiten'"),
        ({"combine_xyz": "sum"}, InputError, "must be one of 'spectral', 'fro'"),
    ],
)
def test_options_out_of_range_are_refused(options, error, words):
    with pytest.raises(error, match=words):
        DepthWeighting(**options)
