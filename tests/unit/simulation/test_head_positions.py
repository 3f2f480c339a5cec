"""Positions of a moving head, and signals between them."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.estimates.sensor_signals import SensorGains
from leadfield.recording.frames import Frame, Transform
from leadfield.simulation.head_positions import FADES, head_positions, rotations


def make(times, fade="linear", first=None):
    matrices = np.tile(np.eye(4), (len(times), 1, 1))
    matrices[:, 0, 3] = np.arange(len(times))
    return head_positions(
        np.array(times, float), matrices, first=first, sampling_rate=10.0, fade=fade
    )


def gains(position):
    leads = np.full((1, 1), float(position))
    return SensorGains(names=("M",), leads=leads, rows=np.array([0]))


def test_signals_go_from_one_position_to_the_next():
    positions = make([0.0, 0.4])
    found = positions.signals(gains, np.ones((1, 6)), 0)
    np.testing.assert_allclose(found[0], [0, 0.25, 0.5, 0.75, 1, 1])


def test_parts_of_a_recording_join():
    positions = make([0.0, 0.3, 0.7], "cos2")
    currents = np.random.default_rng(0).standard_normal((1, 12))
    whole = positions.signals(gains, currents, 0)
    parts = [positions.signals(gains, currents[:, a:b], a) for a, b in ((0, 5), (5, 7), (7, 12))]
    np.testing.assert_allclose(np.concatenate(parts, axis=1), whole, rtol=1e-12)


@pytest.mark.parametrize("fade", FADES)
def test_a_fade_starts_at_the_position_itself(fade):
    assert make([0.0, 0.4], fade).signals(gains, np.ones((1, 6)), 4)[0, 0] == 1


def test_before_the_first_position_the_head_is_where_the_info_says():
    matrix = np.eye(4)
    matrix[1, 3] = 0.3
    first = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=matrix)
    positions = make([0.2], first=first)
    assert positions.samples.tolist() == [0, 2]
    assert positions.transforms[0] is first


@pytest.mark.parametrize(("times", "words"), [([-1.0], "0 or more"), ([0, 0.01], "a sample apart")])
def test_odd_times_are_refused(times, words):
    with pytest.raises(InputError, match=words):
        make(times)


def test_quaternions_become_rotations():
    half = np.pi / 8
    (found,) = rotations(np.array([[0.0, 0.0, np.sin(half)]]))
    c, s = np.cos(np.pi / 4), np.sin(np.pi / 4)
    np.testing.assert_allclose(found, [[c, -s, 0], [s, c, 0], [0, 0, 1]], atol=1e-12)
