"""The whitened baseline: what is said of right and of wrong noise covariances."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.covariance.noise import NoiseCovariance
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.create import create_measurement_info
from leadfield.whitening.baseline_noise import (
    count_independent,
    describe_white_noise,
    measure_baseline,
)

N = 40
NAVE = 9


def smooth(white, width):
    """Noise whose neighbouring samples repeat each other, of variance 1."""
    kernel = np.ones(width) / np.sqrt(width)
    return np.apply_along_axis(np.convolve, 1, white, kernel, mode="valid")


@pytest.fixture
def average():
    """Function that makes an average of known noise, so many times larger than is right."""

    def make(factor=1.0, n_before=60, seed=0):
        rng = np.random.default_rng(seed)
        kinds = ["mag"] * N + ["grad"] * N
        info = create_measurement_info([f"C{i}" for i in range(2 * N)], 100.0, kinds)
        mixing = rng.standard_normal((2 * N, 2 * N)) * np.repeat([1e-13, 1e-12], N)[:, None]
        mixing[:N, N:] = mixing[N:, :N] = 0
        noise = NoiseCovariance(names=info.names, data=mixing @ mixing.T, degrees=10**6)
        data = mixing @ rng.standard_normal((2 * N, n_before + 50)) * factor / np.sqrt(NAVE)
        data[:, n_before + 1 :] *= 100  # the response, which is none of its business
        return EvokedResponse(info=info, data=data, first=-n_before, nave=NAVE), noise

    return make


@pytest.mark.parametrize(
    ("factor", "verdict"),
    [(1.0, "plausible"), (1.15, "plausible"), (2.0, "too small"), (0.5, "too large")],
)
def test_the_verdict_is_that_of_the_noise_that_went_in(average, factor, verdict):
    found = measure_baseline(*average(factor))
    assert [one.kind for one in found] == ["grad", "mag"]
    for one in found:
        assert one.verdict == verdict
        assert one.size == pytest.approx(factor, rel=0.05)
        assert one.factor == pytest.approx(max(factor, 1 / factor), rel=0.05)
        assert (one.rank, one.n_samples) == (N, 61)


def test_a_small_error_is_plausible_but_not_by_chance(average):
    assert not any(one.by_chance for one in measure_baseline(*average(1.15)))


@pytest.mark.parametrize("n_before", [0, 1])
def test_with_too_few_samples_it_cannot_tell(average, n_before):
    found = measure_baseline(*average(3.0, n_before))
    assert {one.verdict for one in found} == {"cannot tell"}


def test_a_baseline_whose_samples_repeat_each_other_cannot_tell():
    white = smooth(np.random.default_rng(0).standard_normal((60, 20 + 39)), 40)
    found = describe_white_noise(white, "eeg")
    assert found.n_samples == 20
    assert found.verdict == "cannot tell"


def test_few_dimensions_cannot_tell_what_chance_does_but_what_is_far_out():
    white = np.random.default_rng(0).standard_normal((3, 6))
    white /= np.sqrt((white**2).mean())
    assert describe_white_noise(white, "eeg").verdict == "cannot tell"
    assert describe_white_noise(5 * white, "eeg").verdict == "too small"


def test_a_response_that_is_zero_before_the_event_is_less_than_any_noise(average):
    evoked, noise = average()
    evoked = replace(evoked, data=np.zeros_like(evoked.data))
    for one in measure_baseline(evoked, noise):
        assert one.verdict == "too large"
        assert one.factor == np.inf


def test_without_a_baseline_nothing_is_measured(average):
    evoked, noise = average()
    assert measure_baseline(replace(evoked, first=5), noise) == ()


@pytest.mark.parametrize("width", [1, 4, 10])
def test_samples_that_repeat_each_other_count_less(width):
    """A moving average of w samples has 1 / sum of squared correlations of them."""
    lags = np.arange(1 - width, width)
    expected = 1 / ((1 - np.abs(lags) / width) ** 2).sum()
    rng = np.random.default_rng(0)
    found = count_independent(smooth(rng.standard_normal((300, 400 + width - 1)), width)) / 400
    assert found == pytest.approx(expected, rel=0.05)


@pytest.mark.parametrize("width", [1, 6])
def test_right_covariances_are_in_the_expected_range_as_often_as_it_says(width):
    rng = np.random.default_rng(1)
    n = 400
    drawn = [smooth(rng.standard_normal((20, 30 + width - 1)), width) for _ in range(n)]
    within = sum(describe_white_noise(white, "mag").by_chance for white in drawn)
    assert 0.97 <= within / n <= 1


def test_the_share_within_the_bounds_is_that_of_normal_noise(average):
    for one in measure_baseline(*average()):
        assert one.inside == pytest.approx(0.95, abs=0.015)


def test_one_dimension_at_one_sample_counts_as_one():
    assert count_independent(np.ones((1, 1))) == 1
