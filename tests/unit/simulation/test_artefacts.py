"""Blinks and heartbeats."""

import numpy as np
import pytest

from leadfield.simulation.artefacts import at_pulses, blinks, heartbeats

RATE = 100.0
CENTRE, RADIUS = np.array([0.0, 0.01, 0.04]), 0.09


@pytest.mark.parametrize("n_pulse", [0, 1, 4, 5])
def test_pulses_are_a_convolution_about_their_middle(n_pulse):
    rng = np.random.default_rng(0)
    heights = np.where(rng.uniform(size=60) < 0.2, rng.standard_normal(60), 0)
    pulse = rng.standard_normal(n_pulse)
    want = np.convolve(heights, pulse, "same") if n_pulse else np.zeros(60)
    np.testing.assert_allclose(at_pulses(heights, pulse), want, atol=1e-12)


def test_a_pulse_longer_than_the_recording_is_cut():
    np.testing.assert_array_equal(at_pulses(np.array([0.0, 1]), np.arange(1.0, 6)), [2, 3])


def test_blinks_come_4_to_17_times_a_minute_and_flow_in_both_eyes():
    times = np.arange(0, 1200, 1 / RATE)
    body = blinks(times, RATE, np.random.default_rng(0), centre=CENTRE, radius=RADIUS)
    course = body.course
    begins = np.count_nonzero((course[1:] > 0) & (course[:-1] == 0))
    assert 4.5 * 20 < begins < 17 * 20
    from_centre = np.linalg.norm(body.places - CENTRE, axis=1)
    np.testing.assert_allclose(from_centre, 0.96 * RADIUS)
    np.testing.assert_allclose(body.places[0] - CENTRE, (body.places[1] - CENTRE) * [-1, 1, 1])
    assert not body.directions[:, :2].any()


def test_hearts_beat_40_to_80_times_a_minute():
    times = np.arange(0, 600, 1 / RATE)
    body = heartbeats(times, RATE, np.random.default_rng(0), centre=CENTRE, radius=RADIUS)
    top = body.course.max()
    beats = np.flatnonzero(body.course > 0.9 * top)
    intervals = np.diff(beats)[np.diff(beats) > 10] / RATE
    assert 400 < len(intervals) < 800
    assert 0.7 < intervals.min() <= intervals.max() < 1.55


def test_a_trace_is_the_current_and_noise():
    times = np.arange(0, 60, 1 / RATE)
    body = blinks(times, RATE, np.random.default_rng(1), centre=CENTRE, radius=RADIUS)
    noise = body.trace - 1e3 * body.course
    assert noise.std() == pytest.approx(5e-6, rel=0.05)
