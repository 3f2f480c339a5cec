"""``detect``: what users get, and what they are told."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, ChannelError, DataError, InputError
from leadfield.minimum_norm import Detection, detect


@pytest.fixture
def inverse(round_head):
    return round_head.inverses[0.2]


@pytest.fixture
def tone(round_head):
    return round_head.trials(np.random.default_rng(0), 12, field=round_head.tone)


@pytest.fixture
def noise(round_head):
    return round_head.trials(np.random.default_rng(1), 12)


def test_a_response_is_detected_when_it_is_there(tone, inverse):
    detection = detect(tone, inverse, n_flips=99)
    assert isinstance(detection, Detection)
    assert detection.detected
    assert (detection.p, detection.time) == (0.01, 0.02)
    assert detection.statistic == detection.curve.max() > detection.threshold
    assert (detection.n_trials, detection.n_flips) == (12, 99)
    assert repr(detection) == "<Detection | a response, strongest at 20 ms (p = 0.01)>"


def test_noise_is_said_to_be_noise(noise, inverse):
    detection = detect(noise, inverse, n_flips=99)
    assert not detection.detected
    assert "nothing distinguishable from noise (p = " in repr(detection)


def test_only_the_times_asked_for_are_tested(tone, inverse):
    detection = detect(tone, inverse, tmin=0.03, n_flips=19)
    np.testing.assert_allclose(detection.times, [0.03, 0.04])
    assert not detection.detected


def test_a_seed_gives_one_answer(noise, inverse):
    ones = [detect(noise, inverse, n_flips=39, seed=3) for _ in range(2)]
    assert ones[0].p == ones[1].p
    assert ones[0].threshold == ones[1].threshold


def test_an_average_cannot_be_tested(tone, inverse):
    with pytest.raises(ArgumentTypeError, match="without its trials cannot be tested"):
        detect(tone.average(), inverse)


def test_few_trials_cannot_be_tested(tone, inverse):
    with pytest.raises(DataError, match="at least 6 good epochs must come to be tested, got 5"):
        detect(tone[:5], inverse)


def test_too_few_signs_are_refused(tone, inverse):
    with pytest.raises(InputError, match="n_flips must be at least 19"):
        detect(tone, inverse, n_flips=10)


def test_channels_that_are_missing_are_named(tone, inverse):
    with pytest.raises(ChannelError, match="MEG 003"):
        detect(tone.copy().drop_channels(["MEG 003"]), inverse)


def test_the_curve_is_drawn_with_its_threshold(tone, inverse):
    detection = detect(tone, inverse, n_flips=19)
    (ax,) = detection.plot(show=False).axes
    np.testing.assert_array_equal(ax.lines[0].get_ydata(), detection.curve)
    assert ax.lines[1].get_ydata()[0] == detection.threshold
    assert "20 ms" in ax.get_title(loc="left")
