"""Thresholds."""

import numpy as np
import pytest

from leadfield.statistics.threshold import Threshold

STATISTIC = np.array([2.0, -2.0, 1.0, np.nan])


@pytest.mark.parametrize(
    ("tail", "level", "expected"),
    [(0, 1, [1, 1, 0, 0]), (1, 1, [1, 0, 0, 0]), (-1, -1, [0, 1, 0, 0])],
)
def test_a_threshold_is_exceeded_on_its_sides(tail, level, expected):
    np.testing.assert_array_equal(Threshold(level=level, tail=tail).exceeded(STATISTIC), expected)


def test_a_threshold_without_some_tests_is_never_exceeded_there():
    threshold = Threshold(level=1.0, tail=0).without(np.array([True, False, True, False]))
    exceeded = threshold.exceeded(np.array([2.0, -2.0, 3.0, 0.5]))
    np.testing.assert_array_equal(exceeded, [False, True, False, False])


def test_tests_that_were_left_out_stay_out():
    threshold = Threshold(level=1.0, tail=0, included=np.array([True, True, False]))
    without = threshold.without(np.array([True, False, False]))
    np.testing.assert_array_equal(without.exceeded(np.full(3, 2.0)), [False, True, False])
